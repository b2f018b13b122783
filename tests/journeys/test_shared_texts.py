"""A text that pages share, changed from one of them; and words of a page's own in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from editor.ui.forms.text_box import TextBox
from tests.journeys.content_under_git import changed_lines, git
from tests.journeys.driver import Journey
from tests.journeys.hands import CTRL, SHIFT, choose_page, click, press, quit_program, replace_with, save, type_words
from tests.journeys.in_sight import (
    assert_keyboard_is_in,
    named,
    nothing_is_unsaved,
    page_text,
    safety,
    stands,
    the_window,
    words_in_sight,
)
from tests.journeys.sending import send_on

SHARED = "What researchers have found so far"
CHANGED = "What researchers have found until now"
OWN = "What trials of migraine say"
OTHER_WORDS = "Research heading: use other words on this page only"


def change_for_all() -> Journey:
    """Unlock a heading on one page, change it, see it on both, undo, redo, save."""
    yield from stands()
    click(named("Research heading: Unlock: this changes both pages", QAbstractButton))
    box = named("Research heading", TextBox)
    assert_keyboard_is_in(box)
    assert box.text() == SHARED
    assert "You are changing both pages." in words_in_sight(the_window())
    press(Qt.Key.Key_End, CTRL)
    for _ in "so far":
        press(Qt.Key.Key_Backspace)
    type_words("until now")
    yield from shows(CHANGED, SHARED)
    yield from choose_page("Headache")
    yield from shows(CHANGED, SHARED)
    assert safety() == "The shared texts have changes not saved yet."

    press(Qt.Key.Key_Z, CTRL)  # on the other page, which shows the change as well
    yield from shows(SHARED, CHANGED)
    assert the_window().windowTitle().startswith("Headache")
    assert nothing_is_unsaved()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    yield from shows(CHANGED, SHARED)
    yield from choose_page("Back")
    yield from shows(CHANGED, SHARED)
    yield from save()
    quit_program()


def differ_on_one_page() -> Journey:
    """Give one page words of its own: the other keeps the shared ones, and is told of in the button."""
    yield from stands()
    yield from choose_page("Headache")
    click(named(OTHER_WORDS, QAbstractButton))
    box = named("Research heading, this page only", TextBox)
    assert_keyboard_is_in(box)
    assert box.text() == SHARED
    replace_with(OWN)
    yield from shows(OWN, SHARED)
    assert f"Different on this page. The shared words are: {SHARED}" in words_in_sight(the_window())
    yield from save()
    yield from choose_page("Back")
    yield from shows(SHARED, OWN)
    assert named("Research heading: Unlock: this changes 1 page", QAbstractButton)
    quit_program()


def use_shared_words_again() -> Journey:
    """Take the page's own words away."""
    yield from stands()
    yield from choose_page("Headache")
    yield from shows(OWN, SHARED)
    click(named("Research heading: Use the shared words again", QAbstractButton))
    yield from shows(SHARED, OWN)
    yield from save()
    quit_program()


def shows(words: str, others: str) -> Journey:
    """Wait for the preview; it has these words and not the others."""
    text = yield from page_text()
    assert words in text
    assert others not in text


def test_a_shared_text_is_changed_on_all_pages_from_one_of_them(tracked_folder: Path) -> None:
    send_on(change_for_all, tracked_folder)
    assert changed_lines(tracked_folder) == [f"-  heading: {SHARED}", f"+  heading: {CHANGED}"]
    assert git(tracked_folder, "status", "--porcelain") == " M site.yaml\n"


def test_one_page_has_other_words_and_goes_back_to_the_shared_ones(tracked_folder: Path) -> None:
    send_on(differ_on_one_page, tracked_folder)
    assert changed_lines(tracked_folder) == [f"+    heading: {OWN}"]
    assert git(tracked_folder, "status", "--porcelain") == " M conditions/headache-and-migraine.yaml\n"
    send_on(use_shared_words_again, tracked_folder)
    assert changed_lines(tracked_folder) == ["+    heading: ''"]  # an emptied field keeps its key
