"""What was found is marked where it stands: under words, at studies and pages, and in what a screen reader says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QImage, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.entry_delegate import tip
from editor.ui.pages.entry_model import Role
from editor.ui.studies.study_columns import COLUMNS
from tests.ui.problems.checked import checked_window
from tests.ui.records import named

TITLE = [field.name for field in COLUMNS].index("title")
_PROMISE = """name: Knee pain
intro: All studies below are from the last 10 years.
studies:
- title: Knees
  date: 1999
- title: Steps
  date: 1998
"""
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


def underlined(box: TextBox) -> list[str]:
    """The words with wavy lines under them, as they are now."""
    drawn = [one for one in box.extraSelections() if one.format.underlineStyle() == WAVE]
    return [one.cursor.selectedText() for one in drawn]


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with everything checked."""
    return checked_window(open_window, tmp_path, qtbot)


def commit(box: TextBox, words: str) -> None:
    """Have an input method type something."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(box, event)


def choose_study(window: MainWindow, place: int) -> None:
    page = window.editing.page
    assert page is not None
    window.editing.choose_study(page.study_list[place].key)


@pytest.fixture
def summary(window: MainWindow) -> TextBox:
    """The summary of the study that promises a cure."""
    window.show_studies()
    choose_study(window, 1)
    return named(window.view.studies.card, "Summary", TextBox)


def test_words_are_underlined_and_stay_so_while_one_types_before_them(
    window: MainWindow, summary: TextBox, qtbot: QtBot
) -> None:
    assert underlined(summary) == ["cured"]
    summary.setFocus()
    QTest.keyClick(summary, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    commit(summary, "背😀")
    QTest.keyClicks(summary, " often ")
    assert underlined(summary) == ["cured"]
    with qtbot.waitSignal(window.problems.checking.rested, timeout=30_000):
        pass
    assert underlined(summary) == ["cured"]
    QTest.keyClicks(summary, "it cures. ")
    qtbot.waitUntil(lambda: underlined(summary) == ["cures", "cured"], timeout=30_000)
    choose_study(window, 0)
    assert underlined(summary) == []


def test_what_is_found_leaves_the_cursor_the_selection_undo_and_a_word_being_composed(
    window: MainWindow, summary: TextBox, qtbot: QtBot
) -> None:
    summary.setFocus()
    QTest.keyClick(summary, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(summary, "It cures. ")
    step = window.session.history.next_undo
    QApplication.sendEvent(summary, QInputMethodEvent("背", []))
    qtbot.waitUntil(lambda: underlined(summary) == ["cures", "cured"], timeout=30_000)
    assert summary.selection() == (10, 10)
    assert summary.textCursor().block().layout().preeditAreaText() == "背"
    assert window.session.history.next_undo is step
    commit(summary, "背")
    assert summary.text() == "It cures. 背In the end it cured them."
    QTest.keyClick(summary, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert summary.text() == "In the end it cured them."


def test_a_tip_and_a_screen_reader_say_what_is_underlined(window: MainWindow, summary: TextBox) -> None:
    words = "Fix first: “cured” promises a cure"
    assert words in summary.accessibleDescription()
    drawn = summary.extraSelections()
    at = summary.cursorRect(drawn[0].cursor).center()
    QApplication.sendEvent(summary.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, summary.viewport().mapToGlobal(at)))
    assert words in QToolTip.text()
    QToolTip.hideText()
    choose_study(window, 0)
    assert "Fix first" not in summary.accessibleDescription()


def test_the_table_has_a_sign_at_the_study(window: MainWindow) -> None:
    table = window.view.studies.table
    model, beside, sign = table.model(), Qt.Orientation.Vertical, Qt.ItemDataRole.DecorationRole
    assert [model.headerData(row, beside, sign) is not None for row in range(2)] == [False, True]
    title = model.index(1, TITLE)
    for role in (Qt.ItemDataRole.AccessibleDescriptionRole, Qt.ItemDataRole.ToolTipRole):
        assert "Fix first: “cured”" in title.data(role)
        assert "Fix first: “cured”" in model.headerData(1, beside, role)
    assert title.data(Qt.ItemDataRole.EditRole) == "Steps"


def test_the_sign_is_painted_beside_the_number(window: MainWindow, qtbot: QtBot) -> None:
    window.show_studies()
    table = window.view.studies.table
    choose_study(window, 0)
    qtbot.waitUntil(table.verticalHeader().isVisible)

    def painted() -> QImage:
        numbers = table.verticalHeader()
        row = QRect(0, numbers.sectionViewportPosition(1), numbers.width(), numbers.sectionSize(1))
        return numbers.grab(row).toImage()

    with_sign = painted()
    table.show_problems({})
    assert painted() != with_sign


def test_rows_stay_where_they_are_when_something_is_found(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    """Whoever reads them, or is about to click, would be at another study."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / "conditions" / "knee.yaml").write_text(_PROMISE, encoding="utf-8")
    window = open_window(tmp_path, checks=True)
    window.show_studies()
    table = window.view.studies.table
    qtbot.waitUntil(table.isVisible)

    def places() -> list[QPoint]:
        numbers = table.verticalHeader()
        row = numbers.sectionViewportPosition(1)
        return [
            numbers.viewport().mapTo(window, QPoint(0, row)),
            table.viewport().mapTo(window, QPoint(0, row)),
        ]

    before = places()
    assert not window.problems.checking.places
    qtbot.waitUntil(window.view.studies.claim.isVisible, timeout=60_000)
    window.view.settle()
    assert places() == before


def test_the_list_of_pages_says_how_many_and_how_bad(window: MainWindow, qtbot: QtBot) -> None:
    pages = window.pages.finder.list
    entries = [pages.model().index(row, 0) for row in range(pages.model().rowCount())]
    badges = [index.data(Role.ENTRY).problems for index in entries]
    assert [badge and (badge.sign, badge.count) for badge in badges] == [None, ("problem_stop", 1), ("problem_stop", 1)]
    assert entries[1].data(Qt.ItemDataRole.AccessibleTextRole).endswith("1 problem (1 to fix first)")
    option = QStyleOptionViewItem()
    option.rect, option.font = QRect(0, 0, 240, 42), pages.font()
    assert tip(option, entries[1]).endswith("1 problem (1 to fix first)")
    window.show_texts()
    box = named(window.view.page_form, "Introduction", TextBox)
    box.setFocus()
    QTest.keyClicks(box, "It cures. ")
    qtbot.waitUntil(lambda: entries[1].data(Role.ENTRY).problems.count == 2, timeout=30_000)
