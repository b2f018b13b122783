"""The edits by which a list or mapping comes to hold exactly the wanted entries in the wanted order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from editor.words import tr
from editor.yaml_text.context import indicator_end, spot_of
from editor.yaml_text.entries import Entry, skip_spaces
from editor.yaml_text.events import properties_end
from editor.yaml_text.lines import BREAK, BREAKS, COMMENT_LINE
from editor.yaml_text.nodes import Node
from editor.yaml_text.ordering import NewEntry, Row
from editor.yaml_text.plan import Plan
from editor.yaml_text.refusals import Refused
from editor.yaml_text.set_text import closed_block
from editor.yaml_text.splice import SaidEdit, Span, TextEdit
from editor.yaml_text.yaml_text import YamlText

Wanted = Sequence[int | NewEntry]


def carry_over(plan: Plan, source: YamlText, chain: Sequence[Node], entries: list[Entry], wanted: Wanted) -> None:
    """Add to the plan what brings the list or mapping at the end of the chain to the wanted entries.

    Raises Refused: it is written in a way that leaves no room for this.
    """
    node = chain[-1]
    kept = {thing for thing in wanted if isinstance(thing, int)}
    plan.removed += [Span(entry.first, entry.end) for number, entry in enumerate(entries) if number not in kept]
    if node.style == "flow":
        plan.edits += _between_brackets(source, node, entries, wanted)
    elif wanted:
        plan.edits += _in_lines(source, node, entries, wanted)
    else:
        plan.edits += _emptied(source, chain, entries)
    said = [thing.says if isinstance(thing, NewEntry) else entries[thing].said for thing in wanted]
    plan.said_edits.append(SaidEdit(node.place + 1, node.after - 1, tuple(said)))
    plan.comments += [comment for thing in wanted if isinstance(thing, NewEntry) for comment in thing.comments]


# ---- brackets


def _between_brackets(source: YamlText, node: Node, entries: list[Entry], wanted: Wanted) -> list[TextEdit]:
    text = source.text
    if text[node.start] not in "[{":
        raise Refused(tr("The file is written here in a way that this program leaves alone."))
    inside = Span(node.start + 1, node.end - 1)
    if not wanted or not entries:
        made = ", ".join(thing.text for thing in wanted if isinstance(thing, NewEntry))
        return [TextEdit(inside.start, inside.end, (made,))]
    row = Row(list(range(len(entries))))
    row.gaps = [text[entry.end : following.first] for entry, following in pairwise(entries)]
    margin = text[inside.start : entries[0].first]
    row.arrange(wanted, row.usual_gap("," + margin if BREAK.search(margin) and "#" not in margin else ", "))
    end, tail = entries[-1].end, text[entries[-1].end : inside.end]
    if "#" in tail and isinstance(row.things[-1], NewEntry) and row.gaps:
        end += _comment_end(tail)
        row.gaps[-1] = text[entries[-1].end : end] + _next_in_column(source, entries[-1], tail)
    pieces: list[str | Span] = []
    for number, thing in enumerate(row.things):
        pieces.append(_piece(thing, entries))
        pieces += row.gaps[number : number + 1]
    return [TextEdit(entries[0].first, end, tuple(pieces))]


def _comment_end(tail: str) -> int:
    """Where the first comment of a list's tail ends."""
    found = BREAK.search(tail, tail.index("#"))
    return found.start() if found else len(tail)


def _next_in_column(source: YamlText, entry: Entry, tail: str) -> str:
    """What leads over to a new last entry below a comment: a line of its own, and a comma if none stands before it."""
    comma = "" if "," in tail.partition("#")[0] else ", "
    return source.line_break + " " * source.lines.column(entry.first) + comma


def _piece(thing: int | Span | NewEntry, entries: list[Entry]) -> str | Span:
    if isinstance(thing, NewEntry):
        return thing.text
    return Span(entries[thing].first, entries[thing].end) if isinstance(thing, int) else thing


# ---- lines


def _row(source: YamlText, entries: list[Entry]) -> Row:
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


