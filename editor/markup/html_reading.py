"""HTML as word processors and browsers put it into the clipboard, read for its words, bold, italic, links and lists.

Only what begins and ends matters here, so no tree is built: that takes unclosed tags and lists within lists as they
come, and is over soon whatever comes.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import groupby
from operator import itemgetter

from editor.markup.addresses import LINK_SCHEMES, link_address
from editor.markup.plain_text import plain_lines
from editor.markup.reading import EMPHASIS, STRONG

MOST_CHARACTERS = 2_000_000
MOST_SECONDS = 0.5
"""What is longer or takes longer is nothing that a person reads; its plain words are pasted."""
_SLICE = 16_384
_LONGEST_TAG = 100_000
_DEEPEST = 500

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_NOT_SHOWN = frozenset(
    {"applet", "audio", "button", "canvas", "datalist", "del", "head", "iframe", "math", "noscript", "object", "script"}
    | {"select", "style", "svg", "template", "textarea", "title", "video", "xml"}
)
_BLOCKS = _HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_CLOSED_BY = {  # what an unclosed element of this kind ends with, unless the second is in between
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "p": (frozenset({"p", *_HEADINGS}), _BLOCKS - _HEADINGS - {"p"}),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
}
_RAISED = str.maketrans("0123456789+-\u2212=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-\u2212=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_PICTURE = re.compile(r"data:[^\s\"'<>]{1000,}")
_BLANKS = re.compile(r"[ \n]+")
_WORD_LEVEL = re.compile(r"\blevel(\d+)\b")
_MARKER = re.compile(r"\(?([0-9]{1,4}|[a-z]{1,4})[.)]|[0-9]{1,4}", re.IGNORECASE)


class TooMuch(Exception):
    """The HTML is larger, deeper or slower to read than anything that was written by a person."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style (STRONG, EMPHASIS) and link; lines may end within the paragraph."""

    text: str
    style: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """What makes a paragraph an item: how deep it is, from 1, and its number if it has one."""

    depth: int
    number: int | None = None


