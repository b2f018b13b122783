"""Suggestions for journal and publisher, with real keys and clicks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.content.page_changes import put_study
from editor.session import Session
from editor.ui.completing.study_completing import StudyCompleting
from editor.ui.completing.suggestion_list import SuggestionList
from editor.ui.forms.text_box import TextBox
from editor.ui.knowing import Knowing
from tests.ui.records import named, page_of, stand
from tests.ui.studies.desk import CTRL, NO_KEY, Desk

BACK = "conditions/back-hip-knee-leg-pain.yaml"
JOURNALS = ("Acupuncture in Medicine", "Acupuncture Research", "JAMA", "Médecine")


class CompletingDesk(Desk):
    """A desk beside a site whose studies have the journals above, the first twice."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        super().__init__()
        self.view.resize(600, 700)
        self.knowing = Knowing(session, self.view)
        self.completing = StudyCompleting(self.knowing, self.view, self.view)
        with qtbot.waitSignal(self.knowing.changed):
            stand(qtbot, self.view)
            self.show(page_of("abc"), "a")

    @property
    def offered(self) -> list[str]:
        """What the list in sight says."""
        lists = [one for one in self.view.findChildren(SuggestionList) if one.isVisible()]
        assert len(lists) <= 1
        return [str(one.model().index(row, 0).data()) for one in lists for row in range(one.model().rowCount())]

    @property
    def list(self) -> SuggestionList:
        (found,) = [one for one in self.view.findChildren(SuggestionList) if one.isVisible()]
        return found

    @property
    def journal(self) -> str:
        return self.page.study_list[0].journal or ""

    def go_to_box(self, name: str = "Journal") -> TextBox:
        """Click into a box of the card."""
        box = named(self.view.card, name, TextBox)
        self.view.card.ensureWidgetVisible(box)
        QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton)
        return box


@pytest.fixture
def desk(qtbot: QtBot, sample_folder: Path) -> CompletingDesk:
    session = Session.open(sample_folder)
    for place in session.page_places:
        page = session.page(place)
        assert page is not None
        studies = [
            replace(page.study_list[0], key=f"{place} {name}", journal=name, publisher=f"{name} Society")
            for name in JOURNALS[: 4 if place == BACK else 1]
        ]
        session.edit_page("journals", place, lambda page, studies=studies: replace(page, studies=tuple(studies)))
    return CompletingDesk(qtbot, session)


def compose(box: TextBox, composed: str, committed: str = "") -> None:
    event = QInputMethodEvent(composed, [])
    event.setCommitString(committed)
    QApplication.sendEvent(box, event)


def test_a_journal_is_completed_on_the_card_and_only_when_picked(desk: CompletingDesk) -> None:
    box = desk.go_to_box()
    desk.type("ac")
    assert desk.offered == ["Acupuncture in Medicine", "Acupuncture Research"]
    assert desk.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) is None
    desk.type("u")
    assert desk.journal == "acu"
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.list.chosen() == "Acupuncture Research"
    desk.press(Qt.Key.Key_Up)
    heard = desk.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Acupuncture in Medicine, used in 2 studies"
    assert desk.journal == "acu"
    desk.press(Qt.Key.Key_Return)
    assert desk.journal == box.text() == "Acupuncture in Medicine"
    assert desk.offered == []
    assert box.hasFocus()
    desk.type("x")
    assert desk.journal == "Acupuncture in Medicinex"


def test_escape_closes_the_list_alone_and_typing_goes_on(desk: CompletingDesk) -> None:
    box = desk.go_to_box()
    desk.type("acu")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Escape)
    assert (desk.offered, box.text(), box.hasFocus()) == ([], "acu", True)
    desk.type("p")
    assert len(desk.offered) == 2
    desk.press(Qt.Key.Key_Backspace)
    assert len(desk.offered) == 2
    desk.type("x")
    assert desk.offered == []


