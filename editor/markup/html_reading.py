"""HTML as word processors and browsers put it into the clipboard, read for its words, bold, italic, links and lists.

Only what begins and ends matters here, so no tree is built: that takes unclosed tags and lists within lists as they
come, and is over soon whatever comes.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser

from editor.markup.html_blocks import Block, Item, Run, paragraphs_of
from editor.markup.html_styles import HEADINGS, Within, declarations, within
from editor.markup.plain_text import plain_lines

MOST_CHARACTERS = 2_000_000
MOST_WORDS = 300_000
MOST_SECONDS = 0.5
"""Of HTML that is longer (in characters, all of it or its words alone) or takes longer, the plain words are pasted."""
_SLICE = 16_384
_LONGEST_TAG = 100_000
_DEEPEST = 500

_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_BLOCKS = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_CLOSED_BY = {  # what an unclosed element of this kind ends with, unless the second is in between
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "p": (frozenset({"p", *HEADINGS}), _BLOCKS - HEADINGS - {"p"}),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
}
_PICTURE = re.compile(r"data:[^\s\"'<>]{1000,}")
_TINY = frozenset({"0", "1"})
"""Width or height in pixels of a picture that counts readers and is not to be seen."""
_BLANKS = re.compile(r"[ \n]+")
_WORD_LEVEL = re.compile(r"\blevel(\d+)\b")
_MARKER = re.compile(r"\(?([0-9]{1,4}|[a-z]{1,4})[.)]|[0-9]{1,4}", re.IGNORECASE)


class TooMuch(Exception):
    """The HTML is larger, deeper or slower to read than anything that was written by a person."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied, as far as a text can hold it, and how many pictures and links it cannot."""

    blocks: list[Block]
    pictures: int = 0
    dead_links: int = 0
    """Links to a place beside what was copied, or that do something else than lead somewhere."""


def read_html(source: str) -> Copied:
    """What was copied; TooMuch where that is nothing a person wrote."""
    source = _PICTURE.sub("data:", fragment(source))
    if len(source) > MOST_CHARACTERS:
        raise TooMuch
    reader = _HtmlReader()
    ends = time.monotonic() + MOST_SECONDS
    for start in range(0, len(source), _SLICE):
        reader.feed(source[start : start + _SLICE])
        if time.monotonic() > ends or len(reader.rawdata) > _LONGEST_TAG:
            raise TooMuch
    reader.close()
    return Copied(reader.blocks(), reader.pictures, reader.dead_links)


def fragment(source: str) -> str:
    """Without the header that Windows puts before, and what stands behind the part that was selected."""
    if source.startswith("Version:"):
        source = source[source.find("<") :]
    return source.partition("<!--EndFragment-->")[0]


@dataclass(slots=True)
class _List:
    """A list that is open, and the number of its next item."""

    number: int | None


@dataclass(slots=True)
class _Row:
    """A table's row that is open: where the blocks of each of its cells begin."""

    cells: list[int] = field(default_factory=list)


