"""Looking for pages in the window, with the keys and clicks of somebody who does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.arrange_button import ArrangeButton
from editor.ui.pages.condition_list import ConditionList
from editor.ui.pages.entry_model import Role
from editor.ui.pages.search_box import SearchBox
from tests.ui.records import named
from tests.ui.window import CTRL, choose

BACK, HEAD = "conditions/back-hip-knee-leg-pain.yaml", "conditions/headache-and-migraine.yaml"


@pytest.fixture
def pages(window: MainWindow) -> ConditionList:
    return named(window, "Pages", ConditionList)


@pytest.fixture
def search(window: MainWindow) -> SearchBox:
    return named(window, "Search all pages", SearchBox)


def look_for(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Press Ctrl+F and type; then wait until all pages have been looked through."""
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    box = named(window, "Search all pages", SearchBox)
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box, words)
    qtbot.waitUntil(lambda: not window.pages.finder.is_looking)


def names(pages: ConditionList) -> list[str]:
    model = pages.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def second_line(pages: ConditionList, row: int) -> tuple[str, list[str]]:
    """What stands below a name, and the words in it that stand out."""
    line = pages.model().index(row, 0).data(Role.DETAIL)
    return line.text, [line.text[start:end] for start, end in line.spans]


def words_in_sight(window: MainWindow) -> list[str]:
    kinds: tuple[type[QWidget], ...] = (QLabel, QAbstractButton)
    found = [widget for kind in kinds for widget in window.pages.findChildren(kind) if widget.isVisible()]
    return [widget.text() for widget in found if isinstance(widget, QLabel | QAbstractButton) and widget.text()]


def button(window: MainWindow, text: str) -> QAbstractButton:
    (found,) = [one for one in window.pages.findChildren(QAbstractButton) if one.text() == text and one.isVisible()]
    return found


def pick(window: MainWindow, words: str) -> None:
    """Open the menu that sorts and chooses with a click, and pick from it by the keys."""
    opener = named(window, "Sort and choose pages", ArrangeButton)
    menu = opener.menu()
    (action,) = [action for action in menu.actions() if action.text() == words]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _in_menu(menu, action.text()))


def _in_menu(menu: QMenu, words: str) -> QPoint:
    menu.popup(QPoint(0, 0))
    (action,) = [action for action in menu.actions() if action.text() == words]
    return menu.actionGeometry(action).center()


def test_a_page_is_found_by_an_author(
    window: MainWindow, pages: ConditionList, search: SearchBox, qtbot: QtBot
) -> None:
    choose(window, "Headache")
    look_for(window, qtbot, "zhang r")
    assert names(pages)[0] == "Back, Hip, Knee & Leg Pain"
    assert second_line(pages, 0) == ("Authors: … Mo Z, Zhang R", ["Zhang R"])
    assert window.editing.place == HEAD
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert window.editing.place == BACK
    assert window.view.shows_studies
    assert window.editing.study is not None
    assert window.editing.study.authors == "Tang S, Mo Z, Zhang R"
    assert pages.hasFocus()
    assert named(window.view.studies.card, "Authors", TextBox).text() == "Tang S, Mo Z, Zhang R"


def test_enter_goes_right_into_the_first_page_found(window: MainWindow, search: SearchBox, qtbot: QtBot) -> None:
    look_for(window, qtbot, "migraine")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert window.editing.place == HEAD
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.view.isAncestorOf(focus)


