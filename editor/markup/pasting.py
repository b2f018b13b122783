"""What was copied elsewhere, on its way into a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from editor.markup.block_writing import markdown_of, pieces_of_block
from editor.markup.formatting import STYLES, inserted, link_at, style_at
from editor.markup.html_blocks import Block
from editor.markup.html_reading import Copied, TooMuch, read_html
from editor.markup.plain_text import escaped_markdown, plain_lines
from editor.markup.reading import LINK, read_markup
from editor.markup.styled_words import Piece, what_is_meant, what_is_shown, written
from editor.markup.text_change import TextChange
from editor.markup.windows import pieces_between

_BEFORE_WORDS = re.compile(r"\s*(?:(?:[-+*>]|\d+\.)\s+)*")
_IS_BLOCK = re.compile(r"\s*(?:(?:[-+*]|\d+\.)\s|[#>]|={1,}\s*\Z|-{3,}\s*\Z| {4}|\t)")
_LIST_MARK = re.compile(r"^[ \t]*(?:[-+*]|\d+\.)[ \t]", re.MULTILINE)
_EMPTY_ITEM = re.compile(r"(?:\A|(?<=\n))[ \t]*(?:[-+*]|(\d+)\.)[ \t]+\Z")


def copied(source: str) -> Copied:
    """The paragraphs, items and rows of copied HTML; none where nothing can be had of it."""
    try:
        return read_html(source)
    except TooMuch:
        return Copied([])


def copied_blocks(source: str) -> list[Block]:
    """The same without what was left out."""
    return copied(source).blocks


def copied_words(text: str, source: str) -> str:
    """The plain words of what was copied as `text` and, perhaps, as HTML: items of a list without their dots."""
    blocks = copied_blocks(source) if source else []
    if not text.strip() or any(block.item for block in blocks):
        text = "\n".join(block.words for block in blocks)
    return plain_lines(text)


def copied_markdown(text: str, start: int, end: int) -> tuple[str, str]:
    """What is selected, for other texts as Markdown and for other programs as plain words.

    Words out of bold ones stay bold; the dots and numbers of lists are words as well.
    """
    reading = read_markup(text)
    source = text[start:end]
    pieces = pieces_between(reading, start, end)
    if pieces is not None and not _IS_BLOCK.match(source):
        source = next(
            (form for form in written(pieces) if what_is_shown(read_markup(form)) == what_is_meant(pieces)), source
        )
    marks = {place for found in _LIST_MARK.finditer(text) for place in range(*found.span())}
    words = (
        text[place] for place in range(start, end) if reading.is_shown(place) or text[place].isspace() or place in marks
    )
    return source, "".join(words)


def pasted_blocks(text: str, start: int, end: int, blocks: Sequence[Block]) -> TextChange:
    """Put blocks in the place of what is selected: one paragraph within the line, others between blank lines."""
    if len(blocks) == 1 and blocks[0].item is None and "\n" not in blocks[0].words:
        pieces = pieces_of_block(blocks[0], at_line_start=_is_line_start(text, start))
        return _pasted_in_line(text, start, end, pieces) or pasted_words(text, start, end, blocks[0].words)
    before, behind = text[:start], text[end:]
    first = blocks[0].item
    is_numbered = first is not None and first.number is not None
    empty_item = _EMPTY_ITEM.search(before) if first is not None else None
    if empty_item is not None:
        before = before[: empty_item.start()]
    goes_on = empty_item is not None and bool(empty_item[1]) == is_numbered
    new = "\n" * (0 if goes_on else _missing(before[::-1])) + markdown_of(blocks)
    cursor = len(before) + len(new)
    return TextChange(len(before), end, new + "\n" * _missing(behind), (cursor, cursor))


def pasted_markdown(text: str, start: int, end: int, markdown: str) -> TextChange:
    """Put what was copied from another text in the place of what is selected."""
    pieces = pieces_between(read_markup(markdown), 0, len(markdown))
    if pieces is not None and not _IS_BLOCK.match(markdown):
        change = _pasted_in_line(text, start, end, pieces)
        if change is not None:
            return change
    return TextChange(start, end, markdown, (start + len(markdown),) * 2)


def pasted_words(text: str, start: int, end: int, words: str) -> TextChange:
    """Put words in the place of what is selected, such that they show as they are."""
    new = escaped_markdown(words, at_line_start=_is_line_start(text, start))
    return TextChange(start, end, new, (start + len(new), start + len(new)))


def _pasted_in_line(text: str, start: int, end: int, pieces: Sequence[Piece]) -> TextChange | None:
    """Words with their styles; within bold words or a link they become part of that."""
    rest = text[:start] + text[end:]
    style, link = style_at(rest, start, start), link_at(rest, start, start)
    if style:
        target = "" if link is None or not style & LINK else rest[link.words_end + 2 : link.end - 1]
        pieces = [replace(piece, style=style & STYLES, target=target) for piece in pieces]
    change = inserted(rest, start, list(pieces))
    return None if change is None else TextChange(0, len(text), change.of(rest), change.selected)


def _is_line_start(text: str, place: int) -> bool:
    return _BEFORE_WORDS.fullmatch(text[text.rfind("\n", 0, place) + 1 : place]) is not None


def _missing(lines: str) -> int:
    """How many line ends are missing for a blank line."""
    blank = len(lines) - len(lines.lstrip(" \t\n"))
    return max(0, 2 - lines[:blank].count("\n")) if lines.strip() else 0
