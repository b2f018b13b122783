"""Two texts beside each other, with the words marked in which they differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from editor.ui.look.colours import mixed

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_PAIRS = 100_000
"""Pairs of equal words, one of each text. Comparing more would keep the window waiting: the whole stretch is marked."""
_SHARE = 0.3

Span = tuple[int, int]
"""Where something begins and ends in a text."""


def show_marked(one: QPlainTextEdit, other: QPlainTextEdit, texts: tuple[str, str], *, marked: bool = True) -> None:
    """Show two texts, with what differs marked unless that says nothing."""
    spans = differing_spans(*texts) if marked else ([], [])
    for box, text, found in zip((one, other), texts, spans, strict=True):
        box.setPlainText(text)
        box.setExtraSelections([_selection(box, span) for span in found])


def differing_spans(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where each of two texts has words that the other has not. Nothing where one of them is empty."""
    found: tuple[list[Span], list[Span]] = [], []
    if not one or not other:
        return found
    words = (_WORD.findall(one), _WORD.findall(other))
    for places in _changes(*words):
        for side, (begin, end) in enumerate(places):
            if begin < end:
                found[side].append((_length(words[side][:begin]), _length(words[side][:end])))
    return found


def _changes(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[Span, Span]]:
    """Which words stand in the place of which, counted from 0."""
    before = _equal(one, other)
    after = _equal(one[before:][::-1], other[before:][::-1])
    middle, of_other = one[before : len(one) - after], other[before : len(other) - after]
    counts = Counter(of_other)
    if sum(counts[word] for word in middle) > _MOST_PAIRS:
        yield (before, before + len(middle)), (before, before + len(of_other))
        return
    for kind, begin, end, start, stop in SequenceMatcher(None, middle, of_other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield (before + begin, before + end), (before + start, before + stop)


def _equal(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the beginning on."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (word, same) in pairs if word != same), min(len(one), len(other)))


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