def test_a_hit_in_a_text_of_the_page_shows_its_texts(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    look_for(window, qtbot, "see a doctor first numb")
    QTest.keyClick(pages, Qt.Key.Key_Down)
    choose(window, "Back")
    assert not window.view.shows_studies


def test_a_name_that_was_found_leaves_the_view_as_it_is(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    look_for(window, qtbot, "MIGRAINE")
    name = pages.model().index(0, 0).data(Role.NAME)
    assert [name.text[start:end] for start, end in name.spans] == ["Migraine"]
    choose(window, "Headache")
    assert window.view.shows_studies


def test_names_are_listed_before_texts(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    (sample_folder / "conditions" / "ankle.yaml").write_text("name: Ankle\nintro: No migraine.\n", encoding="utf-8")
    window = open_window(sample_folder)
    look_for(window, qtbot, "migraine")
    assert names(named(window, "Pages", ConditionList)) == ["Headache & Migraine", "Ankle"]


def test_the_shared_texts_are_found_too(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    look_for(window, qtbot, "no website changes")
    assert names(pages) == ["Shared texts"]


def test_escape_brings_all_pages_back_and_the_chosen_one_is_still_chosen(
    window: MainWindow, pages: ConditionList, search: SearchBox, qtbot: QtBot
) -> None:
    look_for(window, qtbot, "migraine")
    assert names(pages) == ["Headache & Migraine"]
    assert pages.selectedIndexes() == []
    assert window.editing.place == BACK
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert [index.data() for index in pages.selectedIndexes()] == ["Back, Hip, Knee & Leg Pain"]
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert pages.hasFocus()
    QTest.keyClick(pages, Qt.Key.Key_Home)
    QTest.keyClick(pages, Qt.Key.Key_Up)
    assert search.hasFocus()


def test_what_is_hidden_is_told_and_can_be_shown(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    assert "Show all" not in words_in_sight(window)
    look_for(window, qtbot, "migraine")
    assert {"1 of 2 pages", "Show all"} <= set(words_in_sight(window))
    QTest.mouseClick(button(window, "Show all"), Qt.MouseButton.LeftButton)
    assert len(names(pages)) == 3
    assert "Show all" not in words_in_sight(window)


def test_where_nothing_is_found_it_says_what_to_do(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    look_for(window, qtbot, "xyzzy")
    assert names(pages) == []
    assert "No page has these words. Check the spelling, or type fewer of them." in words_in_sight(window)


def test_words_typed_into_a_page_are_found_at_once(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    look_for(window, qtbot, "xyzzy")
    QTest.keyClicks(named(window.view.page_form, "Name", TextBox), "xyzzy ")
    qtbot.waitUntil(lambda: names(pages) == ["xyzzy Back, Hip, Knee & Leg Pain"])


def test_the_search_comes_into_sight_where_the_list_is_hidden(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert not window.pages.isVisible()
    look_for(window, qtbot, "migraine")
    assert window.pages.isVisible()
    assert window.panes.list_shown()


def test_only_some_pages_are_shown_and_the_chosen_one_stays_chosen(window: MainWindow, pages: ConditionList) -> None:
    choose(window, "Headache")
    window.commands["archive_page"].trigger()
    choose(window, "Back")
    pick(window, "Archived")
    assert names(pages) == ["Shared texts", "Headache & Migraine"]
    assert "Archived: 1 of 2 pages" in words_in_sight(window)
    assert window.editing.place == BACK
    pick(window, "Drafts")
    assert names(pages) == []
    assert "There is no such page now." in words_in_sight(window)
    QTest.mouseClick(button(window, "Show all"), Qt.MouseButton.LeftButton)
    assert [index.data() for index in pages.selectedIndexes()] == ["Back, Hip, Knee & Leg Pain"]


def test_a_page_leaves_the_list_of_unsaved_ones_with_its_save(
    window: MainWindow, pages: ConditionList, qtbot: QtBot
) -> None:
    QTest.keyClicks(named(window.view.page_form, "Name", TextBox), "x")
    pick(window, "Not saved yet")
    assert names(pages) == ["Shared texts", "xBack, Hip, Knee & Leg Pain"]
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert names(pages) == []
    assert window.editing.place == BACK


def test_the_order_is_chosen_and_stays_with_all_pages_shown(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    (sample_folder / "conditions" / "ankle.yaml").write_text("name: Ankle\nreview_due: '2020'\n", encoding="utf-8")
    window = open_window(sample_folder)
    pages = named(window, "Pages", ConditionList)
    assert names(pages)[1] == "Ankle"
    pick(window, "Number of studies, most first")
    assert names(pages) == ["Shared texts", "Back, Hip, Knee & Leg Pain", "Headache & Migraine", "Ankle"]
    pick(window, "Next review, most urgent first")
    assert names(pages)[1] == "Ankle"
    assert second_line(pages, 1)[0] == "Next review 2020"
    pick(window, "Review is due")
    assert names(pages) == ["Shared texts", "Ankle"]
    look_for(window, qtbot, "migraine")
    assert names(pages) == []
    assert any(text.startswith("None of these pages has these words.") for text in words_in_sight(window))


def test_a_folder_without_pages_says_so(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    for page in (sample_folder / "conditions").iterdir():
        page.unlink()
    window = open_window(sample_folder)
    qtbot.waitUntil(lambda: "There are no pages yet." in words_in_sight(window))
    assert button(window, "New page").isEnabled()


def test_a_hit_in_a_part_that_is_closed_opens_it(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    page = sample_folder / "conditions" / "ankle.yaml"
    page.write_text("name: Ankle\ndescription: Xyzzy of the foot.\nstudies:\n- title: A\n", encoding="utf-8")
    window = open_window(sample_folder)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    look_for(window, qtbot, "xyzzy")
    assert not named(window.view.page_form, "Description", TextBox).isVisible()
    choose(window, "Ankle")
    qtbot.waitUntil(named(window.view.page_form, "Description", TextBox).isVisible)


def test_a_hit_at_the_end_of_a_study_s_card_is_brought_into_sight(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    page = sample_folder / "conditions" / "ankle.yaml"
    page.write_text("name: Ankle\nstudies:\n- title: A\n- title: B\n  note: Xyzzy\n", encoding="utf-8")
    window = open_window(sample_folder)
    look_for(window, qtbot, "xyzzy")
    choose(window, "Ankle")
    card = window.view.studies.card
    note = named(card, "Note for staff", TextBox)
    assert note.text() == "Xyzzy"
    qtbot.waitUntil(lambda: card.viewport().rect().contains(note.mapTo(card.viewport(), note.rect().center())))


def test_the_best_hits_are_in_sight_and_afterwards_the_chosen_page(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    for number in range(60):
        page = sample_folder / "conditions" / f"page-{number:02}.yaml"
        page.write_text(f"name: Page {number:02}\nintro: Xyzzy.\n", encoding="utf-8")
    window = open_window(sample_folder)
    pages = named(window, "Pages", ConditionList)
    window.editing.choose("conditions/page-50.yaml")
    look_for(window, qtbot, "xyzzy")
    assert pages.indexAt(QPoint(4, 4)).data() == "Page 00"
    QTest.keyClick(window.pages.finder.search, Qt.Key.Key_Escape)
    assert pages.viewport().rect().contains(pages.visualRect(pages.currentIndex()).center())
    assert pages.currentIndex().data() == "Page 50"


def test_delete_takes_away_no_page_that_is_hidden(window: MainWindow, pages: ConditionList, qtbot: QtBot) -> None:
    look_for(window, qtbot, "migraine")
    assert window.editing.place == BACK
    pages.setFocus()
    QTest.keyClick(pages, Qt.Key.Key_Delete)
    assert len(window.session.page_places) == 2


def test_tab_goes_through_the_pane_in_reading_order(window: MainWindow, qtbot: QtBot) -> None:
    look_for(window, qtbot, "migraine")
    met = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus.accessibleName() or (focus.text() if isinstance(focus, QAbstractButton) else ""))
    assert met == ["Sort and choose pages", "Show all pages", "Pages", "New page"]
