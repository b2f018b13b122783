from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.content.page_search import Hit
from editor.ui.pages.condition_list import ConditionList
from editor.ui.pages.entries import Entry
from editor.ui.pages.entry_model import Details
from tests.ui.records import stand

MANY = tuple(Entry(f"{number:03}", f"Page {number}", "Draft") for number in range(100))
HIT = Hit(None, None, "b", ((0, 1),))


@pytest.fixture
def pages(qtbot: QtBot) -> ConditionList:
    pages = ConditionList()
    pages.resize(240, 400)
    stand(qtbot, pages)
    pages.setFocus()
    return pages


@pytest.fixture
def told(pages: ConditionList) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    pages.chosen.connect(lambda place, hit: told.append((place, hit)))
    return told


def entries(*names: str) -> tuple[Entry, ...]:
    return tuple(Entry(name.lower(), name, "") for name in names)


def click(pages: ConditionList, row: int) -> None:
    at = pages.visualRect(pages.model().index(row, 0)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_keys_choose_a_page(pages: ConditionList, told: list[tuple[str, object]]) -> None:
    pages.show_entries(entries("A", "B"), "a")
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert told == [("b", None)]


def test_showing_chooses_nothing(pages: ConditionList, told: list[tuple[str, object]]) -> None:
    for names in (("A", "B"), ("B",), ("A", "B", "C"), (), ("C", "A", "B")):
        pages.show_entries(entries(*names), "a")
    assert told == []
    assert pages.currentIndex().data() == "A"


def test_the_chosen_page_stays_chosen_when_pages_come_and_go(pages: ConditionList) -> None:
    pages.show_entries(entries("B"), "b")
    pages.show_entries(entries("A", "B"), "b")
    assert [index.data() for index in pages.selectedIndexes()] == ["B"]


def test_the_chosen_page_can_be_clicked_again_to_go_to_what_was_found(
    pages: ConditionList, told: list[tuple[str, object]]
) -> None:
    pages.show_entries(entries("A", "B"), "b", Details({"b": HIT}.get))
    click(pages, 1)
    assert told == [("b", HIT)]


def test_the_scroll_stays_where_it_is_when_a_page_is_added(pages: ConditionList) -> None:
    pages.show_entries(MANY, "002")
    pages.verticalScrollBar().setValue(1500)
    pages.show_entries((*MANY[:50], Entry("050b", "Page 50 b", ""), *MANY[50:]), "002")
    assert pages.verticalScrollBar().value() == 1500


def test_a_page_that_is_renamed_stays_in_sight(pages: ConditionList) -> None:
    pages.show_entries(MANY, "002")
    pages.show_entries((*MANY[:2], *MANY[3:], Entry("002", "Zygoma", "")), "002")
    assert pages.viewport().rect().intersects(pages.visualRect(pages.currentIndex()))
    assert pages.currentIndex().data() == "Zygoma"


def test_the_chosen_page_stays_in_sight_when_the_list_has_less_room(pages: ConditionList) -> None:
    pages.show_entries(MANY, "007")
    pages.resize(240, 150)
    assert pages.viewport().rect().intersects(pages.visualRect(pages.currentIndex()))


def test_keys_lead_out_of_the_list(pages: ConditionList, qtbot: QtBot) -> None:
    pages.show_entries(entries("A", "B"), "a")
    with qtbot.waitSignal(pages.left):
        QTest.keyClick(pages, Qt.Key.Key_Up)
    with qtbot.waitSignal(pages.entered):
        QTest.keyClick(pages, Qt.Key.Key_Return)
    with qtbot.waitSignal(pages.delete_wanted):
        QTest.keyClick(pages, Qt.Key.Key_Delete)


def test_letters_go_to_a_name(pages: ConditionList, told: list[tuple[str, object]]) -> None:
    pages.show_entries(entries("Ankle", "Back", "Hip"), "ankle")
    QTest.keyClicks(pages, "hi")
    assert told[-1] == ("hip", None)


def test_entries_are_high_enough_to_click(pages: ConditionList) -> None:
    pages.show_entries(entries("A"), "a")
    assert pages.visualRect(pages.model().index(0, 0)).height() >= 28
