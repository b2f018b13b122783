"""Problems in the window: found while one types, listed, gone to and mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.problems.checked import OTHER, PAGE, checked_window
from tests.ui.records import named


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with everything checked."""
    return checked_window(open_window, tmp_path, qtbot)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def selected(window: MainWindow) -> str:
    box = window.focusWidget()
    assert isinstance(box, TextBox)
    begin, end = box.selection()
    return box.shown()[begin:end]


def test_from_the_words_of_a_problem_to_a_page_without_it(window: MainWindow, qtbot: QtBot) -> None:
    problems = window.problems
    press(window, Qt.Key.Key_F4)
    assert selected(window) == "cured"
    assert window.view.shows_studies
    assert problems.card.isVisible()
    assert "Study 2, Summary" in problems.card.text()
    assert not problems.card.show_me.isVisible()  # the words are there
    box = window.focusWidget()
    assert box is not None
    QTest.keyClicks(box, "helped")
    with qtbot.waitSignal(problems.checking.changed, timeout=30_000):
        pass
    assert "no longer a problem" in problems.card.text()
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.view.shows_problems
    assert problems.list.model.rowCount() == 0


def test_a_problem_is_found_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    window.show_texts()
    box = named(window.view.page_form, "Introduction", TextBox)
    box.setFocus()
    QTest.keyClicks(box, "It cures. ")
    with qtbot.waitSignal(window.problems.checking.changed, timeout=30_000):
        pass
    assert listed(window) == ["cures", "cured"]
    press(window, Qt.Key.Key_F4)
    assert (selected(window), box.hasFocus()) == ("cures", True)
    press(window, Qt.Key.Key_F4)
    assert selected(window) == "cured"
    press(window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert selected(window) == "cures"


def listed(window: MainWindow) -> list[str]:
    """The words of the problems in the list."""
    model = window.problems.list.model
    return [model.row(model.index(row)).problem.words for row in range(model.rowCount())]


def test_the_list_goes_to_another_page(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(window.problems.list.of_all, Qt.MouseButton.LeftButton)
    assert window.problems.list.model.rowCount() == 2
    window.problems.list.list.setFocus()
    press(window, Qt.Key.Key_End)
    assert "Neck pain · Introduction" in window.problems.card.text()
    button = named_button(window, "Show me")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.editing.place == OTHER
    assert selected(window) == "curative"


def named_button(window: MainWindow, words: str) -> QPushButton:
    (button,) = [one for one in window.problems.card.findChildren(QPushButton) if one.text() == words]
    return button


def test_problems_do_not_keep_from_saving(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    box = named(window.view.page_form, "Introduction", TextBox)
    window.show_texts()
    box.setFocus()
    QTest.keyClicks(box, "It cures. ")
    with qtbot.waitSignal(window.problems.checking.changed, timeout=30_000):
        pass
    press(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "It cures." in (tmp_path / PAGE).read_text(encoding="utf-8"))
    qtbot.waitUntil(lambda: not window.session.is_unsaved(PAGE))
    assert QApplication.activeModalWidget() is None


def test_a_look_that_leaves_a_disclaimer_out_is_told_while_the_window_is_open(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "conditions").mkdir()
    site = "rule_packs: [advertising-au]\nresearch:\n  disclaimers: [We do not promise any result.]\n"
    (tmp_path / "site.yaml").write_text(site, encoding="utf-8")
    (tmp_path / PAGE).write_text("name: Knee pain\n", encoding="utf-8")
    window = open_window(tmp_path, checks=True)
    checking = window.problems.checking
    qtbot.waitUntil(lambda: len(checking.places) == 2 and not checking.left, timeout=60_000)
    assert checking.problems(PAGE).in_order == ()
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "research.html").write_text("<p>{{ lead }}</p>", encoding="utf-8")
    qtbot.waitUntil(lambda: [one.rule for one in checking.problems(PAGE).in_order] == ["A12"], timeout=60_000)
