from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.pages.condition_list import ConditionList, Entry, EntryModel, entries_of

BACK = "conditions/back-hip-knee-leg-pain.yaml"


@pytest.fixture
def session(sample_folder: Path) -> Session:
    (sample_folder / "conditions" / "broken.yaml").write_text("name: [", encoding="utf-8")
    (sample_folder / "conditions" / "empty.yaml").write_text("name: Ankle\nstatus: draft\n", encoding="utf-8")
    (sample_folder / "conditions" / "twice.yaml").write_text("name: A\nname: B\n", encoding="utf-8")
    return Session.open(sample_folder)


def test_the_list_says_what_staff_need_to_know(session: Session) -> None:
    assert [(entry.name, entry.detail) for entry in entries_of(session)] == [
        ("Shared texts", "The same on every page"),
        ("Ankle", "Draft, no studies"),
        ("B", "Can't be changed"),
        ("Back, Hip, Knee & Leg Pain", "Published, 7 studies"),
        ("broken", "Can't be read"),
        ("Headache & Migraine", "Published, 5 studies"),
    ]


def test_a_page_with_changes_is_marked(session: Session) -> None:
    editing = Editing(session)
    editing.choose(BACK)
    editing.edit_field(field_named(PAGE_FIELDS, "intro"), "New")
    assert [entry.place for entry in entries_of(session) if entry.unsaved] == [BACK]


def test_a_mark_is_shown_and_told_to_screen_readers(qtbot: QtBot) -> None:
    pages = ConditionList()
    qtbot.addWidget(pages)
    pages.show_entries((Entry("a", "Pain", "Draft", unsaved=True),), "a")
    index = pages.model().index(0, 0)
    assert index.data() == "Pain*\nDraft"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Pain, Draft, not saved yet"


def test_the_keys_choose_a_page(qtbot: QtBot) -> None:
    pages = ConditionList()
    qtbot.addWidget(pages)
    pages.show_entries((Entry("a", "A", ""), Entry("b", "B", "")), "a")
    told: list[str] = []
    pages.chosen.connect(told.append)
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert told == ["b"]


def test_the_chosen_page_stays_chosen_when_pages_come_and_go(qtbot: QtBot) -> None:
    pages = ConditionList()
    qtbot.addWidget(pages)
    pages.show_entries((Entry("b", "B", ""),), "b")
    pages.show_entries((Entry("a", "A", ""), Entry("b", "B", "")), "b")
    assert pages.currentIndex().row() == 1


def test_only_what_changed_is_told_to_the_view() -> None:
    model = EntryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_entries((Entry("a", "A", ""), Entry("b", "B", "")))
    rows: list[int] = []
    model.dataChanged.connect(lambda start, _end: rows.append(start.row()))
    model.show_entries((Entry("a", "A", ""), Entry("b", "B", "", unsaved=True)))
    assert rows == [1]
