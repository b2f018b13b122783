"""How many problems there are is said in many places: with the same number and the same words in each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QTabWidget
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.pages.entry_delegate import tip
from editor.ui.pages.entry_model import Role

_RULES = """title: House rules
rules:
- {id: H01, message: Say what was found., severity: stop, phrases: [cured]}
- {id: H02, message: Look again., severity: warn, phrases: [always, never]}
- {id: H03, message: There is a plainer word., severity: hint, phrases: [utilise]}
"""
_INTROS = {"a": "It always cured them, never fails. We utilise it.", "b": "They utilise it.", "c": "It helped some."}
_FOUND = {
    "a": ("problem_stop", 3, "3 problems (1 to fix first), 1 hint"),
    "b": ("problem_hint", 0, "No problems, 1 hint"),
    "c": None,
}
_EVERYWHERE = "3 problems (1 to fix first), 2 hints"


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window on a page with problems and a hint, one with a hint alone and one with nothing, all checked."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / ".clinic-editor" / "rules").mkdir(parents=True)
    (tmp_path / ".clinic-editor" / "rules" / "house.yaml").write_text(_RULES, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("rule_packs: [house]\n", encoding="utf-8")
    for slug, intro in _INTROS.items():
        (tmp_path / "conditions" / f"{slug}.yaml").write_text(f"name: {slug}\nintro: {intro}\n", encoding="utf-8")
    window = open_window(tmp_path, checks=True)
    checking = window.problems.checking
    qtbot.waitUntil(lambda: len(checking.places) == 4 and not checking.left, timeout=60_000)
    qtbot.waitUntil(lambda: window.problems.list.of_all.toolTip() == _EVERYWHERE, timeout=30_000)
    return window


@pytest.mark.parametrize("slug", _INTROS)
def test_all_places_say_the_same(window: MainWindow, slug: str) -> None:
    window.editing.choose(f"conditions/{slug}.yaml")
    problems, pages = window.problems.list, window.pages.finder.list
    (entry,) = [
        index
        for row in range(pages.model().rowCount())
        if (index := pages.model().index(row, 0)).data(Role.ENTRY).name == slug
    ]
    badge = entry.data(Role.ENTRY).problems
    assert (badge and (badge.sign, badge.count, badge.words)) == _FOUND[slug]
    count, words = (badge.count, badge.words) if badge else (0, "")
    option = QStyleOptionViewItem()
    option.rect, option.font = QRect(0, 0, 240, 42), pages.font()
    for said in (tip(option, entry), entry.data(Qt.ItemDataRole.AccessibleTextRole)):
        assert said.endswith(words)
        assert not badge or words in said
    assert (problems.of_page.text(), problems.of_page.toolTip()) == (f"This page ({count})", words)
    assert (problems.of_all.text(), problems.of_all.toolTip()) == ("All pages (3)", _EVERYWHERE)
    assert words in [label.text() for label in problems.findChildren(QLabel)]
    tabs = window.view.findChild(QTabWidget)
    assert tabs is not None
    at = tabs.indexOf(problems)
    assert (tabs.tabText(at), tabs.tabToolTip(at)) == (f"Problems ({count})" if count else "Problems", words)
