"""Quiet words follow light and dark, and can always be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.look.focus_mark import contrast

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
    for shown in (line.palette().color(WORDS), button.palette().color(QPalette.ColorRole.ButtonText)):
        assert contrast(QColor(words), back) > contrast(shown, back) >= 4.5
