"""What of a Markdown text the page shows, and how: asked of the page's own parser, so that the answer is never a guess.

The parser tells no places. So each character that means nothing to it is handed over as one that stands for its own
place in the text; what comes out then says where it came from.
"""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.markup.addresses import link_address
from editor.markup.parser import new_parser

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

HIDDEN, STRONG, EMPHASIS, LINK, CODE, HEADING = (1 << bit for bit in range(6))
"""How a character is shown. What is hidden is a mark."""

LONGEST = 20_000
"""Characters: a longer text is not read, as that would be felt while typing."""
_SHORT = 1_000
"""Characters: of texts up to that length, such as the items of a list, many readings are remembered."""
_MOST_MARKS = 1_000
_MOST_TAGS = 60
_MOST_BRACKETS = 150
"""More than any text has that somebody wrote (brackets: that no other closes); the time grows with their square."""

_STYLES = {"strong": STRONG, "em": EMPHASIS, "code": CODE, "pre": CODE, **{f"h{n}": HEADING for n in range(1, 7)}}
_BLOCKS = frozenset({"p", "li", "pre", "blockquote", "ul", "ol", "hr", *(f"h{n}" for n in range(1, 7))})

_MARK = re.compile(r"[*_`\[\]<>&#+=-]")
_TAG = re.compile(r"<[A-Za-z/!?]")
_OPEN_BRACKET = re.compile(r"\[(?![^\[\]\n]*\])")
_COULD_MEAN = re.compile(r"[\\`*_\[\]<>&]|^[^\S\n]*(?:[-+=#]|\d+\.)|^(?: {4}|\t)|  $", re.MULTILINE)

