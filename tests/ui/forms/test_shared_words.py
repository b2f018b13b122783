"""What is said of texts that pages share."""

from __future__ import annotations

import pytest

from editor.content.shared_on_page import SHARED_TEXTS, SharedText
from editor.session import SharedUse
from editor.ui.forms.shared_words import changing_words, differing_notes, differing_words, shown_words, unlock_words


def shared(name: str) -> SharedText:
    return next(one for one in SHARED_TEXTS if one.name == name)


@pytest.mark.parametrize(
    ("use", "button", "note"),
    [
        (SharedUse(14), "Unlock: this changes 14 pages", "You are changing all 14 pages."),
        (SharedUse(2), "Unlock: this changes both pages", "You are changing both pages."),
        (
            SharedUse(2, ("Hip",)),
            "Unlock: this changes 2 pages",
            "You are changing 2 pages. 1 page uses words of its own: “Hip”.",
        ),
        (SharedUse(1), "Unlock: this changes 1 page", "You are changing the only page."),
        (
            SharedUse(12, ("Hip", "Knee")),
            "Unlock: this changes 12 pages",
            "You are changing 12 pages. 2 pages use words of their own: “Hip”, “Knee”.",
        ),
        (
            SharedUse(1, ("Hip",)),
            "Unlock: this changes 1 page",
            "You are changing 1 page. 1 page uses words of its own: “Hip”.",
        ),
        (
            SharedUse(0, ("Hip",)),
            "Unlock: no page shows this now",
            "No page shows this now. 1 page uses words of its own: “Hip”.",
        ),
        (SharedUse(0), "Unlock: no page shows this now", "No page shows this now."),
    ],
)
def test_numbers_are_said_in_words_that_fit(use: SharedUse, button: str, note: str) -> None:
    assert unlock_words(use) == button
    assert changing_words(use) == note


def test_of_many_pages_that_differ_only_some_are_named() -> None:
    use = SharedUse(3, ("Ankle", "Elbow", "Hip", "Knee", "Neck"))
    assert differing_words(use) == "5 pages use words of their own: “Ankle”, “Elbow”, “Hip” and 2 more."


def test_where_no_page_differs_nothing_is_said() -> None:
    assert differing_notes({"research.heading": SharedUse(14)}) == {"research.heading": ""}


def test_a_name_in_braces_is_left_as_it_is() -> None:
    assert "“{count}”" in differing_words(SharedUse(1, ("{count}",)))


def test_words_are_shown_without_marks_and_lists_as_paragraphs() -> None:
    assert shown_words(shared("research.call_to_action"), "[Book](https://x.example) *now*\n") == "Book now"
    assert shown_words(shared("research.lead"), "3 * 4 and *so* on") == "3 * 4 and *so* on"
    assert shown_words(shared("research.disclaimers"), ("One.", "Two.")) == "One.\n\nTwo."


@pytest.mark.parametrize("nothing", [None, "", " \n", ()])
def test_an_empty_text_says_that_it_is(nothing: str | tuple[str, ...] | None) -> None:
    assert shown_words(shared("research.disclaimers"), nothing) == "Nothing is written here yet."


def test_a_text_beyond_all_measure_is_cut() -> None:
    assert len(shown_words(shared("research.lead"), "word " * 100_000)) < 3000
