"""Entries that have lines of their own: moving, removing and inserting whole lines."""

from __future__ import annotations

from itertools import pairwise

from editor.yaml_text.entries import Entry, skip_spaces
from editor.yaml_text.events import END
from editor.yaml_text.lines import BREAKS, COMMENT_LINE
from editor.yaml_text.ordering import NewEntry, Row, Wanted
from editor.yaml_text.set_text import closed_block
from editor.yaml_text.splice import Span, TextEdit
from editor.yaml_text.yaml_text import YamlText


def row_of(source: YamlText, entries: list[Entry]) -> Row:
    """The entries with the loose comments and blank lines between them."""
    row = Row([0])
    for number, (above, entry) in enumerate(pairwise(entries), 1):
        comments = _comment_lines(source, above.end, entry.first)
        if comments:
            row.things.append(comments)
            row.gaps.append(source.text[above.end : comments.start])
        row.things.append(number)
        row.gaps.append(source.text[comments.end if comments else above.end : entry.first])
    return row


def _comment_lines(source: YamlText, start: int, end: int) -> Span | None:
    """From the first to the last line of comment between two places."""
    text, lines = source.text, source.lines
    if "#" not in text[start:end]:
        return None
    found, position = [], start
    while position < end:
        if COMMENT_LINE.match(text, position):
            found.append(position)
        position = lines.next(position)
    return Span(found[0], lines.next(found[-1])) if found else None


def in_lines(source: YamlText, entries: list[Entry], wanted: Wanted) -> list[TextEdit]:
    """The edits after which exactly the wanted entries, each with its lines, stand in this order."""
    text, lines = source.text, source.lines
    column = lines.column(entries[0].start)
    begins_inline = not lines.is_indentation(entries[0].first)
    start, end = entries[0].first, entries[-1].end
    is_open = end == len(text) and text[-1:] not in tuple(BREAKS)
    row = row_of(source, entries)
    row.arrange(wanted, "" if any(_keeps_blank_lines(source, entry) for entry in entries) else row.usual_gap(""))
    edits, pieces = [], list[str | Span]()
    for number, thing in enumerate(row.things):
        piece = piece_of(thing, entries)
        if begins_inline and number == 0 and thing != 0:
            piece = _without_indentation(text, piece)
        elif begins_inline and number and thing == 0:
            pieces.append(" " * column)
        pieces.append(piece)
        if is_open and isinstance(piece, Span) and piece.end == end and number + 1 < len(row.things):
            pieces.append(source.line_break)
            edits += [edit for edit in [closed_block(source)] if edit]
        pieces += row.gaps[number : number + 1]
    return [*edits, TextEdit(start, end, tuple(pieces))]


def _keeps_blank_lines(source: YamlText, entry: Entry) -> bool:
    """Whether a blank line below the entry would become part of its last text (`|+`)."""
    place = next(place for place in range(entry.value.after - 1, -1, -1) if source.table.says[place] != END)
    header = source.text[source.table.starts[place] : source.lines.end(source.table.starts[place])]
    return source.table.says[place][2] in ("literal", "folded") and "+" in header.partition("#")[0]


def _without_indentation(text: str, piece: str | Span) -> str | Span:
    if isinstance(piece, str):
        return piece.lstrip(" ")
    return Span(skip_spaces(text, piece.start), piece.end)


def piece_of(thing: int | Span | NewEntry, entries: list[Entry]) -> str | Span:
    """What stands for a thing in the new text."""
    if isinstance(thing, NewEntry):
        return thing.text
    return Span(entries[thing].first, entries[thing].end) if isinstance(thing, int) else thing
