"""Writing values that were not there, laid out as their neighbours are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from editor.yaml_text.events import END, Said
from editor.yaml_text.layout import Layout
from editor.yaml_text.nodes import Node, Style
from editor.yaml_text.scalars import (
    Spot,
    Written,
    double_quoted,
    is_ambiguous,
    is_plain_safe,
    single_quoted,
    ways_to_write,
)

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value] | None"
"""Something to be written: a text, nothing, a list, or a mapping of texts to these."""

ANY_STYLE = "any"
"""Instead of a style: however it is written, it must be read as text."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the neighbours are written: the styles of their texts by key (None: of a text that is an item itself)."""

    styles: Mapping[str | None, Style] = field(default_factory=dict)

    def style(self, key: str | None) -> Style:
        return self.styles.get(key, "plain")


def habits_of(neighbour: Node | None) -> Habits:
    """The habits that an item of a list shows."""
    if neighbour is None:
        return Habits()
    if neighbour.kind == "scalar":
        return Habits({None: neighbour.style})
    return Habits({key.text: value.style for key, value in neighbour.pairs if value.kind == "scalar"})


@dataclass(frozen=True, slots=True)
class Dash:
    """How far behind its dash an item begins, and whether on a line of its own."""

    width: int = 2
    alone: bool = False


PLAIN_DASH = Dash()


@dataclass(frozen=True, slots=True)
class ValueWriter:
    """Writes values into one file."""

    layout: Layout
    line_break: str
    habits: Habits = Habits()

    def in_brackets(self, value: Value, key: str | None = None) -> str:
        """The value on one line, as it stands between brackets."""
        if value is None:
            return "null"
        if isinstance(value, str):
            return next(ways_to_write(value, Spot(-1, in_flow=True), self.habits.style(key))).inline
        if isinstance(value, Mapping):
            return "{" + ", ".join(self.pair_in_brackets(name, item) for name, item in value.items()) + "}"
        return "[" + ", ".join(self.in_brackets(item) for item in value) + "]"

    def pair_in_brackets(self, key: str, value: Value) -> str:
        return f"{written_key(key, in_flow=True)}: {self.in_brackets(value, key)}"

    def pair(self, key: str, value: Value, column: int) -> str:
        """The lines of a pair whose key stands at the column."""
        written = self.value(value, column, key)
        inline = f" {written.inline}" if written.inline else ""
        return f"{' ' * column}{written_key(key)}:{inline}{self.line_break}{written.body}"

    def item(self, value: Value, column: int, dash: Dash = PLAIN_DASH, *, in_brackets: bool = False) -> str:
        """The lines of an item whose dash stands at the column; its list or mapping may stand in brackets."""
        before, inner = " " * column + "-", column + dash.width
        if dash.alone:
            before += self.line_break + " " * inner
        else:
            before += " " * (dash.width - 1)
        if value and not isinstance(value, str):
            if in_brackets:
                return before + self.in_brackets(value) + self.line_break
            return before + self.lines(value, inner)[inner:]
        written = self.value(value, column, None)
        return (before + written.inline).rstrip(" ") + self.line_break + written.body

    def lines(self, value: Value, column: int) -> str:
        """The lines of a mapping's pairs or a list's items."""
        if isinstance(value, Mapping):
            return "".join(self.pair(name, item, column) for name, item in value.items())
        assert value is not None
        inner = replace(self, habits=Habits())
        return "".join(inner.item(item, column) for item in value)

    def value(self, value: Value, column: int, key: str | None) -> Written:
        """The value of a key, or an item that is a text; its list or mapping stands at the column."""
        if value is None:
            return Written("")
        if isinstance(value, str):
            spot = Spot(column, in_flow=False, step=self.layout.step, line_break=self.line_break)
            return next(ways_to_write(value, spot, self.habits.style(key)))
        if not value:
            return Written("{}" if isinstance(value, Mapping) else "[]")
        offset = self.layout.step if isinstance(value, Mapping) else self.layout.list_offset
        return Written("", replace(self, habits=Habits()).lines(value, column + offset))


def written_key(key: str, *, in_flow: bool = False) -> str:
    """A key, in quotes where it needs them."""
    if key and is_plain_safe(key, in_flow=in_flow):
        return key
    return single_quoted(key) or double_quoted(key)


def is_short(value: Value) -> bool:
    """Whether a value goes well between brackets that stand there already."""
    return not isinstance(value, Mapping) and "\n" not in (value or "")


def says(value: Value) -> list[Said]:
    """The events that a written value must be read as."""
    if value is None:
        return [("scalar", "", "plain", None, None)]
    if isinstance(value, str):
        return [("scalar", value, ANY_STYLE, None, None)]
    if isinstance(value, Mapping):
        pairs = [said for key, item in value.items() for said in (*says(key), *says(item))]
        return [("mapping", "", "", None, None), *pairs, END]
    return [("sequence", "", "", None, None), *(said for item in value for said in says(item)), END]


def node_in_brackets(node: Node) -> str:
    """A node of another text on one line, with its tags and anchors; its comments are lost."""
    tag = f"!<{node.tag}> " if node.tag and node.tag != "!" else "! " if node.tag else ""
    properties = tag + (f"&{node.anchor} " if node.anchor else "")
    if node.kind == "alias":
        return f"*{node.text} "
    if node.kind == "mapping":
        pairs = [f"{node_in_brackets(key)}: {node_in_brackets(value)}" for key, value in node.pairs]
        return properties + "{" + ", ".join(pairs) + "}"
    if node.kind == "sequence":
        return properties + "[" + ", ".join(map(node_in_brackets, node.items)) + "]"
    if node.style == "plain" and _is_plain_in_brackets(node.text):
        return properties + (node.text or "null")
    quoted = single_quoted(node.text) if node.style == "single" else None
    return properties + (quoted or double_quoted(node.text))


def says_in_brackets(said: list[Said]) -> list[Said]:
    """What a node says that is written by `node_in_brackets`: the same, perhaps in other quotes."""
    return [
        (kind, text, style if style == "plain" and _is_plain_in_brackets(text) else style and ANY_STYLE, tag, anchor)
        for kind, text, style, tag, anchor in said
    ]


def _is_plain_in_brackets(text: str) -> bool:
    """Whether a text that stood without quotes may do so between brackets; numbers and the like must."""
    return is_plain_safe(text, in_flow=True) or (is_ambiguous(text) and not set(text) & set(",[]{}"))
