from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from editor.content.page_search import Hit
from editor.ui.pages.condition_list import ConditionList
from editor.ui.pages.entries import Badge, Entry, Sign
from editor.ui.pages.entry_delegate import tip
from editor.ui.pages.entry_model import PLAIN, Details
from tests.ui.records import stand

LONG = "A condition with quite a long name that no list of this width has room for"


@pytest.fixture
def pages(qtbot: QtBot) -> ConditionList:
    pages = ConditionList()
    pages.resize(240, 300)
    stand(qtbot, pages)
    return pages


def tip_of(pages: ConditionList, entry: Entry, details: Details = PLAIN) -> str:
    pages.show_entries((entry,), "none", details)
    option = QStyleOptionViewItem()
    index = pages.model().index(0, 0)
    option.rect, option.font = pages.visualRect(index), pages.font()
    return tip(option, index)


def test_a_tip_is_there_only_where_it_says_more(pages: ConditionList) -> None:
    assert tip_of(pages, Entry("a", "Back pain", "Draft")) == ""
    assert tip_of(pages, Entry("a", "Back pain", "Draft", unsaved=True)) == "Not saved yet"
    assert tip_of(pages, Entry("a", LONG, "Draft")) == LONG
    assert tip_of(pages, Entry("a", LONG, "Draft", unsaved=True)) == f"{LONG}\nNot saved yet"


def test_a_tip_shows_what_was_cut_off_where_words_were_found(pages: ConditionList) -> None:
    hit = Hit(None, None, "word " * 12, ((0, 4),))
    assert tip_of(pages, Entry("a", "Back", "Draft"), Details({"a": hit}.get)).startswith("Address: word word")


def image(pages: ConditionList, *entries: Entry, chosen: str = "none") -> QImage:
    pages.show_entries(entries, chosen)
    return pages.viewport().grab().toImage()


def colours(shown: QImage, top: int, bottom: int, left: int = 0, right: int = 240) -> set[str]:
    ratio = round(shown.devicePixelRatio())
    return {
        shown.pixelColor(x, y).name()
        for x in range(left * ratio, min(right * ratio, shown.width()))
        for y in range(top * ratio, bottom * ratio)
    }


def test_an_unsaved_page_has_a_dot_at_the_end_of_its_name(pages: ConditionList) -> None:
    accent = QColor(pages.palette().color(QPalette.ColorRole.Highlight)).name()
    assert accent not in colours(image(pages, Entry("a", "Back", "Draft")), 0, 40)
    assert accent in colours(image(pages, Entry("a", "Back", "Draft", unsaved=True)), 0, 30, left=200)


def test_a_broken_page_has_a_sign(pages: ConditionList) -> None:
    plain = image(pages, Entry("a", "Back", "Draft"))
    broken = image(pages, Entry("a", "Back", "Draft", sign=Sign.BROKEN))
    assert len(colours(plain, 0, 30, left=200)) == 1
    assert len(colours(broken, 0, 30, left=200)) > 3


def test_a_page_with_hints_alone_has_their_sign_and_no_number(pages: ConditionList) -> None:
    def badge_begins(count: int) -> int:
        shown = image(pages, Entry("a", "Back", "", problems=Badge("problem_hint", count, "")))
        return next(x for x in range(120, 240) if len(colours(shown, 21, 38, left=x, right=x + 1)) > 1)

    sign_at_the_end = 240 - 12 - 16
    assert sign_at_the_end <= badge_begins(0) < sign_at_the_end + 4
    assert badge_begins(2) < sign_at_the_end - 3


def test_an_archived_page_is_paler(pages: ConditionList) -> None:
    def darkest(sign: Sign) -> int:
        shown = image(pages, Entry("a", "Back", "Draft", sign=sign))
        return min(QColor(name).lightness() for name in colours(shown, 8, 20, left=12, right=60))

    assert darkest(Sign.ARCHIVED) > darkest(Sign.NONE) + 40


def test_the_chosen_page_looks_different_where_the_keyboard_is(pages: ConditionList) -> None:
    pages.clearFocus()
    without = image(pages, Entry("a", "Back", "Draft"), chosen="a")
    pages.setFocus()
    accent = QColor(pages.palette().color(QPalette.ColorRole.Highlight)).name()
    assert without.pixelColor(230, 20).name() != accent
    assert image(pages, Entry("a", "Back", "Draft"), chosen="a").pixelColor(230, 20).name() == accent
    assert without.pixelColor(1, 20).name() == accent


def test_the_tip_is_shown_under_the_mouse(pages: ConditionList, qtbot: QtBot) -> None:
    pages.show_entries((Entry("a", LONG, "Draft"),), "none")
    at = pages.visualRect(pages.model().index(0, 0)).center()
    pages.viewportEvent(QHelpEvent(QHelpEvent.Type.ToolTip, at, pages.viewport().mapToGlobal(at)))
    assert QToolTip.text() == LONG
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert pages.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
