"""The fewest moves, and loose comments and blank lines that stay where they belong."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from editor.yaml_text.ordering import NewEntry, Row, longest_rise
from editor.yaml_text.splice import Span

LOOSE = Span(0, 1)


@given(st.permutations(range(7)))
def test_no_more_is_moved_than_must_be(order: list[int]) -> None:
    found = longest_rise(order)
    assert [number for number in order if number in found] == sorted(found)
    longer = combinations(order, len(found) + 1)
    assert not any(list(numbers) == sorted(numbers) for numbers in longer)


def test_a_loose_comment_stays_with_what_does_not_move() -> None:
    row = Row([0, LOOSE, 1, 2], ["\n", "\n", ""])
    row.arrange([1, 2, 0], "")
    assert row.things == [LOOSE, 1, 2, 0]
    assert row.gaps == ["\n", "", "\n"]


def test_the_one_that_moves_goes_past_the_loose_comment() -> None:
    row = Row([0, LOOSE, 1, 2], ["\n", "\n", ""])
    row.arrange([2, 0, 1], "")
    assert row.things == [2, 0, LOOSE, 1]


def test_blank_lines_stay_between() -> None:
    row = Row([0, 1, 2], ["\n", "\n"])
    row.arrange([2, 0, 1], "\n")
    assert row.gaps == ["\n", "\n"]
    row.arrange([2, 1], "\n")
    assert (row.things, row.gaps) == ([2, 1], ["\n"])


def test_a_new_entry_stands_behind_the_one_before_it() -> None:
    new = NewEntry("n", [])
    row = Row([0, LOOSE, 1], ["\n", "\n"])
    row.arrange([0, new, 1], "")
    assert row.things == [0, new, LOOSE, 1]
    assert row.gaps == ["", "\n", "\n"]
    row = Row([0, 1], ["\n"])
    row.arrange([new, 0, 1], "\n")
    assert (row.things, row.gaps) == ([new, 0, 1], ["\n", "\n"])


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.integers(0, 2))
def test_exactly_the_wanted_entries_stand_there(order: list[int], gone: set[int], new: int) -> None:
    wanted: list[int | NewEntry] = [number for number in order if number not in gone]
    wanted[1:1] = [NewEntry("n", []) for _ in range(new)]
    row = Row([0, LOOSE, *range(1, 6)], ["\n"] * 6)
    row.arrange(wanted, "")
    assert [thing for thing in row.things if not isinstance(thing, Span)] == wanted
    assert row.things.count(LOOSE) == 1
    assert len(row.gaps) == max(0, len(row.things) - 1)
