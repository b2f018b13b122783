"""What somebody typed as words and the page takes for a mark: "2018. We found" begins a list there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from editor.markup.addresses import typed_address
from editor.markup.list_lines import HIGHEST
from editor.markup.reading import CODE, EMPHASIS, HEADING, STRONG, Reading
from editor.markup.text_change import TextChange


class Kind(Enum):
    """What the page makes of something."""

    NUMBER = auto()
    DOT = auto()
    HEADING = auto()
    HEADING_ABOVE = auto()
    QUOTATION = auto()
    RULE = auto()
    INDENTED = auto()
    BOLD = auto()
    ITALIC = auto()
    CODE = auto()
    TAG = auto()
    LINK = auto()
    ADDRESS = auto()
    LINE_END = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that shows as something else: from its first mark to its end, and what stands there."""

    kind: Kind
    start: int
    end: int
    text: str


_AT_LINE_START = (
    (Kind.NUMBER, re.compile(r"\d+\.")),
    (Kind.DOT, re.compile(r"[-+*](?=\s|\Z)")),
    (Kind.HEADING, re.compile(r"#+")),
    (Kind.QUOTATION, re.compile(r">+")),
)
_RULE = re.compile(r"\s*([-*_])[ ]*(?:\1[ ]*){2,}")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_MINUS = re.compile(r"[-+][ \t]+\d")
_EMPHASIS = re.compile(r"[*_]+")
_BEFORE_WORD = re.compile(r"[\s(\[\"'\u201c\u2018\u2013\u2014/-]")
_BEHIND_WORD = re.compile(r"[\s)\].,;:!?\"'\u201d\u2019\u2013\u2014/-]")


def marks_in(reading: Reading) -> Iterator[Mark]:
    """Everything in a text that shows as something else, whoever meant it."""
    if not reading.is_understood:
        return
    at = 0
    for line in reading.text.split("\n"):
        yield from _marks_in_line(reading, at, at + len(line))
        at += len(line) + 1
    for link in reading.links:
        yield Mark(Kind.LINK, link.start, link.end, reading.text[link.start : link.end])


def is_likely_meant(mark: Mark, text: str) -> bool:
    """Whether somebody who knows no marks would have typed this all the same to get what the page shows."""
    if mark.kind is Kind.NUMBER:
        return int(mark.text[:-1]) <= HIGHEST
    if mark.kind is Kind.DOT:
        if _MINUS.match(text, mark.start):
            return False
        return mark.text == "-" or len(re.findall(rf"^[ \t]*{re.escape(mark.text)}[ \t]", text, re.MULTILINE)) > 1
    if mark.kind is Kind.BOLD:
        before, behind = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
        return (not before or bool(_BEFORE_WORD.match(before))) and (not behind or bool(_BEHIND_WORD.match(behind)))
    return mark.kind is Kind.LINK and bool(typed_address(mark.text.rpartition("](")[2].rstrip(")")))


def kept_as_text(text: str, mark: Mark) -> TextChange:
    """The change after which the page shows what stands there."""
    start, end = mark.start, mark.end
    if mark.kind is Kind.NUMBER:
        new = text[start : end - 1] + "\\."
    elif mark.kind in (Kind.BOLD, Kind.ITALIC):
        opening, closing = _EMPHASIS.match(text, start), _EMPHASIS.search(text[start:end][::-1])
        assert opening is not None
        assert closing is not None
        inside = text[opening.end() : end - len(closing[0])]
        new = _escaped(opening[0]) + inside + _escaped(closing[0])
    elif mark.kind is Kind.CODE:
        new = text[start:end].replace("`", "\\`")
    elif mark.kind is Kind.TAG:
        new = "&lt;" + text[start + 1 : end]
    elif mark.kind is Kind.INDENTED:
        new = text[start:end].lstrip(" \t")
    elif mark.kind is Kind.LINE_END:
        new = "\n\n"
    elif text[start] == "=":
        new = "&#61;" + text[start + 1 : end]
    else:
        new = "\\" + text[start:end]
    return TextChange(start, end, new, (start + len(new), start + len(new)))


def _escaped(marks: str) -> str:
    return "".join("\\" + mark for mark in marks)


