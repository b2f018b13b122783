"""The lines of one item of a list, taken out of a text so that they can be put back later."""

from __future__ import annotations

from dataclasses import dataclass

from editor.yaml_text.context import spot_of
from editor.yaml_text.entries import Entry, entry_of, skip_spaces
from editor.yaml_text.lines import BREAKS, COMMENT_LINE, Lines
from editor.yaml_text.new_values import node_in_brackets
from editor.yaml_text.nodes import Path
from editor.yaml_text.refusals import Unreadable
from editor.yaml_text.set_text import closed_block
from editor.yaml_text.splice import splice
from editor.yaml_text.yaml_text import YamlText


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item as it stood in a file: a list of this one item, its dash at `column`, with its own comments.

    `offset` is how far its list was indented below the mapping that holds it.
    """

    lines: str
    column: int
    offset: int


def item_text(source: YamlText, path: Path, index: int) -> ItemText:
    """Item `index` of the list at `path`, with its own comments, its layout and the keys that nobody here knows.

    Raises KeyError: there is no such item.
    """
    chain = source.chain(path)
    node, item = chain[-1], chain[-1].child(index)
    entry = entry_of(source, node, index)
    if node.style == "flow":
        column, offset = 0, source.layout.list_offset
        lines = f"- {source.text[entry.first : entry.end]}{source.line_break}"
    else:
        column, around = source.lines.column(node.start), spot_of(source, chain).column
        offset = column - around if around >= 0 else source.layout.list_offset
        lines = _lines(source, entry, column)
    try:
        part = YamlText.read_part(lines)
    except Unreadable:
        part = None
    if part and part.table.says[2:-1] == source.table.says[item.place : item.after]:
        return ItemText(lines, column, offset)
    return ItemText(f"- {node_in_brackets(item)}{source.line_break}", 0, offset)


def _lines(source: YamlText, entry: Entry, column: int) -> str:
    """The lines of the entry; one that begins behind another dash gets a line of its own."""
    text, end = source.text, entry.end
    closing = closed_block(source) if end == len(text) else None
    if closing:
        text = "".join(splice(text, [closing]))
        end = len(text)
    lines = text[entry.first : end]
    if entry.first != source.lines.start(entry.first):
        lines = " " * column + lines
    return lines if lines[-1:] in tuple(BREAKS) else lines + source.line_break


def shifted(block: str, columns: int) -> str | None:
    """Lines moved to the right, or to the left; None for lines that begin too far left for that.

    Comments may stand anywhere: they move as far as they can.
    """
    if not columns:
        return block
    lines = Lines(block)
    moved = []
    for start in lines.starts:
        line = block[start : lines.next(start)]
        if columns > 0:
            moved.append(" " * columns + line if line.strip(BREAKS) else line)
            continue
        margin = min(skip_spaces(line, 0), -columns)
        if margin < -columns and line.strip() and not COMMENT_LINE.match(line):
            return None
        moved.append(line[margin:])
    return "".join(moved)
