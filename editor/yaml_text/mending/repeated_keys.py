"""A key that stands twice in one mapping: whether both say the same, and the text without one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from editor.yaml_text.comments import comments
from editor.yaml_text.entries import Entry, entries_of
from editor.yaml_text.mending.cure import Unsure
from editor.yaml_text.nodes import Node, key_faults
from editor.yaml_text.yaml_text import YamlText

_MOST_SHOWN = 400_000
"""Letters of one text to choose from, all that it repeats included; half as many for each level within it."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """Two entries with one key. Lines are counted from 0, `ends` are behind the last line of each."""

    key: str
    firsts: tuple[int, int]
    ends: tuple[int, int]
    texts: tuple[str, str]
    are_equal: bool
    removable: tuple[bool, bool]
    """Whether each can be taken out without a comment, or an anchor, going too."""
    column: int
    """Where both keys begin; the first may stand behind a dash."""


def repeated_key(source: YamlText, fields: frozenset[str]) -> Repeated | None:
    """The first key of the text that stands twice and can be told so; None where there is none.

    The values of `fields` are texts or lists of texts, however they are quoted. Raises Unsure.
    """
    root = source.root
    for key, first_line in key_faults(root) if root is not None else ():
        if first_line is None:
            return None
        mapping = _mapping_of(source, key)
        return None if mapping is None or mapping.style == "flow" else _repeated(source, mapping, key, fields)
    return None


def staying(lines: Sequence[str], repeated: Repeated, goes: int) -> list[int] | None:
    """The places of the lines that stay without one of the two entries, in their order then; None where more than
    the entry would go.

    Where the first stands behind a dash and goes, the second takes its place, and its first line needs the dash.
    """
    if not repeated.removable[goes]:
        return None
    first, end = repeated.firsts[goes], repeated.ends[goes]
    before, behind = range(first), range(end, len(lines))
    if not has_dash(lines, repeated, goes):
        return [*before, *behind]
    if goes or not repeated.removable[1]:
        return None
    moved = range(repeated.firsts[1], repeated.ends[1])
    return [*before, *moved, *(place for place in behind if place not in moved)]


def has_dash(lines: Sequence[str], repeated: Repeated, which: int) -> bool:
    """Whether an entry begins behind the dash of a list."""
    return bool(lines[repeated.firsts[which]][: repeated.column].strip())


def _mapping_of(source: YamlText, key: Node) -> Node | None:
    """The mapping that has this key."""
    todo = [source.root] if source.root is not None else []
    while todo:
        here = todo.pop()
        if any(one == key for one, _ in here.pairs):
            return here
        todo += [child for child in (*here.items, *(value for _, value in here.pairs)) if child.is_collection]
    return None


def _repeated(source: YamlText, mapping: Node, key: Node, fields: frozenset[str]) -> Repeated:
    entries = entries_of(source, mapping)
    second = next(number for number, entry in enumerate(entries) if entry.head == key)
    first = next(number for number, entry in enumerate(entries) if entry.key == key.text)
    pair = entries[first], entries[second]
    spans = [_lines_of(source, entry) for entry in pair]
    return Repeated(
        key.text,
        (spans[0][0], spans[1][0]),
        (spans[0][1], spans[1][1]),
        (_shown(source, pair[0].value, _MOST_SHOWN), _shown(source, pair[1].value, _MOST_SHOWN)),
        _said(source, pair[0], fields) == _said(source, pair[1], fields),
        (_is_removable(source, pair[0]), _is_removable(source, pair[1])),
        source.lines.column(mapping.start),
    )


def _lines_of(source: YamlText, entry: Entry) -> tuple[int, int]:
    """The lines of an entry alone: comments above it and below it stay."""
    lines = source.lines
    last = max(entry.head.end, entry.value.end, entry.start + 1) - 1
    return lines.number(entry.start), lines.number(last) + 1


def _is_removable(source: YamlText, entry: Entry) -> bool:
    first, end = _lines_of(source, entry)
    starts = source.lines.starts
    begin, behind = starts[first], starts[end] if end < len(starts) else len(source.text)
    has_comment = any(begin <= place < behind for place, _ in comments(source.text, source.table))
    said = source.table.says[entry.head.place : entry.value.after]
    is_repeated = any(anchor is not None for *_, anchor in said)
    return not has_comment and not is_repeated


def _said(source: YamlText, entry: Entry, fields: frozenset[str]) -> list[tuple[str, str, str | None, bool]]:
    """What an entry says. `yes` and `'yes'` are one text in a field, and elsewhere what the website makes of them."""
    is_field = (
        entry.key in fields and not entry.value.pairs and all(item.kind == "scalar" for item in entry.value.items)
    )
    nodes = (Node(source.table, place) for place in range(entry.value.place, entry.value.after))
    return [
        (node.kind, "" if node.is_nothing else node.text, node.tag, not is_field and node.style == "plain")
        for node in nodes
    ]


def _shown(source: YamlText, node: Node, most: int) -> str:
    """What a person sees of a value, no longer than `most`. Raises Unsure: it is."""
    said = source.resolved(node)
    text = "" if said.is_nothing else said.text
    if said.is_collection:
        parts: list[str] = []
        left = most
        for head, value in said.pairs or [(None, item) for item in said.items]:
            begin = "" if head is None else f"{head.text}: "
            parts.append(begin + _shown(source, value, left // 2))
            left -= len(parts[-1]) + 1
        text = "\n".join(parts)
    if len(text) >= most:
        raise Unsure
    return text
