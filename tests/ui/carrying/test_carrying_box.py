"""The question what shall be carried over to other pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from editor.content.carrying import CarriedChange, carried_changes
from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.ui.carrying.carrying_box import CarryingBox
from editor.ui.comparing.difference_list import rows_below

FIRST = Study(title="Knee", summary="We found much.")
NOW = replace(FIRST, summary="We found more.", study_type="cohort")
NAMES = {"a": "Ache", "b": "Back", "c": "Calf"}


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[CarryingBox]:
    window = QWidget()
    qtbot.addWidget(window)
    there = [
        Standing("a", replace(FIRST, key="1")),
        Standing("b", replace(FIRST, key="2")),
        Standing("c", replace(FIRST, key="3", summary="In calves.", study_type="cohort")),
    ]
    box = CarryingBox("Knee", carried_changes(FIRST, NOW, there), NAMES, ["b"], ["hip", "wrist"], window)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    yield box
    box.reject()
    window.close()


def row(box: CarryingBox, page: str, field: str) -> QTreeWidgetItem:
    rows = [row for one in box.list.pages() if one.text(0) == page for row in rows_below(one)]
    (found,) = [row for row in rows if row.text(0) == field]
    return found


def ticked(box: CarryingBox) -> list[tuple[str, str]]:
    return [(change.page, change.field.name) for change in box.ticked()]


def test_corrections_are_ticked_and_what_the_page_words_itself_is_not(box: CarryingBox) -> None:
    assert ticked(box) == [("a", "summary"), ("a", "study_type")]
    assert box.carry.text() == "Change 1 page"
    assert row(box, "Calf", "Summary").text(1) == "has other words there"
    row(box, "Calf", "Summary").setCheckState(0, Qt.CheckState.Checked)
    assert box.carry.text() == "Change 2 pages"


def test_a_page_that_cannot_be_changed_is_told_and_not_ticked(box: CarryingBox) -> None:
    (page,) = [page for page in box.list.pages() if page.text(0) == "Back"]
    assert page.text(1) == "can't be changed until its file is mended"
    for one in (page, row(box, "Back", "Summary")):
        assert not one.flags() & Qt.ItemFlag.ItemIsUserCheckable
    said = [label.text() for label in box.findChildren(QLabel)]
    assert "Not looked at, as their files have to be mended first: hip, wrist." in said


def test_kinds_of_studies_are_shown_in_words(box: CarryingBox) -> None:
    box.list.setCurrentItem(row(box, "Ache", "Kind of study"))
    assert (box.texts.mine.toPlainText(), box.texts.theirs.toPlainText()) == ("", "Cohort study")


def test_only_a_click_on_the_button_agrees(box: CarryingBox, qtbot: QtBot) -> None:
    agreed: list[list[CarriedChange]] = []
    box.agreed.connect(agreed.append)
    box.list.setFocus()
    for name in ("Summary", "Kind of study"):
        box.list.setCurrentItem(row(box, "Ache", name))
        QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert (ticked(box), box.carry.isEnabled(), box.carry.toolTip()) == ([], False, "Tick what shall be carried over.")
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    with qtbot.waitSignal(box.agreed):
        QTest.mouseClick(box.carry, Qt.MouseButton.LeftButton)
    assert [change.field.name for change in agreed[0]] == ["study_type"]
    assert not box.isVisible()
