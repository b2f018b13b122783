"""Bringing a list to exactly the wanted items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from editor.words import tr
from editor.yaml_text.changes import Arrange, Kept, New, Restored
from editor.yaml_text.context import spot_of
from editor.yaml_text.entries import Entry, entries_of
from editor.yaml_text.events import END
from editor.yaml_text.item_text import shifted
from editor.yaml_text.new_values import Dash, ValueWriter, habits_of, is_short, node_in_brackets, says, says_in_brackets
from editor.yaml_text.nodes import Node
from editor.yaml_text.ordering import NewEntry
from editor.yaml_text.plan import Plan
from editor.yaml_text.rearranging import begun, carry_over, column_below
from editor.yaml_text.refusals import Refused
from editor.yaml_text.yaml_text import YamlText

Parts = Mapping[int, YamlText]
"""By their place among the wanted items: the lines of restored ones, already changed."""


def arrange(plan: Plan, source: YamlText, change: Arrange, parts: Parts) -> None:
    """Add to the plan what an `Arrange` needs.

    Raises ValueError: an item is wanted that is not there, or one twice. Raises Refused: no list stands there.
    """
    chain = source.chain(change.path, change.document)
    node, items = chain[-1], change.items
    if node.kind != "sequence" and not node.is_nothing:
        raise Refused(tr("Something else stands in the file where a list was expected."))
    kept = [item.index for item in items if isinstance(item, Kept)]
    old = node.items
    if len(set(kept)) < len(kept) or not all(0 <= index < len(old) for index in kept):
        raise ValueError(f"items that the list does not have, or has once: {kept}")
    if node.kind == "sequence" and len(items) == len(kept) and kept == list(range(len(old))):
        return
    if old:
        entries = entries_of(source, node)
        wanted = [
            item.index if isinstance(item, Kept) else _new_item(source, chain, entries, change, number, parts)
            for number, item in enumerate(items)
        ]
        carry_over(plan, source, chain, entries, wanted)
    else:
        _begin_list(plan, source, chain, change, parts)


def _new_item(
    source: YamlText, chain: Sequence[Node], entries: list[Entry], change: Arrange, number: int, parts: Parts
) -> NewEntry:
    """A new item of a list that has others, laid out like the kept one before it, or else the next one."""
    node, items = chain[-1], change.items
    near = [*reversed(items[:number]), *items[number + 1 :]]
    neighbour = entries[next((other.index for other in near if isinstance(other, Kept)), 0)]
    column = source.lines.column(node.start)
    writer = ValueWriter(source.layout, source.line_break, habits_of(neighbour.value))
    item = items[number]
    if not isinstance(item, New):
        return _restored(parts[number], source, column, in_flow=node.style == "flow")
    if node.style == "flow":
        return NewEntry(writer.in_brackets(item.value), says(item.value))
    dash = _dash(source, neighbour)
    in_brackets = neighbour.value.style == "flow" and neighbour.value.end - neighbour.value.start > len("[]")
    return NewEntry(writer.item(item.value, column, dash, in_brackets=in_brackets), says(item.value))


def _dash(source: YamlText, entry: Entry) -> Dash:
    """How far behind its dash the neighbour begins, and whether on a line of its own."""
    lines, node = source.lines, entry.value
    width = lines.column(node.outer_start) - lines.column(entry.start)
    if node.outer_start == node.end or width < 1:
        return Dash()
    return Dash(max(width, 2), alone=lines.start(node.outer_start) != lines.start(entry.start))


def _restored(part: YamlText, source: YamlText, column: int, *, in_flow: bool) -> NewEntry:
    """An item from earlier, moved to the column where it now belongs."""
    node = part.documents[0].items[0]
    said = part.table.says[node.place : node.after]
    if in_flow:
        written = _with_breaks_of(source, part, part.text[node.outer_start : node.end])
        if node.style == "flow" or (node.style in ("single", "double") and not re.search(r"[\r\n]", written)):
            within = range(node.outer_start, node.end)
            return NewEntry(written, said, tuple(comment for place, comment in part.comments if place in within))
        return NewEntry(node_in_brackets(node), says_in_brackets(said))
    text = shifted(part.text, column - part.lines.column(part.documents[0].start))
    if text is None:
        line = f"{' ' * column}- {node_in_brackets(node)}{source.line_break}"
        return NewEntry(line, says_in_brackets(said))
    comments = tuple(comment for _, comment in part.comments)
    return NewEntry(_with_breaks_of(source, part, text), said, comments)


def _with_breaks_of(source: YamlText, part: YamlText, text: str) -> str:
    """Text of the part with its lines ended as the source ends them."""
    if part.line_break == source.line_break:
        return text
    return re.sub(r"\r\n|\n|\r", lambda _: source.line_break, text)


def _begin_list(plan: Plan, source: YamlText, chain: Sequence[Node], change: Arrange, parts: Parts) -> None:
    """A list where nothing, or `[]`, stands."""
    node, items = chain[-1], change.items
    short = all(isinstance(item, New) and is_short(item.value) for item in items)
    in_brackets = not items or spot_of(source, chain).in_flow or (node.kind == "sequence" and short)
    offset = next((item.item.offset for item in items if isinstance(item, Restored)), None)
    column = column_below(source, chain, is_list=True, offset=offset)
    writer = ValueWriter(source.layout, source.line_break)
    new = []
    for number, item in enumerate(items):
        if isinstance(item, New):
            text = writer.in_brackets(item.value) if in_brackets else writer.item(item.value, column)
            new.append(NewEntry(text, says(item.value)))
        else:
            new.append(_restored(parts[number], source, column, in_flow=in_brackets))
    plan.edits += begun(source, chain, new, brackets="[]" if in_brackets else "")
    plan.comments += [comment for entry in new for comment in entry.comments]
    inner = [said for entry in new for said in entry.says]
    plan.says_instead(node, [("sequence", "", "", node.tag, node.anchor), *inner, END])