def _marks_in_line(reading: Reading, start: int, end: int) -> Iterator[Mark]:
    line = reading.text[start:end]
    first = start + len(line) - len(line.lstrip(" \t"))
    if first == end:
        return
    if not any(reading.is_shown(place) for place in range(first, end)):
        kind = _whole_line(reading, start, line)
        if kind is not None:
            yield Mark(kind, first, end, line.strip())
            return
    if first - start >= 4 and reading.is_shown(first) and reading.styles[first] & CODE:
        yield Mark(Kind.INDENTED, start, end, line)
        return
    if _goes_on_below(reading, end):
        yield Mark(Kind.LINE_END, end, end + 1, "\n")
    is_beginning = True
    place = first
    while place < end:
        if reading.is_shown(place) or reading.text[place].isspace():
            is_beginning = is_beginning and reading.text[place].isspace()
            place += 1
            continue
        token_end = place
        while token_end < end and not (reading.is_shown(token_end) or reading.text[token_end].isspace()):
            token_end += 1
        yield from _marks_in_token(reading, place, token_end, is_beginning=is_beginning)
        place = token_end


def _whole_line(reading: Reading, start: int, line: str) -> Kind | None:
    """What a line is of which the page shows nothing."""
    if _UNDERLINE.fullmatch(line) and start > 1 and reading.styles[start - 2] & HEADING:
        return Kind.HEADING_ABOVE
    if _RULE.fullmatch(line):
        return Kind.RULE
    return Kind.ADDRESS if line.lstrip().startswith("[") and "]:" in line else None


def _goes_on_below(reading: Reading, end: int) -> bool:
    """Whether the page shows the next line as one with this, outside of lists."""
    text, blocks = reading.text, reading.blocks
    behind = end + 1
    while behind < len(text) and text[behind] in " \t":
        behind += 1
    if behind >= len(text) or not blocks[end] or text[max(end - 2, 0) : end] == "  ":
        return False
    first = blocks.index(blocks[end])
    is_list = not reading.is_shown(text.rfind("\n", 0, first) + 1)
    is_one = reading.is_shown(end) and text[behind] != "\n" and blocks[behind] in (blocks[end], 0)
    return is_one and not is_list and not reading.styles[end] & CODE


def _marks_in_token(reading: Reading, start: int, end: int, *, is_beginning: bool) -> Iterator[Mark]:
    """What some marks that stand together make of the words behind them."""
    text = reading.text
    if is_beginning:
        for kind, pattern in _AT_LINE_START:
            found = pattern.match(text, start)
            if found is not None and found.end() <= end:
                yield Mark(kind, start, found.end(), found[0])
                start = found.end()
                break
    if text[start:end].startswith("<") and end - start > 2:
        if text[start + 1] != "/":
            yield Mark(Kind.TAG, start, end, text[start:end])
        return
    gained = _style(reading, end, 1) & ~_style(reading, start - 1, -1)
    if gained & CODE and text[start:end].endswith("`"):
        closing = text.find(text[start:end].lstrip("[*_"), end)
        yield Mark(Kind.CODE, start, closing + end - start, text[start : closing + end - start])
    opening = _EMPHASIS.search(text, start, end)
    if opening is not None and gained & (STRONG | EMPHASIS):
        last = _last_of(reading, end, gained & (STRONG | EMPHASIS))
        closing_end = last + len((_EMPHASIS.match(text, last) or [""])[0])
        kind = Kind.BOLD if gained & STRONG else Kind.ITALIC
        yield Mark(kind, opening.start(), closing_end, text[opening.start() : closing_end])


def _style(reading: Reading, place: int, step: int) -> int:
    """The style of the next character that is shown."""
    while 0 <= place < len(reading.text):
        if reading.is_shown(place):
            return reading.styles[place]
        if reading.text[place] == "\n":
            break
        place += step
    return 0


def _last_of(reading: Reading, place: int, style: int) -> int:
    """Where a stretch of a style ends."""
    end = place
    while place < len(reading.text) and (not reading.is_shown(place) or reading.styles[place] & style):
        if reading.is_shown(place):
            end = place + 1
        place += 1
    return end
