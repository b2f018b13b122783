"""A word that no dictionary has becomes one of the clinic's own: from its card, for all pages, and back with undo."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
ADD = "Add “glymbosis” to the clinic's words"


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with all checked: one unknown word on two pages, the first of them chosen, and the list in sight."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / "site.yaml").write_text("name: A clinic\nrule_packs: [text]\n", encoding="utf-8")
    for slug in ("knee", "neck"):
        text = f"name: {slug}\nintro: They treat glymbosis. It is glymbosis.Then they rest.\n"
        (tmp_path / "conditions" / f"{slug}.yaml").write_text(text, encoding="utf-8")
    window = open_window(tmp_path, checks=True)
    qtbot.waitUntil(lambda: unknown_words(window) == ["glymbosis"] * 2, timeout=60_000)
    window.problems.show_list()
    window.problems.list.list.setFocus()
    QTest.keyClick(window.problems.list.list, Qt.Key.Key_Home)
    return window


def unknown_words(window: MainWindow) -> list[str]:
    checking = window.problems.checking
    found = [one for place in checking.places for one in checking.problems(place).in_order]
    return [one.words for one in found if one.name == "unknown_word"]


def said(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.status.findChildren(QLabel))


def words_file(folder: Path) -> Path:
    return folder / ".clinic-editor" / "words.txt"


def choose_unknown(window: MainWindow) -> None:
    problems = window.problems.list
    rows = (problems.model.row(problems.model.index(at)) for at in range(problems.model.rowCount()))
    problems.choose(next(row for row in rows if row.problem.name == "unknown_word"))


def test_a_word_is_right_on_all_pages_until_undo(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    choose_unknown(window)
    button = window.problems.card.add_word
    assert (button.isVisible(), button.text()) == (True, ADD)
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: "“glymbosis” is one of the clinic's words now, on all pages." in said(window))
    assert words_file(tmp_path).read_bytes() == b"glymbosis\n"
    qtbot.waitUntil(lambda: unknown_words(window) == [], timeout=30_000)
    assert not window.session.unsaved_places
    assert "Undo takes it back" in said(window)

    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "“glymbosis” is no longer one of the clinic's words." in said(window))
    assert words_file(tmp_path).read_bytes() == b""
    qtbot.waitUntil(lambda: unknown_words(window) == ["glymbosis"] * 2, timeout=30_000)
    QTest.keyClick(window, Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: words_file(tmp_path).read_bytes() == b"glymbosis\n")
    qtbot.waitUntil(lambda: unknown_words(window) == [], timeout=30_000)


def test_only_what_is_about_a_word_offers_it(window: MainWindow) -> None:
    choose_unknown(window)
    assert window.problems.card.add_word.isVisible()
    problems = window.problems.list
    others = [problems.model.index(at) for at in range(problems.model.rowCount())]
    others = [index for index in others if problems.model.row(index).problem.name != "unknown_word"]
    assert others
    problems.choose(problems.model.row(others[0]))
    assert window.problems.card.isVisible()
    assert not window.problems.card.add_word.isVisible()


def test_a_list_that_cannot_be_written_is_told_and_the_word_can_be_added_later(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    in_the_way = tmp_path / ".clinic-editor"
    assert not in_the_way.exists()
    in_the_way.write_bytes(b"no folder")
    choose_unknown(window)
    QTest.mouseClick(window.problems.card.add_word, LEFT)
    qtbot.waitUntil(lambda: "“glymbosis” was not added to the clinic's words." in said(window))
    assert "Nothing was lost" in said(window)
    assert window.session.history.next_undo is None
    in_the_way.unlink()
    qtbot.waitUntil(window.problems.card.add_word.isEnabled)
    QTest.mouseClick(window.problems.card.add_word, LEFT)
    qtbot.waitUntil(lambda: words_file(tmp_path).exists())


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anything")
def test_a_list_that_is_protected_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / ".clinic-editor").mkdir()
    words_file(tmp_path).write_bytes(b"moxa\n")
    words_file(tmp_path).chmod(0o444)
    choose_unknown(window)
    QTest.mouseClick(window.problems.card.add_word, LEFT)
    qtbot.waitUntil(lambda: "You may not change the clinic's list of words" in said(window))
    assert words_file(tmp_path).read_bytes() == b"moxa\n"


def test_a_list_that_cannot_be_read_is_left_as_it_is(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / ".clinic-editor").mkdir()
    words_file(tmp_path).write_bytes("caf\u00e9\n".encode("latin-1"))
    choose_unknown(window)
    QTest.mouseClick(window.problems.card.add_word, LEFT)
    qtbot.waitUntil(lambda: "cannot be read" in said(window))
    assert words_file(tmp_path).read_bytes() == b"caf\xe9\n"