class _HtmlReader(HTMLParser):
    """Takes down blocks while tags begin and end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[Within] = [Within()]
        self._lists: list[_List] = []
        self._rows: list[_Row] = []
        self._item: Item | None = None
        self._word_depth = 0
        self._marker = ""
        self._length = 0
        self.pictures = 0
        self.dead_links = 0

    def blocks(self) -> list[Block]:
        """All that was read."""
        self._end_block()
        return self._blocks

    # What the parser tells

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _CLOSED_BY:
            self._close_open(*_CLOSED_BY[tag])
        if tag in _BLOCKS:
            self._end_block()
        if tag == "br":
            self._add("\n")
        elif tag == "img":
            self.pictures += not self._open[-1].is_hidden and not _TINY & {given.get("width"), given.get("height")}
        elif tag not in _EMPTY:
            if len(self._open) > _DEEPEST:
                raise TooMuch
            styles = declarations(given.get("style", ""))
            self._begin(tag, given, styles)
            self._open.append(within(self._open[-1], tag, given, styles))
            self._count_dead_link(tag, given.get("href", ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
        self._close_open(frozenset({tag}), frozenset())

    def handle_data(self, data: str) -> None:
        state = self._open[-1]
        data = plain_lines(data).replace("\t", " ")
        if not data.strip(" \u00a0"):
            data = " "  # browsers write a blank between elements as one that does not break
        if state.is_marker:
            self._marker += data
        else:
            self._add(data if state.keeps_blanks else _BLANKS.sub(" ", data))

    # Elements

    def _begin(self, tag: str, given: dict[str, str], styles: dict[str, str]) -> None:
        """Note what an element says about the blocks in it."""
        if tag in ("ul", "ol"):
            self._lists.append(_List(_number(given.get("start", "1")) if tag == "ol" else None))
        elif tag == "li":
            self._begin_item(given)
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].cells.append(len(self._blocks))
        level = _WORD_LEVEL.search(styles.get("mso-list", ""))
        if level is not None and tag in _BLOCKS and tag != "li":
            self._word_depth, self._marker = int(level[1]), ""

    def _count_dead_link(self, tag: str, href: str) -> None:
        """Of the links that a text cannot keep, those within a page that was not copied are missed by nobody."""
        state = self._open[-1]
        is_link = tag == "a" and bool(href.strip()) and not href.strip().startswith("#")
        self.dead_links += is_link and not state.is_hidden and not state.address

    def _begin_item(self, given: dict[str, str]) -> None:
        depth = max(len(self._lists), 1)
        if given.get("data-aria-level", "").isdigit():  # Word on the web puts each item into a list of its own
            depth = max(int(given["data-aria-level"]), 1)
        number = self._lists[-1].number if self._lists else None
        if number is not None:
            self._lists[-1].number = number + 1
        self._item = Item(depth, number)

    def _close_open(self, tags: frozenset[str], unless: frozenset[str]) -> None:
        """Close the innermost open element of these kinds, and with it what is open inside."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in unless:
                return
            if self._open[at].tag in tags:
                for state in reversed(self._open[at:]):
                    self._end(state.tag)
                del self._open[at:]
                return

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_block()
            self._word_depth = 0
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "li":
            self._item = None
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def _end_row(self, row: _Row) -> None:
        """Let cells of a few words each stand side by side; a page's layout stays as it is."""
        ends = [*row.cells[1:], len(self._blocks)]
        cells = [self._blocks[start:end] for start, end in zip(row.cells, ends, strict=True)]
        full = [cell for cell in cells if cell]
        if len(full) < 2 or any(len(cell) > 1 or cell[0].item or cell[0].is_row for cell in full):
            return
        runs = [run for cell in full for run in (Run(" | "), *cell[0].runs)][1:]
        self._blocks[row.cells[0] :] = [Block(runs, is_row=True)]

    # Words

    def _add(self, text: str) -> None:
        state = self._open[-1]
        self._length += len(text)
        if self._length > MOST_WORDS:
            raise TooMuch
        if text and not state.is_hidden:
            self._runs.append(Run(state.words(text), state.style, state.address))

    def _end_block(self) -> None:
        """Take down the paragraph that is at its end; two line ends in a row begin another one."""
        runs, self._runs = self._runs, []
        if not runs:
            return
        item = self._item
        if self._word_depth:
            item = Item(self._word_depth, _marker_number(self._marker))
        for part in paragraphs_of(runs):
            depth = len(self._lists) if item is None else item.depth
            self._blocks.append(Block(part, item, depth))
            item = self._item = None
            self._word_depth = 0


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 1


def _marker_number(marker: str) -> int | None:
    """The number that a word processor drew before an item; None for a dot of some kind."""
    found = _MARKER.fullmatch(marker.replace("\u00a0", " ").strip())
    if found is None:
        return None
    number = found[1] or found[0]
    if number.isdigit():
        return int(number)
    return ord(number.lower()) - ord("a") + 1 if len(number) == 1 else 1
