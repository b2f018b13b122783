"""Dates through the window: from the keys that type them to the bytes of the file, and back by undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.saving.closing_box import ClosingBox
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, box, choose

PAGE = """\
name: Knee pain
last_reviewed: 2026, Oct 19   # by Alex
studies:
- title: One
  date: 2018, Apr 1   # as printed
- title: Two
  date: '2016'
"""


@pytest.fixture
def page(sample_folder: Path) -> Path:
    file = sample_folder / "conditions" / "knee-pain.yaml"
    file.write_text(PAGE, encoding="utf-8", newline="\n")
    return file


@pytest.fixture
def knee(open_window: Callable[[Path], MainWindow], page: Path) -> MainWindow:
    """The window on a page with dates as printed."""
    window = open_window(page.parent.parent)
    choose(window, "Knee pain")
    return window


def type_over(box: TextBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, keys)


def save(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.saving.ended):
        press(Qt.Key.Key_S, CTRL)


def test_a_file_keeps_its_printed_dates_and_a_new_study_has_edtf(knee: MainWindow, page: Path, qtbot: QtBot) -> None:
    type_over(box(knee, "Last reviewed"), "20 Oct 2026")
    knee.show_studies()
    date = named(knee.view.studies.card, "Date", TextBox)
    type_over(date, "2 April 2018")
    save(knee, qtbot)
    assert date.hasFocus()
    changed = PAGE.replace("2018, Apr 1", "2018, Apr 2").replace("2026, Oct 19", "2026, Oct 20")
    assert page.read_bytes() == changed.encode()
    for _ in range(2):
        press(Qt.Key.Key_Z, CTRL)
    assert knee.session.unsaved_places
    save(knee, qtbot)
    assert page.read_bytes() == PAGE.encode()
    press(Qt.Key.Key_A, CTRL | SHIFT)
    type_over(named(knee.view.studies.card, "Title", TextBox), "Three")
    type_over(date, "May 5th, 2019")
    press(Qt.Key.Key_Tab)
    save(knee, qtbot)
    assert page.read_text("utf-8") == PAGE.replace("studies:\n", "studies:\n- date: '2019-05-05'\n  title: Three\n")


def test_undo_brings_back_a_date_as_it_was(knee: MainWindow) -> None:
    knee.show_studies()
    date = named(knee.view.studies.card, "Date", TextBox)
    type_over(date, "Dec 2017")
    press(Qt.Key.Key_Tab)
    assert date.text() == "2017, Dec"
    press(Qt.Key.Key_Z, CTRL)
    assert date.text() == "2018, Apr 1"
    assert knee.session.unsaved_places == ()
    press(Qt.Key.Key_Y, CTRL)
    assert date.text() == "2017, Dec"


def test_going_to_another_page_leaves_the_box(knee: MainWindow) -> None:
    place = knee.editing.place
    review = box(knee, "Next review")
    type_over(review, "May 2027")
    knee.editing.choose(knee.session.site_place)
    page = knee.session.page(place)
    assert page is not None
    assert page.review_due == "2027-05"


def test_closing_the_window_leaves_the_box(knee: MainWindow) -> None:
    place = knee.editing.place
    type_over(box(knee, "Next review"), "May 2027")
    knee.close()
    knee.findChildren(ClosingBox)[0].reject()
    page = knee.session.page(place)
    assert page is not None
    assert page.review_due == "2027-05"
