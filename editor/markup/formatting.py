"""Words made bold, italic or a link, and plain again; whatever comes of it has been read back before it counts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

from editor.markup.reading import EMPHASIS, LINK, STRONG, Link, Reading, read_markup
from editor.markup.styled_words import Piece, link_target, what_is_meant
from editor.markup.text_change import TextChange
from editor.markup.windows import open_window, write_windows

STYLES = STRONG | EMPHASIS
_WORD = re.compile(r"[\w'\u2019-]+")


def style_at(text: str, start: int, end: int) -> int:
    """The styles that all selected words have, or, with nothing selected, that a letter typed there would have."""
    reading = read_markup(text)
    places = _words_in(reading, start, end)
    if start == end:
        is_behind = start > 0 and reading.is_shown(start - 1) and text[start - 1] != "\n"
        beside = start - 1 if is_behind else start
        places = [beside] if beside < len(text) and reading.is_shown(beside) else []
    style = STYLES | LINK if places else 0
    for place in places:
        style &= reading.styles[place]
    return style


def link_at(text: str, start: int, end: int) -> Link | None:
    """The link that a selection, or the cursor, touches."""
    links = read_markup(text).links
    return next((link for link in links if link.start < max(end, start + 1) and start < link.end), None)


def switch_style(text: str, start: int, end: int, style: int) -> TextChange | None:
    """Give the selected words a style (STRONG or EMPHASIS), or take it from them where all have it.

    With nothing selected it is for the word that the cursor is in. None where there are no words, or none that can
    have it.
    """
    reading = read_markup(text)
    places = _words_in(reading, *_word_at(text, start, end, within=1))
    has_it = all(reading.styles[place] & style for place in places)

    def switched(piece: Piece) -> Piece:
        return replace(piece, style=piece.style & ~style if has_it else piece.style | style)

    return _changed(reading, places, switched, (start, end)) if places else None


def set_link(text: str, start: int, end: int, address: str) -> TextChange | None:
    """Have the selected words lead to an address, or those of the link that is touched; "" makes them plain.

    Where there are no words the address stands for itself. None where they cannot be a link.
    """
    reading = read_markup(text)
    target = link_target(address)
    link = link_at(text, start, end)
    places = _words_in(reading, *(_word_at(text, start, end) if link is None else (link.start, link.words_end)))
    places = [place for place in places if reading.blocks[place] == reading.blocks[places[0]]]

    def leading(piece: Piece) -> Piece:
        return replace(piece, target=target)

    if places:
        return _changed(reading, places, leading, (start, end))
    return inserted(text, start, [Piece(letter, 0, target) for letter in address.strip()]) if target else None


def styled_words(text: str, place: int, words: str, style: int) -> TextChange | None:
    """Insert words in a style (a sum of STRONG and EMPHASIS), whatever is around them; None where that cannot be."""
    return inserted(text, place, [Piece(letter, style) for letter in words])


def broken(text: str, place: int, line_end: str) -> TextChange:
    """Break a line, with `line_end` between its two parts; bold and italic end before it and begin anew behind it."""
    reading = read_markup(text)
    if style_at(text, place, place) & STYLES:
        window = open_window(reading, place, place)
        before = [found for found in window.pieces if found[0] < place]
        behind = window.pieces[len(before) :]
        window.pieces = [*before, (place, Piece(line_end, is_hidden=True)), *behind]
        new = write_windows(reading, [window])
        if new is not None:
            cursor = new[0] + new[2].index(line_end) + len(line_end)
            return TextChange(*new, (cursor, cursor))
    cursor = place + len(line_end)
    return TextChange(place, place, line_end, (cursor, cursor))


def _changed(
    reading: Reading, places: list[int], change: Callable[[Piece], Piece], selection: tuple[int, int]
) -> TextChange | None:
    windows = []
    for _, inside in groupby(places, reading.blocks.__getitem__):
        stretch = list(inside)
        window = open_window(reading, stretch[0], stretch[-1] + 1)
        window.pieces = [
            (place, change(piece) if stretch[0] <= place <= stretch[-1] else piece) for place, piece in window.pieces
        ]
        windows.append(window)
    new = write_windows(reading, windows)
    if new is None:
        return None
    change_made = TextChange(*new, (0, 0))
    return replace(change_made, selected=_kept(reading, read_markup(change_made.of(reading.text)), places, selection))


def inserted(text: str, place: int, pieces: list[Piece]) -> TextChange | None:
    """Insert words of whatever styles and links; None where the page would not show them so."""
    reading = read_markup(text)
    window = open_window(reading, place, place)
    before = [found for found in window.pieces if found[0] < place]
    behind = window.pieces[len(before) :]
    window.pieces = [*before, *((place, piece) for piece in pieces), *behind]
    new = write_windows(reading, [window])
    if new is None:
        return None
    change = TextChange(*new, (0, 0))
    count = len(_words_in(reading, 0, place)) + len(what_is_meant(pieces))
    after = _words_in(read_markup(change.of(text)), 0, len(text) + len(change.text))
    cursor = after[count - 1] + 1 if not pieces[-1].is_blank else change.start + len(change.text)
    return replace(change, selected=(cursor, cursor))


def _words_in(reading: Reading, start: int, end: int) -> list[int]:
    """The places of what is shown between two others, without blanks."""
    places = range(start, min(end, len(reading.text)))
    return [place for place in places if reading.is_shown(place) and not reading.text[place].isspace()]


def _word_at(text: str, start: int, end: int, *, within: int = 0) -> tuple[int, int]:
    """The selection, or the word around the cursor, if that is so many characters within it."""
    if start == end:
        for word in _WORD.finditer(text, text.rfind("\n", 0, start) + 1):
            if word.start() + within <= start <= word.end() - within:
                return word.span()
            if word.start() > start:
                break
    return start, end


def _kept(before: Reading, after: Reading, places: list[int], selection: tuple[int, int]) -> tuple[int, int]:
    """The same words selected after a change, or the cursor beside the same one."""
    new_places = _words_in(after, 0, len(after.text))
    start, end = selection
    if start < end:
        count = len(_words_in(before, 0, places[0]))
        first = new_places[count]
        is_escaped = first > 0 and after.text[first - 1] == "\\" and not after.is_shown(first - 1)
        return first - is_escaped, new_places[count + len(places) - 1] + 1
    count = len(_words_in(before, 0, start))
    cursor = new_places[count - 1] + 1 if count and places[0] < start else new_places[count]
    return cursor, cursor
