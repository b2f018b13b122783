"""The publisher line that goes with a journal, offered on the card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.study import Study
from editor.ui.completing.publisher_offer import PublisherOffer
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, choose

PAGE = """\
name: Knee
studies:
- {title: One, journal: JAMA}
- {title: Two, journal: JAMA, publisher: American Medical Association}
- {title: Three, journal: Acupuncture in Medicine, publisher: BMAS}
"""


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot) -> MainWindow:
    for path in (sample_folder / "conditions").iterdir():
        path.unlink()
    (sample_folder / "conditions" / "knee.yaml").write_text(PAGE, encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "Knee")
    window.show_studies()
    qtbot.waitUntil(lambda: window.across_pages.knowing.is_complete)
    return window


def offered(window: MainWindow) -> str:
    (offer,) = window.findChildren(PublisherOffer)
    return offer.findChildren(QLabel)[0].text() if offer.isVisible() else ""


def use(window: MainWindow) -> QToolButton:
    return named(window, "Use “American Medical Association”", QToolButton)


def card_box(window: MainWindow, name: str) -> TextBox:
    box = named(window.view.studies.card, name, TextBox)
    window.view.studies.card.ensureWidgetVisible(box)
    return box


def study(window: MainWindow) -> Study:
    assert window.editing.study is not None
    return window.editing.study


WORDS = "Other studies from this journal have: “American Medical Association”."


def test_picking_a_journal_offers_its_publisher_which_a_key_takes_in_one_step(window: MainWindow) -> None:
    assert offered(window) == ""  # nobody has touched the journal
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_End, CTRL)
    journal = card_box(window, "Journal")
    QTest.mouseClick(journal.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(journal, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(journal, "jam")
    assert offered(window) == ""
    QTest.keyClick(journal, Qt.Key.Key_Down)
    QTest.keyClick(journal, Qt.Key.Key_Return)
    assert offered(window) == WORDS
    assert not use(window).visibleRegion().isEmpty()
    assert not journal.visibleRegion().isEmpty()
    assert study(window).publisher == "BMAS"
    QTest.keyClick(journal, Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is use(window)
    QTest.keyClick(use(window), Qt.Key.Key_Space)
    assert (study(window).journal, study(window).publisher) == ("JAMA", "American Medical Association")
    assert offered(window) == ""
    assert window.focusWidget() is card_box(window, "Publisher")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert (study(window).journal, study(window).publisher) == ("JAMA", "BMAS")
    assert offered(window) == WORDS
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert offered(window) == ""


def test_a_long_line_is_offered_on_several_lines_instead_of_making_the_card_wider(window: MainWindow) -> None:
    long = " and ".join(["American Medical Association"] * 12)
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_End, CTRL)
    card = window.view.studies.card
    journal = card_box(window, "Journal")
    first = study(window)
    window.editing.choose_study(window.editing.shown_studies[1].key)
    window.editing.edit_study(study(window).key, field_named(STUDY_FIELDS, "publisher"), long)
    window.editing.choose_study(first.key)
    QTest.keyClick(journal, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(journal, "JAMA")
    assert long in offered(window)
    assert card.widget().minimumSizeHint().width() <= card.viewport().width()


def test_a_click_takes_it_where_the_publisher_is_empty(window: MainWindow) -> None:
    journal = card_box(window, "Journal")
    journal.setFocus()
    QTest.keyClick(journal, Qt.Key.Key_Backspace)
    QTest.keyClick(journal, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(journal, "acupuncture in medicine")
    window.view.studies.card.ensureWidgetVisible(named(window, "Use “BMAS”", QToolButton))
    QTest.mouseClick(named(window, "Use “BMAS”", QToolButton), Qt.MouseButton.LeftButton)
    assert study(window).publisher == "BMAS"
