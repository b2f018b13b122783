"""The calendar lists what is due on all pages, goes there by a click or Enter, and follows what is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.calendar.calendar_box import CalendarBox
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named

LEFT = Qt.MouseButton.LeftButton
_YEAR = date.today().year
_SITE = "rule_packs: [evidence]\nreferences:\n  lead: [All studies are from the last 10 years.]\n"
_KNEE = f"name: Knee pain\nreview_due: 2020-05\nstudies:\n- title: Knees\n  date: '{_YEAR - 9}'\n"


def lines(box: CalendarBox) -> list[list[str]]:
    items = [box.list.topLevelItem(row) for row in range(box.list.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def test_what_is_due_is_listed_and_gone_to(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "conditions").mkdir()
    (tmp_path / "site.yaml").write_text(_SITE, encoding="utf-8")
    (tmp_path / "conditions/knee.yaml").write_text(_KNEE, encoding="utf-8")
    (tmp_path / "conditions/neck.yaml").write_text("name: Neck pain\n", encoding="utf-8")
    window = open_window(tmp_path)
    (action,) = [one for one in window.findChildren(QAction) if one.text() == "Evidence calendar..."]
    action.trigger()
    box = window.problems.calendar.box
    assert box is not None
    qtbot.waitUntil(lambda: bool(lines(box)))
    assert lines(box) == [
        ["Overdue: May 2020", "Next review", "Knee pain"],
        [f"1 January {_YEAR + 2}", "Too old for “last 10 years”: Knees", "Knee pain"],
        ["No date", "No next review is set", "Neck pain"],
    ]
    assert box.list.columnWidth(0) > box.list.fontMetrics().horizontalAdvance("Overdue: May 2020")
    assert box.list.visualItemRect(box.list.currentItem()).height() >= LEAST_HEIGHT
    assert box.text() == "1 review is overdue. 1 page has no next review."

    QTest.keyClick(box.list, Qt.Key.Key_Down)
    QTest.keyClick(box.list, Qt.Key.Key_Return)
    assert window.view.shows_studies
    assert window.editing.study is not None
    assert window.editing.study.title == "Knees"

    last = box.list.topLevelItem(2)
    assert last is not None
    QTest.mouseClick(box.list.viewport(), LEFT, pos=box.list.visualItemRect(last).center())
    assert window.editing.place == "conditions/neck.yaml"
    review = named(window.view.page_form, "Next review", TextBox)
    qtbot.waitUntil(lambda: window.focusWidget() is review)
    QTest.keyClicks(review, "1 May 2030")
    qtbot.waitUntil(lambda: ["1 May 2030", "Next review", "Neck pain"] in lines(box))
    box.close()
    assert window.problems.calendar.box is None
