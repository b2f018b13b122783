"""How a file is laid out: what is new in it looks like what is there."""

from __future__ import annotations

from dataclasses import dataclass

from editor.yaml_text.lines import Lines
from editor.yaml_text.nodes import Node

_ENOUGH = 300  # nodes to look at: the habits of a file show early


@dataclass(frozen=True, slots=True)
class Layout:
    """Habits of indentation: of mappings in mappings, and of lists (their dashes) in mappings."""

    step: int = 2
    list_offset: int = 2


def layout_of(documents: tuple[Node, ...], lines: Lines) -> Layout:
    """The habits that the first nodes of the text show."""
    step = list_offset = None
    waiting = list(documents)
    for number in range(_ENOUGH):
        if number >= len(waiting) or (step is not None and list_offset is not None):
            break
        node = waiting[number]
        if node.style != "block":
            continue
        column = lines.column(node.start)
        for value in [value for _, value in node.pairs] or node.items:
            if value.style != "block":
                continue
            waiting.append(value)
            offset = lines.column(value.start) - column
            if node.kind == "mapping" and value.kind == "mapping" and step is None and 1 < offset <= 9:
                step = offset
            elif node.kind == "mapping" and value.kind == "sequence" and list_offset is None and 0 <= offset <= 9:
                list_offset = offset
    if step is None:
        step = list_offset or 2
    return Layout(max(step, 2), step if list_offset is None else list_offset)
