"""A new website is made, by mouse and keys, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.application import Program
from editor.ui.starting.offers import OfferWindow
from editor.ui.starting.website_form import WebsiteForm
from tests.ui.records import named
from tests.ui.starting.program_windows import (
    all_files,
    in_dialog,
    is_shown,
    offers,
    opened,
    press,
    shown,
    words_of,
)


class TestNewWebsite:
    def form(self) -> WebsiteForm:
        return shown(WebsiteForm)

    def test_a_name_and_enter_make_it(self, program: Program, documents: Path, qtbot: QtBot) -> None:
        press("Start a new website")
        assert not make_button(self.form()).isEnabled()
        assert make_button(self.form()).toolTip() == "Type the clinic's name first."
        QTest.keyClicks(named(self.form(), "Clinic's name", QLineEdit), "Sunrise: Health")
        QTest.keyClick(self.form(), Qt.Key.Key_Return)
        root = documents / "Sunrise Health"
        window = opened(program, qtbot, root)
        assert window.session.site.name == "Sunrise: Health"
        assert window.editing.place == "site.yaml"
        assert "suggestions" in named(window, "Message", QLabel).text()
        assert window.preview.isVisible()
        assert not is_shown(OfferWindow) and not is_shown(WebsiteForm)

    def test_an_address_that_is_none_is_told_and_can_be_mended(
        self, program: Program, documents: Path, qtbot: QtBot
    ) -> None:
        press("Start a new website")
        QTest.keyClicks(named(self.form(), "Clinic's name", QLineEdit), "Sunrise")
        address = named(self.form(), "Website address", QLineEdit)
        QTest.keyClicks(address, "our website")
        QTest.mouseClick(make_button(self.form()), Qt.MouseButton.LeftButton)
        assert "This is no website's address." in words_of(self.form())
        assert not documents.exists()
        address.clear()
        QTest.keyClicks(address, "sunrise.example")
        QTest.mouseClick(make_button(self.form()), Qt.MouseButton.LeftButton)
        assert opened(program, qtbot, documents / "Sunrise").session.site.url == "https://sunrise.example"

    def test_a_folder_with_something_in_it_is_left_alone(self, program: Program, documents: Path, qtbot: QtBot) -> None:
        (documents / "Sunrise").mkdir(parents=True)
        (documents / "Sunrise" / "letter.docx").write_bytes(b"mine")
        press("Start a new website")
        QTest.keyClicks(named(self.form(), "Clinic's name", QLineEdit), "Sunrise")
        QTest.keyClick(self.form(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "is not empty" in words_of(self.form()))
        assert all_files(documents) == {"Sunrise/letter.docx": b"mine"}
        QTest.keyClicks(named(self.form(), "Clinic's name", QLineEdit), " 2")
        QTest.keyClick(self.form(), Qt.Key.Key_Return)
        opened(program, qtbot, documents / "Sunrise 2")

    @pytest.mark.parametrize("is_empty", [True, False])
    def test_another_place_is_taken_as_it_is_or_gets_a_folder(
        self, program: Program, tmp_path: Path, qtbot: QtBot, is_empty: bool
    ) -> None:
        drive = tmp_path / "drive"
        drive.mkdir()
        if not is_empty:
            (drive / "letters").mkdir()
        press("Start a new website")
        QTest.keyClicks(named(self.form(), "Clinic's name", QLineEdit), "Sunrise")
        (change,) = [button for button in self.form().findChildren(QPushButton) if button.text() == "Change..."]
        QTest.mouseClick(change, Qt.MouseButton.LeftButton)
        in_dialog(drive, qtbot)
        root = drive if is_empty else drive / "Sunrise"
        qtbot.waitUntil(lambda: str(root) in words_of(self.form()).splitlines())
        QTest.mouseClick(make_button(self.form()), Qt.MouseButton.LeftButton)
        opened(program, qtbot, root)

    def test_it_can_be_given_up(self, program: Program, documents: Path) -> None:
        press("Start a new website")
        QTest.keyClicks(named(self.form(), "Clinic's name", QLineEdit), "Sunrise")
        QTest.keyClick(self.form(), Qt.Key.Key_Escape)
        assert not is_shown(WebsiteForm)
        assert "Start a new website" in offers()
        assert not documents.exists()
        assert program.window is None


def make_button(form: WebsiteForm) -> QPushButton:
    (button,) = [button for button in form.findChildren(QPushButton) if button.text() == "Make website"]
    return button