@dataclass(slots=True)
class Block:
    """A paragraph, an item of a list (or a further paragraph of it: then only `depth` is given), or a table's row."""

    runs: list[Run]
    item: Item | None = None
    depth: int = 0
    is_row: bool = False

    @property
    def words(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


def read_html(source: str) -> list[Block]:
    """The blocks of what was copied; TooMuch where that is nothing a person wrote."""
    source = _PICTURE.sub("data:", _fragment(source))
    if len(source) > MOST_CHARACTERS:
        raise TooMuch
    reader = _HtmlReader()
    ends = time.monotonic() + MOST_SECONDS
    for start in range(0, len(source), _SLICE):
        reader.feed(source[start : start + _SLICE])
        if time.monotonic() > ends or len(reader.rawdata) > _LONGEST_TAG:
            raise TooMuch
    reader.close()
    return reader.blocks()


def _fragment(source: str) -> str:
    """Without the header that Windows puts before, and what stands behind the part that was selected."""
    if source.startswith("Version:"):
        source = source[source.find("<") :]
    return source.partition("<!--EndFragment-->")[0]


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within an element."""

    tag: str = ""
    style: int = 0
    address: str = ""
    is_hidden: bool = False
    keeps_blanks: bool = False
    is_marker: bool = False
    is_raised: bool = False
    is_lowered: bool = False
    least_style: int = 0


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
        self._open: list[_State] = [_State()]
        self._lists: list[_List] = []
        self._rows: list[_Row] = []
        self._item: Item | None = None
        self._word_depth = 0
        self._marker = ""

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
        elif tag not in _EMPTY:
            if len(self._open) > _DEEPEST:
                raise TooMuch
            styles = _declarations(given.get("style", ""))
            self._begin(tag, given, styles)
            self._open.append(_within(self._open[-1], tag, given, styles))

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
        if text and not state.is_hidden:
            if state.is_raised or state.is_lowered:
                text = _shifted(text, _RAISED if state.is_raised else _LOWERED)
            self._runs.append(Run(text, state.style, state.address))

    def _end_block(self) -> None:
        """Take down the paragraph that is at its end; two line ends in a row begin another one."""
        runs, self._runs = self._runs, []
        if not runs:
            return
        item = self._item
        if self._word_depth:
            item = Item(self._word_depth, _marker_number(self._marker))
        for part in _paragraphs(runs):
            depth = len(self._lists) if item is None else item.depth
            self._blocks.append(Block(part, item, depth))
            item = self._item = None
            self._word_depth = 0


# Styles

_ON = {"font-weight": re.compile(r"bold|bolder|[6-9]\d\d|1000"), "font-style": re.compile(r"italic|oblique.*")}
_STYLE_OF = {"font-weight": STRONG, "font-style": EMPHASIS}
_STYLE_OF_TAG = {"b": STRONG, "strong": STRONG, "i": EMPHASIS, "em": EMPHASIS}
_HIDING = (("display", "none"), ("visibility", "hidden"), ("mso-hide", "all"))
_OF_COMMENTS = re.compile(r"\bmsocom|MsoComment", re.IGNORECASE)


def _declarations(style: str) -> dict[str, str]:
    """What a `style` attribute says."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


def _within(outer: _State, tag: str, given: dict[str, str], styles: dict[str, str]) -> _State:
    """What holds within an element."""
    style = outer.style | _STYLE_OF_TAG.get(tag, 0)
    for name, on in _ON.items():
        if styles.get(name, "inherit") != "inherit":
            style = style | _STYLE_OF[name] if on.fullmatch(styles[name]) else style & ~_STYLE_OF[name]
    least = outer.least_style | (STRONG if tag in _HEADINGS else 0)
    shift = styles.get("vertical-align", "")
    return replace(
        outer,
        tag=tag,
        style=style | least,
        least_style=least,
        address=_followable(given.get("href", "")) if tag == "a" else outer.address,
        is_hidden=outer.is_hidden or _hides(tag, given, styles),
        keeps_blanks=_keeps_blanks(outer, tag, styles),
        is_marker=outer.is_marker or styles.get("mso-list") == "ignore",
        is_raised=tag == "sup" or shift == "super" or (outer.is_raised and shift in ("", "inherit")),
        is_lowered=tag == "sub" or shift == "sub" or (outer.is_lowered and shift in ("", "inherit")),
    )


def _hides(tag: str, given: dict[str, str], styles: dict[str, str]) -> bool:
    return (
        tag in _NOT_SHOWN
        or "hidden" in given
        or any(styles.get(name) == value for name, value in _HIDING)
        or styles.get("mso-element", "").startswith("comment")
        or _OF_COMMENTS.search(given.get("class", "")) is not None
    )


def _keeps_blanks(outer: _State, tag: str, styles: dict[str, str]) -> bool:
    spaces = styles.get("white-space", "")
    return spaces.startswith(("pre", "break")) or (not spaces and (tag == "pre" or outer.keeps_blanks))


def _followable(href: str) -> str:
    """An address that a page may link to; one without a scheme meant a place beside what was copied."""
    address = link_address(href.strip())
    return address if address.partition(":")[0].lower() in LINK_SCHEMES else ""


def _shifted(text: str, table: dict[int, int]) -> str:
    """Raised and lowered digits as such, since 10⁻³ is not 10-3; other words as they are."""
    shifted = text.translate(table)
    return shifted if all(ord(character) in table or character.isspace() for character in text) else text


# Numbers and blanks


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


_GAP = re.compile(r"[ \u00a0]*\n[ \u00a0\n]*|[ \u00a0]{2,}")


def _paragraphs(runs: list[Run]) -> list[list[Run]]:
    """The runs without blanks that mean nothing; two line ends in a row begin another paragraph."""
    letters = [(letter, run.style, run.address) for run in runs for letter in run.text]
    paragraphs: list[list[tuple[str, int, str]]] = [[]]
    at = 0
    for gap in _GAP.finditer("".join(run.text for run in runs)):
        paragraphs[-1] += letters[at : gap.start()]
        at = gap.end()
        if gap[0].count("\n") > 1:
            paragraphs.append([])
        else:
            paragraphs[-1].append(("\n" if "\n" in gap[0] else " ", *letters[gap.start()][1:]))
    paragraphs[-1] += letters[at:]
    return [joined for paragraph in paragraphs if (joined := _joined(paragraph))]


def _joined(letters: list[tuple[str, int, str]]) -> list[Run]:
    start, end = 0, len(letters)
    while start < end and letters[start][0].isspace():
        start += 1
    while end > start and letters[end - 1][0].isspace():
        end -= 1
    return [
        Run("".join(letter for letter, _, _ in group), *look)
        for look, group in groupby(letters[start:end], itemgetter(1, 2))
    ]
