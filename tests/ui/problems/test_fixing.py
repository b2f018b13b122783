"""A problem is mended by one button: what becomes of it is shown, done in one step, and taken back by Undo."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.ui.comparing.marked_words import differing_spans
from editor.ui.main_window import MainWindow
from editor.ui.problems.fix_box import FixBox

LEFT = Qt.MouseButton.LeftButton
PAGE = "conditions/knee.yaml"
_KNEE = f"""name: Knee pain
intro: They walk  further.Nobody knows why.
studies:
- title: Knees & hips
  date: '{date.today().year}'
- title: Steps
  date: '2001'
"""


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with everything checked, and the list of the page's problems in sight."""
    (tmp_path / "conditions").mkdir()
    site = "rule_packs: [evidence, text]\nreferences:\n  lead: [All studies are from the last 10 years.]\n"
    (tmp_path / "site.yaml").write_text(site, encoding="utf-8")
    (tmp_path / PAGE).write_text(_KNEE, encoding="utf-8")
    (tmp_path / "conditions/neck.yaml").write_text("name: Neck pain\n", encoding="utf-8")
    window = open_window(tmp_path, checks=True)
    checking = window.problems.checking
    qtbot.waitUntil(lambda: len(checking.places) == 3 and not checking.left, timeout=60_000)
    window.problems.show_list()
    return window


def look_at(window: MainWindow, rule: str) -> None:
    """Choose the first problem of a rule, from the keyboard."""
    rows = window.problems.list
    rows.list.setFocus()
    QTest.keyClick(rows.list, Qt.Key.Key_Home)
    for _ in range(rows.model.rowCount()):
        current = window.problems.current
        if current is not None and current.problem.rule == rule:
            return
        QTest.keyClick(rows.list, Qt.Key.Key_Down)
    raise AssertionError(f"nothing was found by {rule}")


def rules(window: MainWindow) -> set[str]:
    return {problem.rule for problem in window.problems.checking.problems(PAGE).in_order}


def fix_called(window: MainWindow, name: str) -> QAbstractButton:
    found = {button.accessibleName(): button for button in window.problems.card.fixes}
    assert name in found, sorted(found)
    return found[name]


def open_box() -> FixBox:
    (box,) = boxes()
    return box


def boxes() -> list[FixBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, FixBox) and one.isVisible()]


def said(window: MainWindow) -> str:
    (label,) = [one for one in window.findChildren(QLabel) if one.accessibleDescription() == "Message"]
    return label.text()


def press_undo(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_text_is_shown_before_and_after_then_changed_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    look_at(window, "T01")
    (button,) = window.problems.card.fixes
    QTest.mouseClick(button, LEFT)
    box = open_box()
    before, after = box.texts.mine.toPlainText(), box.texts.theirs.toPlainText()
    assert (before, after) == ("They walk  further.Nobody knows why.", "They walk  further. Nobody knows why.")
    marked = [one.cursor.selectedText() for one in box.texts.theirs.extraSelections()]
    assert marked == [after[slice(*span)] for span in differing_spans(before, after)[1]] == [" "]
    assert "Introduction" in box.words()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not boxes())
    assert window.session.unsaved_places == ()

    QTest.mouseClick(window.problems.card.fixes[0], LEFT)
    QTest.keyClick(open_box().change, Qt.Key.Key_Return)
    assert window.session.unsaved_places == (PAGE,)
    assert window.editing.page is not None
    assert window.editing.page.intro == after
    qtbot.waitUntil(lambda: "T01" not in rules(window), timeout=30_000)
    press_undo(window)
    assert window.session.unsaved_places == ()
    qtbot.waitUntil(lambda: "T01" in rules(window), timeout=30_000)


def test_studies_that_go_are_named_and_a_shared_text_says_on_how_many_pages(window: MainWindow, qtbot: QtBot) -> None:
    look_at(window, "E02")
    QTest.mouseClick(fix_called(window, "Take this study off the page"), LEFT)
    box = open_box()
    assert [box.gone.item(row).text() for row in range(box.gone.count())] == ["Steps"]
    assert "1 study leaves the page:" in box.words()
    assert not box.texts.isVisible()
    QTest.mouseClick(box.change, LEFT)
    assert window.editing.page is not None
    assert [study.title for study in window.editing.page.study_list] == ["Knees & hips"]
    press_undo(window)
    assert window.session.unsaved_places == ()

    qtbot.waitUntil(lambda: "E02" in rules(window), timeout=30_000)
    look_at(window, "E02")
    everywhere = next(one for one in window.problems.card.fixes if one.accessibleName().endswith("on all pages"))
    QTest.mouseClick(everywhere, LEFT)
    box = open_box()
    assert "it changes on all 2 pages that show it" in box.words()
    QTest.mouseClick(box.change, LEFT)
    assert window.session.unsaved_places == ("site.yaml",)
    press_undo(window)
    assert window.session.unsaved_places == ()


def test_the_chosen_problem_stays_in_sight_where_the_list_gets_lower(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.problems.list.list
    look_at(window, "T01")
    QTest.keyClick(rows, Qt.Key.Key_End)
    height = rows.height()
    assert rows.currentIndex().row() >= 2
    window.resize(1000, 300)
    qtbot.waitUntil(lambda: rows.height() < height)
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()).center())


def test_nothing_is_done_where_the_text_is_another_by_now(window: MainWindow) -> None:
    look_at(window, "T01")
    QTest.mouseClick(window.problems.card.fixes[0], LEFT)
    box = open_box()
    window.session.edit_page("a colleague's", PAGE, functools.partial(replace, intro="Something else."))
    QTest.mouseClick(box.change, LEFT)
    assert window.editing.page is not None
    assert window.editing.page.intro == "Something else."
    assert said(window).startswith("Nothing was changed")


def dated_anew(page: ConditionPage) -> ConditionPage:
    """The page with the date of its old study put right."""
    newer, old = page.study_list
    return replace(page, studies=(newer, replace(old, date=str(date.today().year))))


@pytest.mark.parametrize("is_shown", [False, True])
def test_no_study_is_taken_off_whose_date_was_put_right_since(window: MainWindow, is_shown: bool) -> None:
    look_at(window, "E02")
    button = fix_called(window, "Take this study off the page")
    if is_shown:
        QTest.mouseClick(button, LEFT)
    window.session.edit_page("put right", PAGE, dated_anew)
    QTest.mouseClick(open_box().change if is_shown else button, LEFT)
    assert not boxes()
    assert window.editing.page is not None
    assert len(window.editing.page.study_list) == 2
    assert said(window).startswith("Nothing was changed")
