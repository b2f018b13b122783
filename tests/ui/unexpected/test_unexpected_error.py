"""A fault of the program costs nobody a word, is told once, and its report gives nothing away that is not in sight."""

from __future__ import annotations

import functools
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.content.condition_page import ConditionPage
from editor.paths import app_data
from editor.session import work_of
from editor.storage.journal import LeftJournal
from editor.storage.program_log import log_folder
from editor.ui.application import Program
from editor.ui.background import Background
from editor.ui.main_window import MainWindow
from editor.ui.unexpected.fault_box import FaultBox
from editor.ui.unexpected.fault_log import log_start
from editor.ui.unexpected.unexpected_error import UnexpectedError
from tests.storage.log_end import end_log
from tests.ui.accessible import unnamed
from tests.ui.starting.program_windows import in_dialog, is_shown, opened, shown
from tests.ui.window import box

SECRET = "Words of Mrs Smith"
pytestmark = [pytest.mark.usefixtures("unexpected"), pytest.mark.qt_no_exception_capture]


@pytest.fixture
def unexpected(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[UnexpectedError]:
    """Takes the errors of a test."""
    for place, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, hook, getattr(place, hook))  # and put back afterwards what pytest has there
    unexpected = UnexpectedError(application)
    unexpected.install()
    yield unexpected
    unexpected.uninstall()
    end_log()
    if unexpected.box is not None:
        unexpected.box.close()
    delete(unexpected)


