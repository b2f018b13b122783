"""What was copied from Word, Google Docs and LibreOffice keeps its bold, italic, list and link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from editor.ui.forms.text_box import TextBox
from tests.conftest import ROOT
from tests.journeys import writer
from tests.journeys.content_under_git import changed_lines, git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import CTRL, choose_page, click, press, quit_program, save
from tests.journeys.in_sight import links, named, page_text, stands, texts_marked
from tests.journeys.sending import send_on

COPIED = ROOT / "tests" / "markup" / "clipboard"
PAGE = "conditions/headache-and-migraine.yaml"
BOLD, ITALIC = "feel better", "six weeks"
LINK, ADDRESS = "our booking page", "https://clinic.example/book"
ITEMS = ("Rest the knee", "Walk daily")


def paste_from_word() -> Journey:
    """Paste what Word puts on the clipboard."""
    copy("word.html")
    yield from paste_and_save()


def paste_from_google_docs() -> Journey:
    """Paste what Google Docs puts on the clipboard."""
    copy("google_docs.html")
    yield from paste_and_save()


def copy(name: str) -> None:
    """Have formatted words on the clipboard, and beside them plain ones, as other programs do."""
    copied = QMimeData()
    copied.setHtml((COPIED / name).read_text(encoding="utf-8"))
    copied.setText("Most people feel better within six weeks")
    QApplication.clipboard().setMimeData(copied)


def paste_from_the_clipboard() -> Journey:
    """Paste what another program has on the clipboard, as soon as it is there."""
    clipboard = QApplication.clipboard()
    yield Until(clipboard.dataChanged, lambda: clipboard.mimeData().hasHtml())
    yield from paste_and_save()


def paste_and_save() -> Journey:
    """Paste in place of the introduction, see it in the preview, save."""
    yield from stands()
    yield from choose_page("Headache")
    click(named("Introduction", TextBox))
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_V, CTRL)
    text = yield from page_text()
    assert f"Most people {BOLD} within {ITALIC}" in text
    strong = yield from texts_marked("strong")
    assert {BOLD, "knee"} <= set(strong), strong
    emphasised = yield from texts_marked("em")
    assert ITALIC in emphasised, emphasised
    items = yield from texts_marked("li")
    for wanted in ITEMS:
        assert any(item.startswith(wanted) for item in items), items
    led = yield from links()
    assert led[LINK].startswith(ADDRESS)
    yield from save()
    quit_program()


def assert_pasted(folder: Path, before: str) -> None:
    """The file has the introduction with its marks, and is else as it was."""
    assert git(folder, "status", "--porcelain") == f" M {PAGE}\n"
    after = (folder / PAGE).read_bytes().decode()
    assert after.partition("intro:")[0] == before.partition("intro:")[0]
    assert after.partition("insights:")[2] == before.partition("insights:")[2]
    added = [" ".join(line[1:].split()) for line in changed_lines(folder) if line.startswith("+")]
    assert f"**{BOLD}** within *{ITALIC}*" in " ".join(added), added
    assert f"[{LINK}]({ADDRESS}" in " ".join(added), added
    assert {"- Rest the **knee**", "- Walk daily"} <= set(added), added


@pytest.fixture
def page_before(tracked_folder: Path) -> str:
    """The page's file before anything is pasted, its line ends included."""
    return (tracked_folder / PAGE).read_bytes().decode()


@pytest.mark.parametrize("journey", [paste_from_word, paste_from_google_docs], ids=["Word", "Google Docs"])
def test_formatted_words_are_pasted(journey: Callable[[], Journey], tracked_folder: Path, page_before: str) -> None:
    send_on(journey, tracked_folder)
    assert_pasted(tracked_folder, page_before)


@pytest.mark.skipif(bool(writer.missing()), reason=f"needs the program {writer.missing()}, which is not installed here")
def test_words_are_pasted_from_libreoffice_itself(tracked_folder: Path, page_before: str, tmp_path: Path) -> None:
    with writer.all_is_copied(tmp_path):
        send_on(paste_from_the_clipboard, tracked_folder)
    assert_pasted(tracked_folder, page_before)
