"""From the first start to the first page, whatever is in the way: through the program itself, by mouse and keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.application import Program
from editor.ui.starting.offers import OfferWindow
from editor.ui.starting.website_form import WebsiteForm
from tests.conftest import ROOT
from tests.ui.records import named
from tests.ui.starting.program_windows import (
    Starts,
    all_files,
    in_dialog,
    is_shown,
    offer,
    offers,
    opened,
    press,
    press_twice,
    shown,
    words_of,
)
from tests.ui.starting.slow_drive import on_slow_drive


class TestFirstStart:
    def test_it_offers_three_ways_each_with_a_line(self, program: Program) -> None:
        assert program.window is None
        assert offers() == ["Try it with sample pages", "Open your website's pages", "Start a new website"]
        assert all(offer(title).accessibleDescription().endswith(".") for title in offers())

    def test_enter_alone_opens_a_copy_of_the_sample(self, program: Program, documents: Path, qtbot: QtBot) -> None:
        QTest.keyClick(shown(OfferWindow).focusWidget(), Qt.Key.Key_Return)
        copy = documents / "Clinic pages (sample)"
        window = opened(program, qtbot, copy)
        assert all_files(copy) == all_files(ROOT / "sample_content")
        assert window.editing.page is not None
        message = named(window, "Message", QLabel)
        qtbot.waitUntil(lambda: bool(message.text()))
        assert message.text() == "The sample pages are in Documents > Clinic pages (sample)."
        assert not is_shown(OfferWindow)

    def test_who_does_not_choose_a_folder_after_all_is_welcome_still(self, program: Program, qtbot: QtBot) -> None:
        press("Open your website's pages")
        qtbot.waitUntil(lambda: is_shown(QFileDialog))
        QTest.keyClick(shown(QFileDialog), Qt.Key.Key_Escape)
        assert not is_shown(QFileDialog)
        assert "Start a new website" in offers()
        assert program.window is None

    def test_the_clinics_own_folder_is_opened(self, program: Program, sample_folder: Path, qtbot: QtBot) -> None:
        press("Open your website's pages")
        in_dialog(sample_folder, qtbot)
        opened(program, qtbot, sample_folder)
        assert not is_shown(OfferWindow)

    def test_documents_where_nothing_can_be_written_are_told_and_can_be_tried_again(
        self, program: Program, documents: Path, qtbot: QtBot
    ) -> None:
        documents.write_bytes(b"")
        press("Try it with sample pages")
        qtbot.waitUntil(lambda: "could not be copied" in words_of(shown(OfferWindow)))
        assert "Nothing was made." in words_of(shown(OfferWindow))
        press("Back")
        assert "Try it with sample pages" in offers()
        documents.unlink()
        press("Try it with sample pages")
        opened(program, qtbot, documents / "Clinic pages (sample)")

    @pytest.mark.parametrize("presses", [(press_twice,), (press, press)])
    def test_two_clicks_make_one_copy_of_the_sample(
        self, program: Program, documents: Path, qtbot: QtBot, presses: tuple[Callable[[str], None], ...]
    ) -> None:
        for one in presses:
            one("Try it with sample pages")
        opened(program, qtbot)
        qtbot.waitUntil(lambda: not is_shown(OfferWindow))
        assert [folder.name for folder in documents.iterdir()] == ["Clinic pages (sample)"]

    def test_while_the_sample_is_copied_nothing_else_is_begun(self, program: Program, qtbot: QtBot) -> None:
        press("Try it with sample pages")
        press("Start a new website")
        assert not is_shown(WebsiteForm)
        opened(program, qtbot)

    def test_a_double_click_asks_once_for_a_new_website(self, program: Program) -> None:
        press_twice("Start a new website")
        assert len([one for one in QApplication.topLevelWidgets() if isinstance(one, WebsiteForm)]) == 1
        assert program.window is None


class TestSampleAgain:
    """Somebody who has a copy of the sample tries it once more."""

    @pytest.fixture
    def copy(self, program: Program, documents: Path, qtbot: QtBot) -> Path:
        press("Try it with sample pages")
        copy = documents / "Clinic pages (sample)"
        opened(program, qtbot, copy)
        day = datetime(2026, 11, 22, 9).timestamp()
        for file in filter(Path.is_file, copy.rglob("*")):
            os.utime(file, (day, day))
        return copy

    def test_the_copy_with_her_work_is_offered_first(
        self, starts: Starts, copy: Path, sample_folder: Path, documents: Path, qtbot: QtBot
    ) -> None:
        program = starts.start(sample_folder)
        opened(program, qtbot, sample_folder).commands["sample"].trigger()
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        assert offers() == ["Go on with your copy from 22 November 2026", "Make a fresh copy"]
        place = "It is in Documents > Clinic pages (sample), with all that you have saved in it."
        assert place in words_of(shown(OfferWindow))
        press_twice("Go on with your copy from 22 November 2026")
        opened(program, qtbot, copy)
        assert [folder.name for folder in documents.iterdir()] == ["Clinic pages (sample)"]

    def test_a_fresh_one_is_made_beside_it_once(
        self, starts: Starts, copy: Path, sample_folder: Path, documents: Path, qtbot: QtBot
    ) -> None:
        before = all_files(copy)
        program = starts.start(sample_folder)
        opened(program, qtbot, sample_folder).commands["sample"].trigger()
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        press_twice("Make a fresh copy")
        opened(program, qtbot, documents / "Clinic pages (sample) 2")
        assert sorted(folder.name for folder in documents.iterdir()) == [
            "Clinic pages (sample)",
            "Clinic pages (sample) 2",
        ]
        assert all_files(copy) == before

    def test_the_second_click_of_a_double_click_takes_no_offer_that_has_come_under_the_mouse(
        self, program: Program, copy: Path, documents: Path, qtbot: QtBot
    ) -> None:
        opened(program, qtbot, copy).commands["sample"].trigger()
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        fresh = offer("Make a fresh copy")
        QTest.mouseDClick(fresh, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(fresh, Qt.MouseButton.LeftButton)
        assert fresh.isEnabled()
        press("Cancel")
        assert list(documents.iterdir()) == [copy]

    def test_who_wants_neither_stays_where_she_is(
        self, starts: Starts, copy: Path, sample_folder: Path, qtbot: QtBot
    ) -> None:
        program = starts.start(sample_folder)
        window = opened(program, qtbot, sample_folder)
        window.commands["sample"].trigger()
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        press("Cancel")
        assert program.window is window
        assert list(copy.parent.iterdir()) == [copy]


class TestExplaining:
    def test_a_folder_above_the_pages_leads_to_them(self, starts: Starts, sample_folder: Path, qtbot: QtBot) -> None:
        program = starts.start(sample_folder.parent)
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        words = words_of(shown(OfferWindow))
        assert "There are no website pages here." in words
        assert "there is only: sample_content." in words
        assert f"Did you mean this one? {sample_folder}" in words
        press("Open “sample_content”")
        opened(program, qtbot, sample_folder)
        assert not is_shown(OfferWindow)

    def test_in_an_empty_folder_a_website_can_be_started(self, starts: Starts, tmp_path: Path, qtbot: QtBot) -> None:
        (tmp_path / "empty").mkdir()
        program = starts.start(tmp_path / "empty")
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        assert "This folder is empty." in words_of(shown(OfferWindow))
        press("Start a new website here")
        QTest.keyClicks(named(shown(WebsiteForm), "Clinic's name", QLineEdit), "Sunrise")
        QTest.keyClick(shown(WebsiteForm), Qt.Key.Key_Return)
        opened(program, qtbot, tmp_path / "empty")

    def test_a_file_of_something_else_is_no_folder(self, starts: Starts, sample_folder: Path, qtbot: QtBot) -> None:
        letter = sample_folder / "letter.docx"
        letter.write_bytes(b"")
        program = starts.start(letter)
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        assert f"{letter} is a file" in words_of(shown(OfferWindow))
        press("Open “sample_content”")
        opened(program, qtbot, sample_folder)

    def test_a_pages_file_opens_its_folder_at_that_page(self, starts: Starts, sample_folder: Path) -> None:
        window = starts.window(sample_folder / "conditions" / "headache-and-migraine.yaml")
        assert window.session.folder.root == sample_folder
        assert window.editing.place == "conditions/headache-and-migraine.yaml"

    def test_a_drive_that_is_gone_is_tried_again_and_never_forgotten(
        self, starts: Starts, sample_folder: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        starts.window(sample_folder)
        starts.end()
        away = sample_folder.rename(tmp_path / "unplugged")
        for _ in range(2):
            program = starts.start()
            qtbot.waitUntil(lambda: is_shown(OfferWindow))
            words = words_of(shown(OfferWindow))
            assert "Your website's pages can't be reached." in words
            assert "opens it at the next start if it is there again" in words
        away.rename(sample_folder)
        press("Try again")
        opened(program, qtbot, sample_folder)

    def test_other_folders_known_are_offered_where_the_last_is_gone(
        self, starts: Starts, sample_folder: Path, tmp_path: Path, qtbot: QtBot
    ) -> None:
        other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
        starts.window(sample_folder)
        starts.window(other)
        starts.end()
        shutil.rmtree(other)
        program = starts.start()
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        press("Open “Sample Street Chinese Medicine (an invented clinic)”")
        opened(program, qtbot, sample_folder)

    def test_a_slow_drive_is_told_and_can_be_left(self, starts: Starts, sample_folder: Path, qtbot: QtBot) -> None:
        answers = threading.Event()
        program = starts.start(on_slow_drive(sample_folder, answers))
        qtbot.waitUntil(lambda: is_shown(OfferWindow))
        assert f"{sample_folder} takes long to answer." in words_of(shown(OfferWindow))
        press("Stop looking")
        assert "did not answer" in words_of(shown(OfferWindow))
        press("Choose another folder")
        qtbot.waitUntil(lambda: is_shown(QFileDialog))
        QTest.keyClick(shown(QFileDialog), Qt.Key.Key_Escape)
        answers.set()
        press("Try again")
        opened(program, qtbot, sample_folder)


@pytest.mark.usefixtures("program")
def test_no_dialog_has_an_input_without_a_name() -> None:
    press("Start a new website")
    for dialog in (shown(OfferWindow), shown(WebsiteForm)):
        for widget in dialog.findChildren(QLineEdit) + dialog.findChildren(QPushButton):
            assert widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text())
            assert widget.height() >= 28
    assert shown(WebsiteForm).focusWidget() is named(shown(WebsiteForm), "Clinic's name", QLineEdit)


def test_what_only_a_first_start_shows_is_not_loaded_with_the_window() -> None:
    ask = "import sys, editor.ui.application; print(*[name for name in sys.modules if name.startswith('editor.')])"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "editor.ui.starting.remembering" in loaded
    assert not loaded & {
        "editor.ui.starting.starting",
        "editor.ui.starting.offers",
        "editor.ui.starting.website_form",
        "editor.session.new_website",
        "editor.storage.new_folder",
    }
