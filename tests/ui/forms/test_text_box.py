from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import LEAST_HEIGHT, BoxKind, TextBox
from tests.ui.records import stand

TEXTS = st.text(alphabet="ab \n\r\t\u00a0\u2028\u2029\ufdd0\ufffc\u3000𠮷é\u0301中", max_size=20)


@pytest.fixture
def box(qtbot: QtBot) -> TextBox:
    box = TextBox(BoxKind.MARKDOWN)
    qtbot.addWidget(box)
    return box


def cursor_at(box: TextBox, place: int) -> None:
    cursor = box.textCursor()
    cursor.setPosition(place)
    box.setTextCursor(cursor)


def paste(box: TextBox, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TEXTS, TEXTS)
def test_every_text_survives_being_shown_and_typed_next_to(box: TextBox, first: str, text: str) -> None:
    box.show_text(first)
    box.show_text(text)
    cursor_at(box, 0)
    QTest.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box.text() == (text if text.strip("\n") else "")


def test_showing_tells_no_edit_and_typing_tells_each(box: TextBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    box.show_text("Pain")
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(box, "ed")
    assert told == ["Paine", "Pained"]


def test_the_cursor_stays_at_its_words_when_text_changes_elsewhere(box: TextBox) -> None:
    box.show_text("𠮷 pain in the back")
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.show_text("𠮷 𠮷 pain in the back")
    QTest.keyClicks(box, "s")
    assert box.text() == "𠮷 𠮷 pain in the backs"


def test_a_box_that_agrees_is_left_alone(box: TextBox) -> None:
    box.show_text("Pain in the back")
    box.selectAll()
    box.show_text("Pain in the back")
    assert box.textCursor().selectedText() == "Pain in the back"


def test_no_break_spaces_and_line_separators_are_told_as_they_are(box: TextBox) -> None:
    box.show_text("12\u00a0%\u2028of people\n")
    box.moveCursor(QTextCursor.MoveOperation.End)
    with_told: list[str] = []
    box.edited.connect(with_told.append)
    QTest.keyClicks(box, "!")
    assert with_told == ["12\u00a0%\u2028of people!\n"]


def test_a_box_is_left_alone_while_a_word_is_composed(box: TextBox) -> None:
    box.show_text("back")
    QApplication.sendEvent(box, QInputMethodEvent("bei", []))
    box.show_text("back")
    assert preedit(box) == "bei"


def test_another_text_ends_the_composing_of_a_word(box: TextBox) -> None:
    told: list[str] = []
    box.show_text("back")
    box.edited.connect(told.append)
    QApplication.sendEvent(box, QInputMethodEvent("bei", []))
    box.show_text("knee")
    assert (box.toPlainText(), preedit(box), told) == ("knee", "", [])


def preedit(box: TextBox) -> str:
    return box.textCursor().block().layout().preeditAreaText()


def test_a_composed_word_is_told_once_it_stands(box: TextBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    QApplication.sendEvent(box, QInputMethodEvent("bei", []))
    assert told == []
    event = QInputMethodEvent("", [])
    event.setCommitString("背")
    QApplication.sendEvent(box, event)
    assert told == ["背"]


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z"])
def test_undo_is_the_windows(qtbot: QtBot, keys: str) -> None:
    window = QWidget()
    box = TextBox(BoxKind.LINE, window)
    shortcut = QShortcut(keys, window)
    stand(qtbot, window)
    box.setFocus()
    QTest.keyClicks(box, "pain")
    shift = Qt.KeyboardModifier.ShiftModifier if "Shift" in keys else Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(shortcut.activated):
        QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | shift)
    assert box.text() == "pain"


def test_enter_leaves_a_line_for_the_next_box(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    line, following = TextBox(BoxKind.LINE), QLineEdit()
    column.addWidget(line)
    column.addWidget(following)
    stand(qtbot, window)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    qtbot.waitUntil(following.hasFocus)


def test_enter_with_shift_is_a_plain_line_end(qtbot: QtBot) -> None:
    box = TextBox(BoxKind.LINES)
    qtbot.addWidget(box)
    QTest.keyClicks(box, "a")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "b")
    assert box.text() == "a\nb"


def test_pasted_mark_up_shows_as_it_was(box: TextBox) -> None:
    paste(box, "2018. We found *p* < 0.05\r\n- 3 trials")
    assert box.text() == "2018\\. We found \\*p\\* < 0.05\n\\- 3 trials"


def test_what_was_copied_from_another_box_keeps_its_mark_up(qtbot: QtBot, box: TextBox) -> None:
    other = TextBox(BoxKind.MARKDOWN)
    qtbot.addWidget(other)
    other.show_text("**See a doctor**\nfirst\u00a0of all")
    other.selectAll()
    QTest.keyClick(other, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "**See a doctor**\nfirst\u00a0of all"


def test_a_paste_behind_words_is_not_at_a_line_start(box: TextBox) -> None:
    box.show_text("In ")
    box.moveCursor(QTextCursor.MoveOperation.End)
    paste(box, "2018. We")
    assert box.text() == "In 2018. We"


def test_a_line_takes_a_paste_as_one_line(qtbot: QtBot) -> None:
    box = TextBox(BoxKind.LINE)
    qtbot.addWidget(box)
    paste(box, "A title\nin *two* lines")
    assert box.text() == "A title in *two* lines"


def test_a_read_only_box_cannot_be_changed(box: TextBox) -> None:
    box.show_text("Pain")
    box.set_read_only(read_only=True)
    QTest.keyClicks(box, "x")
    QTest.keyClick(box, Qt.Key.Key_Return)
    paste(box, "x")
    assert box.text() == "Pain"
    box.set_read_only(read_only=False)
    QTest.keyClicks(box, "x")
    assert box.text() == "Painx"


def test_a_box_grows_with_its_text_within_bounds(qtbot: QtBot) -> None:
    box = TextBox(BoxKind.LINE)
    qtbot.addWidget(box)
    box.resize(300, box.height())
    box.show()
    low = box.height()
    assert low >= LEAST_HEIGHT
    box.show_text("A very long title of a study " * 4)
    assert box.height() > low
    box.show_text("A very long title of a study " * 400)
    assert box.height() < 200


def test_a_box_has_its_frame_around_it_at_every_width(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    box = TextBox(BoxKind.MARKDOWN)
    column.addWidget(box)
    column.addStretch(1)
    box.show_text("The reviews on this page look at disc, knee, nerve, joint and heel pain. " * 4)
    qtbot.addWidget(window)
    window.show()
    for width in (400, 900, 500, 1200, 450):
        window.resize(width, 500)
        qtbot.waitUntil(lambda: box.viewport().width() > box.width() - 8)
        frame = box.frameWidth()
        inside = box.viewport().geometry() | box.markup.footer.geometry()
        assert inside == box.rect().adjusted(frame, frame, -frame, -frame)


@pytest.mark.parametrize("points", [7, 9, 10, 11, 13, 18, 24])
def test_a_box_that_shows_all_of_its_text_has_no_scroll_bar(qtbot: QtBot, points: int) -> None:
    box = TextBox(BoxKind.LINE)
    qtbot.addWidget(box)
    font = box.font()
    font.setPointSize(points)
    box.setFont(font)
    box.resize(600, box.height())
    box.show()
    for text in ("Back pain", "腰痛 gyjÅ", "คั้ง ﷽"):  # letters of other fonts make a line taller
        box.show_text(text)
        assert not box.verticalScrollBar().isVisible()
    box.show_text("A very long title of a study " * 400)
    assert box.verticalScrollBar().isVisible()


def test_the_menu_offers_no_undo_of_its_own(box: TextBox) -> None:
    menu = box.own_menu()
    assert not [action.text() for action in menu.actions() if "Undo" in action.text() or "Redo" in action.text()]
    menu.deleteLater()


@pytest.mark.parametrize("kind", [BoxKind.LINE, BoxKind.MARKDOWN])
def test_far_too_much_is_not_pasted_and_that_is_said(qtbot: QtBot, kind: BoxKind) -> None:
    box = TextBox(kind)
    qtbot.addWidget(box)
    said: list[str] = []
    box.said.connect(said.append)
    box.show_text("Pain")
    paste(box, "word " * 50_000)
    assert box.text() == "Pain"
    assert said == ["That is too much to paste: 250000 letters. Nothing was changed."]


@pytest.mark.parametrize("points", [11, 22, 26])
@pytest.mark.parametrize("width", [300, 456, 974])
def test_a_title_is_not_cut_where_a_box_has_its_text_before_its_width(qtbot: QtBot, points: int, width: int) -> None:
    window = QWidget()
    font = window.font()
    font.setPointSize(points)
    window.setFont(font)
    column = QVBoxLayout(window)
    box = TextBox(BoxKind.LINE)
    column.addWidget(box)
    column.addStretch(1)
    box.show_text("Exercise therapy for chronic low back pain: a systematic review of trials")
    window.resize(width, 500)
    stand(qtbot, window)
    block = box.document().firstBlock()
    assert block.layout().lineCount() > 1 or points == 11
    assert box.viewport().height() >= min(box.blockBoundingRect(block).height(), 5 * box.fontMetrics().lineSpacing())
