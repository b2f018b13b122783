"""What a set of changes means for a text: its edits, and what it must say afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor.yaml_text.events import Said
from editor.yaml_text.nodes import Node
from editor.yaml_text.splice import SaidEdit, Span, TextEdit


@dataclass(slots=True)
class Plan:
    """Edits of a text and of the events that it is read as; `removed` are spans that go with the comments in them,
    `comments` are those that come.
    """

    edits: list[TextEdit] = field(default_factory=list)
    said_edits: list[SaidEdit] = field(default_factory=list)
    removed: list[Span] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def says_instead(self, node: Node, says: list[Said]) -> None:
        """From now on these events are expected in the place of the node's."""
        self.said_edits.append(SaidEdit(node.place, node.after, (says,)))
