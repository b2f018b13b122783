"""Words that are longer than there is room for make nothing grow, and can be read all the same."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.broken.scrolled_words import ScrolledWords

SHORT = "Line 8 says something twice."


def test_they_take_the_room_they_need_and_scroll_where_there_is_less(qtbot: QtBot) -> None:
    window, words = QWidget(), QLabel(SHORT)
    qtbot.addWidget(window)
    words.setWordWrap(True)
    scrolled = ScrolledWords(words)
    column, view = QVBoxLayout(window), QWidget()
    QVBoxLayout(view).addWidget(scrolled)
    view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    column.addWidget(view)
    column.addWidget(QWidget(), 1)
    window.resize(300, 400)
    with qtbot.waitExposed(window):
        window.show()
    assert scrolled.height() == words.heightForWidth(scrolled.width())
    words.setText("\n\n".join([SHORT] * 8))
    qtbot.waitUntil(lambda: scrolled.height() == words.heightForWidth(scrolled.width()) > 150)
    window.resize(300, 150)
    qtbot.waitUntil(lambda: scrolled.height() < 150)
    assert window.height() == 150
    assert scrolled.verticalScrollBar().maximum() > 0
    window.resize(300, 400)
    qtbot.waitUntil(lambda: scrolled.height() == words.heightForWidth(scrolled.width()))
    words.setText("\n\n".join([SHORT] * 7))
    qtbot.waitUntil(lambda: scrolled.height() == words.heightForWidth(scrolled.width()))
