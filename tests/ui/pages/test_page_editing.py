"""Pages that come, change and go, by the keys, clicks and menus of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from tests.ui.pages.hands import BACK, HEAD, NEW, answer, names, said, save_all
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, box, choose


def test_a_new_page_asks_for_its_name_alone(window: MainWindow, qtbot: QtBot, sample_folder: Path) -> None:
    QTest.mouseClick(window.pages.new, Qt.MouseButton.LeftButton)
    form = window.pages.name_form
    qtbot.waitUntil(form.name.hasFocus)
    assert not form.agree.isEnabled()
    QTest.keyClicks(form.name, "Tennis elbow")
    assert form.remark() == "Address: /conditions/tennis-elbow/"
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert names(window) == ["Back, Hip, Knee & Leg Pain", "Headache & Migraine", "Tennis elbow"]
    assert window.editing.place == NEW
    assert "draft" in said(window)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.view.isAncestorOf(focus)
    save_all(window, qtbot)
    assert "name: Tennis elbow" in (sample_folder / NEW).read_text(encoding="utf-8")


def test_a_page_begun_while_others_are_read_takes_the_place_of_none(
    make_window: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "conditions"
    folder.mkdir()
    for number in range(600):
        (folder / f"page-{number}.yaml").write_text(f"name: Page {number}\n", encoding="utf-8")
    (folder / "tennis-elbow.yaml").write_text("name: Tennis elbow\nintro: A colleague's words\n", encoding="utf-8")
    window = make_window(tmp_path)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(window.commands["new_page"].isEnabled, timeout=10_000)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    answer(window, qtbot, "Tennis elbow")
    assert window.opening.is_reading
    begun = window.editing.place
    QTest.keyClicks(box(window, "Introduction"), "My own words")
    qtbot.waitUntil(lambda: not window.opening.is_reading)
    assert begun != NEW
    intros = {place: page.intro for place in (NEW, begun) if (page := window.session.page(place)) is not None}
    assert intros == {NEW: "A colleague's words", begun: "My own words"}
    assert window.session.unsaved_places == (begun,)


def test_escape_begins_no_page(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    form = window.pages.name_form
    qtbot.waitUntil(form.name.hasFocus)
    QTest.keyClicks(form.name, "Tennis elbow")
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert len(names(window)) == 2
    assert named(window, "Pages", ConditionList).hasFocus()
    assert window.pages.new.isVisible()


def test_a_blank_name_begins_no_page(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    answer(window, qtbot, "   ")
    assert window.pages.name_form.isVisible()
    assert len(names(window)) == 2


def test_a_name_that_is_there_already_gets_an_address_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(window.pages.name_form.name.hasFocus)
    QTest.keyClicks(window.pages.name_form.name, "headache & migraine")
    remark = window.pages.name_form.remark()
    assert remark.startswith("There is a page of this name already.")
    assert "/conditions/headache-migraine/" in remark


def test_a_new_page_is_in_sight_whatever_was_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.pages.finder.search, "migraine")
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    answer(window, qtbot, "Tennis elbow")
    assert "Tennis elbow" in names(window)
    assert window.pages.finder.search.text() == ""


def test_a_page_is_duplicated_and_filled(window: MainWindow, qtbot: QtBot, sample_folder: Path) -> None:
    before = (sample_folder / BACK).read_bytes()
    window.commands["duplicate_page"].trigger()
    qtbot.waitUntil(window.pages.name_form.name.hasFocus)
    assert window.pages.name_form.name.selectedText() == "Back, Hip, Knee & Leg Pain"
    answer(window, qtbot, "Tennis elbow")
    page = window.editing.page
    assert page is not None
    assert (page.name, page.status, page.studies, page.review_due) == ("Tennis elbow", "draft", None, None)
    assert box(window, "Introduction").text().startswith("Pain in the back")
    QTest.keyClicks(box(window, "Introduction"), "Elbows hurt. ")
    window.commands["add_study"].trigger()
    QTest.keyClicks(named(window.view.studies.card, "Title", TextBox), "A trial")
    save_all(window, qtbot)
    written = (sample_folder / NEW).read_text(encoding="utf-8")
    assert "Elbows hurt. Pain in the back" in written
    assert "title: A trial" in written
    assert (sample_folder / BACK).read_bytes() == before


def test_a_copy_tells_where_the_other_condition_still_stands(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("title", "intro"):
        window.editing.edit_field(field_named(PAGE_FIELDS, name), "Back, hip, KNEE & leg pain in brief")
    window.commands["duplicate_page"].trigger()
    answer(window, qtbot, "Tennis elbow")
    assert window.editing.page is not None
    assert window.editing.page.title is None
    assert said(window).endswith(" “Back, Hip, Knee & Leg Pain” still stands in: Introduction.")


def test_a_page_is_renamed_and_keeps_its_address(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(named(window, "Pages", ConditionList), Qt.Key.Key_F2)
    answer(window, qtbot, "Backs")
    assert names(window)[0] == "Backs"
    assert window.editing.place == BACK
    assert window.commands["undo"].text() == "Undo rename Back, Hip, Knee && Leg Pain to Backs"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert names(window)[0] == "Back, Hip, Knee & Leg Pain"


def test_the_address_follows_the_name_where_that_is_ticked(
    window: MainWindow, qtbot: QtBot, sample_folder: Path
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F2, SHIFT)
    form = window.pages.name_form
    qtbot.waitUntil(form.name.hasFocus)
    QTest.keyClicks(form.name, "Backs")
    assert form.remark() == "The address stays /conditions/back-hip-knee-leg-pain/"
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    QTest.keyClick(form.tick, Qt.Key.Key_Space)
    assert form.remark().startswith("New address: /conditions/backs/")
    QTest.keyClick(form.tick, Qt.Key.Key_Tab)
    QTest.keyClick(form.agree, Qt.Key.Key_Return)
    assert window.editing.place == "conditions/backs.yaml"
    save_all(window, qtbot)
    assert not (sample_folder / BACK).exists()
    assert "- back-hip-knee-leg-pain" in (sample_folder / "conditions/backs.yaml").read_text(encoding="utf-8")


def test_after_a_rename_what_still_says_the_old_name_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.editing.edit_field(field_named(PAGE_FIELDS, "heading"), "Back, hip, knee &\nleg  pain and you")
    window.commands["rename_page"].trigger()
    answer(window, qtbot, "Backs")
    still_in_sentence = "Name in a sentence still says “back, hip, knee & leg pain”."
    still_in_heading = "Heading still says “Back, hip, knee & leg pain and you”."
    assert said(window) == f"{still_in_sentence} {still_in_heading}"
    window.editing.edit_field(field_named(PAGE_FIELDS, "heading"), "Acupuncture and you")
    window.commands["rename_page"].trigger()
    answer(window, qtbot, "Spines")
    assert said(window) == still_in_sentence, "of whatever page that was, but not a heading that names none"


def test_a_page_that_keeps_its_name_says_no_old_one(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["rename_page"].trigger()
    qtbot.waitUntil(window.pages.name_form.name.hasFocus)
    QTest.keyClick(window.pages.name_form.name, Qt.Key.Key_Return)
    assert not window.pages.name_form.isVisible()
    assert said(window) == ""


def test_f2_renames_only_in_the_list(window: MainWindow) -> None:
    """In the table of studies the same key edits a cell, so elsewhere it does nothing, and no menu names it."""
    QTest.keyClick(box(window, "Introduction"), Qt.Key.Key_F2)
    assert not window.pages.name_form.isVisible()
    assert "F2" not in [action.shortcut().toString() for action in window.commands.all]
    pages = named(window, "Pages", ConditionList)
    choose(window, "Shared texts")
    QTest.keyClick(pages, Qt.Key.Key_F2)
    assert said(window) == "Choose a page first."
    assert not window.pages.name_form.isVisible()


def test_the_menu_of_an_entry_is_about_that_entry(window: MainWindow) -> None:
    pages = named(window, "Pages", ConditionList)
    at = pages.visualRect(pages.model().index(2, 0)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    pages.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.editing.place == HEAD
    (delete,) = [action for action in menu.actions() if action.text() == "Delete page"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(delete).center())
    assert names(window) == ["Back, Hip, Knee & Leg Pain"]


@pytest.mark.parametrize("name", ["duplicate_page", "rename_page", "archive_page", "delete_page"])
def test_shared_texts_are_no_page(window: MainWindow, name: str) -> None:
    choose(window, "Shared texts")
    action = window.commands[name]
    assert (action.isEnabled(), action.toolTip()) == (False, "Choose a page first.")
    QTest.keyClick(named(window, "Pages", ConditionList), Qt.Key.Key_Delete)
    assert len(names(window)) == 2
    assert said(window) == "Choose a page first."


def test_a_broken_page_is_left_alone(open_window: Callable[[Path], MainWindow], sample_folder: Path) -> None:
    broken = sample_folder / "conditions" / "knee.yaml"
    broken.write_text("name: [", encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "knee")
    assert not window.commands["delete_page"].isEnabled()
    assert "mended" in window.commands["delete_page"].toolTip()


def test_a_page_that_goes_while_its_name_is_asked_for_is_not_renamed(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    answer(window, qtbot, "Tennis elbow")
    window.commands["rename_page"].trigger()
    window.commands["undo"].trigger()
    answer(window, qtbot, "Golf elbow")
    assert "not there any more" in said(window)
    assert "Golf elbow" not in names(window)
