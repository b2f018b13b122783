"""A problem that is none here: answered with a reason, undone, asked again, and known to colleagues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.session.answers import answers_in, keep_answers
from editor.storage.record_files import ANSWERS, RecordFiles
from editor.ui.main_window import MainWindow
from editor.ui.problems.answer_box import AnswerBox
from tests.ui.problems.checked import checked_window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with everything checked, and the list of the page's problems in sight."""
    window = checked_window(open_window, tmp_path, qtbot)
    window.problems.show_list()
    window.problems.list.list.setFocus()
    QTest.keyClick(window.problems.list.list, Qt.Key.Key_Home)
    return window


def open_boxes() -> list[AnswerBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, AnswerBox) and one.isVisible()]


def answer(window: MainWindow, reason: str, name: str, qtbot: QtBot) -> None:
    QTest.mouseClick(window.problems.card.not_here, LEFT)
    (box,) = open_boxes()
    assert not box.agree.isEnabled()
    QTest.keyClicks(box.reason, reason)
    QTest.keyClicks(box.name, name)
    QTest.mouseClick(box.agree, LEFT)
    qtbot.waitUntil(lambda: not open_boxes())


def counts(window: MainWindow) -> list[str]:
    found = window.problems.list
    return [one.text() for one in (found.of_page, found.of_all, found.of_answered) if one.isVisible()]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / ANSWERS).glob("*.json"))


def test_what_is_no_problem_leaves_the_list_and_comes_back_with_undo(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    assert counts(window) == ["This page (1)", "All pages (2)"]
    answer(window, "He said so in the paper.", "Mei", qtbot)
    assert counts(window) == ["This page (0)", "All pages (1)", "Not a problem (1)"]
    assert window.session.unsaved_places == ()
    qtbot.waitUntil(lambda: len(files(tmp_path)) == 1)
    assert answers_in(tmp_path).version == 1

    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert counts(window) == ["This page (1)", "All pages (2)"]
    qtbot.waitUntil(lambda: files(tmp_path) == [])
    QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert counts(window) == ["This page (0)", "All pages (1)", "Not a problem (1)"]
    qtbot.waitUntil(lambda: len(files(tmp_path)) == 1)


def test_it_is_listed_with_its_reason_and_can_be_asked_again(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    answer(window, "He said so  in the paper.", "Mei", qtbot)
    problems = window.problems
    QTest.mouseClick(problems.list.of_answered, LEFT)
    assert problems.list.model.rowCount() == 1
    problems.list.list.setFocus()
    QTest.keyClick(problems.list.list, Qt.Key.Key_Home)
    assert "“He said so in the paper.” (Mei, " in problems.card.text()
    assert not problems.card.not_here.isVisible()
    QTest.mouseClick(problems.card.ask_again, LEFT)
    assert problems.list.model.rowCount() == 0
    assert counts(window)[:2] == ["This page (1)", "All pages (2)"]
    qtbot.waitUntil(lambda: files(tmp_path) == [])


def test_escape_answers_nothing(window: MainWindow, qtbot: QtBot) -> None:
    QTest.mouseClick(window.problems.card.not_here, LEFT)
    (box,) = open_boxes()
    QTest.keyClicks(box.reason, "No.")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not open_boxes())
    assert counts(window) == ["This page (1)", "All pages (2)"]
    assert window.session.history.next_undo is None


def test_what_a_colleague_has_answered_is_known_when_the_folder_is_read(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    answer(window, "A quotation.", "Mei", qtbot)
    given = window.session.answers.wanted
    qtbot.waitUntil(lambda: not window.session.answers.wanted)
    keep_answers(RecordFiles(tmp_path, ANSWERS), dict.fromkeys(given))
    assert counts(window)[2:] == ["Not a problem (1)"]
    window.problems.answers.read()
    qtbot.waitUntil(lambda: counts(window) == ["This page (1)", "All pages (2)"])


def test_an_answer_waits_for_a_folder_that_is_away(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    hidden = tmp_path / ".clinic-editor"
    hidden.rename(tmp_path / "elsewhere")
    hidden.write_text("no folder")
    answer(window, "A quotation.", "", qtbot)
    with qtbot.waitSignal(window.problems.answers.waits):
        pass
    assert counts(window)[0] == "This page (0)"
    hidden.unlink()
    (tmp_path / "elsewhere").rename(hidden)
    window.problems.answers.close()
    assert len(files(tmp_path)) == 1
