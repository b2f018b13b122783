"""A page is copied from the menu and pasted: into a document, as words, as HTML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, field_named
from editor.ui.main_window import MainWindow
from tests.ui.window import choose

_PAGE = "name: Knee pain\nintro: Many *people* have it.\n"
_HOSTILE = "![" * 20_000


@pytest.fixture
def window(open_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """The window on a page, unsaved words and all."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / "conditions" / "knee.yaml").write_text(_PAGE, encoding="utf-8")
    window = open_window(tmp_path)
    choose(window, "Knee pain")
    return window


def copy(window: MainWindow, action: str, qtbot: QtBot) -> QMimeData:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    window.commands[action].trigger()
    qtbot.waitUntil(lambda: clipboard.mimeData().hasText(), timeout=30_000)
    return clipboard.mimeData()


def test_a_page_goes_into_a_document(window: MainWindow, qtbot: QtBot) -> None:
    copied = copy(window, "copy_page", qtbot)
    assert "Many people have it." in copied.text()
    document = QTextEdit()
    qtbot.addWidget(document)
    document.insertFromMimeData(copied)
    assert document.document().firstBlock().blockFormat().headingLevel() == 1
    (message,) = [one for one in window.findChildren(QLabel) if one.accessibleDescription() == "Message"]
    assert message.text() == "The page was copied. Paste it where you want it."


def test_a_page_is_copied_as_words_and_as_html(window: MainWindow, qtbot: QtBot) -> None:
    words = copy(window, "copy_page_text", qtbot)
    assert not words.hasHtml()
    assert words.text().endswith("Many people have it.\n")
    html = copy(window, "copy_page_html", qtbot)
    assert "<p>Many <em>people</em> have it.</p>" in html.text()
    assert not html.hasHtml()


def test_a_text_that_takes_for_ever_holds_nothing_up(window: MainWindow, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    window.editing.edit_field(field_named(PAGE_FIELDS, "intro"), _HOSTILE)
    with qtbot.waitSignal(window.copying.said, timeout=30_000) as said:
        window.commands["copy_page"].trigger()
    assert said.args == ["Nothing was copied: this page cannot be shown as it is. The preview says why."]
    assert clipboard.text() == "before"