def _in_lines(source: YamlText, node: Node, entries: list[Entry], wanted: Wanted) -> list[TextEdit]:
    text, lines = source.text, source.lines
    column = lines.column(node.start)
    begins_inline = not lines.is_indentation(entries[0].first)
    start, end = entries[0].first, entries[-1].end
    is_open = end == len(text) and text[-1:] not in tuple(BREAKS)
    row = _row(source, entries)
    row.arrange(wanted, row.usual_gap(""))
    edits, pieces = [], list[str | Span]()
    for number, thing in enumerate(row.things):
        piece = _piece(thing, entries)
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


def _without_indentation(text: str, piece: str | Span) -> str | Span:
    if isinstance(piece, str):
        return piece.lstrip(" ")
    return Span(skip_spaces(text, piece.start), piece.end)


def _emptied(source: YamlText, chain: Sequence[Node], entries: list[Entry]) -> list[TextEdit]:
    """The edits that leave `[]` or `{}`, and the loose comments."""
    node, text = chain[-1], source.text
    brackets = "[]" if node.kind == "sequence" else "{}"
    start, end = entries[0].first, entries[-1].end
    loose = [thing for thing in _row(source, entries).things if isinstance(thing, Span)]
    held = value_start(source, chain)
    if held is None or not source.lines.is_indentation(start):
        indentation = text[source.lines.start(start) : start] if held is None else ""
        return [TextEdit(start, end, (indentation + brackets + source.line_break, *loose))]
    return [TextEdit(held, held, (f" {brackets}",)), TextEdit(start, end, tuple(loose))]


def value_start(source: YamlText, chain: Sequence[Node]) -> int | None:
    """Behind which place a value of one line may stand: a colon or dash, an anchor or tag; None for a bare root."""
    node = chain[-1]
    if node.outer_start < node.start:
        return properties_end(source.text, node.outer_start, source.table.says[node.place])
    return indicator_end(source, chain[-2], node) if len(chain) > 1 else None


# ---- where no list or mapping stands yet


def begun(source: YamlText, chain: Sequence[Node], new: Sequence[NewEntry], *, brackets: str) -> list[TextEdit]:
    """The edits that begin a list or mapping where nothing, or a pair of empty brackets, stands.

    It stands between the brackets, or without any on lines of its own (`column_below` says how deep).
    """
    node, text, lines = chain[-1], source.text, source.lines
    if brackets:
        gap = " " if text[node.start - 1 : node.start] in tuple(":-") else ""
        inside = ", ".join(entry.text for entry in new)
        return [TextEdit(node.start, node.end, (gap + brackets[0] + inside + brackets[1],))]
    made = "".join(entry.text for entry in new)
    held = value_start(source, chain)
    if held is None and node.start == node.end:
        return inserted_lines(source, node.end, made)
    if held is None:
        return [TextEdit(node.start, lines.next(node.end), (made,))]
    rest = text[node.end : lines.end(node.end)]
    if len(chain) > 1 and chain[-2].kind == "sequence" and not rest.strip() and not BREAK.search(text, held, node.end):
        inline = made.lstrip(" ").removesuffix(source.line_break)
        gap = text[held : node.start] if node.start > held and node.end > node.start else " "
        return [TextEdit(held, lines.end(node.end), (gap + inline,))]
    start = node.start if text[held : node.start].strip() else held
    return [TextEdit(start, node.end, ("",)), *inserted_lines(source, lines.next(node.end), made)]


def column_below(source: YamlText, chain: Sequence[Node], *, is_list: bool, offset: int | None = None) -> int:
    """In which column a list or mapping begins that is a value of the last node's holder; `offset` is its own habit."""
    spot = spot_of(source, chain)
    if spot.column < 0:
        return 0
    if chain[-2].kind == "sequence":
        return spot.column + 2
    if is_list:
        return spot.column + (source.layout.list_offset if offset is None else offset)
    return spot.column + source.layout.step


def inserted_lines(source: YamlText, position: int, made: str) -> list[TextEdit]:
    """The edits that put whole lines at the beginning of a line, or at the end of a text without a line break."""
    text = source.text
    if position == len(text) and text and text[-1] not in BREAKS:
        edits = [edit for edit in [closed_block(source)] if edit]
        return [*edits, TextEdit(position, position, (source.line_break + made,))]
    return [TextEdit(position, position, (made,))]
