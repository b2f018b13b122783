"""A page that was deleted comes back after a restart, to the last byte."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from tests.journeys.content_under_git import git
from tests.journeys.driver import Journey, Told, Until
from tests.journeys.hands import button, choose_in_menu, click, open_menu, quit_program, row_at, save
from tests.journeys.in_sight import (
    assert_keyboard_is_in,
    message,
    named,
    nothing_is_unsaved,
    page_text,
    rows,
    safety,
    stands,
    the_window,
)
from tests.journeys.sending import send_on

NAME = "Headache & Migraine"
FILE = "conditions/headache-and-migraine.yaml"


def delete() -> Journey:
    """Delete a page from the menu of the window, and save."""
    yield from stands()
    click(*row_at("Pages", NAME))
    yield from page_text()
    open_menu("Page")
    choose_in_menu("Delete page")
    assert "Undo brings it back, and so does Deleted pages." in message()
    assert safety() == f"“{NAME}” is deleted here; that is not saved yet."
    assert len(rows("Pages")) == 2
    text = yield from page_text()
    assert "Pain in the back" in text  # the page beside it is chosen now
    yield from save(Qt.KeyboardModifier.ShiftModifier)
    quit_program()


def bring_back() -> Journey:
    """After a restart bring the page back from Deleted pages, and save."""
    yield from stands()
    assert len(rows("Pages")) == 2
    read = Told()
    the_window().session.watch(read.came.emit)
    yield Until(read.came, deleted_pages_are_listed)
    click(button("Deleted pages (1)"))
    (deleted,) = rows("Deleted pages")
    assert deleted.startswith(f"{NAME}, Deleted "), deleted
    assert_keyboard_is_in(named("Deleted pages", QListWidget))
    click(button("Bring back"))
    assert message() == f"“{NAME}” is back."
    assert the_window().windowTitle().startswith(f"{NAME}[*]")
    assert len(rows("Pages")) == 3
    text = yield from page_text()
    assert "Headache, migraine and acupuncture" in text
    assert not nothing_is_unsaved()
    yield from save()
    quit_program()


def deleted_pages_are_listed() -> bool:
    """Whether the trash, which is read last, has been looked through."""
    return bool(the_window().session.deleted_pages)


def in_trash(folder: Path) -> list[Path]:
    """The files of deleted pages."""
    return [path for path in (folder / ".clinic-editor" / "trash").rglob("*") if path.is_file()]


def test_a_deleted_page_comes_back_after_a_restart_to_the_last_byte(tracked_folder: Path) -> None:
    before = (tracked_folder / FILE).read_bytes()
    send_on(delete, tracked_folder)
    assert git(tracked_folder, "status", "--porcelain", "--", "conditions", "site.yaml") == f" D {FILE}\n"
    (deleted,) = in_trash(tracked_folder)
    assert deleted.read_bytes() == before
    send_on(bring_back, tracked_folder)
    assert (tracked_folder / FILE).read_bytes() == before
    assert in_trash(tracked_folder) == []
    assert git(tracked_folder, "status", "--porcelain") == ""
