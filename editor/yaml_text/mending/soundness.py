"""Whether a mended text, which can be read, is read as the lines are meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from editor.yaml_text.mending.line_parts import indentation, key_of
from editor.yaml_text.yaml_text import YamlText

_MAY_BE_ENTRY = re.compile(r"[ \t]*(?:-[ \t]+)*([\"']?)[^\W\d][\w-]*\1 *:(?:[ \t]|\Z)")
_OPENS = re.compile(r"[ \t]*(?:-[ \t]+)*[^\W\d][\w-]* *:[ \t]*(?:#.*)?\Z")


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


def swallows_lines(source: YamlText, fields: frozenset[str], moved: Collection[int]) -> bool:
    """Whether a text of several lines has a line that was meant to be an entry.

    That is one that begins with one of these keys, except in a block; and one of those (counted from 0) whose
    indentation was mended, with any key: so that it stands in the text was decided here.
    """
    lines = source.lines
    for start, end, style in source.table.scalar_places():
        is_block = style in ("literal", "folded")
        for number in range(lines.number(start) + 1, lines.number(max(start, end - 1)) + 1):
            line = lines.content(number)
            if not is_block and key_of(line) in fields:
                return True
            if number in moved and (_MAY_BE_ENTRY.match(line) or (not is_block and line.lstrip().startswith("- "))):
                return True
    return False


def invents_keys(source: YamlText, before: Sequence[str], fields: frozenset[str], moved: Collection[int]) -> bool:
    """Whether a line whose indentation was mended became an entry with a key that is none of these fields, below a
    value that it may have been a part of. `before` has the lines (counted from 0) as they were.
    """
    if not moved:
        return False
    begun = _begun(before)
    todo = [source.root] if source.root is not None else []
    while todo:
        here = todo.pop()
        for key, _ in here.pairs if here.style == "block" else ():
            place = key.line - 1
            if place in moved and place not in begun and key.text not in fields:
                return True
        todo += [child for child in (*here.items, *(value for _, value in here.pairs)) if child.is_collection]
    return False


def _begun(lines: Sequence[str]) -> set[int]:
    """The lines of those blocks that begin below a key without a value, going by the indentation."""
    begun: set[int] = set()
    around: list[tuple[str, bool]] = []  # the indentations that a line stands in, and whether each began so
    above = ""
    for place, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        lead = indentation(line)
        while around and (around[-1][0] != lead and not lead.startswith(around[-1][0])):
            around.pop()
        if not around or around[-1][0] != lead:
            around.append((lead, _OPENS.match(above) is not None))
        if around[-1][1]:
            begun.add(place)
        above = line
    return begun
