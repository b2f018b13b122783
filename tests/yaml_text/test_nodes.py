"""Nodes give texts as written, never typed, and say where they stand."""

from __future__ import annotations

import pytest

from editor.yaml_text import YamlText, key_faults


def test_texts_are_as_written() -> None:
    text = "date: 2018-04-01\nyear: 2016\ntime: 9:30\noctal: 010\ncountry: No\nempty:\ntilde: ~\nquoted: ''\n"
    root = YamlText.read(text.encode()).root
    assert root is not None
    assert [value.text for _, value in root.pairs] == ["2018-04-01", "2016", "9:30", "010", "No", "", "~", ""]
    assert [value.is_nothing for _, value in root.pairs] == [False] * 5 + [True, True, False]


def test_style_tag_anchor_and_line() -> None:
    source = YamlText.read(b"a: &x !!str\n  'y'\nb: |\n  z\nc: [1]\nd: *x\n")
    a, b, c, d = (source.node((key,)) for key in "abcd")
    assert (a.style, a.tag, a.anchor, a.line) == ("single", "tag:yaml.org,2002:str", "x", 1)
    assert source.text[a.start : a.end] == "'y'"
    assert source.text[a.outer_start : a.start].startswith("&x !!str")
    assert (b.style, b.text, b.line) == ("literal", "z\n", 3)
    assert (c.kind, c.style) == ("sequence", "flow")
    assert (d.kind, d.text, source.resolved(d)) == ("alias", "x", a)


def test_anchor_of_a_first_key_is_not_that_of_its_mapping() -> None:
    source = YamlText.read(b"a: &m\n  &k key: x\n")
    mapping = source.node(("a",))
    key = mapping.pairs[0][0]
    assert (mapping.anchor, key.anchor) == ("m", "k")
    assert source.text[mapping.start :].startswith("&k key")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("a: |\n  x\n\n\nb: y\n", "|\n  x\n"),
        ("a: |+\n  x\n\nb: y\n", "|+\n  x\n\n"),
        ("a: >-\n  x\n  \n# c\nb: y\n", ">-\n  x\n"),
        ("a: |\n  x\n     \nb: y\n", "|\n  x\n     \n"),
        ("a: |\n\nb: y\n", "|\n"),
        ("a:\n  - x # c\n\n# d\nb: y\n", "- x"),
        ("a: [x,\n  y] # c\nb: y\n", "[x,\n  y]"),
        ("a: x\n  y\n\nb: y\n", "x\n  y"),
    ],
)
def test_content_ends_before_blank_lines_and_comments(text: str, content: str) -> None:
    source = YamlText.read(text.encode())
    node = source.node(("a",))
    assert text[node.start : node.end] == content


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [("a:  # c\nb: x\n", ("a",), 2), ("? a\n? b\n", (0,), 3), ("{a, b: , c}", ("b",), 6), ("- x\n-\n- y\n", (1,), 5)],
)
def test_nothing_stands_right_behind_its_sign(text: str, path: tuple[str | int, ...], place: int) -> None:
    node = YamlText.read(text.encode()).node(path)
    assert (node.start, node.end, node.is_nothing) == (place, place, True)


def test_paths() -> None:
    source = YamlText.read(b"a: 1\nb: [x, {c: y}]\na: 2\n--- \nz: w\n")
    assert source.node(("b", 1, "c")).text == "y"
    assert source.node(("a",)).text == "2"
    assert source.node((0,)).text == "1"
    assert source.node(("z",), document=1).text == "w"
    for path in (("x",), ("b", 2), ("b", -1), ("b", "c"), ("a", 0), (7,)):
        with pytest.raises(KeyError):
            source.node(path)
    with pytest.raises(KeyError):
        source.node((), document=2)


def test_keys_that_cannot_be_told_apart_are_named() -> None:
    root = YamlText.read(b"intro: a\nb: [c, {d: 1, d: 2}]\n'intro': d\n[x]: y\n<<: z\n").root
    assert root is not None
    faults = [(key.kind, key.text, key.line, first_line) for key, first_line in key_faults(root)]
    assert faults == [("scalar", "intro", 3, 1), ("sequence", "", 4, None), ("scalar", "d", 2, 2)]


def test_a_file_without_a_document_has_no_root() -> None:
    assert YamlText.read(b"").root is None
    assert YamlText.read(b"# only a comment\n").root is None


def test_comments_are_found_outside_of_texts_only() -> None:
    source = YamlText.read(b"# a\nb: 'x # y' # c\nd: | # e\n  # f\ng: x#y\nh: #i\n  [j, #k\n   l]\n")
    assert [comment for _, comment in source.comments] == ["# a", "# c", "# e", "#i", "#k"]