_LETTERS, _SIGNS = 0x20000, 0xF0000
"""Where the letters begin that stand for places (there are 42,000), and the signs that are no letters."""
_MEANS = r"\s`*_\[\]()<>\"'"
_ID = re.compile(r"^ {0,3}\[[^\[\]]*\]:", re.MULTILINE)
_PIECE = (
    r"(?P<escape>\\[\\*_{}\[\]()>#+\-.!])"
    r"|(?P<entity>&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[a-zA-Z0-9]+;))"
    r"|(?P<kept><[A-Za-z/!?][^<>]*>|\d+\.(?=\s|$)|[-+](?=[-+\s]|$)|=(?=[=\s]|$)|(?<!\w)\#|\#(?!\w)|!(?=\[)|(?<=\]):"
    r"|\\(?=[`\s]|$){ids})"
    r"|(?P<words>[^\W_]+{between})"
    r"|(?P<sign>[^\w{means}])"
).replace("{means}", _MEANS)
_PIECES = re.compile(_PIECE.replace("{ids}", "").replace("{between}", r"(?:(?:[,.;:]? |[\u2019.-])[^\W_]+)*"))
_PIECES_AND_IDS = re.compile(_PIECE.replace("{ids}", r"|\[[^\[\]]*\]").replace("{between}", ""))
"""For a text in which an address is given apart from its link, under a name: names are kept."""
_LEFT_OUT = re.compile("\x02wzxhzdk:[0-9]+\x03")
_BY_NUMBER = re.compile("(?:\x02amp\x03#|\x02)([0-9]+)[\x03;]")
_RUN = re.compile("[\U00020000-\U0002ffff]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text: it goes from `start` to `end`, its words from `start` + 1 to `words_end`."""

    start: int
    words_end: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How each character of a text is shown (a sum of STRONG, LINK, ...), and in which paragraph, counted from 1."""

    text: str
    styles: bytes
    blocks: Sequence[int]
    links: tuple[Link, ...] = ()
    is_understood: bool = True

    def is_shown(self, place: int) -> bool:
        """Whether the page shows the character."""
        return not self.styles[place] & HIDDEN

    def words(self) -> str:
        """What the page shows, without any marks."""
        return "".join(character for character, style in zip(self.text, self.styles, strict=True) if not style & HIDDEN)


def has_marks(text: str) -> bool:
    """Whether a text could show as anything else than it is; a quick look."""
    return _COULD_MEAN.search(text) is not None


def read_markup(text: str) -> Reading:
    """How a text shows. One that is too long or too wild to be read in no time counts as shown as it is."""
    if len(text) > LONGEST:
        return _unread(text)
    return _remembered_short(text) if len(text) <= _SHORT else _remembered(text)


@functools.lru_cache(maxsize=512)
def _remembered_short(text: str) -> Reading:
    return _read(text)


@functools.lru_cache(maxsize=32)
def _remembered(text: str) -> Reading:
    return _read(text)


def _read(text: str) -> Reading:
    bounds = ((_MARK, _MOST_MARKS), (_TAG, _MOST_TAGS), (_OPEN_BRACKET, _MOST_BRACKETS))
    if any(len(sign.findall(text)) > most for sign, most in bounds):
        return _unread(text)
    try:
        return _Reader(text).read()
    except RecursionError:
        _parser.cache_clear()  # it is left in the middle of that text
        return _unread(text)


def _unread(text: str) -> Reading:
    return Reading(text, bytes(len(text)), bytes(len(text)), is_understood=False)


@functools.cache
def _parser() -> Markdown:
    return new_parser()


class _Reader:
    """Reads one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._styles = bytearray([HIDDEN]) * len(text)
        self._blocks = [0] * len(text)
        self._entities: dict[int, int] = {}
        self._escaped: set[int] = set()
        self._pieces: list[tuple[str, int, int]] = []
        self._links: list[Link] = []
        self._block = 0

    def read(self) -> Reading:
        """The reading of the text."""
        parser = _parser().reset()
        pieces = _PIECES_AND_IDS if _ID.search(self._text) else _PIECES
        lines = pieces.sub(self._stand_in, self._text).split("\n")
        for preprocessor in parser.preprocessors:
            lines = preprocessor.run(lines)
        root = parser.parser.parseDocument(lines).getroot()
        assert root is not None
        parser.treeprocessors["inline"].run(root)
        self._walk(root, 0, 0)
        self._find_places()
        for character in "".join(map(str, parser.htmlStash.rawHtmlBlocks)):
            if (place := _place_of(character)) is not None:
                self._styles[place] &= ~HIDDEN
        return Reading(self._text, bytes(self._styles), tuple(self._blocks), tuple(self._links))

    def _stand_in(self, piece: re.Match[str]) -> str:
        start, end = piece.span()
        match piece.lastgroup:
            case "kept":
                return piece[0]
            case "words":
                return _letters()[start:end]
            case "escape":
                self._escaped.add(end - 1)
                return chr(_SIGNS + end - 1)
            case "entity":
                self._entities[start] = end - start
        return chr(_SIGNS + start)

    # What comes out of the parser

    def _walk(self, element: Element, style: int, block: int) -> None:
        """Take down what an element shows, in order."""
        style |= _STYLES.get(element.tag, 0)
        if element.tag in _BLOCKS:
            block = self._next_block()
        if element.tag == "a":
            style |= self._style_of_link(element)
        self._take_down(element.text, style, block)
        for child in element:
            self._walk(child, style, block)
            if child.tag in _BLOCKS:
                block = self._next_block()
            self._take_down(child.tail, style, block)

    def _next_block(self) -> int:
        self._block += 1
        return self._block

    def _take_down(self, text: str | None, style: int, block: int) -> None:
        if text:
            text = _BY_NUMBER.sub(_numbered, _LEFT_OUT.sub("", text))
            self._pieces.append((html.unescape(text) if style & CODE else text, style, block))

    def _style_of_link(self, element: Element) -> int:
        """LINK where the page lets it be followed. Where it stands in the text is told by the parts of its address."""
        address, title = (_BY_NUMBER.sub(_numbered, element.get(name, "")) for name in ("href", "title"))
        not_shown = address + title
        places = [(at, place) for at, found in enumerate(not_shown) if (place := _place_of(found)) is not None]
        address = "".join(map(self._original, address))
        if places:
            (_, first), (at, last) = places[0], places[-1]
            words_end = self._text.rfind("](", 0, first)
            end = self._text.find(")", last + self._entities.get(last, 1) + len(not_shown) - at - 1) + 1
            start = _opening_bracket(self._text, words_end)
            if start >= 0 and end:
                self._links.append(Link(start, words_end, end, address))
        return LINK if link_address(address) else 0

    def _original(self, character: str) -> str:
        place = _place_of(character)
        return character if place is None else self._text[place : place + self._entities.get(place, 1)]

    # Where it stands

    def _find_places(self) -> None:
        """Give each character that is shown its place; one that stands for none is found between its neighbours."""
        barred = {place for link in self._links for place in range(link.words_end, link.end)}
        at = 0
        waiting: list[tuple[str, int, int]] = []
        for piece, style, block in self._pieces:
            for run in _runs(piece):
                place = _place_of(run[0])
                if place is None:
                    waiting.append((run, style, block))
                    continue
                if style & CODE and place in self._escaped:
                    self._styles[place - 1] = style  # in code, a backslash is one
                self._find_between(at, place, waiting, barred)
                at = place + max(len(run), self._entities.get(place, 1))
                self._give(place, at, style, block)
        self._find_between(at, len(self._text), waiting, barred)

    def _find_between(self, start: int, end: int, waiting: list[tuple[str, int, int]], barred: set[int]) -> None:
        """Find what came out between two places; blanks, of which the parser makes more or fewer, in one go."""
        was_blank = False
        for character, style, block in waiting:
            is_blank = character.isspace()
            if is_blank and was_blank:
                continue
            was_blank = is_blank
            at = next((at for at in range(start, end) if at not in barred and _alike(self._text[at], character)), end)
            if at < end:
                start = at + 1
                while is_blank and start < end and self._text[start].isspace():
                    start += 1
                self._give(at, start, style, block)
        waiting.clear()

    def _give(self, start: int, end: int, style: int, block: int) -> None:
        self._styles[start:end] = bytes([style]) * (end - start)
        self._blocks[start:end] = [block] * (end - start)


@functools.cache
def _letters() -> str:
    return "".join(map(chr, range(_LETTERS, _LETTERS + LONGEST)))


def _place_of(character: str) -> int | None:
    """The place that a character stands for."""
    code = ord(character)
    if code >= _SIGNS:
        return code - _SIGNS
    return code - _LETTERS if code >= _LETTERS else None


def _runs(piece: str) -> Iterator[str]:
    """The characters of a piece; those that stand for places one after the other come as one."""
    for run in _RUN.findall(piece):
        if ord(run[-1]) - ord(run[0]) == len(run) - 1:
            yield run
        else:
            yield from run


def _alike(one: str, other: str) -> bool:
    return one == other or (one.isspace() and other.isspace())


def _numbered(found: re.Match[str]) -> str:
    return chr(int(found[1]))


def _opening_bracket(text: str, closing: int) -> int:
    """Where the "[" stands that belongs to the "]" at `closing`; -1 if nowhere."""
    depth = 0
    for place in range(closing, -1, -1):
        if text[place] in "[]" and not _is_escaped(text, place):
            depth += 1 if text[place] == "]" else -1
            if depth == 0:
                return place
    return -1


def _is_escaped(text: str, place: int) -> bool:
    """Whether an odd number of backslashes stands before a place."""
    start = place
    while start and text[start - 1] == "\\":
        start -= 1
    return (place - start) % 2 == 1
