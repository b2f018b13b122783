"""A value gets another text by as few characters as can be, in the style that it has."""

from __future__ import annotations

import pytest

from editor.yaml_text import Path, Refused, YamlText
from editor.yaml_text.changes import SetText
from editor.yaml_text.writing import write
from tests.yaml_text.edited import edited

A: Path = ("a",)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("a: one two\n  three four\n  five\n", "one two three FOUR five", "a: one two\n  three FOUR\n  five\n"),
        ('a: "caf\\u00e9 \\t x"\n', "café \t y", 'a: "caf\\u00e9 \\t y"\n'),
        ('a: "x"\n', 'p\n"q"', 'a: "p\\n\\"q\\""\n'),
        ("a: 'it''s x'\n", "it's 'y'", "a: 'it''s ''y'''\n"),
        ("a: |\n  x\n\n  y\n", "x\nfoo\ny\n", "a: |\n  x\n  foo\n  y\n"),
        ("a: |\r\n  x\r\n\r\n  y\r\n", "x\n\ny\nz\n", "a: |\r\n  x\r\n\r\n  y\r\n  z\r\n"),
        ("a: |4\n     x\nb: y\n", " z\n", "a: |4\n     z\nb: y\n"),
        ("a: >\n  one two\n  three\n\n  four\n", "one two three\nFOUR\n", "a: >\n  one two\n  three\n\n  FOUR\n"),
        ("a: >\n  one two\n  three\n", "one two threefold", "a: >-\n  one two\n  threefold\n"),
        ("a: >\n  one two\n  three\n", "one two three\nfour\n", "a: >\n  one two\n  three\n\n  four\n"),
    ],
)
def test_only_what_differs_changes(before: str, text: str, after: str) -> None:
    assert edited(before, SetText(A, text)) == after


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("a: x # c\nb: y\n", "p\nq", "a: |- # c\n  p\n  q\nb: y\n"),
        ("a: x\nb:\n    c: d\n", "p\nq\n", "a: |\n    p\n    q\nb:\n    c: d\n"),
        ("a: | # c\n  x\nb: y\n", "z", "a: |- # c\n  z\nb: y\n"),
        ("a: | # c\n  x\nb: y\n", "", "a: '' # c\nb: y\n"),
        ("a: x\n    # deeper\nb: y\n", "p\nq", 'a: "p\\nq"\n    # deeper\nb: y\n'),
        ("a: x\n\nb: y\n", "p\n\n", 'a: "p\\n\\n"\n\nb: y\n'),
        ("a:\n  x\nb: y\n", "no", "a:\n  'no'\nb: y\n"),
        ("a:   # c\nb: y\n", "z", "a: z   # c\nb: y\n"),
        ("a: \nb: y\n", "z", "a: z\nb: y\n"),
        ("a: ~\n", "~", "a: '~'\n"),
        ("a:", "p\nq", "a: |-\n  p\n  q"),
        ("a: |\n  x", "y\n", "a: |\n  y\n"),
        ("a: &x !t\n", "z", "a: &x !t z\n"),
    ],
)
def test_style_follows_the_text_and_its_surroundings(before: str, text: str, after: str) -> None:
    assert edited(before, SetText(A, text)) == after


@pytest.mark.parametrize(
    ("before", "path", "text", "after"),
    [
        ("{a: x, b: y}\n", ("a",), "p, q", "{a: 'p, q', b: y}\n"),
        ("{a, b: y}\n", ("a",), "z", "{a: z, b: y}\n"),
        ("! a\n", (), "~", "! '~'\n"),
        ("{a: , b: y}\n", ("a",), "z", "{a: z , b: y}\n"),
        ('{"a":"x"}\n', ("a",), "z", '{"a":"z"}\n'),
        ("[x, y] # c\n", (1,), "p\nq", '[x, "p\\nq"] # c\n'),
        ("a: [\n  x, # one\n  y\n]\n", ("a", 0), "it's", "a: [\n  it's, # one\n  y\n]\n"),
        ("- \n- x\n", (0,), "z", "- z\n- x\n"),
        ("- &a x\n- *a\n", (1,), "z", "- &a x\n- z\n"),
        ("--- x\n", (), "p\nq", "--- |-\n  p\n  q\n"),
        ("a: 1\nb: x\na: 2\n", (0,), "3", "a: 3\nb: x\na: 2\n"),
    ],
)
def test_every_place(before: str, path: Path, text: str, after: str) -> None:
    assert edited(before, SetText(path, text)) == after


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("a: 10\n", "12", "a: 12\n"),
        ("a: 10\n", "25", "a: 25\n"),
        ("a: 2018-04-01\n", "2019-05-02", "a: 2019-05-02\n"),
        ("a: 10\n", "012", "a: '012'\n"),
        ("a: x\n", "12", "a: '12'\n"),
        ("a: 2018x\n", "2018", "a: '2018'\n"),
        ("a: not\n", "no", "a: 'no'\n"),
        ("a: x\n", "true\n", "a: |\n  true\n"),
    ],
)
def test_a_number_may_stay_a_number_but_a_text_never_becomes_one(before: str, text: str, after: str) -> None:
    assert edited(before, SetText(A, text)) == after


@pytest.mark.parametrize("value", ["x", "'x'", '"\\x78"', "|-\n  x", ">-\n\n  x", "&b x", "!t x", "no", "'no'"])
def test_the_same_text_changes_nothing(value: str) -> None:
    source = YamlText.read(f"a: {value}\n".encode())
    assert write(source, [SetText(A, source.node(A).text)]) is source


@pytest.mark.parametrize(("before", "path"), [("a: [x]\n", ("a",)), ("a: {b: x}\n", ("a",)), ("? a\n? b\n", ("a",))])
def test_what_is_no_text_is_refused(before: str, path: Path) -> None:
    with pytest.raises(Refused):
        edited(before, SetText(path, "x"))