@pytest.fixture
def window(
    application: QApplication, unexpected: UnexpectedError, sample_folder: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window of a program whose faults are taken."""
    program = Program(parent=application)
    unexpected.watch_over(program)
    program.start(sample_folder)
    window = opened(program, qtbot)
    yield window
    if unexpected.box is not None:
        unexpected.box.close()
    window.closing.discard()
    window.close()
    qtbot.waitUntil(lambda: not is_shown(MainWindow))
    program.deleteLater()


def fail(words: str = SECRET) -> None:
    raise ValueError(words)


def fail_otherwise() -> None:
    raise KeyError(SECRET)


def fail_to_read(*_records: object) -> None:
    raise LookupError(SECRET)


def later(function: Callable[[], None]) -> None:
    """Have the event loop call it, as it calls whatever a signal is connected with."""
    QTimer.singleShot(0, function)


def box_after(function: Callable[[], None], qtbot: QtBot) -> FaultBox:
    later(function)
    qtbot.waitUntil(lambda: is_shown(FaultBox))
    return shown(FaultBox)


def words_of(box: FaultBox) -> str:
    return "\n".join(label.text() for label in box.findChildren(QLabel) if label.isVisible())


def said_by(window: MainWindow) -> str:
    """What stands in the status line."""
    return window.status.findChildren(QLabel)[-1].text()


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_words(window: MainWindow, words: str) -> None:
    """Type into the page, and have nobody but the fault write the journal."""
    box(window, "Introduction").setFocus()
    QTest.keyClicks(box(window, "Introduction"), words)
    for timer in window.journaling.findChildren(QTimer):
        timer.stop()


def journaled() -> str:
    """The introduction that the next start would bring back."""
    (path,) = (app_data() / "journal").rglob("*.journal")
    journal = LeftJournal(path, path.open("rb"))
    (work,) = work_of(journal.records())
    journal.leave()
    assert isinstance(work.mine, ConditionPage)
    return work.mine.intro or ""


def logs() -> str:
    return "".join(path.read_text() for path in log_folder().iterdir())


def test_what_is_not_saved_is_in_the_journal_before_the_message_stands(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "Sudden ")
    told = box_after(fail, qtbot)
    assert journaled().startswith("Sudden ")
    words = words_of(told)
    assert "Nothing was lost: your text is still in the window" in words
    assert "ValueError" not in words
    assert SECRET not in words
    assert unnamed(told) == []
    press(told.go_on)
    qtbot.waitUntil(lambda: not is_shown(FaultBox))
    QTest.keyClicks(box(window, "Introduction"), "and dull ")
    assert box(window, "Introduction").text().startswith("Sudden and dull ")


def test_a_journal_that_cannot_be_written_is_told(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "Sudden ")
    app_data().mkdir(parents=True, exist_ok=True)
    (app_data() / "journal").write_bytes(b"")
    words = words_of(box_after(fail, qtbot))
    assert "Nothing was lost" not in words
    assert "it could not be kept safe elsewhere on this computer. Save your pages now." in words


def test_a_journal_that_is_itself_at_fault_does_not_hinder_the_message(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.journaling, "flush", fail_otherwise)
    told = box_after(fail, qtbot)
    assert "could not be kept safe" in words_of(told)


def test_without_a_tick_the_report_quotes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    type_words(window, "Sudden ")
    told = box_after(functools.partial(fail, f"{SECRET} in {Path.home()}"), qtbot)
    report = told.view.toPlainText()
    assert "ValueError\n  tests.ui.unexpected.test_unexpected_error, line" in report
    assert "Clinic Page Editor 0." in report
    assert not [text for text in (SECRET, str(Path.home()), "Sudden", "Pain in the back") if text in report]
    told.with_words.click()
    assert not [text for text in (SECRET, "Sudden Pain in the back") if text not in told.view.toPlainText()]
    told.with_words.click()
    assert told.view.toPlainText() == report


def test_the_report_is_given_away_as_it_is_in_sight(tmp_path: Path, qtbot: QtBot) -> None:
    told = box_after(fail, qtbot)
    told.with_words.click()
    press(told.copy)
    assert QGuiApplication.clipboard().text() == told.view.toPlainText()
    assert "was copied" in words_of(told)
    press(told.save)
    in_dialog(tmp_path / "report.txt", qtbot)
    qtbot.waitUntil(lambda: "was saved as" in words_of(told))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == told.view.toPlainText()
    press(told.save)
    qtbot.waitUntil(lambda: is_shown(QFileDialog))
    shown(QFileDialog).fileSelected.emit(str(tmp_path / "no folder" / "report.txt"))  # gone since it was chosen
    shown(QFileDialog).close()
    assert "could not be saved there" in words_of(told)


def test_a_storm_is_one_message_that_counts(window: MainWindow, qtbot: QtBot) -> None:
    storm = QTimer(interval=0)
    storm.timeout.connect(fail)
    storm.start()
    later(fail_otherwise)
    qtbot.waitUntil(lambda: is_shown(FaultBox) and "Further faults: 20" in shown(FaultBox).view.toPlainText())
    report = shown(FaultBox).view.toPlainText()
    assert report.count("ValueError") == 1
    assert report.count("KeyError") == 1
    press(shown(FaultBox).go_on)
    qtbot.waitUntil(lambda: "The same fault came up again." in said_by(window))
    assert not is_shown(FaultBox)
    storm.stop()


def test_words_that_cannot_be_read_begin_no_storm(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = box_after(fail, qtbot)
    monkeypatch.setattr("editor.ui.unexpected.page_words.values_of_change", fail_to_read)
    told.with_words.click()
    qtbot.waitUntil(lambda: "LookupError" in told.view.toPlainText())
    qtbot.wait(100)
    assert "Further faults" not in told.view.toPlainText()
    assert "The page's words could not be read." in told.view.toPlainText()
    assert window.isVisible()


def test_a_message_that_is_itself_at_fault_is_told_in_the_window_and_tried_again_later(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(FaultBox, "_lay_out", fail_to_read)
        later(fail)
        qtbot.waitUntil(lambda: "The program has had a fault of its own." in said_by(window))
        qtbot.wait(100)
        assert capsys.readouterr().err.count("LookupError: ") == 1
        assert not is_shown(FaultBox)
    monkeypatch.setattr("editor.ui.unexpected.unexpected_error.QUIET_SECONDS", 0.0)
    assert "KeyError" in box_after(fail_otherwise, qtbot).view.toPlainText()


def test_where_there_is_no_window_to_mention_it_in_it_is_told_again(qtbot: QtBot) -> None:
    for _ in range(2):
        press(box_after(fail, qtbot).go_on)
        qtbot.waitUntil(lambda: not is_shown(FaultBox))


def test_another_fault_after_the_first_is_told_anew(qtbot: QtBot) -> None:
    press(box_after(fail, qtbot).go_on)
    told = box_after(fail_otherwise, qtbot)
    assert "KeyError" in told.view.toPlainText()


def test_the_log_has_it_without_a_word_of_the_text(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    box_after(fail, qtbot)
    assert "An unexpected error\nValueError\n  tests.ui.unexpected.test_unexpected_error, line" in logs()
    assert SECRET not in logs()
    assert SECRET in capsys.readouterr().err  # whoever has a console sees all


def fail_on_a_thread() -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


class Unraisable:
    """Fails where Python cannot pass an error on."""

    def __del__(self) -> None:
        fail()


def fail_while_destroyed() -> None:
    Unraisable()


@pytest.mark.parametrize("failing", [fail_on_a_thread, fail_while_destroyed])
def test_an_error_elsewhere_is_told_too(failing: Callable[[], None], qtbot: QtBot) -> None:
    failing()
    qtbot.waitUntil(lambda: is_shown(FaultBox))
    assert "in fail" in shown(FaultBox).view.toPlainText()


def test_an_error_of_background_work_is_told(qtbot: QtBot) -> None:
    background = Background()

    def pass_on(error: BaseException) -> None:
        raise error

    background.run(fail, print, pass_on)
    qtbot.waitUntil(lambda: is_shown(FaultBox))
    assert "in fail" in shown(FaultBox).view.toPlainText()
    background.close()


class Painted(QWidget):
    """Fails whenever it is painted."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        fail()


def test_an_error_while_painting_is_told_and_the_window_stays(qtbot: QtBot) -> None:
    painted = Painted()
    painted.show()
    qtbot.waitUntil(lambda: is_shown(FaultBox))
    assert "in Painted.paintEvent" in shown(FaultBox).view.toPlainText()
    assert painted.isVisible()
    shown(FaultBox).close()
    delete(painted)


def test_an_open_menu_does_not_keep_the_mouse_from_the_message(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.findChild(QMenu)
    assert menu is not None
    menu.popup(window.mapToGlobal(window.rect().center()))
    told = box_after(fail, qtbot)
    assert QApplication.activePopupWidget() is None
    press(told.go_on)


def test_escape_goes_on(unexpected: UnexpectedError, window: MainWindow, qtbot: QtBot) -> None:
    told = box_after(fail, qtbot)
    QTest.keyClick(told, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: unexpected.box is None)
    assert window.isVisible()


def test_a_fault_is_told_after_and_not_in_the_middle_of_what_failed(unexpected: UnexpectedError, qtbot: QtBot) -> None:
    unexpected.take(ValueError, ValueError(SECRET), None)
    assert not is_shown(FaultBox)
    qtbot.waitUntil(lambda: is_shown(FaultBox))


def test_ctrl_c_on_the_console_is_no_fault(unexpected: UnexpectedError, qtbot: QtBot) -> None:
    unexpected.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    qtbot.wait(20)
    assert not is_shown(FaultBox)


def test_a_crash_of_the_last_program_is_mentioned_once(
    application: QApplication, sample_folder: Path, qtbot: QtBot
) -> None:
    program = Program(parent=application, has_crashed=True)
    program.start(sample_folder)
    window = opened(program, qtbot)
    qtbot.waitUntil(lambda: "ended unexpectedly" in said_by(window))
    window.close()
    qtbot.waitUntil(lambda: not is_shown(MainWindow))
    program.deleteLater()


def test_the_log_begins_with_what_is_running() -> None:
    log_start()
    assert "Clinic Page Editor 0." in logs()
    assert f"Qt {qVersion()}" in logs()
