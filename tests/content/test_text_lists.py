"""A list of texts as one box shows it, and what becomes of it when the box is edited."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.text_lists import list_as_text, list_fits_a_box, list_of_text

TEXTS = st.lists(st.text(st.sampled_from("ab \n"), max_size=6), max_size=4).map(tuple)


@given(TEXTS)
def test_a_box_that_was_left_alone_gives_the_same_list(items: tuple[str, ...]) -> None:
    assert list_of_text(list_as_text(items), items) == items


ITEMS = st.lists(st.text(st.sampled_from("ab \n"), max_size=6).filter(str.strip), max_size=4, unique_by=str.strip).map(
    tuple
)


@given(ITEMS.filter(list_fits_a_box))
def test_one_more_letter_changes_only_its_item(items: tuple[str, ...]) -> None:
    changed = list_of_text("x" + list_as_text(items), items)
    assert changed == (("x" + items[0], *items[1:]) if items else ("x",))


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((), ""),
        (("Sciatica",), "Sciatica"),
        (("Sciatica", "Lumbago"), "Sciatica\nLumbago"),
        (("One\nstill one\n", "Two\n"), "One\nstill one\n\nTwo"),
    ],
)
def test_items_stand_on_lines_and_items_with_lines_in_paragraphs(items: tuple[str, ...], text: str) -> None:
    assert list_as_text(items) == text


@pytest.mark.parametrize(
    ("old", "text", "new"),
    [
        ((), "Sciatica\nLumbago", ("Sciatica", "Lumbago")),
        (("Sciatica",), "Sciatica\n\n  \nLumbago\n", ("Sciatica", "Lumbago")),
        (("Sciatica", ""), "Sciatica\n\nLumbago", ("Sciatica", "", "Lumbago")),
        (("Sciatica",), "", ()),
        (("One\nstill one", "Two"), "One\nstill one\n\n\nTwo\n\nThree", ("One\nstill one", "Two", "Three")),
    ],
    ids=["typed", "blank lines are no items", "blank items stay possible", "emptied", "paragraphs"],
)
def test_an_edited_box(old: tuple[str, ...], text: str, new: tuple[str, ...]) -> None:
    assert list_of_text(text, old) == new


def test_items_keep_the_line_ends_they_have_in_the_file() -> None:
    old = ("First.\n", "Second.\n", "Third.\n\n")
    assert list_of_text("First.\nSecond, changed.\nNew.\nThird.", old) == (
        "First.\n",
        "Second, changed.\n",
        "New.",
        "Third.\n\n",
    )
    assert list_of_text("First.\nThird.", old) == ("First.\n", "Third.\n\n")


def test_a_list_with_blank_lines_within_an_item_does_not_fit_a_box() -> None:
    assert list_fits_a_box(("One\nstill one", "Two"))
    assert list_fits_a_box(("", ""))
    assert not list_fits_a_box(("One\n\nstill one", "Two"))
    assert not list_fits_a_box(("One\ntwo", "\nThree"))
