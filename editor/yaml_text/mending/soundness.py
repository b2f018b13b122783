"""Whether a mended text, which can be read, is read as the lines are meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from editor.yaml_text.mending.cure import Keys, Vocabulary
from editor.yaml_text.mending.line_parts import closed_up, indentation, key_of
from editor.yaml_text.nodes import Node
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
            if number in moved and (_may_be_entry(line, fields) or (not is_block and line.lstrip().startswith("- "))):
                return True
    return False


def _may_be_entry(line: str, fields: frozenset[str]) -> bool:
    spaced = closed_up(line)
    return _MAY_BE_ENTRY.match(line) is not None or (spaced is not None and spaced.key in fields)


def invents_keys(source: YamlText, before: Sequence[str], words: Vocabulary, moved: Collection[int]) -> bool:
    """Whether a line whose indentation was mended became an entry that its reader does not know there: with a key that
    belongs elsewhere, or below a value that it may have been a part of. `before` has the lines (counted from 0) as
    they were.
    """
    begun = _begun(before) if moved else set()
    todo: list[tuple[Node, Keys]] = [(source.root, ())] if moved and source.root is not None else []
    while todo:
        here, path = todo.pop()
        todo += [(item, path) for item in here.items if item.is_collection]
        for key, value in here.pairs:
            within, place = (*path, key.text), key.line - 1
            is_known = within in words.paths
            if place in moved and not is_known and (place not in begun or key.text in words.fields):
                return True
            if value.is_collection:
                todo.append((value, within))
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
