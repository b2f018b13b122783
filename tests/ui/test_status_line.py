"""The line at the bottom of the window, and the list of what is not saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.saving.not_saved_box import NotSavedBox
from editor.ui.saving.save_state import Unsaved
from editor.ui.status_line import MOST_LISTED, StatusLine
from tests.ui.records import named, stand
from tests.ui.window import CTRL, box, choose, state


def which(line: StatusLine) -> QPushButton:
    (button,) = line.findChildren(QPushButton)
    return button


def opened(line: StatusLine, qtbot: QtBot) -> QMenu:
    """The list, opened with the keyboard."""
    menu = which(line).menu()
    with qtbot.waitSignal(menu.aboutToShow):
        QTest.keyClick(which(line), Qt.Key.Key_Space)
    return menu


def line_with(qtbot: QtBot, *unsaved: Unsaved) -> StatusLine:
    line = StatusLine()
    line.offer(QAction("Save all", line))
    stand(qtbot, line)
    line.show_state("Not saved.", unsaved)
    return line


def words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_with_all_saved_there_is_nothing_to_show(qtbot: QtBot) -> None:
    line = line_with(qtbot)
    assert not which(line).isVisible()


def test_the_button_follows_right_after_the_sentence(qtbot: QtBot) -> None:
    line = line_with(qtbot, Unsaved("a", "A"))
    line.resize(1200, line.height())
    sentence = named(line, "Is my work safe?", QLabel)
    qtbot.waitUntil(lambda: which(line).x() - sentence.geometry().right() < 16)
    assert sentence.width() < 200


def test_nothing_moves_when_the_button_comes(qtbot: QtBot) -> None:
    line = line_with(qtbot)
    before = line.sizeHint().height(), line.minimumHeight()
    line.show_state("Not saved.", (Unsaved("a", "A"),))
    assert (max(line.sizeHint().height(), line.minimumHeight())) == max(before)


def test_the_list_leads_to_the_page(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    choose(window, "Headache")
    menu = opened(window.status, qtbot)
    assert words(menu) == ["xBack, Hip, Knee && Leg Pain", "Save all"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("xBack")


def test_the_list_saves_everything(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    menu = opened(window.status, qtbot)
    with qtbot.waitSignal(window.saving.ended):
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[-1]).center())
    assert not which(window.status).isVisible()


def test_a_deleted_page_is_named_but_cannot_be_gone_to(qtbot: QtBot) -> None:
    line = line_with(qtbot, Unsaved("a", "Old pain", is_deleted=True))
    menu = opened(line, qtbot)
    assert words(menu)[0] == "Old pain (deleted)"
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_a_long_list_is_cut_and_says_so(qtbot: QtBot) -> None:
    many = (Unsaved(str(number), f"Page {number}") for number in range(MOST_LISTED + 3))
    line = line_with(qtbot, *many)
    menu = opened(line, qtbot)
    assert len(words(menu)) == MOST_LISTED + 2
    assert words(menu)[-2] == "and 3 more"
    menu.close()


def type_a_letter(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "x")


def choose_another_page(window: MainWindow) -> None:
    choose(window, "Headache")


def choose_another_study(window: MainWindow) -> None:
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Down)


def go_to_the_text(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)


def undo(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)


def save(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)


STEPS = [type_a_letter, choose_another_page, choose_another_study, go_to_the_text, undo, save]


@pytest.mark.parametrize("next_step", STEPS, ids=lambda step: step.__name__)
def test_what_was_said_of_a_step_goes_with_the_next_one(
    next_step: Callable[[MainWindow], None], window: MainWindow, qtbot: QtBot
) -> None:
    message = named(window, "Message", QLabel)
    type_a_letter(window)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_C, CTRL)
    assert message.text().startswith("Cell copied.")
    window.opening.changed.emit()  # nothing that the user did
    assert message.text().startswith("Cell copied.")
    next_step(window)
    assert message.text() == ""
    qtbot.waitUntil(lambda: not window.saving.is_busy)


def test_what_was_said_of_a_step_goes_when_it_is_saved_at_closing(window: MainWindow, qtbot: QtBot) -> None:
    message = named(window, "Message", QLabel)
    window.commands["archive_page"].trigger()
    assert "Save it to take it off the website" in message.text()
    window.close()
    (question,) = window.findChildren(QMessageBox)
    (save_all,) = [button for button in question.buttons() if button.text() == "Save all"]
    QTest.mouseClick(save_all, Qt.MouseButton.LeftButton)
    assert message.text() == ""
    qtbot.waitUntil(lambda: not window.isVisible())


def test_a_step_that_goes_elsewhere_keeps_what_is_said_of_it(window: MainWindow) -> None:
    """A new page is an edit, goes to another page and to another view."""
    window.show_studies()
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    QTest.keyClicks(window.pages.name_form.name, "Elbow")
    QTest.keyClick(window.pages.name_form.name, Qt.Key.Key_Return)
    assert named(window, "Message", QLabel).text().startswith("“Elbow” is a new page")


def test_the_first_save_that_succeeds_says_whom_to_ask_when_the_website_changes(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    site = sample_folder / "site.yaml"
    lines = site.read_text(encoding="utf-8").splitlines(keepends=True)
    site.write_text("".join(line for line in lines if not line.startswith("published_by:")), encoding="utf-8")
    window = open_window(sample_folder)
    type_a_letter(window)
    page = sample_folder / window.editing.place
    before = page.read_bytes()
    page.unlink()
    page.mkdir()
    save(window)
    qtbot.waitUntil(lambda: bool(window.findChildren(NotSavedBox)))
    (message,) = window.findChildren(NotSavedBox)
    page.rmdir()
    page.write_bytes(before)
    with qtbot.waitActive(window):
        message.close()
        window.activateWindow()
    told = []
    for _ in range(2):
        type_a_letter(window)
        save(window)
        qtbot.waitUntil(lambda: state(window).startswith("Saved "))
        told.append(state(window).partition(". ")[2])
    assert told == ["Ask whoever looks after the website when it changes.", ""]
