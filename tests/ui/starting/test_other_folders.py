"""From one website's folder to another: the menu, the titles, and the wrong folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor.storage.settings import SettingsFile
from editor.ui.main_window import MainWindow
from editor.ui.starting.offers import OfferWindow
from editor.ui.starting.website_form import WebsiteForm
from tests.ui.records import named
from tests.ui.starting.program_windows import (
    Starts,
    in_dialog,
    is_shown,
    opened,
    press,
    shown,
)


class TestOtherFolders:
    @pytest.fixture
    def other(self, sample_folder: Path, tmp_path: Path) -> Path:
        return Path(shutil.copytree(sample_folder, tmp_path / "other"))

    def recent(self, window: MainWindow) -> list[tuple[str, bool]]:
        """What the menu lists, and which of it can be chosen."""
        menu = window.commands["open_recent"].menu()
        menu.aboutToShow.emit()
        return [(action.toolTip(), action.isEnabled()) for action in menu.actions()]

    def test_the_others_are_in_the_menu_and_those_gone_are_grey(
        self, starts: Starts, sample_folder: Path, other: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        window = starts.window(sample_folder)
        assert not window.commands["open_recent"].isEnabled()
        third = Path(shutil.copytree(sample_folder, tmp_path / "third"))
        starts.window(third)
        starts.window(other)
        window = starts.window(sample_folder)
        assert self.recent(window) == [(str(other), True), (str(third), True)]
        menu = window.commands["open_recent"].menu()
        shown = [action.text().partition("\t")[0] for action in menu.actions()]
        clinic = "Sample Street Chinese Medicine (an invented clinic)"
        assert shown == [f"other ({clinic})", f"third ({clinic})"]  # what differs comes first
        assert menu.actions()[0].text().endswith("other")
        shutil.rmtree(third)
        menu.aboutToShow.emit()
        qtbot.waitUntil(lambda: not menu.actions()[1].isEnabled())
        assert menu.actions()[0].isEnabled()
        assert "can't be found just now" in menu.actions()[1].toolTip()
        assert [folder.root for folder in SettingsFile().read().folders].count(str(third)) == 1

    def test_one_of_them_takes_the_place_of_this_one(
        self, starts: Starts, sample_folder: Path, other: Path, qtbot: QtBot
    ) -> None:
        starts.window(other)
        program = starts.start(sample_folder)
        window = opened(program, qtbot)
        window.recent.aboutToShow.emit()
        window.recent.actions()[0].trigger()
        opened(program, qtbot, other)

    def test_two_copies_can_be_told_apart_by_their_titles(
        self, starts: Starts, sample_folder: Path, other: Path
    ) -> None:
        title = starts.window(sample_folder).windowTitle()
        assert "(an invented clinic) - Clinic Page Editor" in title
        assert "(an invented clinic) (other) - " in starts.window(other).windowTitle()
        assert "(an invented clinic) (sample_content) - " in starts.window(sample_folder).windowTitle()

    def test_the_sample_and_a_new_website_are_in_the_menu_too(
        self, starts: Starts, sample_folder: Path, documents: Path, qtbot: QtBot
    ) -> None:
        program = starts.start(sample_folder)
        opened(program, qtbot).commands["sample"].trigger()
        window = opened(program, qtbot, documents / "Clinic pages (sample)")
        window.commands["new_website"].trigger()
        QTest.keyClicks(named(shown(WebsiteForm), "Clinic's name", QLineEdit), "Sunrise")
        QTest.keyClick(shown(WebsiteForm), Qt.Key.Key_Return)
        opened(program, qtbot, documents / "Sunrise")

    def test_the_wrong_folder_leaves_the_window_as_it_was(
        self, starts: Starts, sample_folder: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        program = starts.start(sample_folder)
        window = opened(program, qtbot)
        window.commands["open_folder"].trigger()
        in_dialog(tmp_path, qtbot)
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        assert shown(OfferWindow).parentWidget() is window
        press("Cancel")
        assert not is_shown(OfferWindow)
        assert program.window is window
        assert window.isVisible()

    def test_the_folder_that_is_open_is_not_opened_anew(
        self, starts: Starts, sample_folder: Path, qtbot: QtBot
    ) -> None:
        program = starts.start(sample_folder)
        window = opened(program, qtbot)
        window.editing.choose("conditions/headache-and-migraine.yaml")
        page = sample_folder / "conditions" / "back-hip-knee-leg-pain.yaml"
        program.open(page)
        qtbot.waitUntil(lambda: window.editing.place == "conditions/back-hip-knee-leg-pain.yaml")
        assert program.window is window

    def test_where_the_folder_is_stands_in_the_menu(self, starts: Starts, sample_folder: Path) -> None:
        assert str(sample_folder) in starts.window(sample_folder).commands["show_folder"].toolTip()
