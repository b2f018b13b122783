"""The guide and the sheet of keys say what the program really does, and fit on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPdfWriter
from PySide6.QtWidgets import QApplication

from editor.paths import resources
from editor.ui.actions.action import keys_of
from editor.ui.actions.action_table import MENUS
from editor.ui.help.help_text import GUIDE, guide, shortcut_sheet
from editor.ui.help.printing import print_on
from editor.ui.main_window import MainWindow

PUBLISHED_BY = "The website rebuilds itself every night at 2 am, so a saved change can be seen the next morning."


@pytest.fixture
def own_font(application: QApplication) -> Iterator[QFont]:
    """The application's font, which it has again afterwards."""
    font = application.font()
    yield font
    application.setFont(font)


def pages_printed(text: str, pages: int, folder: Path) -> int:
    """How many pages a text really has on paper."""
    paper = folder / "paper.pdf"
    writer = QPdfWriter(str(paper))
    print_on(writer, text, pages)
    del writer
    return len(re.findall(rb"/Type /Page\b", paper.read_bytes()))


def test_the_guide_names_actions_by_their_names_and_keys(window: MainWindow) -> None:
    text = guide(window.commands, PUBLISHED_BY)
    assert "<b>Save page</b> (Ctrl+S)" in text
    assert PUBLISHED_BY in text
    assert re.findall(r"\{[^}]*\}", text) == []


def test_the_guide_knows_no_action_that_is_not_there(window: MainWindow) -> None:
    named = re.findall(r"\{(?:keys:)?(\w+)\}", (resources() / "help" / GUIDE).read_text(encoding="utf-8"))
    assert set(named) - {"published_by"} <= {action.objectName() for action in window.commands.all}


def test_where_nobody_has_said_when_the_website_changes_the_guide_tells_whom_to_ask(window: MainWindow) -> None:
    assert "Ask whoever looks after your website" in guide(window.commands, " ")


def test_words_of_the_clinic_are_words_in_the_guide(window: MainWindow) -> None:
    assert "at 2 &lt;b&gt;am" in guide(window.commands, "at 2 <b>am")


@pytest.mark.parametrize("family", ["", "DejaVu Serif", "Noto Sans CJK SC"])
@pytest.mark.parametrize("sentences", [1, 12])
def test_the_guide_has_two_pages_on_paper_with_any_letters(
    window: MainWindow, application: QApplication, own_font: QFont, tmp_path: Path, family: str, sentences: int
) -> None:
    if family:
        application.setFont(QFont(family, own_font.pointSize()))
    assert pages_printed(guide(window.commands, PUBLISHED_BY * sentences), 2, tmp_path) == 2


def test_every_key_is_on_the_sheet_and_the_sheet_on_two_pages(window: MainWindow, tmp_path: Path) -> None:
    text = shortcut_sheet(window.commands, MENUS)
    rows = re.findall(r"<b>([^<]+)</b></td><td>([^<]+)</td>", text)
    keys = [
        (window.commands.all_keys(action), window.commands.in_full(action).rstrip("."))
        for action in window.commands.all
        if keys_of(action)
    ]
    in_one_place = [
        ("Enter", "Go to the page"),
        ("F2", "Rename page"),
        ("Del", "Delete page"),
        ("Enter", "Change the cell"),
        ("Alt+Enter", "Begin a new line in the cell"),
        ("Ctrl+Enter", "Put what was typed into all chosen cells"),
        ("Esc", "Leave the cell as it was"),
        ("Tab", "Go to the next cell"),
        ("Ctrl+Tab", "Leave the table"),
        ("Shift+Space", "Choose the whole study"),
        ("Ctrl+Space", "Choose the whole column"),
    ]
    assert sorted(rows) == sorted([*((keys_.replace("&", "&amp;"), words) for keys_, words in keys), *in_one_place])
    assert ("Ctrl+Y, Ctrl+Shift+Z", "Redo") in rows
    assert {"Delete study", "Duplicate study", "Cut study", "Copy study"} < {words for _, words in rows}
    assert pages_printed(text, 2, tmp_path) == 2


@pytest.mark.parametrize("text", ["guide", "sheet"])
def test_help_leads_nowhere_and_loads_nothing(window: MainWindow, text: str) -> None:
    shown = guide(window.commands, "") if text == "guide" else shortcut_sheet(window.commands, MENUS)
    assert not re.search(r"(?i)\b(href|src|url)\b", shown)
