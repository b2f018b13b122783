"""The foot of a box lies below its text, from the first moment on and whatever becomes of the text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.application import Program
from editor.ui.forms.box_footer import BoxFooter
from editor.ui.forms.text_box import TextBox
from tests.ui.starting.program_windows import close, opened
from tests.ui.window import choose


def test_the_foot_lies_below_the_text_when_its_form_is_seen_first(
    application: QApplication, sample_folder: Path, qtbot: QtBot
) -> None:
    program = Program(parent=application)
    program.open(sample_folder)
    window = opened(program, qtbot, sample_folder)
    choose(window, "Shared texts")
    boxes = [box for box in window.view.site_form.findChildren(TextBox) if box.findChildren(BoxFooter)]
    assert boxes
    qtbot.waitUntil(lambda: all(box.isVisible() for box in boxes))
    for box in boxes:
        (foot,) = box.findChildren(BoxFooter)
        assert foot.geometry().top() == box.viewport().geometry().bottom() + 1
        assert foot.geometry().bottom() == box.rect().bottom() - box.frameWidth()
    close(window, qtbot)


def test_it_stays_there_when_undo_takes_a_line_away(
    application: QApplication, sample_folder: Path, qtbot: QtBot
) -> None:
    program = Program(parent=application)
    program.open(sample_folder)
    window = opened(program, qtbot, sample_folder)
    choose(window, "Back, Hip, Knee & Leg Pain")
    (box,) = (one for one in window.view.findChildren(TextBox) if one.accessibleName() == "Introduction")
    (foot,) = box.findChildren(BoxFooter)
    with qtbot.waitActive(window):
        window.activateWindow()
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    before = box.height()
    QApplication.clipboard().setText(" A line more than there was before, and then some more of it.")
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)  # one step, however slow the machine is
    qtbot.waitUntil(lambda: box.height() > before)
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: box.height() == before)
    assert foot.geometry().bottom() == box.rect().bottom() - box.frameWidth()
    close(window, qtbot)
