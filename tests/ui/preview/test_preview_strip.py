from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.preview.preview_strip import PreviewStrip
from tests.ui.window import box, choose

LONG = "https://journal.example/" + "a-very-long-address/" * 20


def strip_of(qtbot: QtBot, width: int) -> tuple[PreviewStrip, QLabel]:
    strip = PreviewStrip()
    qtbot.addWidget(strip)
    strip.resize(width, 32)
    strip.show_name("Knee", is_example=False)
    strip.show()
    (words,) = [label for label in strip.findChildren(QLabel) if label is not look_of(strip)]
    return strip, words


def look_of(strip: PreviewStrip) -> QLabel:
    return next(label for label in strip.findChildren(QLabel) if label.text().endswith(" look"))


def test_the_look_is_named_and_explained(qtbot: QtBot) -> None:
    strip, _ = strip_of(qtbot, 400)
    look = look_of(strip)
    assert look.text() == "Built-in look"
    assert "its own look" in look.toolTip()
    assert look.accessibleDescription() == look.toolTip()


def test_the_page_is_named_and_an_example_said_to_be_one(qtbot: QtBot) -> None:
    strip, words = strip_of(qtbot, 400)
    assert words.text() == "Preview of “Knee”"
    strip.show_name("Knee", is_example=True)
    assert words.text() == "Example: Knee"
    strip.show_name("Knee and all else " * 9, is_example=False)
    assert words.text().endswith("…")
    assert words.toolTip().endswith("all else ”")


def test_a_link_shows_where_it_leads_until_the_mouse_has_left_it(qtbot: QtBot) -> None:
    strip, words = strip_of(qtbot, 400)
    strip.show_link("https://doi.org/10.1")
    assert words.text() == "Opens https://doi.org/10.1"
    for nothing in ("", "clinic-preview://page/index.html"):
        strip.show_link("https://doi.org/10.1")
        strip.show_link(nothing)
        assert words.text() == "Preview of “Knee”"


def test_the_mouse_over_the_page_is_told_that_words_can_be_clicked(qtbot: QtBot) -> None:
    strip, words = strip_of(qtbot, 400)
    strip.show_pointed_at(pointed_at=True)
    assert words.text() == "Click on any words to change them"
    strip.show_link("https://doi.org/10.1")
    assert words.text() == "Opens https://doi.org/10.1"
    strip.show_link("")
    assert words.text() == "Click on any words to change them"
    strip.show_pointed_at(pointed_at=False)
    assert words.text() == "Preview of “Knee”"


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


def test_the_window_names_the_page_in_the_preview_and_for_shared_texts_an_example(window: MainWindow) -> None:
    def words() -> list[str]:
        strip = window.preview.findChild(PreviewStrip)
        assert isinstance(strip, PreviewStrip)
        return [label.text() for label in strip.findChildren(QLabel) if label.isVisible()]

    window.resize(1500, 760)
    choose(window, "Headache")
    assert words() == ["Preview of “Headache & Migraine”", "Built-in look"]
    QTest.keyClicks(box(window, "Name"), "A ")
    assert words()[0] == "Preview of “A Headache & Migraine”"
    choose(window, "Shared texts")
    assert words()[0] == "Example: A Headache & Migraine"
