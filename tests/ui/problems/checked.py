"""A window on a website with two promises of a cure, in which everything is checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.own_pack import PACK, write_own_pack

PAGE, OTHER = "conditions/knee.yaml", "conditions/neck.yaml"
_KNEE = """name: Knee pain
intro: Many people have it.
studies:
- title: Knees
  summary: They walked further.
- title: Steps
  summary: In the end it cured them.
"""


def checked_window(open_window: Callable[..., MainWindow], folder: Path, qtbot: QtBot) -> MainWindow:
    """The window, once all is checked."""
    (folder / "conditions").mkdir()
    (folder / "site.yaml").write_text(f"name: A clinic\nrule_packs: [{PACK}]\n", encoding="utf-8")
    write_own_pack(folder)
    (folder / PAGE).write_text(_KNEE, encoding="utf-8")
    (folder / OTHER).write_text("name: Neck pain\nintro: It is curative.\n", encoding="utf-8")
    window = open_window(folder, checks=True)
    checking = window.problems.checking
    qtbot.waitUntil(lambda: len(checking.places) == 3 and not checking.left, timeout=60_000)
    qtbot.waitUntil(lambda: window.problems.list.of_all.text() == "All pages (2)", timeout=30_000)
    return window
