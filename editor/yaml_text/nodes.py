"""Nodes of a YAML text: thin views of its event table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal, cast

from editor.yaml_text.events import EventTable

Path = tuple[str | int, ...]
"""The way to a node: a text names a key, a number an item of a list or, in a mapping, the n-th pair."""

Kind = Literal["mapping", "sequence", "scalar", "alias"]
Style = Literal["plain", "single", "double", "literal", "folded", "flow", "block", ""]
_COLLECTIONS = frozenset(("mapping", "sequence"))
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))


@dataclass(frozen=True, slots=True)
class Node:
    """One node of a text. Two nodes are equal if they are the same place of the same text."""

    table: EventTable
    place: int

    @property
    def kind(self) -> Kind:
        return cast(Kind, self.table.says[self.place][0])

    @property
    def text(self) -> str:
        """A scalar's text as parsed, never typed; of an alias the name that it repeats; else empty."""
        return self.table.says[self.place][1]

    @property
    def style(self) -> Style:
        """How a scalar is quoted, or whether a list or mapping is written with brackets (flow) or lines (block)."""
        if self.is_collection:
            return "flow" if self.place in self.table.flow else "block"
        return cast(Style, self.table.says[self.place][2])

    @property
    def tag(self) -> str | None:
        """The tag as far as one is written, its handle resolved."""
        return self.table.says[self.place][3]

    @property
    def anchor(self) -> str | None:
        return self.table.says[self.place][4]

    @property
    def line(self) -> int:
        """Counted from 1."""
        return self.table.lines[self.place]

    @property
    def start(self) -> int:
        """Where the content begins, behind anchor and tag."""
        return self.table.starts[self.place]

    @property
    def end(self) -> int:
        """Where the content ends; blank lines and comments below it are not part of it."""
        return self.table.ends[self.place]

    @property
    def outer_start(self) -> int:
        """Where the node begins, with its anchor and tag."""
        return self.table.outers.get(self.place, self.start)

    @property
    def after(self) -> int:
        """The place behind the node's last event."""
        return self.table.after[self.place]

    @property
    def is_collection(self) -> bool:
        return self.kind in ("mapping", "sequence")

    @property
    def is_nothing(self) -> bool:
        """Whether this is a value without quotes and tag that stands for nothing: empty, `~` or `null`."""
        kind, text, style, tag, _ = self.table.says[self.place]
        return kind == "scalar" and style == "plain" and tag is None and text in NOTHING

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of a list; empty for anything else."""
        return self._children() if self.kind == "sequence" else ()

    @property
    def pairs(self) -> tuple[tuple[Node, Node], ...]:
        """Keys and values of a mapping as written, `<<` and repeated keys included; empty for anything else."""
        if self.kind != "mapping":
            return ()
        children = self._children()
        return tuple(zip(children[0::2], children[1::2], strict=True))

    def items_between(self, start: int, end: int) -> list[Node]:
        """Some items of a list, by number; quicker than all of `items`."""
        return [Node(self.table, place) for place in islice(self.child_places(), start, end)]

    def _children(self) -> tuple[Node, ...]:
        return tuple(Node(self.table, place) for place in self.child_places())

    def child_places(self) -> Iterator[int]:
        """The places of the items, or of keys and values in turn; quicker than nodes."""
        after = self.table.after
        place, end = self.place + 1, after[self.place] - 1
        while place < end:
            yield place
            place = after[place]

    def pair_places(self) -> Iterator[tuple[int, int]]:
        """The places of keys and values of a mapping; none for anything else."""
        places = self.child_places() if self.kind == "mapping" else iter(())
        return zip(places, places, strict=True)

    def child(self, step: str | int) -> Node:
        """The item, or the value of the key (of the last one, should it stand there twice) or of the n-th pair.

        Raises KeyError: there is none.
        """
        if self.kind == "mapping":
            return self.pair(step)[1]
        if self.kind == "sequence" and isinstance(step, int) and step >= 0:
            for place in islice(self.child_places(), step, None):
                return Node(self.table, place)
        raise KeyError(step)

    def pair(self, step: str | int) -> tuple[Node, Node]:
        """The pair with this key (the last one, should it stand there twice), or the n-th.

        Raises KeyError: there is none.
        """
        pairs = self.pairs
        return pairs[self.pair_number(step, pairs)]

    def pair_number(self, step: str | int, pairs: tuple[tuple[Node, Node], ...] | None = None) -> int:
        """Which pair has this key, counted from 0. Raises KeyError if there is none."""
        pairs = self.pairs if pairs is None else pairs
        if isinstance(step, int):
            if 0 <= step < len(pairs):
                return step
            raise KeyError(step)
        for number in reversed(range(len(pairs))):
            key = pairs[number][0]
            if key.kind == "scalar" and key.text == step:
                return number
        raise KeyError(step)


def key_faults(node: Node) -> Iterator[tuple[Node, int | None]]:
    """Keys that cannot be told apart, of the mappings from this node on down: a key that stands a second time, with
    the line of the first, or one that is no text, with None.
    """
    says, todo = node.table.says, [node.place]
    while todo:
        here = Node(node.table, todo.pop())
        below = list(here.child_places())
        if here.kind == "mapping":
            keys, below = below[0::2], below[1::2]
            texts = {says[key][1] for key in keys if says[key][0] == "scalar"}
            if len(texts) < len(keys):
                yield from _faulty(here.table, keys)
        todo += [place for place in reversed(below) if says[place][0] in _COLLECTIONS]


def _faulty(table: EventTable, keys: list[int]) -> Iterator[tuple[Node, int | None]]:
    firsts: dict[str, int] = {}
    for place in keys:
        kind, text, *_ = table.says[place]
        if kind == "scalar" and firsts.setdefault(text, place) != place:
            yield Node(table, place), table.lines[firsts[text]]
    for place in keys:
        if table.says[place][0] != "scalar":
            yield Node(table, place), None
