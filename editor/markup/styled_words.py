"""Words with their styles, and the ways to write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from urllib.parse import quote

from editor.markup.addresses import link_address
from editor.markup.reading import EMPHASIS, LINK, STRONG, Reading

_SOURCES = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);|.", re.DOTALL)
_WORDS = re.compile(r"\s+|\S+")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_BEFORE_PICTURE = re.compile(r"(?<!\\)(?:\\\\)*!\Z")
_IN_ADDRESS = "!#$%&'*+,/:;=?@_~.-"

Words = list[tuple[str, int]]
"""Characters as they are shown, with their styles; without blanks, which a page treats all alike."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands in a text for some of its words or a blank, escapes and all, with its style (STRONG, EMPHASIS).

    `target` is a link's, as it stands between the brackets.
    """

    source: str
    style: int = 0
    target: str = ""
    is_hidden: bool = False
    """A mark that stays as it is."""

    @property
    def is_blank(self) -> bool:
        """Whether a space is all that is shown."""
        return self.source.isspace() and "\n\n" not in self.source  # a blank line parts paragraphs


def pieces_of(source: str, style: int = 0, target: str = "") -> list[Piece]:
    """The pieces of words that have no marks but escapes."""
    return [Piece(found, style, target) for found in _WORDS.findall(source)]


def link_target(address: str) -> str:
    """An address as a link has it between its brackets."""
    return "".join(
        character if character.isalnum() or character in _IN_ADDRESS else quote(character, safe="", errors="replace")
        for character in address.strip()
    )


def written(pieces: Sequence[Piece]) -> Iterator[str]:
    """The ways to write these pieces, the plainest first: which of them the page reads as meant has to be tried."""
    for is_nested, mark in ((True, "*"), (True, "_"), (False, "*"), (False, "_")):
        fitting = _with_fitting_blanks(pieces, is_nested=is_nested)
        new = ""
        for target, group in groupby(fitting, attrgetter("target")):
            if target and _BEFORE_PICTURE.search(new):
                new = new[:-1] + "\\!"
            new += _as_link(list(group), target, mark, is_nested=is_nested)
        yield new


def what_is_meant(pieces: Sequence[Piece]) -> Words:
    """What the page has to show of these pieces."""
    return [
        (character, piece.style | (LINK if link_address(piece.target) else 0))
        for piece in pieces
        if not piece.is_hidden
        for source in _SOURCES.findall(piece.source)
        for character in (source[1:] if source[0] == "\\" and len(source) > 1 else source)
        if not character.isspace()
    ]


def what_is_shown(reading: Reading, start: int = 0, end: int | None = None) -> Words:
    """What the page shows of a stretch of a text."""
    places = range(start, len(reading.text) if end is None else end)
    return [
        (reading.text[place], reading.styles[place] & (STRONG | EMPHASIS | LINK))
        for place in places
        if reading.is_shown(place) and not reading.text[place].isspace()
    ]


def _with_fitting_blanks(pieces: Sequence[Piece], *, is_nested: bool) -> list[Piece]:
    """Blanks have the styles that the words on both sides have: bold and italic neither begin nor end with one."""
    fitting = list(pieces)
    at = 0
    while at < len(fitting):
        end = at
        while end < len(fitting) and fitting[end].is_blank:
            end += 1
        if end > at:
            around = (*fitting[max(at - 1, 0) : at], *fitting[end : end + 1])
            fits = len(around) == 2 and {piece.target for piece in (*around, *fitting[at:end])} == {fitting[at].target}
            fits = fits and (is_nested or around[0].style == around[1].style)
            style = around[0].style & around[1].style if fits else 0
            fitting[at:end] = [replace(blank, style=style) for blank in fitting[at:end]]
        at = end + 1
    return fitting


def _as_link(pieces: list[Piece], target: str, mark: str, *, is_nested: bool) -> str:
    if target:
        pieces = [replace(piece, source=_BRACKET.sub(r"\\\g<0>", piece.source)) for piece in pieces]
    words = _nested(pieces, mark) if is_nested else _flat(pieces, mark)
    return f"[{words}]({target})" if target else words


def _flat(pieces: list[Piece], mark: str) -> str:
    """Each style between marks of its own."""
    return "".join(_nested(list(group), mark) for _, group in groupby(pieces, attrgetter("style")))


def _nested(pieces: Sequence[Piece], mark: str) -> str:
    """Each stretch between one pair of marks, shorter stretches within longer ones."""
    written_so_far = []
    at = 0
    while at < len(pieces):
        length, style = max((_stretch(pieces, at, style), style) for style in (EMPHASIS, STRONG))
        if length:
            inside = [replace(piece, style=piece.style & ~style) for piece in pieces[at : at + length]]
            around = "**" if style == STRONG else mark
            written_so_far += [around, _nested(inside, mark), around]
        else:
            written_so_far.append(pieces[at].source)
        at += length or 1
    return "".join(written_so_far)


def _stretch(pieces: Sequence[Piece], start: int, style: int) -> int:
    """How many pieces from `start` on have a style."""
    at = start
    while at < len(pieces) and pieces[at].style & style:
        at += 1
    return at - start