def test_tab_takes_and_goes_on_and_takes_nothing_that_is_not_chosen(desk: CompletingDesk) -> None:
    box = desk.go_to_box()
    desk.type("jam")
    desk.press(Qt.Key.Key_Tab)
    assert (desk.journal, desk.offered, box.hasFocus()) == ("jam", [], False)
    box = desk.go_to_box("Publisher")
    desk.type("jam")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Tab)
    assert desk.page.study_list[0].publisher == "JAMA Society"
    assert not box.hasFocus()


def test_a_click_takes_and_one_elsewhere_closes_the_list(desk: CompletingDesk) -> None:
    box = desk.go_to_box()
    desk.type("m")
    assert desk.offered == ["Médecine", "Acupuncture in Medicine"]
    rows = desk.list
    assert rows.rect().height() >= 2 * 28
    at = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, NO_KEY, at)
    assert (desk.journal, desk.offered, box.hasFocus()) == ("Médecine", [], True)
    box.selectAll()
    desk.type("j")
    assert desk.offered == ["JAMA"]
    desk.go_to_box("Title")
    assert desk.offered == []


def test_the_list_closes_where_the_text_becomes_another_without_being_typed(desk: CompletingDesk) -> None:
    desk.go_to_box()
    desk.type("acu")
    assert desk.offered
    desk.show(put_study(desk.page, replace(desk.page.study_list[0], journal="undone")), "a")
    assert desk.offered == []


def test_a_word_that_is_composed_is_left_alone(desk: CompletingDesk) -> None:
    box = desk.go_to_box()
    desk.type("me")
    assert desk.offered
    compose(box, "zhen")
    assert desk.offered == []
    compose(box, "", "d")
    assert desk.journal == "med"
    assert desk.offered == ["Médecine", "Acupuncture in Medicine"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_what_completes_a_cell_then_does_what_it_does_in_a_cell(desk: CompletingDesk, key: Qt.Key) -> None:
    places = []
    for typed in ("xy", "ja"):
        desk.open_cell(0, "journal")
        desk.press(Qt.Key.Key_A, CTRL)
        desk.type(typed)
        if typed == "ja":
            assert desk.offered == ["JAMA"]
            desk.press(Qt.Key.Key_Down)
        desk.press(key)
        assert desk.offered == []
        index = desk.table.currentIndex()
        places.append((index.row(), index.column(), desk.table.indexWidget(index) is None))
    assert desk.journal == "JAMA"
    assert places[0] == places[1]


def test_escape_in_a_cell_closes_the_list_and_the_next_one_the_cell(desk: CompletingDesk) -> None:
    box = desk.open_cell(0, "journal")
    desk.type("ja")
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Escape)
    assert (desk.journal, desk.offered, box.hasFocus()) == ("ja", [], True)
    desk.press(Qt.Key.Key_Escape)
    assert desk.journal == ""
    assert desk.table.hasFocus()


def test_the_list_of_a_cell_is_cut_off_by_nothing(desk: CompletingDesk) -> None:
    box = desk.open_cell(2, "journal")
    desk.type("a")
    rows, window = desk.list, desk.view
    assert rows.visibleRegion().boundingRect() == rows.rect()
    assert window.rect().contains(rows.geometry())
    assert rows.height() >= len(desk.offered) * 28
    assert not rows.geometry().intersects(box.rect().translated(box.mapTo(window, QPoint(0, 0))))
    desk.view.resize(600, 320)
    assert window.rect().contains(rows.geometry())


def test_the_list_stands_above_a_box_that_has_more_room_there(desk: CompletingDesk) -> None:
    desk.view.resize(600, 420)
    box = desk.go_to_box("Publisher")
    desk.type("s")
    assert len(desk.offered) == 4
    rows, window = desk.list, desk.view
    assert rows.geometry().bottom() < box.mapTo(window, QPoint(0, 0)).y()
    assert window.rect().contains(rows.geometry())
