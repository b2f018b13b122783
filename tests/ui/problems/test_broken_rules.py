"""Checks that are not in use, as nobody knows them or their file is broken, are told among the problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.session import SITE_PLACE
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.entry_model import Role
from editor.ui.problems.problem_model import Row

_BROKEN_PACK = """title: House rules
rules:
- {id: H01, phrases: [miracle]}
- {id: H02, message: Say it plainly., phrases: [utilise], severity: awful}
"""


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window on a website of which one set of checks has no such name, and its own checks are broken."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / "conditions" / "knee.yaml").write_text("name: Knee pain\n", encoding="utf-8")
    (tmp_path / "site.yaml").write_text("name: A clinic\nrule_packs: [text, advertisng-au]\n", encoding="utf-8")
    (tmp_path / ".clinic-editor" / "rules").mkdir(parents=True)
    (tmp_path / ".clinic-editor" / "rules" / "house.yaml").write_text(_BROKEN_PACK, encoding="utf-8")
    (tmp_path / ".clinic-editor" / "words.txt").write_bytes("moxa\ncaf\u00e9\n".encode("latin-1"))
    window = open_window(tmp_path, checks=True)
    qtbot.waitUntil(lambda: len(window.problems.checking.problems(SITE_PLACE).in_order) == 4, timeout=60_000)
    window.editing.choose(SITE_PLACE)
    window.problems.show_list()
    return window


def rows(window: MainWindow) -> list[Row]:
    model = window.problems.list.model
    return [model.row(model.index(at)) for at in range(model.rowCount())]


def test_they_are_listed_under_the_shared_texts_with_their_place(window: MainWindow) -> None:
    model = window.problems.list.model
    told = [(row.problem.severity, model.where(row), row.problem.message) for row in rows(window)]
    assert [(severity, where) for severity, where, _ in told] == [
        ("stop", "Sets of checks"),
        ("warn", ".clinic-editor/rules/house.yaml, line 3"),
        ("warn", ".clinic-editor/rules/house.yaml, line 4"),
        ("warn", ".clinic-editor/words.txt, line 2"),
    ]
    assert "There are no checks called “advertisng-au”" in told[0][2]
    assert all(message.startswith("This part of the clinic's own checks is not in use.") for *_, message in told[1:])
    entry = window.pages.finder.list.model().index(0, 0).data(Role.ENTRY)
    assert entry.problems is not None
    assert entry.problems.words == "4 problems (1 to fix first)"


def test_each_can_be_chosen_and_none_is_answered_away(window: MainWindow) -> None:
    card = window.problems.card
    window.problems.list.list.setFocus()
    QTest.keyClick(window.problems.list.list, Qt.Key.Key_Home)
    for row in rows(window):
        assert card.row is not None
        assert card.row.problem == row.problem
        assert not card.not_here.isVisible()
        window.problems.answering.answer()
        QTest.keyClick(window.problems.list.list, Qt.Key.Key_Down)


def test_a_name_that_is_put_right_is_no_problem_any_more(window: MainWindow, qtbot: QtBot) -> None:
    window.problems.list.list.setFocus()
    QTest.keyClick(window.problems.list.list, Qt.Key.Key_Home)
    QTest.keyClick(window.problems.list.list, Qt.Key.Key_Return)
    box = window.focusWidget()
    assert isinstance(box, TextBox)
    begin, end = box.selection()
    assert box.shown()[begin:end] == "advertisng-au"
    QTest.keyClicks(box, "advertising-au")
    checking = window.problems.checking
    qtbot.waitUntil(
        lambda: "rule_pack_unknown" not in [one.rule for one in checking.problems(SITE_PLACE).in_order], timeout=30_000
    )
