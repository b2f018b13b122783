"""Lists: whole lines move, and what is new is laid out like its neighbours."""

from __future__ import annotations

import pytest

from editor.yaml_text import Refused, YamlText
from editor.yaml_text.changes import Arrange, Kept, New, SetText
from editor.yaml_text.new_values import Value
from editor.yaml_text.writing import write
from tests.yaml_text.edited import edited


def arranged(before: str, *items: int | New, key: str = "k") -> str:
    """The list after keeping the items of these numbers, and putting new ones between them."""
    return edited(before, Arrange((key,), tuple(Kept(item) if isinstance(item, int) else item for item in items)))


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("k:\n- a: 1\n", {"a": "x", "b": None}, "k:\n- a: 1\n- a: x\n  b:\n"),
        (
            "k:\n  -   a: 1\n      b: 2\n",
            {"a": "x", "b": "y z"},
            "k:\n  -   a: 1\n      b: 2\n  -   a: x\n      b: y z\n",
        ),
        ("k:\n  -\n    a: 1\n", {"a": "x"}, "k:\n  -\n    a: 1\n  -\n    a: x\n"),
        ("k:\n  - {a: 1}\n", {"a": "p, q"}, "k:\n  - {a: 1}\n  - {a: 'p, q'}\n"),
        ('k:\n- a: "1"\n', {"a": "it's", "b": ["x"]}, 'k:\n- a: "1"\n- a: "it\'s"\n  b:\n  - x\n'),
        ("k:\n- 'x'\n", "y", "k:\n- 'x'\n- 'y'\n"),
        ("k:\n- x\n\n- y\n", "z", "k:\n- x\n\n- y\n\n- z\n"),
        ("k:\n- x # c\n", "p\nq", "k:\n- x # c\n- |-\n  p\n  q\n"),
        ("k:\n- |+\n  x\n\n", "y", "k:\n- |+\n  x\n\n- 'y'\n"),
        ("k:\n- x\nz: 1\n", {}, "k:\n- x\n- {}\nz: 1\n"),
        ("k:\r\n- x", {"a": "b"}, "k:\r\n- x\r\n- a: b"),
        ("k: [x, y]\n", "p, q", "k: [x, y, 'p, q']\n"),
        ("k: [\n  x,\n  y,\n]\n", "z", "k: [\n  x,\n  y,\n  z,\n]\n"),
        ("k: [\n  x, # one\n  y # two\n]\n", "z", "k: [\n  x, # one\n  y # two\n  , z\n]\n"),
    ],
)
def test_a_new_last_item_looks_like_its_neighbours(before: str, new: Value, after: str) -> None:
    kept = range(len(YamlText.read(before.encode()).node(("k",)).items))
    assert arranged(before, *kept, New(new)) == after


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("k: []  # c\nz: 1\n", "x", "k: [x]  # c\nz: 1\n"),
        ("k: []  # c\nz: 1\n", {"a": "x"}, "k:  # c\n  - a: x\nz: 1\n"),
        ("k:  # c\nz: 1\n", {"a": "x"}, "k:  # c\n  - a: x\nz: 1\n"),
        ("l:\n- x\nk: ~\n", {"a": ["x"]}, "l:\n- x\nk:\n- a:\n  - x\n"),
        ("k:", {"a": "x"}, "k:\n  - a: x"),
        ("{k: }\n", {"a": "x"}, "{k: [{a: x}] }\n"),
        ("- k:\n  z: 1\n", "x", "- k:\n    - x\n  z: 1\n"),
    ],
)
def test_a_list_begins(before: str, new: Value, after: str) -> None:
    path = (0, "k") if before.startswith("-") else ("k",)
    assert edited(before, Arrange(path, (New(new),))) == after


