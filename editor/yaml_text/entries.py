"""Entries: the items of a list and the pairs of a mapping, with the lines or the span that belongs to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from editor.yaml_text.lines import BREAKS, COMMENT_LINE, skip_gap
from editor.yaml_text.nodes import Node
from editor.yaml_text.splice import Span
from editor.yaml_text.yaml_text import YamlText


@dataclass(frozen=True, slots=True)
class Entry:
    """An item, or a pair, and where it lies.

    In a block it begins (`first`) with the comment lines directly above it and ends behind its last line, deeper
    comments directly below it included; `start` is its dash, question mark or key. Between brackets `first` and `end`
    enclose it alone.
    """

    head: Node  # the item, or the key
    value: Node  # the item, or the value
    start: int
    first: int
    end: int

    @property
    def said(self) -> Span:
        """Its place among the events."""
        return Span(self.head.place, self.value.after)

    @property
    def key(self) -> str | None:
        return self.head.text if self.head is not self.value and self.head.kind == "scalar" else None


def entries_of(source: YamlText, node: Node) -> list[Entry]:
    """The entries of a list or mapping, in its order."""
    heads_and_values = node.pairs or tuple((item, item) for item in node.items)
    if node.style == "flow":
        return list(_flow_entries(source, node, heads_and_values))
    return _block_entries(source, node, heads_and_values)


def entry_of(source: YamlText, node: Node, index: int) -> Entry:
    """One item of a list, without looking at those far from it."""
    if node.style == "flow" or index == 0:
        return entries_of(source, node)[index]
    *further, above, item = node.items_between(max(0, index - 2), index + 1)
    above_start = skip_gap(source.text, further[0].end) if further else node.start
    limit = _block_entry(source, node, above, above, above_start, 0).end
    return _block_entry(source, node, item, item, skip_gap(source.text, above.end), limit)


def _flow_entries(source: YamlText, node: Node, children: tuple[tuple[Node, Node], ...]) -> Iterator[Entry]:
    behind = node.start + 1
    for head, value in children:
        start = head.outer_start
        sign = skip_gap(source.text, behind, start)
        while sign < start and source.text[sign] == ",":
            sign = skip_gap(source.text, sign + 1, start)
        start = min(start, sign)  # `? key` begins before its key
        behind = max(head.end, value.end)
        yield Entry(head, value, start, start, behind)


def _block_entries(source: YamlText, node: Node, children: tuple[tuple[Node, Node], ...]) -> list[Entry]:
    lines = source.lines
    entries: list[Entry] = []
    start, limit = node.start, 0
    for head, value in children:
        entries.append(_block_entry(source, node, head, value, start, limit))
        start, limit = skip_gap(source.text, max(head.end, value.end)), entries[-1].end
    is_root = node.place in source.table.documents
    if is_root and not any(entry.first < lines.start(entry.start) for entry in entries[1:]):
        # What stands at the top of a file is about the file.
        first = entries[0]
        entries[0] = replace(first, first=min(first.start, lines.start(first.start)))
    return entries


def _block_entry(source: YamlText, node: Node, head: Node, value: Node, start: int, limit: int) -> Entry:
    """The entry that begins at `start`; the one above it ends at `limit`."""
    lines = source.lines
    end = content_end = max(head.end, value.end)
    if source.text[end - 1 : end] not in tuple(BREAKS) or content_end == start:
        end = lines.next(content_end)
    depth = lines.column(node.start) + 1
    if node.kind == "sequence" and lines.start(head.start) == lines.start(start):
        depth = max(depth, lines.column(head.start))
    return Entry(head, value, start, own_comments_start(source, start, limit), _deeper_comments_end(source, end, depth))


def _deeper_comments_end(source: YamlText, end: int, depth: int) -> int:
    text = source.text
    while end < len(text):
        indentation = skip_spaces(text, end) - end
        if indentation < depth or text[end + indentation : end + indentation + 1] != "#":
            break
        end = source.lines.next(end)
    return end


def own_comments_start(source: YamlText, start: int, limit: int) -> int:
    """Where the comments directly above an entry begin; the start itself for one that begins in the midst of a line."""
    lines = source.lines
    if not lines.is_indentation(start):
        return start
    number = lines.number(start)
    while number and lines.starts[number - 1] >= limit and COMMENT_LINE.match(source.text, lines.starts[number - 1]):
        number -= 1
    return lines.starts[number]


def skip_spaces(text: str, position: int) -> int:
    """Where the spaces from this position on are over."""
    while text[position : position + 1] == " ":
        position += 1
    return position
