"""What staff type is shown as it was typed, also where Qt would take it for HTML: in labels, tips and messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from editor.ui.saving.not_saved_box import NotSavedBox
from editor.ui.studies.study_table import StudyTable
from tests.ui.records import named
from tests.ui.test_names_with_ampersand import STATES
from tests.ui.window import CTRL, box, choose

NAME = "<b>Back</b> & co, and a name so long that no place has room for all of it"
TITLE = "a < b <i>x</i> in a title so long that no cell of the table has room for all of it" * 2
PAGE = "conditions/back-hip-knee-leg-pain.yaml"


@pytest.fixture
def markup_window(open_window: Callable[[Path], MainWindow], sample_folder: Path) -> MainWindow:
    """The window on a page, studies and a clinic of such names."""
    page, site = sample_folder / PAGE, sample_folder / "site.yaml"
    page.write_text(f"name: '{NAME}'\nstudies:\n- title: '{TITLE}'\n", encoding="utf-8")
    site.write_text(f"name: '{NAME}'\nresearch:\n  lead: '{NAME}'\n", encoding="utf-8")
    return open_window(sample_folder)


def misread(within: QWidget) -> Iterator[str]:
    """Every label and tip of which Qt would make HTML."""
    for label in within.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText and _has_names(label.text()):
            yield label.text()
    for widget in within.findChildren(QWidget):
        if _has_names(widget.toolTip()):
            yield widget.toolTip()
    for menu in within.findChildren(QMenu):
        if menu.toolTipsVisible():
            yield from (action.toolTip() for action in menu.actions() if _has_names(action.toolTip()))


def _has_names(words: str) -> bool:
    return "<b>Back" in words or "<i>x" in words


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_name_like_html_is_shown_as_typed(state: Callable[[MainWindow], None], markup_window: MainWindow) -> None:
    state(markup_window)
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not markup_window]
    lost = [text for window in (markup_window, *others) for text in misread(window)]
    for other in others:
        other.close()
    assert lost == []


def test_one_that_is_misread_would_be_found(markup_window: MainWindow) -> None:
    label = QLabel(NAME, markup_window)
    label.setToolTip(TITLE)
    assert list(misread(markup_window)) == [NAME, TITLE]


def tip_at(view: QAbstractItemView, at: QPoint) -> str:
    """The words that a tip shows at a place, as a person sees them."""
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))
    return QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText()


def test_tips_in_the_list_and_in_the_table_show_it_as_typed(markup_window: MainWindow, qtbot: QtBot) -> None:
    pages = named(markup_window, "Pages", ConditionList)
    assert tip_at(pages, pages.visualRect(pages.currentIndex()).center()) == NAME
    markup_window.commands["studies"].trigger()
    table = named(markup_window, "Studies", StudyTable)
    assert tip_at(table, table.visualRect(table.model().index(0, 1)).center()) == TITLE
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_undo_names_it_as_typed(markup_window: MainWindow) -> None:
    QTest.keyClicks(box(markup_window, "Introduction"), "x")
    undo = markup_window.commands["undo"]
    assert undo.text() == f"Undo change to Introduction in {NAME}".replace("&", "&&")
    assert (
        QTextDocumentFragment.fromHtml(undo.toolTip())
        .toPlainText()
        .startswith(f"Undo change to Introduction in {NAME}")
    )
    assert "&lt;b&gt;" in undo.toolTip()


@pytest.mark.parametrize("pages", [1, 2])
def test_a_message_that_a_page_was_not_saved_names_it_as_typed(
    pages: int, markup_window: MainWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    places = [PAGE, "conditions/headache-and-migraine.yaml"][:pages]
    for place in places:
        markup_window.editing.choose(place)
        QTest.keyClicks(box(markup_window, "Introduction"), "x")
        (sample_folder / place).unlink()
        (sample_folder / place).mkdir()
    markup_window.commands["save_all"].trigger()
    qtbot.waitUntil(lambda: bool(markup_window.findChildren(NotSavedBox)))
    (message,) = markup_window.findChildren(NotSavedBox)
    assert NAME in message.text() + message.informativeText()
    assert list(misread(message)) == []
    message.close()


def test_the_list_of_what_is_unsaved_names_it_as_typed(markup_window: MainWindow) -> None:
    QTest.keyClicks(box(markup_window, "Introduction"), "x")
    choose(markup_window, "Headache")
    (menu,) = markup_window.status.findChildren(QMenu)
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().replace("&&", "&") == NAME
    QTest.keyClick(markup_window, Qt.Key.Key_Z, CTRL)
