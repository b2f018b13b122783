"""Boxes to write in are told from the window, in dark colours too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.choice_box import STATUS_CHOICES, ChoiceBox
from editor.ui.forms.text_box import BoxKind, TextBox
from editor.ui.look.box_outline import BoxOutline
from editor.ui.look.colours import MARK_CONTRAST, contrast


@pytest.fixture
def outline(application: QApplication) -> Iterator[BoxOutline]:
    before = application.palette()
    outline = BoxOutline(application)
    yield outline
    application.setPalette(before)
    outline.deleteLater()


def palette_of(window: str, base: str, words: str) -> QPalette:
    palette = QPalette(QColor(window))
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, QColor(words))
    return palette


def shown(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    window = QWidget()
    column = QVBoxLayout(window)
    boxes: list[QWidget] = [TextBox(BoxKind.LINE), TextBox(BoxKind.MARKDOWN), ChoiceBox(STATUS_CHOICES), QLineEdit()]
    for box in boxes:
        column.addWidget(box)
    qtbot.addWidget(window)
    window.show()
    return window, boxes


def edges(boxes: list[QWidget]) -> list[QColor]:
    """The colour in the middle of the left edge of each."""
    return [box.grab().toImage().pixelColor(0, box.height() // 2) for box in boxes]


@pytest.mark.parametrize(
    ("window", "base", "words"),
    [
        ("#323232", "#323232", "#ffffff"),
        ("#353535", "#2d2d2d", "#ffffff"),
        ("#1e1e1e", "#1e1e1e", "#d4d4d4"),
        ("#000000", "#000000", "#ffffff"),
        ("#000000", "#000000", "#ffff00"),
    ],
)
@pytest.mark.usefixtures("outline")
def test_boxes_have_an_outline_that_is_seen_when_the_colours_turn_dark(
    qtbot: QtBot, application: QApplication, window: str, base: str, words: str
) -> None:
    whole, boxes = shown(qtbot)
    application.setPalette(palette_of(window, base, words))
    qtbot.waitUntil(lambda: whole.grab().toImage().pixelColor(1, 1) == QColor(window))
    assert min(contrast(edge, QColor(window)) for edge in edges(boxes)) >= MARK_CONTRAST
    assert all(box.palette().color(QPalette.ColorRole.Base) == QColor(base) for box in boxes)


def test_in_light_colours_boxes_look_as_the_style_draws_them(
    qtbot: QtBot, application: QApplication, request: pytest.FixtureRequest
) -> None:
    before = application.palette()
    _, boxes = shown(qtbot)
    seen = edges(boxes)
    request.getfixturevalue("outline")
    assert edges(boxes) == seen
    application.setPalette(palette_of("#323232", "#323232", "#ffffff"))
    qtbot.waitUntil(lambda: edges(boxes) != seen)
    application.setPalette(before)
    qtbot.waitUntil(lambda: edges(boxes) == seen)


@pytest.mark.usefixtures("outline")
def test_a_box_that_is_only_read_has_the_ground_of_the_window(qtbot: QtBot, application: QApplication) -> None:
    window, boxes = shown(qtbot)
    application.setPalette(palette_of("#353535", "#2d2d2d", "#ffffff"))
    box = boxes[0]
    assert isinstance(box, TextBox)
    box.set_read_only(True)
    qtbot.waitUntil(lambda: window.grab().toImage().pixelColor(box.geometry().center()) == QColor("#353535"))
