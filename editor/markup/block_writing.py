"""Blocks of words written as Markdown that shows the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.markup.html_blocks import Block
from editor.markup.list_lines import INDENT
from editor.markup.plain_text import escaped_markdown
from editor.markup.reading import LONGEST, read_markup
from editor.markup.styled_words import Piece, link_target, pieces_of, what_is_meant, what_is_shown, written

_LINE_END = "  \n"
"""Two blanks before it make the page end the line there too."""


def markdown_of(blocks: Sequence[Block]) -> str:
    """The blocks, one after the other."""
    is_short = sum(len(block.words) for block in blocks) < LONGEST
    return "\n\n".join(_groups(list(blocks), _text_of if is_short else _unread_text_of))


def pieces_of_block(block: Block, *, at_line_start: bool = True) -> list[Piece]:
    """The words of one block as they stand in Markdown."""
    pieces: list[Piece] = []
    for run in block.runs:
        target = link_target(run.address)
        for number, line in enumerate(run.text.split("\n")):
            if number:
                pieces.append(Piece(_LINE_END, run.style, target))
            is_first = pieces[-1].source == _LINE_END if pieces else at_line_start
            source = escaped_markdown(line, at_line_start=is_first and not run.style and not target)
            pieces += pieces_of(source, run.style, target)
    return pieces


def _groups(blocks: list[Block], text_of: Callable[[Block], str]) -> Iterator[str]:
    """Paragraphs, tables and lists."""
    at = 0
    while at < len(blocks):
        end = at + 1
        if blocks[at].item is not None:
            while end < len(blocks) and blocks[end].depth:
                end += 1
            yield from _lists(blocks[at:end], text_of)
        elif blocks[at].is_row:
            while end < len(blocks) and blocks[end].is_row:
                end += 1
            yield _LINE_END.join(text_of(row) for row in blocks[at:end])
        else:
            yield text_of(blocks[at])
        at = end


def _unread_text_of(block: Block) -> str:
    """A block of a text so long that reading it back would keep somebody waiting."""
    return next(written(pieces_of_block(block)))


def _text_of(block: Block) -> str:
    pieces = pieces_of_block(block)
    for tried in (pieces, [replace(piece, style=0) for piece in pieces]):
        if not any(piece.style or piece.target for piece in tried):
            break
        for form in written(tried):
            if what_is_shown(read_markup(form)) == what_is_meant(tried):
                return form
    return "".join(piece.source for piece in pieces)


@dataclass(slots=True)
class _Entry:
    """A line of a list and what goes on with it, ready to be put among others."""

    depth: int
    is_numbered: bool | None
    text: str


def _lists(blocks: Sequence[Block], text_of: Callable[[Block], str]) -> Iterator[str]:
    """Lists that follow each other; dots and numbers at the outermost level make them two."""
    entries: list[_Entry] = []
    for entry in _entries(blocks, text_of):
        if entries and entry.depth == 1 and entry.is_numbered not in (None, entries[0].is_numbered):
            yield _list(entries)
            entries = []
        entries.append(entry)
    yield _list(entries)


def _list(entries: Sequence[_Entry]) -> str:
    """One list, on lines without a gap where nothing in it could be taken for something else."""
    kinds: dict[int, bool] = {}
    has_gaps = False
    for entry in entries:
        if entry.is_numbered is None:
            has_gaps = True
            continue
        kinds = {depth: kind for depth, kind in kinds.items() if depth <= entry.depth}
        has_gaps = has_gaps or kinds.get(entry.depth, entry.is_numbered) != entry.is_numbered
        kinds[entry.depth] = entry.is_numbered
    return ("\n\n" if has_gaps else "\n").join(entry.text for entry in entries)


def _entries(blocks: Sequence[Block], text_of: Callable[[Block], str]) -> Iterator[_Entry]:
    """The lines of lists; none is deeper than one below the line above."""
    numbers: dict[int, int | None] = {}
    for block in blocks:
        text = text_of(block)
        if block.item is None:
            depth = min(block.depth, max(numbers))
            yield _Entry(depth, None, _indented(text, depth, ""))
            continue
        depth = min(block.item.depth, max(numbers, default=0) + 1)
        before = numbers.get(depth)
        numbers = {other: number for other, number in numbers.items() if other < depth}
        if block.item.number is None:
            numbers[depth] = None
        else:
            numbers[depth] = block.item.number if before is None else before + 1
        number = numbers[depth]
        mark = "- " if number is None else f"{number}. "
        yield _Entry(depth, number is not None, _indented(text, depth, mark))


def _indented(text: str, depth: int, mark: str) -> str:
    first, *others = text.split("\n")
    inside = " " * (INDENT * depth)
    start = " " * (INDENT * (depth - 1)) + mark if mark else inside
    return "\n".join([start + first, *(inside + other for other in others)])
