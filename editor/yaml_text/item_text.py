"""The lines of one item of a list, taken out of a text so that they can be put back later."""

from __future__ import annotations

from dataclasses import dataclass

from editor.yaml_text.context import spot_of
from editor.yaml_text.entries import Entry, entries_of
from editor.yaml_text.lines import BREAKS, Lines
from editor.yaml_text.new_values import node_in_brackets
from editor.yaml_text.nodes import Path
from editor.yaml_text.refusals import Unreadable
from editor.yaml_text.set_text import closed_block
from editor.yaml_text.splice import splice
from editor.yaml_text.yaml_text import YamlText


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item as it stood in a file: a list of this one item at column 0, with its own comments.

    `offset` is how far its list was indented below the mapping that holds it.
    """

    lines: str
    offset: int


def item_text(source: YamlText, path: Path, index: int) -> ItemText:
    """Item `index` of the list at `path`, with its own comments, its layout and the keys that nobody here knows.

    Raises KeyError: there is no such item.
    """
    chain = source.chain(path)
    node, item = chain[-1], chain[-1].child(index)
    column = source.lines.column(node.start)
    spot = spot_of(source, chain)
    offset = column - spot.column if node.style == "block" and spot.column >= 0 else 0
    entry = entries_of(source, node)[index]
    lines = _lines(source, entry, column) if node.style == "block" else f"- {source.text[entry.first : entry.end]}"
    if lines is not None:
        lines += "" if lines[-1:] in tuple(BREAKS) else source.line_break
        try:
            part = YamlText.read_part(lines)
        except Unreadable:
            part = None
        if part and part.table.says[2:-1] == source.table.says[item.place : item.after]:
            return ItemText(lines, offset)
    return ItemText(f"- {node_in_brackets(item)}{source.line_break}", offset)


def _lines(source: YamlText, entry: Entry, column: int) -> str | None:
    """The lines of the entry, moved to the left margin; None for lines that begin left of the item."""
    text, end = source.text, entry.end
    closing = closed_block(source) if end == len(text) else None
    if closing:
        text = "".join(splice(text, [closing]))
        end = len(text)
    begins_inline = entry.first != source.lines.start(entry.first)
    return indented(text[entry.first : end], -column, skip_first=begins_inline)


def indented(block: str, columns: int, *, skip_first: bool = False) -> str | None:
    """Lines moved to the right, or to the left; None if they begin too far left for that."""
    lines = Lines(block)
    moved = []
    for number, start in enumerate(lines.starts):
        line = block[start : lines.next(start)]
        if (skip_first and number == 0) or not line.strip(BREAKS):
            pass
        elif columns >= 0:
            line = " " * columns + line
        elif line.startswith(" " * -columns):
            line = line[-columns:]
        elif line.strip():
            return None
        moved.append(line)
    return "".join(moved)
