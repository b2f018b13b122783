"""A second start on a folder brings the window forward that stands, and never waits for one that does not answer."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from editor.storage.folder_claim import FolderClaim
from editor.storage.folder_look import look_at
from editor.ui.application import Program
from editor.ui.starting.one_window import OneWindow
from editor.ui.starting.second_start import Listener
from tests.conftest import ROOT
from tests.journeys.content_under_git import SECONDS, program_settings
from tests.journeys.keyboard import wait_for_title, xdotool
from tests.ui.recovery.crashes import BACK, HEAD
from tests.ui.starting.program_windows import Starts, close, is_shown, opened, shown

needs_xdotool = pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs the program xdotool")
PAGE, OTHER_PAGE = "Back, Hip, Knee & Leg Pain", "Headache & Migraine"


@pytest.fixture
def second(application: QApplication) -> Iterator[Program]:
    """A second program of the same user."""
    program = Program(parent=application)
    yield program
    program.deleteLater()


def test_the_first_window_comes_forward_at_the_page_asked_for(
    starts: Starts, second: Program, sample_folder: Path, qtbot: QtBot
) -> None:
    window = starts.window(sample_folder)
    window.showMinimized()
    assert window.editing.place == BACK
    with qtbot.waitSignal(second.not_needed):
        second.start(sample_folder / HEAD)
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
    assert window.editing.place == HEAD
    assert second.window is None


def test_a_question_that_stands_comes_forward_with_its_window_as_it_is(
    starts: Starts, second: Program, sample_folder: Path, qtbot: QtBot
) -> None:
    window = starts.window(sample_folder)
    window.study_editing.add()
    window.close()
    qtbot.waitUntil(lambda: is_shown(QMessageBox))
    with qtbot.waitSignal(second.not_needed):
        second.start(sample_folder / HEAD)
    qtbot.waitUntil(shown(QMessageBox).isActiveWindow)
    assert window.editing.place == BACK
    QTest.keyClick(shown(QMessageBox), Qt.Key.Key_Escape)


def test_a_window_that_closes_after_its_save_is_not_waited_for(
    starts: Starts, second: Program, sample_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = starts.window(sample_folder)
    disk = threading.Event()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: disk.wait(60))
    window.study_editing.add()
    window.saving.save(window.session.unsaved_places)
    window.close()
    assert window.isVisible()
    with qtbot.assertNotEmitted(second.not_needed):
        second.start(sample_folder)
        its_window = opened(second, qtbot)
    disk.set()
    qtbot.waitUntil(lambda: not isValid(window))
    close(its_window, qtbot)


def test_another_folder_has_a_window_of_its_own(
    starts: Starts, second: Program, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    starts.window(sample_folder)
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    second.start(other)
    close(opened(second, qtbot, other), qtbot)


def test_a_window_that_goes_to_another_folder_lets_go_of_the_first(
    starts: Starts, second: Program, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    program = starts.start(sample_folder)
    opened(program, qtbot)
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    program.open(other)
    opened(program, qtbot, other)
    with qtbot.waitSignal(second.not_needed):
        second.start(other)
    second.start(sample_folder)
    close(opened(second, qtbot, sample_folder), qtbot)


def test_from_a_window_one_goes_to_the_folder_where_it_is_shown(
    starts: Starts, second: Program, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    second.start(other)
    window = opened(second, qtbot, other)
    program = starts.start(sample_folder)
    first = opened(program, qtbot)
    program.open(other)
    qtbot.waitUntil(window.isActiveWindow)
    assert program.window is first
    close(window, qtbot)


def test_a_folder_that_could_not_be_read_is_opened_again_in_its_window(
    starts: Starts, sample_folder: Path, qtbot: QtBot
) -> None:
    program = starts.start(sample_folder)
    qtbot.waitUntil(lambda: program.window is not None)
    first = program.window
    assert first is not None
    first.opening.failure = "It cannot be reached."
    program.open(sample_folder)
    qtbot.waitUntil(lambda: program.window is not first)
    assert opened(program, qtbot).isVisible()


def test_a_window_that_does_not_answer_hinders_nobody(second: Program, sample_folder: Path, qtbot: QtBot) -> None:
    claim = FolderClaim(sample_folder)
    assert claim.take()
    second.start(sample_folder)
    close(opened(second, qtbot), qtbot)
    claim.release()


@pytest.mark.parametrize("goes_after_ms", [500, 2500], ids=["while one waits", "before the window stands"])
def test_a_folder_whose_process_goes_without_an_answer_is_claimed(
    second: Program, sample_folder: Path, qtbot: QtBot, goes_after_ms: int
) -> None:
    claim, window = FolderClaim(sample_folder), OneWindow(lambda: True, second)
    assert claim.take()
    QTimer.singleShot(goes_after_ms, claim.release)
    with qtbot.waitSignal(window.free):
        window.ask(look_at(sample_folder))
    window.take_over()
    qtbot.waitUntil(lambda: not claim.is_held)
    window.listen()
    with qtbot.waitSignal(second.not_needed):
        second.start(sample_folder)
    window.leave()


def test_a_window_that_stays_where_its_folder_was_to_be_opened_again_still_answers(
    starts: Starts, second: Program, sample_folder: Path, qtbot: QtBot
) -> None:
    program = starts.start(sample_folder)
    window = opened(program, qtbot)
    window.study_editing.add()
    window.opening.failure = "It cannot be reached."
    program.open(sample_folder)
    qtbot.waitUntil(lambda: is_shown(QMessageBox))
    QTest.keyClick(shown(QMessageBox), Qt.Key.Key_Escape)
    with qtbot.waitSignal(second.not_needed):
        second.start(sample_folder)
    assert program.window is window


def test_one_that_is_about_to_stand_is_waited_for(second: Program, sample_folder: Path, qtbot: QtBot) -> None:
    claim = FolderClaim(sample_folder)
    assert claim.take()
    with qtbot.waitSignal(second.not_needed):
        second.start(sample_folder)
        qtbot.wait(300)
        listener = Listener(claim.address, lambda: True, second)
    listener.close()
    claim.release()


def test_a_caller_that_talks_nonsense_disturbs_nothing(starts: Starts, sample_folder: Path, qtbot: QtBot) -> None:
    window = starts.window(sample_folder)
    socket = QLocalSocket()
    for words in (b"no/such/page\n", b"\xff\n", b"x" * 100_000):
        qtbot.waitUntil(lambda: _connected(socket, FolderClaim(sample_folder).address))
        socket.write(words)
        socket.flush()
        qtbot.wait(50)
        socket.abort()
    assert window.editing.place == BACK
    delete(socket)


def _connected(socket: QLocalSocket, address: str) -> bool:
    if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
        socket.connectToServer(address)
    return socket.state() == QLocalSocket.LocalSocketState.ConnectedState


# The real program, as processes of their own


def start(place: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "editor", str(place)], cwd=ROOT, env=program_settings())


@needs_xdotool
def test_a_second_start_ends_and_the_first_window_has_the_keyboard(sample_folder: Path, qtbot: QtBot) -> None:
    with start(sample_folder) as first:
        try:
            window = wait_for_title(PAGE)
            front = QWidget()
            front.show()
            with qtbot.waitActive(front):
                front.activateWindow()
            # X gives the keyboard to no window that has been told of nothing since another one got it.
            xdotool("mousemove", "--window", window, "500", "400", "mousemove", "--window", window, "510", "410")
            with start(sample_folder / HEAD) as later:
                assert later.wait(SECONDS) == 0
            assert wait_for_title(OTHER_PAGE) == window
            assert xdotool("search", "--sync", "--onlyvisible", "--name", f"^{OTHER_PAGE} - ").splitlines() == [window]
            qtbot.waitUntil(lambda: xdotool("getwindowfocus") == window)
            front.close()
            assert first.poll() is None
        finally:
            first.kill()


@needs_xdotool
@pytest.mark.skipif(os.name != "posix", reason="stops and kills by signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hung"])
def test_what_is_left_of_the_first_program_stops_no_second(sample_folder: Path, how: signal.Signals) -> None:
    with start(sample_folder) as first:
        try:
            window = wait_for_title(PAGE)
            first.send_signal(how)
            if how == signal.SIGKILL:
                first.wait()
            with start(sample_folder / HEAD) as later:
                try:
                    its_window = wait_for_title(OTHER_PAGE)
                    assert how == signal.SIGKILL or its_window != window  # a number that is free is used again
                finally:
                    later.kill()
        finally:
            first.kill()
