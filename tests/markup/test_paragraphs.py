"""Enter, Backspace and Delete between paragraphs, and that the page shows them."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.markup.paragraphs import joined_to_above, joined_to_below, paragraph_ended
from editor.render.markdown_html import markdown_html
from tests.markup.marked_text import drawn, picture_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a|", "a\n\n|"),
        ("a |b", "a\n\n|b"),
        ("a| b", "a\n\n|b"),
        ("a ⟨b⟩ c", "a\n\n|c"),
        ("**a|b**", "**a**\n\n|**b**"),
        ("*a|*", "*a*\n\n|"),
        ("a\n\n|", "a\n\n\n|"),
        ("a\n\n|b", "a\n\n\n|b"),
        ("a\n|b", "a\n\n|b"),
        ("a|\nb", "a\n\n|\n\nb"),
        ("a|\n\nb", "a\n\n|\n\nb"),
        ("|", "\n|"),
        ("2018. We|", "2018. We\n\n|"),
        ("|- a", None),
        ("- a\n  more|", None),
        ("> a|", None),
        ("    code|", None),
    ],
)
def test_enter_begins_a_paragraph(before: str, after: str | None) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, paragraph_ended(text, start, end)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n\n|b", "a|b"),
        ("a\n\n|", "a|"),
        ("a  \n|b", "a|b"),
        ("a\n\n\n|b", None),
        ("a\n|b", None),
        ("a|b", None),
        ("\n\n|a", None),
        ("a\n\n|- b", None),
    ],
)
def test_backspace_takes_away_what_enter_made(before: str, after: str | None) -> None:
    text, place, _ = drawn(before)
    assert picture_of(text, joined_to_above(text, place)) == after


@pytest.mark.parametrize(
    ("before", "after"), [("a|\n\nb", "a|b"), ("a|\nb", None), ("|\n\nb", None), ("a|\n\n\nb", None)]
)
def test_delete_joins_two_paragraphs(before: str, after: str | None) -> None:
    text, place, _ = drawn(before)
    assert picture_of(text, joined_to_below(text, place)) == after


WORDS = st.text(alphabet="ab *_[]\n-1.", max_size=20)


@given(WORDS, WORDS)
def test_enter_loses_no_letter_and_what_is_typed_then_is_a_paragraph(one: str, other: str) -> None:
    text = one + other
    change = paragraph_ended(text, len(one), len(one))
    assume(change is not None)
    assert change is not None
    assert re.findall("[ab1]", change.of(text)) == re.findall("[ab1]", text)
    above, below = change.of(text)[: change.selected[0]], change.of(text)[change.selected[0] :]
    if one.strip() and not one.endswith("\n"):
        assert markdown_html(above + "x").endswith("<p>x</p>"), "what is typed there is a paragraph"
        assert not below.startswith("\n") or below.strip("\n") == "" or below.startswith("\n\n")


def test_backspace_is_the_way_back() -> None:
    text = "Pain in the back is common."
    for place in range(1, len(text)):
        change = paragraph_ended(text, place, place)
        assert change is not None
        after = change.of(text)
        back = joined_to_above(after, change.selected[0])
        assert back is not None
        assert back.of(after).replace(" ", "") == text.replace(" ", "")