@pytest.mark.parametrize(
    ("before", "order", "after"),
    [
        ("k:\n  # A\n  - a\n\n  # B\n  - b\n", (1, 0), "k:\n  # B\n  - b\n\n  # A\n  - a\n"),
        ("k:\n- a\n\n# old ones\n\n- b\n- c\n", (1, 2, 0), "k:\n# old ones\n\n- b\n- c\n\n- a\n"),
        ("k:\n- a\n  # deeper\n- b\n", (1, 0), "k:\n- b\n- a\n  # deeper\n"),
        ("k:\n- # first\n  a: 1\n- # second\n  a: 2\n", (1, 0), "k:\n- # second\n  a: 2\n- # first\n  a: 1\n"),
        ("k:\n- a\n- b", (1, 0), "k:\n- b\n- a"),
        ("k:\n- |\n  a\n- |\n  b", (1, 0), "k:\n- |-\n  b\n- |\n  a\n"),
        ("k: [a,  b,\n  c] # d\n", (2, 0, 1), "k: [c,\n  a,  b] # d\n"),
        ("k: [\n  # A\n  a, # one\n  b # two\n]\n", (1, 0), "k: [\n  b, # two\n  # A\n  a, # one\n]\n"),
        ("k:\n- a\n- b\n- c\nz: 1\n", (0, 2), "k:\n- a\n- c\nz: 1\n"),
        ("k:\n- a\n\n- b\n\n- c\n", (0, 1), "k:\n- a\n\n- b\n"),
        ("k:\n  # A\n  - a\n  # B\n  - b\n", (0,), "k:\n  # A\n  - a\n"),
        ("k: # c\n  # A\n  - a\nz: 1\n", (), "k: [] # c\nz: 1\n"),
        ("k: &x\n  - a\n", (), "k: &x []\n"),
        ("k: [a,]\n", (), "k: []\n"),
        ("k: [\n  a, # one\n  b # two\n]\n", (0,), "k: [\n  a, # one\n]\n"),
        ("k:\n- - a\n  - b\n- c\n", (1, 0), "k:\n- c\n- - a\n  - b\n"),
    ],
)
def test_lines_move_and_go_with_their_comments(before: str, order: tuple[int, ...], after: str) -> None:
    assert arranged(before, *order) == after


@pytest.mark.parametrize(
    ("order", "after"),
    [((1,), "- - b\n- c\n"), ((1, 0), "- - b\n  - a\n- c\n"), ((), "- []\n- c\n")],
)
def test_a_list_that_begins_behind_another_dash(order: tuple[int, ...], after: str) -> None:
    assert edited("- - a\n  - b\n- c\n", Arrange((0,), tuple(map(Kept, order)))) == after


def test_a_comment_at_the_top_of_a_file_is_about_the_file() -> None:
    assert edited("# licence\n- a\n- b\n", Arrange((), (Kept(1),))) == "# licence\n- b\n"


@pytest.mark.parametrize("before", ["- &a x\n- *a\n- z\n", "- a: &a x\n- *a\n- z\n"])
@pytest.mark.parametrize("order", [(1, 0, 2), (1, 2)])
def test_a_repetition_never_comes_before_what_it_repeats(before: str, order: tuple[int, ...]) -> None:
    source = YamlText.read(before.encode())
    with pytest.raises(Refused):
        write(source, [Arrange((), tuple(map(Kept, order)))])
    assert source.data == before.encode()


def test_what_is_no_list_is_refused() -> None:
    for before in ("k: x\n", "k: {a: x}\n", "a: &a [x]\nk: *a\n"):
        with pytest.raises(Refused):
            arranged(before, New("y"))


def test_items_must_be_there_and_stand_once() -> None:
    for order in ((0, 0), (0, 2), (-1,)):
        with pytest.raises(ValueError, match="items"):
            arranged("k:\n- a\n- b\n", *order)


def test_texts_change_inside_items_that_move() -> None:
    before = "k:\n- a: 1\n  b: x\n- a: 2\n  b: |\n    y\n"
    change = Arrange(("k",), (Kept(1), New({"a": "3"}), Kept(0)))
    after = edited(before, SetText(("k", 0, "b"), "p\nq"), change, SetText(("k", 1, "b"), ""))
    assert after == "k:\n- a: 2\n  b: ''\n- a: '3'\n- a: 1\n  b: |-\n    p\n    q\n"
