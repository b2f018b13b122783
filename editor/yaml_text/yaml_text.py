"""A YAML text as it was read: its bytes, and its nodes with their places."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from editor.yaml_text.comments import comments
from editor.yaml_text.encoding import Encoding, decode
from editor.yaml_text.events import EventTable, read_events
from editor.yaml_text.layout import Layout, layout_of
from editor.yaml_text.limits import OPEN_LIMITS, Limits
from editor.yaml_text.lines import BREAK, Lines
from editor.yaml_text.nodes import Node, Path


@dataclass(frozen=True, eq=False)
class YamlText:
    """A text that was read. It never changes and may be shared between threads; `write` makes a new one."""

    data: bytes = field(repr=False)
    text: str
    encoding: Encoding
    table: EventTable = field(repr=False)
    limits: Limits = field(repr=False)
    is_part: bool = False

    @classmethod
    def read(cls, data: bytes, limits: Limits | None = None) -> YamlText:
        """Read the bytes of a file.

        Raises Unreadable: they are no text, not YAML, or beyond the limits.
        """
        allowed = limits or OPEN_LIMITS
        allowed.check_size(data)
        encoding, text = decode(data)
        return cls(data, text, encoding, read_events(text, allowed), allowed)

    @classmethod
    def read_part(cls, text: str) -> YamlText:
        """Read a part of a file, which may repeat (`*name`) what is defined elsewhere in it.

        Raises Unreadable, and Refused for half of a character.
        """
        encoding = Encoding("utf-8", b"")
        data = encoding.encode(text)
        return cls(data, text, encoding, read_events(text, OPEN_LIMITS, loose=True), OPEN_LIMITS, is_part=True)

    def with_text(self, text: str) -> YamlText:
        """Another text read under the same conditions: encoding, mark and limits.

        Raises Unreadable, and Refused for half of a character.
        """
        data = self.encoding.encode(text)
        self.limits.check_size(data)
        table = read_events(text, self.limits, loose=self.is_part)
        return YamlText(data, text, self.encoding, table, self.limits, self.is_part)

    @functools.cached_property
    def documents(self) -> tuple[Node, ...]:
        """The root of each document."""
        return tuple(Node(self.table, place) for place in self.table.documents)

    @property
    def root(self) -> Node | None:
        """The root of the first document; None for a file without any."""
        return self.documents[0] if self.documents else None

    @functools.cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

    @functools.cached_property
    def layout(self) -> Layout:
        return layout_of(self.documents, self.lines)

    @functools.cached_property
    def comments(self) -> tuple[tuple[int, str], ...]:
        """Position and text of every comment."""
        return comments(self.text, self.table)

    @functools.cached_property
    def line_break(self) -> str:
        """What ends a line of this text."""
        found = BREAK.search(self.text)
        return found.group() if found else "\n"

    def node(self, path: Path, document: int = 0) -> Node:
        """The node at a path.

        Raises KeyError: there is none.
        """
        return self.chain(path, document)[-1]

    def chain(self, path: Path, document: int = 0) -> tuple[Node, ...]:
        """The nodes on the way to a path, the root first.

        Raises KeyError: there is no such way.
        """
        if not 0 <= document < len(self.documents):
            raise KeyError(path)
        chain = [self.documents[document]]
        for step in path:
            chain.append(chain[-1].child(step))
        return tuple(chain)

    def resolved(self, node: Node) -> Node:
        """The node itself, or what an alias repeats."""
        while node.kind == "alias" and node.place in self.table.targets:
            node = Node(self.table, self.table.targets[node.place])
        return node
