from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.preview.preview_strip import PreviewStrip
from tests.ui.records import named

LONG = "https://journal.example/" + "a-very-long-address/" * 20


def strip_of(qtbot: QtBot, width: int) -> tuple[PreviewStrip, QLabel]:
    strip = PreviewStrip()
    qtbot.addWidget(strip)
    strip.resize(width, 32)
    strip.show()
    return strip, named(strip, "Look of the preview", QLabel)


def test_the_look_is_named_and_explained(qtbot: QtBot) -> None:
    _, words = strip_of(qtbot, 400)
    assert words.text() == "Built-in look"
    assert "its own look" in words.toolTip()
    assert words.accessibleDescription() == words.toolTip()


def test_a_link_shows_where_it_leads_until_the_mouse_has_left_it(qtbot: QtBot) -> None:
    strip, words = strip_of(qtbot, 400)
    strip.show_link("https://doi.org/10.1")
    assert words.text() == "Opens https://doi.org/10.1"
    strip.show_link("")
    assert words.text() == "Built-in look"


def test_a_long_link_is_shortened_and_widens_nothing(qtbot: QtBot) -> None:
    strip, words = strip_of(qtbot, 400)
    strip.show_link(LONG)
    assert words.text().startswith("Opens https://journal.example/")
    assert words.text().endswith("…")
    assert words.fontMetrics().horizontalAdvance(words.text()) <= words.width()
    assert strip.minimumSizeHint().width() < 400
    before = len(words.text())
    strip.resize(800, 32)
    assert len(words.text()) > before
