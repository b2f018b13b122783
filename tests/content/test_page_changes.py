"""The ways a page's list of studies changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import (
    add_studies,
    add_study,
    move_study,
    order_studies,
    put_studies,
    put_study,
    remove_study,
    shift_studies,
)
from editor.content.study import Study

A, B, C = (Study(key=letter, title=f"Study {letter}") for letter in "abc")
PAGE = ConditionPage("back-pain", name="Back pain", studies=(A, B, C))


def keys(page: ConditionPage) -> str:
    return "".join(study.key for study in page.study_list)


def test_a_study_is_replaced_where_it_stands() -> None:
    changed = replace(B, title="A better title")
    page = put_study(PAGE, changed)
    assert page == replace(PAGE, studies=(A, changed, C))
    assert page.study_list[0] is A
    assert page.study("b") is changed
    assert PAGE.study("b") is B


@pytest.mark.parametrize(("place", "order"), [(None, "abcn"), (0, "nabc"), (1, "anbc"), (3, "abcn")])
def test_a_study_is_added_at_its_place(place: int | None, order: str) -> None:
    assert keys(add_study(PAGE, Study(key="n"), place)) == order


def test_a_first_study_is_added_to_a_page_that_has_no_list() -> None:
    assert add_study(ConditionPage("new"), A).studies == (A,)


def test_a_removed_study_leaves_the_others() -> None:
    page = remove_study(PAGE, "b")
    assert page.studies == (A, C)
    assert page.study("b") is None
    assert remove_study(remove_study(page, "a"), "c").studies == ()


@pytest.mark.parametrize(
    ("key", "place", "order"), [("a", 0, "abc"), ("a", 1, "bac"), ("a", 2, "bca"), ("c", 0, "cab"), ("c", 1, "acb")]
)
def test_a_study_is_moved_to_its_place_in_the_new_list(key: str, place: int, order: str) -> None:
    assert keys(move_study(PAGE, key, place)) == order


def test_several_studies_are_added_together() -> None:
    assert keys(add_studies(PAGE, (Study(key="n"), Study(key="m")), 2)) == "abnmc"


def test_a_copy_is_a_study_of_its_own() -> None:
    copy = B.duplicate()
    assert copy.key not in ("a", "b", "c")
    assert replace(copy, key="b") == B


@pytest.mark.parametrize(
    ("chosen", "up", "down"),
    [
        ("a", "abcdef", "bacdef"),
        ("c", "acbdef", "abdcef"),
        ("f", "abcdfe", "abcdef"),
        ("cd", "acdbef", "abecdf"),
        ("ce", "acbedf", "abdcfe"),
        ("abd", "abdcef", "cabedf"),
        ("cf", "acbdfe", "abdcef"),
        ("abcdef", "abcdef", "abcdef"),
        ("", "abcdef", "abcdef"),
    ],
)
def test_studies_move_one_place_together(chosen: str, up: str, down: str) -> None:
    page = ConditionPage("pain", studies=tuple(Study(key=letter) for letter in "abcdef"))
    assert keys(shift_studies(page, set(chosen), -1)) == up
    assert keys(shift_studies(page, set(chosen), 1)) == down


@pytest.mark.parametrize(
    "change",
    [
        lambda page: put_study(page, Study(key="x")),
        lambda page: remove_study(page, "x"),
        lambda page: move_study(page, "x", 0),
    ],
    ids=["put", "remove", "move"],
)
def test_a_study_that_is_not_there_is_an_error(change: Callable[[ConditionPage], ConditionPage]) -> None:
    with pytest.raises(KeyError):
        change(PAGE)


@pytest.mark.parametrize(
    ("keys", "place", "order"),
    [
        ("a", 3, "bcade"),
        ("a", 5, "bcdea"),
        ("e", 0, "eabcd"),
        ("db", 0, "bdace"),
        ("ae", 2, "baecd"),
        ("bc", 2, "abcde"),
        ("b", 99, "acdeb"),
    ],
)
def test_studies_are_put_together_before_another_in_their_order(keys: str, place: int, order: str) -> None:
    page = ConditionPage("page", studies=tuple(Study(key=key) for key in "abcde"))
    now = put_studies(page, set(keys), place)
    assert "".join(study.key for study in now.study_list) == order
    assert (now is page) is (order == "abcde")


def test_studies_take_an_order_and_one_that_it_does_not_name_comes_last() -> None:
    page = ConditionPage("page", studies=tuple(Study(key=key) for key in "abc"))
    assert "".join(study.key for study in order_studies(page, ["c", "a"]).study_list) == "cab"
    assert order_studies(page, ["a", "b"]) is page
