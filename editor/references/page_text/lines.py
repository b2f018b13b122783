"""The lines of a page's text, as they were copied from a browser or stand in a file."""

from __future__ import annotations

import html
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.content.search_text import single_spaced
from editor.markup.block_writing import markdown_of
from editor.markup.html_blocks import Block, Item, Run
from editor.markup.html_reading import read_html
from editor.markup.plain_text import escaped_markdown, plain_lines

_UNSEEN = dict.fromkeys((0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x00AD))
"""What websites leave between the letters they show."""
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_BULLET = re.compile(r"(?:[•·▪◦‣●○■*]|[-\u2013\u2014](?=\s))\s*(?=\S)")
_BETWEEN_CELLS = " | "
_TAB_TITLE = re.compile(r"<title[^>]*>([^<]{1,1000})</title", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that says something: its words, and the same with bold, links and what makes it an item of a list.

    `number` counts the text's lines from 1, blank ones too; `gap` counts the blank lines before it.
    """

    number: int
    text: str
    block: Block
    gap: int = 0

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The words of its links and where they lead."""
        return tuple((run.text.strip(), run.address) for run in self.block.runs if run.address)

    @property
    def is_styled(self) -> bool:
        """Whether there is more to it than its words."""
        return any(run.style or run.address for run in self.block.runs)

    @property
    def is_heading(self) -> bool:
        """Whether the website shows all of it bold, as headings are."""
        return bool(self.block.runs) and all(run.style for run in self.block.runs if run.text.strip())


def lines_of_text(text: str, copied: Sequence[TextLine] = ()) -> tuple[TextLine, ...]:
    """The lines of plain text. One that still says what a line `copied` from a website says keeps its links and look.

    What no page can hold is left out: control characters, and what is there but never seen.
    """
    looks: defaultdict[str, deque[Block]] = defaultdict(deque)
    for line in copied:
        looks[line.text].append(line.block)
    found: list[TextLine] = []
    gap = 0
    for number, raw in enumerate(_clean(text).split("\n"), start=1):
        words = single_spaced(raw)
        if not words:
            gap += 1
            continue
        bullet = _BULLET.match(words)
        words = words[bullet.end() :] if bullet else words
        block = _look(looks, words) or (Block([Run(words)], Item(1), 1) if bullet else Block([Run(words)]))
        found.append(TextLine(number, words, block, gap))
        gap = 0
    return tuple(found)


def lines_of_html(source: str) -> tuple[TextLine, ...]:
    """The lines that a website shows, the title of its tab first where the source has one.

    Raises TooMuch where the HTML is larger or deeper than any page.
    """
    found: list[TextLine] = []
    title = _TAB_TITLE.search(source)
    if title is not None and (words := single_spaced(_clean(html.unescape(title[1])))):
        found.append(TextLine(1, words, Block([Run(words)])))
    for block in read_html(source).blocks:
        for part in _lines_of(block):
            words = single_spaced(_clean(part.words))
            if words:
                found.append(TextLine(len(found) + 1, words, part))
    return tuple(found)


def text_of_lines(lines: Sequence[TextLine]) -> str:
    """The lines as text, each item of a list with a dot."""
    return "\n".join(f"• {line.text}" if line.block.item else line.text for line in lines)


def markdown_of_lines(lines: Sequence[TextLine]) -> str:
    """What shows on a page as these lines did; a list is a list."""
    if any(line.block.item or line.is_styled for line in lines):
        return markdown_of([line.block for line in lines])
    return "\n\n".join(escaped_markdown(line.text) for line in lines)


def _look(looks: dict[str, deque[Block]], words: str) -> Block | None:
    """What was copied with these words, in turn where that was several times: each may have another link."""
    kept = looks.get(words)
    if not kept:
        return None
    return kept.popleft() if len(kept) > 1 else kept[0]


def _clean(text: str) -> str:
    text = plain_lines(text).translate(_UNSEEN)
    return _HALF_CHARACTER.sub("\ufffd", text) if _HALF_CHARACTER.search(text) else text


def _lines_of(block: Block) -> Iterator[Block]:
    """A block with a line end in it as several, and each cell of a table as one."""
    runs: list[Run] = []
    item = block.item
    for run in block.runs:
        first, *others = ["", ""] if block.is_row and run.text == _BETWEEN_CELLS else run.text.split("\n")
        runs.append(Run(first, run.style, run.address))
        for text in others:
            yield Block(_trimmed(runs), item, block.depth)
            runs, item = [Run(text, run.style, run.address)], None
    yield Block(_trimmed(runs), item, block.depth)


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """The runs that say something, without the blanks of the first's beginning and the last's end."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.strip():
        kept = kept[1:]
    while kept and not kept[-1].text.strip():
        kept = kept[:-1]
    if kept:
        kept[0] = Run(kept[0].text.lstrip(), kept[0].style, kept[0].address)
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].style, kept[-1].address)
    return kept
