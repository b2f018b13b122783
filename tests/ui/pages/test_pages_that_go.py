"""Pages that are archived, deleted and brought back, by the keys, clicks and menus of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from editor.commands.export import export
from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from tests.ui.pages.hands import BACK, HEAD, answer, names, said, save_all
from tests.ui.records import named
from tests.ui.window import CTRL, choose


@pytest.mark.parametrize("status", [None, "published", "draft", "archived", "soon"])
def test_an_archived_page_put_back_is_never_online_by_that_alone(
    open_window: Callable[[Path], MainWindow], qtbot: QtBot, sample_folder: Path, tmp_path: Path, status: str | None
) -> None:
    page = sample_folder / BACK
    lines = page.read_bytes().splitlines(keepends=True)
    lines = [line for line in lines if not line.startswith(b"status:")]
    page.write_bytes(b"".join(lines) + (b"" if status is None else f"\nstatus: {status}\n".encode()))
    window = open_window(sample_folder)
    archive = window.commands["archive_page"]
    if status != "archived":
        assert archive.text() == "Archive page"
        archive.trigger()
        assert "archived" in said(window)
        save_all(window, qtbot)
    assert archive.text() == "Put back as a draft"
    archive.trigger()
    assert "draft" in said(window)
    assert window.commands["undo"].text() == "Undo put Back, Hip, Knee && Leg Pain back as a draft"
    save_all(window, qtbot)
    export(sample_folder, tmp_path / "website", drafts=False)
    assert [written.stem for written in (tmp_path / "website").glob("*-*.html")] == ["headache-and-migraine"]


def test_archiving_speaks_of_the_website_only_where_the_page_is_on_it(window: MainWindow, qtbot: QtBot) -> None:
    archive = window.commands["archive_page"]
    archive.trigger()
    assert "Save it to take it off the website" in said(window)
    archive.trigger()  # a draft, and on the website still
    archive.trigger()
    assert "Save it to take it off the website" in said(window)
    save_all(window, qtbot)
    archive.trigger()
    archive.trigger()
    assert said(window) == "“Back, Hip, Knee & Leg Pain” is archived; nothing in it is lost."


def test_undo_puts_an_archived_page_back_as_what_it_was(window: MainWindow) -> None:
    before = window.editing.page
    window.commands["archive_page"].trigger()
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.editing.page is before
    assert window.session.unsaved_places == ()


def test_delete_asks_nothing_and_undo_brings_the_page_back(window: MainWindow) -> None:
    pages = named(window, "Pages", ConditionList)
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Delete)
    assert names(window) == ["Headache & Migraine"]
    assert window.editing.place == HEAD
    assert said(window) == ("“Back, Hip, Knee & Leg Pain” was deleted. Undo brings it back, and so does Deleted pages.")
    assert pages.hasFocus()
    QTest.keyClick(pages, Qt.Key.Key_Z, CTRL)
    assert names(window) == ["Back, Hip, Knee & Leg Pain", "Headache & Migraine"]
    assert window.editing.place == BACK
    assert window.session.unsaved_places == ()


def test_the_page_below_is_chosen_next_and_at_the_end_the_one_above(window: MainWindow) -> None:
    choose(window, "Headache")
    window.commands["delete_page"].trigger()
    assert window.editing.place == BACK
    window.commands["delete_page"].trigger()
    assert names(window) == []
    assert window.editing.place == "site.yaml"
    assert not window.commands["delete_page"].isEnabled()


def test_the_next_page_is_the_one_below_in_the_list(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "conditions" / "a.yaml").write_text("name: Zygoma\n", encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "Headache")
    window.commands["delete_page"].trigger()
    assert window.editing.place == "conditions/a.yaml"


def test_a_page_that_was_never_saved_comes_back_by_undo_alone(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    answer(window, qtbot, "Tennis elbow")
    assert "never saved, so Undo alone" in window.commands["delete_page"].toolTip()
    window.commands["delete_page"].trigger()
    assert "never saved" in said(window)
    assert not window.pages.deleted.isVisible()
    window.commands["undo"].trigger()
    assert "Tennis elbow" in names(window)


def test_a_deleted_page_comes_back_after_a_restart(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    before = (sample_folder / BACK).read_bytes()
    first = open_window(sample_folder)
    assert not first.pages.deleted.isVisible()
    first.commands["delete_page"].trigger()
    assert first.pages.deleted.text() == "Deleted pages (1)"
    save_all(first, qtbot)
    first.close()
    assert not (sample_folder / BACK).exists()
    again = open_window(sample_folder)
    qtbot.waitUntil(again.pages.deleted.isVisible)
    assert names(again) == ["Headache & Migraine"]
    QTest.mouseClick(again.pages.deleted, Qt.MouseButton.LeftButton)
    trash = named(again, "Deleted pages", QListWidget)
    assert trash.item(0).text() == "Back, Hip, Knee & Leg Pain"
    QTest.mouseClick(again.pages.trash.back, Qt.MouseButton.LeftButton)
    assert names(again) == ["Back, Hip, Knee & Leg Pain", "Headache & Migraine"]
    assert again.editing.place == BACK
    assert not again.pages.deleted.isVisible()
    save_all(again, qtbot)
    assert (sample_folder / BACK).read_bytes() == before


def test_keys_bring_a_deleted_page_back(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["delete_page"].trigger()
    window.commands["deleted_pages"].trigger()
    trash = named(window, "Deleted pages", QListWidget)
    qtbot.waitUntil(trash.hasFocus)
    QTest.keyClick(trash, Qt.Key.Key_Escape)
    pages = named(window, "Pages", ConditionList)
    assert pages.hasFocus()
    window.commands["deleted_pages"].trigger()
    QTest.keyClick(trash, Qt.Key.Key_Return)
    assert pages.isVisible()
    assert window.editing.place == BACK
    assert said(window) == "“Back, Hip, Knee & Leg Pain” is back."


def test_a_deleted_page_that_cannot_be_read_stays_where_it_is(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    trash = sample_folder / ".clinic-editor" / "trash"
    trash.mkdir(parents=True)
    (trash / "20260102T030405.000000Z~elbow.yaml").write_text("name: [", encoding="utf-8")
    window = open_window(sample_folder)
    qtbot.waitUntil(window.pages.deleted.isVisible)
    window.commands["deleted_pages"].trigger()
    QTest.mouseClick(window.pages.trash.back, Qt.MouseButton.LeftButton)
    assert "can't be brought back" in said(window)
    assert len(names(window)) == 2
