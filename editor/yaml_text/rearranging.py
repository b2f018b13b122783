"""The edits by which a list or mapping comes to hold exactly the wanted entries in the wanted order."""

from __future__ import annotations

from collections.abc import Sequence

from editor.yaml_text.brackets import between_brackets
from editor.yaml_text.context import indicator_end, spot_of
from editor.yaml_text.entries import Entry
from editor.yaml_text.events import properties_end
from editor.yaml_text.lines import BREAK, BREAKS
from editor.yaml_text.nodes import Node
from editor.yaml_text.ordering import NewEntry, Wanted
from editor.yaml_text.plan import Plan
from editor.yaml_text.rows import in_lines, row_of
from editor.yaml_text.set_text import closed_block
from editor.yaml_text.splice import SaidEdit, Span, TextEdit
from editor.yaml_text.yaml_text import YamlText


def carry_over(plan: Plan, source: YamlText, chain: Sequence[Node], entries: list[Entry], wanted: Wanted) -> None:
    """Add to the plan what brings the list or mapping at the end of the chain to the wanted entries.

    Raises Refused: it is written in a way that leaves no room for this.
    """
    node = chain[-1]
    if node.style == "flow":
        entries, edits = between_brackets(source, node, entries, wanted)
    elif wanted:
        edits = in_lines(source, entries, wanted)
    else:
        edits = _emptied(source, chain, entries)
    kept = {thing for thing in wanted if isinstance(thing, int)}
    plan.removed += [Span(entry.first, entry.end) for number, entry in enumerate(entries) if number not in kept]
    plan.edits += edits
    said = [thing.says if isinstance(thing, NewEntry) else entries[thing].said for thing in wanted]
    plan.said_edits.append(SaidEdit(node.place + 1, node.after - 1, tuple(said)))
    plan.comments += [comment for thing in wanted if isinstance(thing, NewEntry) for comment in thing.comments]


def _emptied(source: YamlText, chain: Sequence[Node], entries: list[Entry]) -> list[TextEdit]:
    """The edits that leave `[]` or `{}`, and the loose comments."""
    node, text = chain[-1], source.text
    brackets = "[]" if node.kind == "sequence" else "{}"
    start, end = entries[0].first, entries[-1].end
    loose = [thing for thing in row_of(source, entries).things if isinstance(thing, Span)]
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
