"""A colleague's change is merged into a page that is being edited; undo, redo and a save lose nothing of either."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from editor.session import read_file
from editor.ui.forms.text_box import TextBox
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import CTRL, SHIFT, button, choose_page, click, press, quit_program, save, type_words
from tests.journeys.in_sight import assert_keyboard_is_in, message, named, page_text, stands, the_window
from tests.journeys.sending import send_on

FILE = "conditions/back-hip-knee-leg-pain.yaml"
THEIRS_BEFORE, THEIRS = b"The reviews on this page look at", b"All reviews on this page look at"
MINE_BEFORE, MINE = b"Pain in the back", b"Aches in the back"
CONFLICT = b"Soreness of the back"


def colleague_changes(old: bytes, new: bytes) -> None:
    """A colleague saves the page, and that is noticed."""
    folder = the_window().session.folder
    path = folder.root / FILE
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    the_window().following.take([read_file(folder, FILE)])


def merge_undo_and_save() -> Journey:
    """Type a word, have the colleague's arrive, look at one's own alone, and save."""
    yield from stands()
    yield from choose_page("Back")
    intro = named("Introduction", TextBox)
    click(intro)
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    type_words("Aches ")
    cursor = intro.textCursor().position()
    colleague_changes(THEIRS_BEFORE, THEIRS)
    assert "was changed on another computer. Your own changes are kept and theirs were added" in message()
    assert_keyboard_is_in(intro)
    assert intro.textCursor().position() == cursor
    text = yield from page_text()
    assert MINE.decode() in text
    assert THEIRS.decode() in text
    press(Qt.Key.Key_Z, CTRL)
    text = yield from page_text()
    assert MINE.decode() in text
    assert THEIRS_BEFORE.decode() in text
    yield from save()
    text = yield from page_text()
    assert MINE.decode() in text
    assert THEIRS.decode() in text
    quit_program()


def decide() -> Journey:
    """Change the words that the colleague changes too; decide later, then at the save."""
    yield from stands()
    yield from choose_page("Back")
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    type_words("Aches ")
    colleague_changes(MINE_BEFORE, CONFLICT)
    click(button("Decide later"))
    assert "asked again before they are saved" in message()
    press(Qt.Key.Key_S, CTRL)
    yield Until(the_window().saving.ended, is_asked)
    click(button("Keep mine"))
    yield Until(the_window().saving.ended, is_saved)
    quit_program()


def is_asked() -> bool:
    """Whether the two sides are shown beside each other."""
    return the_window().following.box is not None


def is_saved() -> bool:
    """Whether nothing is left to save."""
    return not the_window().session.unsaved_places


def test_both_changes_are_in_the_file_and_nothing_else_has_changed(tracked_folder: Path) -> None:
    before = (tracked_folder / FILE).read_bytes()
    send_on(merge_undo_and_save, tracked_folder)
    assert (tracked_folder / FILE).read_bytes() == before.replace(MINE_BEFORE, MINE).replace(THEIRS_BEFORE, THEIRS)


def test_the_words_that_both_changed_are_saved_as_decided(tracked_folder: Path) -> None:
    before = (tracked_folder / FILE).read_bytes()
    send_on(decide, tracked_folder)
    assert (tracked_folder / FILE).read_bytes() == before.replace(MINE_BEFORE, MINE)
