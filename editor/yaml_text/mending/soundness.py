"""Whether a mended text, which can be read, is read as the lines are meant."""

from __future__ import annotations

from editor.yaml_text.mending.line_parts import key_of
from editor.yaml_text.yaml_text import YamlText


def scalars_of(source: YamlText) -> set[tuple[int, str]]:
    """The lines, counted from 0, and the texts of all scalars but those between brackets of several lines."""
    table = source.table
    hidden: set[int] = set()
    for place in table.flow:
        if table.lines[place] != table.lines[table.after[place] - 1]:
            hidden.update(range(place, table.after[place]))
    return {
        (line - 1, said[1])
        for place, (line, said) in enumerate(zip(table.lines, table.says, strict=True))
        if said[0] == "scalar" and place not in hidden
    }


def swallows_lines(source: YamlText, fields: frozenset[str]) -> bool:
    """Whether a text of several lines, other than a block, has a line that begins with one of these keys."""
    lines = source.lines
    for start, end, style in source.table.scalar_places():
        if style not in ("literal", "folded"):
            below = range(lines.number(start) + 1, lines.number(max(start, end - 1)) + 1)
            if any(key_of(lines.content(number)) in fields for number in below):
                return True
    return False
