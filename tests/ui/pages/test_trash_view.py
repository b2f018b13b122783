from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.session import DeletedPage, Session
from editor.ui.pages.entry_model import Role
from editor.ui.pages.trash_view import TrashView
from tests.ui.records import stand

BACK, HEAD = "conditions/back-hip-knee-leg-pain.yaml", "conditions/headache-and-migraine.yaml"


@pytest.fixture
def view(qtbot: QtBot) -> TrashView:
    view = TrashView()
    view.resize(240, 500)
    stand(qtbot, view)
    return view


@pytest.fixture
def deleted(sample_folder: Path) -> tuple[DeletedPage, ...]:
    """A page whose deletion is not saved yet, and one that is in the trash."""
    session = Session.open(sample_folder)
    session.delete_page(HEAD)
    session.save(HEAD)
    session.delete_page(BACK)
    return session.deleted_pages


def shown(view: TrashView) -> list[tuple[str, str]]:
    items = [view.list.item(row) for row in range(view.list.count())]
    return [(item.data(Role.NAME).text, item.data(Role.DETAIL).text) for item in items]


def test_it_says_what_was_deleted_and_when(view: TrashView, deleted: tuple[DeletedPage, ...]) -> None:
    view.show_deleted(deleted)
    (unsaved, unsaved_when), (saved, saved_when) = shown(view)
    assert (unsaved, unsaved_when) == ("Back, Hip, Knee & Leg Pain", "Deleted, not saved yet")
    assert saved == "Headache & Migraine"
    assert saved_when.startswith("Deleted ")
    assert deleted[1].when is not None
    assert abs(deleted[1].when - datetime.now(UTC)).total_seconds() < 60


def test_the_chosen_page_is_brought_back(view: TrashView, deleted: tuple[DeletedPage, ...], qtbot: QtBot) -> None:
    view.show_deleted(deleted)
    view.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.restore_wanted) as wanted:
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert wanted.args == [deleted[1]]


def test_the_row_stays_where_a_page_above_has_come_back(view: TrashView, deleted: tuple[DeletedPage, ...]) -> None:
    three = (*deleted, replace(deleted[1], name="Elbow", place="conditions/elbow.yaml"))
    view.show_deleted(three)
    view.list.setCurrentRow(2)
    view.show_deleted(three[1:])
    assert view.list.currentRow() == 1
    view.show_deleted(three[:1])
    assert view.list.currentRow() == 0
    assert view.back.isEnabled()
    view.show_deleted(())
    assert not view.back.isEnabled()
