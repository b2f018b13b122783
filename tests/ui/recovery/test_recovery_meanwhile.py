"""What is saved, closed or broken around the question about unsaved work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from editor.session import read_file
from editor.ui.main_window import MainWindow
from editor.ui.saving.closing_box import ClosingBox
from editor.ui.saving.not_saved_box import NotSavedBox
from tests.ui.outside.colleague import NOTICED_MS
from tests.ui.recovery.crashes import BACK, HEAD
from tests.ui.recovery.question import OpenWindow, asked, box, journals, message, page, press
from tests.ui.window import box as text_box


def answer(window: MainWindow, kind: type[QMessageBox], words: str) -> None:
    """Click a button of the one question of a kind."""
    (question,) = [found for found in window.findChildren(kind) if found.isVisible()]
    (button,) = [found for found in question.buttons() if found.text().replace("&", "") == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_words_kept_on_closing_as_they_could_not_be_saved_are_offered(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    window = open_window(sample_folder)
    before = (sample_folder / BACK).read_bytes()
    QTest.keyClicks(text_box(window, "Introduction"), "Mine. ")
    (sample_folder / BACK).unlink()
    (sample_folder / BACK).mkdir()
    with qtbot.waitSignal(window.saving.ended):
        window.save_page()
    answer(window, NotSavedBox, "Keep editing")
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        answer(window, ClosingBox, "Close and keep my words")
    (sample_folder / BACK).rmdir()
    (sample_folder / BACK).write_bytes(before)
    window = asked(open_window(sample_folder), qtbot)
    press(box(window).back)
    assert (page(window).intro or "").startswith("Mine. ")


def test_what_a_save_takes_in_while_it_is_asked_is_not_undone_by_the_answer(
    reopened: Callable[[str], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    window = reopened("edit(BACK, heading='Mine.')")
    first = box(window)
    file = sample_folder / BACK
    file.write_bytes(file.read_bytes().replace(b"Pain in the back", b"Aches in the back", 1))
    window.following.take_now([read_file(window.session.folder, BACK)])  # as a save does
    press(first.back)
    assert (page(window).intro or "").startswith("Aches in the back")
    assert window.session.unsaved_places == ()
    assert message(window).startswith("The pages were changed meanwhile")
    assert box(window) is not first, "asked again"
    press(box(window).back)
    assert page(window).heading == "Mine."
    assert (page(window).intro or "").startswith("Aches in the back")
    with qtbot.waitSignal(window.following.said, timeout=NOTICED_MS):
        file.write_bytes(file.read_bytes().replace(b"Aches in the back", b"Pangs in the back", 1))


def test_a_file_broken_while_it_is_asked_keeps_its_work_and_holds_up_nothing(
    reopened: Callable[[str], MainWindow], sample_folder: Path
) -> None:
    window = reopened("edit(BACK, heading='Mine.')")
    (sample_folder / BACK).write_bytes(b"\tbroken: [\n")
    window.following.take_now([read_file(window.session.folder, BACK)])
    press(box(window).back)
    assert window.recovery.box is None, "there is nothing to be asked yet"
    assert len(journals()) == 1
    assert "kept until the file is mended" in message(window)
    (sample_folder / HEAD).write_bytes(b"name: Theirs\n")
    window.following.take([read_file(window.session.folder, HEAD)])
    assert page(window, HEAD).name == "Theirs"
