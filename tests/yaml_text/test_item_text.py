"""An item that was removed comes back with its comments, its quoting and the keys that nobody here knows."""

from __future__ import annotations

import pytest

from editor.yaml_text import YamlText
from editor.yaml_text.changes import AddKey, Arrange, Kept, RemoveKey, Restored, SetText
from editor.yaml_text.item_text import item_text
from editor.yaml_text.writing import write

PAGE = """\
name: Back pain
studies:  # newest first
  # Look at this one again
  - title: 'A'   # as printed
    date: 2018-04-01
    x_layout: {wide: yes}
    # the website's own
    summary: >
      one
      two

      three

  - title: B
    authors:
      - x
#  left of everything
  - title: C
"""


@pytest.mark.parametrize("gone", [{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 1, 2}])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("ending", ["", "  # trailing\nz: 1\n"])
def test_undoing_a_removal_brings_everything_back(gone: set[int], line_break: str, ending: str) -> None:
    source = YamlText.read((PAGE + ending).replace("\n", line_break).encode())
    path = ("studies",)
    kept = [number for number in range(3) if number not in gone]
    without = write(source, [Arrange(path, tuple(map(Kept, kept)))])
    back = [
        Restored(item_text(source, path, number)) if number in gone else Kept(kept.index(number)) for number in range(3)
    ]
    again = write(without, [Arrange(path, tuple(back))])
    assert sorted(comment for _, comment in again.comments) == sorted(comment for _, comment in source.comments)
    assert again.text.split() == source.text.split()
    if gone != {0}:  # there is one blank line in the list, and no saying which items it parts
        assert again.data.replace(b"\r", b"").replace(b"\n\n", b"\n") == source.data.replace(b"\r", b"").replace(
            b"\n\n", b"\n"
        )


def test_changes_inside_what_comes_back() -> None:
    source = YamlText.read(PAGE.encode())
    item = item_text(source, ("studies",), 0)
    changes = (SetText(("title",), "A2"), RemoveKey((), "date"), AddKey((), "note", "p\nq"))
    other = YamlText.read(b"studies:\n- title: Z\n")
    made = write(other, [Arrange(("studies",), (Restored(item, changes), Kept(0)))])
    assert made.text == (
        "studies:\n"
        "# Look at this one again\n"
        "- title: 'A2'   # as printed\n"
        "  x_layout: {wide: yes}\n"
        "  # the website's own\n"
        "  summary: >\n    one\n    two\n\n    three\n"
        "  note: |-\n    p\n    q\n"
        "- title: Z\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("studies: [{title: Z}]\n", "studies: [{title: Z}, {title: A, n: 2018, t: \"p\\nq\", u: [x, 'y']}]\n"),
        ("studies:\n      - title: Z\n", None),
    ],
)
def test_another_layout_keeps_all_values(before: str, after: str | None) -> None:
    text = "studies:\n- title: A\n  n: 2018\n  t: |-\n    p\n    q\n  u:\n  - x\n  - 'y'\n"
    item = item_text(YamlText.read(text.encode()), ("studies",), 0)
    made = write(YamlText.read(before.encode()), [Arrange(("studies",), (Kept(0), Restored(item)))])
    pairs = made.node(("studies", 1)).pairs
    assert [(key.text, value.text) for key, value in pairs] == [("title", "A"), ("n", "2018"), ("t", "p\nq"), ("u", "")]
    assert after is None or made.text == after


def test_an_item_between_brackets() -> None:
    source = YamlText.read(b"k: [{a: 'x', b: 12}, y]\n")
    item = item_text(source, ("k",), 0)
    without = write(source, [Arrange(("k",), (Kept(1),))])
    assert write(without, [Arrange(("k",), (Restored(item), Kept(0)))]).data == source.data


def test_the_end_of_a_file_without_a_line_break_adds_none_to_the_text() -> None:
    source = YamlText.read(b"k:\n- a: x\n- a: |\n    y")
    item = item_text(source, ("k",), 1)
    made = write(source, [Arrange(("k",), (Restored(item), Kept(0)))])
    assert made.node(("k", 0, "a")).text == "y"


def test_an_item_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        item_text(YamlText.read(b"k:\n- a\n"), ("k",), 1)


def test_an_item_between_brackets_keeps_its_lines_and_the_comments_within() -> None:
    text = "{\n  studies: [\n    {title: A},\n    {title: 'B',   # as printed\n     x: 1},\n    {title: C}\n  ]\n}\n"
    source = YamlText.read(text.encode())
    without = write(source, [Arrange(("studies",), (Kept(0), Kept(2)))])
    back = (Kept(0), Restored(item_text(source, ("studies",), 1)), Kept(1))
    assert write(without, [Arrange(("studies",), back)]).text == text
