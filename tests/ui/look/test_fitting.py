"""Windows are no larger than their screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.look.fitting import resize_to_fit


@pytest.mark.parametrize("wanted", [QSize(300, 200), QSize(100_000, 200), QSize(300, 100_000)])
def test_a_window_is_as_large_as_it_wants_and_its_screen_has_room_for(qtbot: QtBot, wanted: QSize) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    resize_to_fit(window, wanted)
    screen = window.screen().availableSize()
    for size, wish, room in (
        (window.width(), wanted.width(), screen.width()),
        (window.height(), wanted.height(), screen.height()),
    ):
        assert size == wish if wish < room else 0.9 * room < size < room
