"""Saving and reading from the window, on real folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.session import Session
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.not_saved_box import NotSavedBox
from editor.ui.saving import Saving

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


class Office:
    """A session with its saving, and a window for the messages."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.background = Background(self.window)
        self.session = Session.open(folder)
        self.editing = Editing(self.session)
        self.saving = Saving(self.session, self.background, self.window)

    def change(self, place: str, text: str) -> None:
        self.editing.choose(place)
        self.editing.edit_field(field_named(PAGE_FIELDS, "name"), text)

    def box(self) -> NotSavedBox:
        (box,) = self.window.findChildren(NotSavedBox)
        return box

    def click(self, text: str) -> None:
        (button,) = [found for found in self.box().findChildren(QPushButton) if found.text().replace("&", "") == text]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.background.close()


def test_all_changed_pages_are_saved_one_after_the_other(office: Office, sample_folder: Path, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.change(HEAD, "Head")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save(office.session.unsaved_places)
    assert office.session.unsaved_places == ()
    assert 'name: "Back"' in (sample_folder / BACK).read_text(encoding="utf-8")
    assert "name: Head" in (sample_folder / HEAD).read_text(encoding="utf-8")
    assert office.saving.last_saved is not None


def test_what_is_typed_during_a_save_is_not_lost(office: Office, sample_folder: Path, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
        office.change(BACK, "Back pain")
    assert office.session.unsaved_places == (BACK,)
    assert 'name: "Back"' in (sample_folder / BACK).read_text(encoding="utf-8")


def test_a_save_over_a_colleagues_version_is_refused_and_explained(
    office: Office, sample_folder: Path, qtbot: QtBot
) -> None:
    office.change(BACK, "Back")
    (sample_folder / BACK).write_text("name: Colleague's\n", encoding="utf-8")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
    assert "Nothing was lost" in office.box().text()
    assert office.session.unsaved_places == (BACK,)
    assert office.saving.last_saved is None
    assert (sample_folder / BACK).read_text(encoding="utf-8") == "name: Colleague's\n"
    office.click("Keep editing")


def test_where_saving_fails_a_copy_can_be_saved(
    office: Office, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    office.change(BACK, "Back")
    (sample_folder / BACK).unlink()
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
    office.click("Save a copy...")
    (dialog,) = office.window.findChildren(QFileDialog)
    target = tmp_path / "copy.yaml"
    with qtbot.waitSignal(office.saving.said):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert 'name: "Back"' in target.read_text(encoding="utf-8")
    assert office.session.unsaved_places == (BACK,)


def test_save_again_tries_once_more(office: Office, sample_folder: Path, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    data = (sample_folder / BACK).read_bytes()
    (sample_folder / BACK).write_bytes(b"name: Colleague's\n")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
    (sample_folder / BACK).write_bytes(data)
    with qtbot.waitSignal(office.saving.ended):
        office.click("Save again")
    assert office.session.unsaved_places == ()
