"""A YAML text as it was read: its bytes, and its nodes with their places."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field, fields

from editor.yaml_text.comments import comments
from editor.yaml_text.encoding import Encoding, encoding_of
from editor.yaml_text.events import EventTable, read_events
from editor.yaml_text.layout import Layout, layout_of
from editor.yaml_text.limits import OPEN_LIMITS, Limits
from editor.yaml_text.lines import BREAK, Lines
from editor.yaml_text.nodes import Node, Path


@dataclass(frozen=True, eq=False)
class YamlText:
    """A text that was read. It never changes and may be shared between threads; `write` makes a new one.

    Only its bytes are kept for good; all else follows from them, and `let_go` forgets it until it is asked for again.
    """

    data: bytes = field(repr=False)
    encoding: Encoding
    limits: Limits = field(repr=False)
    is_part: bool = False

    @classmethod
    def read(cls, data: bytes, limits: Limits | None = None) -> YamlText:
        """Read the bytes of a file.

        Raises Unreadable: they are no text, not YAML, or beyond the limits.
        """
        allowed = limits or OPEN_LIMITS
        allowed.check_size(data)
        return cls(data, encoding_of(data), allowed)._read()

    @classmethod
    def of_readable(cls, data: bytes, limits: Limits) -> YamlText:
        """What `plain_values` has read within these limits; all else is found out when it is asked for."""
        return cls(data, encoding_of(data), limits)

    @classmethod
    def read_part(cls, text: str) -> YamlText:
        """Read a part of a file, which may repeat (`*name`) what is defined elsewhere in it.

        Raises Unreadable, and Refused for half of a character.
        """
        encoding = Encoding("utf-8", b"")
        return cls(encoding.encode(text), encoding, OPEN_LIMITS, is_part=True)._read()

    def with_text(self, text: str) -> YamlText:
        """Another text read under the same conditions: encoding, mark and limits.

        Raises Unreadable, and Refused for half of a character.
        """
        data = self.encoding.encode(text)
        self.limits.check_size(data)
        return YamlText(data, self.encoding, self.limits, self.is_part)._read()

    def _read(self) -> YamlText:
        """The text itself, so that nobody gets one that is Unreadable."""
        _ = self.table
        return self

    def let_go(self) -> None:
        """Forget what follows from the bytes, which takes ten times their room; to be done before it is shared.

        Nodes got before stay as they are, and are none of those got later.
        """
        for name in self.__dict__.keys() - {kept.name for kept in fields(self)}:
            del self.__dict__[name]

    @functools.cached_property
    def text(self) -> str:
        """The text without its byte order mark."""
        return self.encoding.decode(self.data)

    @functools.cached_property
    def table(self) -> EventTable:
        """What the text says, and where."""
        return read_events(self.text, self.limits, loose=self.is_part)

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
