"""Quiet words and buttons follow light and dark, and can always be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.look.colours import contrast, link_colour
from tests.ui.records import stand

WORDS, GROUND = QPalette.ColorRole.WindowText, QPalette.ColorRole.Window


@pytest.fixture
def palette_again(application: QApplication) -> Iterator[None]:
    before = application.palette()
    yield
    application.setPalette(before)


def colours(words: str, ground: str) -> QPalette:
    palette = QPalette(QColor(ground))
    palette.setColor(WORDS, QColor(words))
    palette.setColor(GROUND, QColor(ground))
    return palette


@pytest.mark.usefixtures("palette_again")
@pytest.mark.parametrize(
    ("words", "ground"),
    [("#000000", "#efefef"), ("#ffffff", "#323232"), ("#ffffff", "#000000"), ("#000000", "#ffffff")],
)
def test_they_are_paler_than_the_rest_and_readable_when_the_colours_change(
    qtbot: QtBot, application: QApplication, words: str, ground: str
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    line, button = QuietLine("Help"), QuietButton("Unlock")
    column.addWidget(line)
    column.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    application.setPalette(colours(words, ground))
    back = QColor(ground)
    qtbot.waitUntil(lambda: contrast(line.palette().color(WORDS), back) >= 4.5)
    assert contrast(QColor(words), back) > contrast(line.palette().color(WORDS), back) >= 4.5
    link = link_colour(application.palette())
    assert button.palette().color(QPalette.ColorRole.ButtonText) == link
    assert contrast(link, back) >= 4.5


def test_a_button_of_words_looks_like_a_link_and_is_underlined_where_mouse_or_keyboard_is(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, button = QuietButton("First"), QuietButton("Unlock")
    column.addWidget(first)
    column.addWidget(button)
    stand(qtbot, window)
    first.setFocus()
    assert not button.font().underline()
    QTest.mouseMove(button)
    qtbot.waitUntil(lambda: button.font().underline())
    QTest.mouseMove(window, window.rect().bottomRight())
    qtbot.waitUntil(lambda: not button.font().underline())
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert button.font().underline()
    assert not first.font().underline()
    button.setEnabled(False)
    assert not button.font().underline()
