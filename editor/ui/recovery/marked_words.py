"""Two texts beside each other, with the words marked in which they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from editor.ui.look.colours import mixed

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_LONGEST = 20_000
"""Letters: comparing more takes too long to wait for, and then nothing is marked."""
_SHARE = 0.3

Span = tuple[int, int]
"""Where something begins and ends in a text."""


def show_marked(one: QPlainTextEdit, other: QPlainTextEdit, texts: tuple[str, str]) -> None:
    """Show two texts with what differs marked."""
    spans = differing_spans(*texts)
    for box, text, found in zip((one, other), texts, spans, strict=True):
        box.setPlainText(text)
        box.setExtraSelections([_selection(box, span) for span in found])


def differing_spans(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where each of two texts has words that the other has not. Nothing where one of them is empty, or very long."""
    found: tuple[list[Span], list[Span]] = [], []
    if not one or not other or len(one) + len(other) > _LONGEST:
        return found
    words: list[list[str]] = [_WORD.findall(text) for text in (one, other)]
    for kind, *places in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes():
        if kind != "equal":
            for side, (begin, end) in enumerate((places[:2], places[2:])):
                if begin < end:
                    found[side].append((_length(words[side][:begin]), _length(words[side][:end])))
    return found


def _length(words: Iterable[str]) -> int:
    return sum(map(len, words))


def _selection(box: QPlainTextEdit, span: Span) -> QTextEdit.ExtraSelection:
    palette = box.palette()
    marked = QTextCharFormat()
    marked.setBackground(
        mixed(palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base), _SHARE)
    )
    cursor = QTextCursor(box.document())
    cursor.setPosition(span[0])
    cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
    selection = QTextEdit.ExtraSelection()
    selection.format, selection.cursor = marked, cursor
    return selection
