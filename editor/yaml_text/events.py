"""What a YAML text says and where: one flat table, filled from the C parser's events in one pass.

Nothing is ever constructed: `2018-04-01` stays ten characters, and a tag is a name, never a call.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from editor.words import tr
from editor.yaml_text.limits import Limits, too_much
from editor.yaml_text.lines import BLANK, BREAKS, Lines, skip_gap
from editor.yaml_text.parser_reasons import unreadable
from editor.yaml_text.refusals import Unreadable

# What one event says: kind, text, style (of scalars), tag, anchor. Equal texts give equal lists of these.
Said = tuple[str, str, str, str | None, str | None]

DOCUMENT: Said = ("document", "", "", None, None)
END: Said = ("end", "", "", None, None)

_STYLES = {None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded"}
_PROPERTY = re.compile(r"!<[^>]*>|[&!][^\s,\[\]{}]*")
# One property and its text on one line: the usual case, at a fraction of the cost.
_PROPERTY_BEFORE_TEXT = re.compile(r"[&!][^\s,\[\]{}]* +(?=[^\s#&!,\[\]{}:])")


@dataclass(frozen=True, slots=True, eq=False)
class EventTable:
    """The events of a text in its order: every list has one place for each event.

    `starts` and `ends` enclose a node's content, without anchor and tag, blank lines and comments around it;
    `outers` has where an anchor or a tag begins, if there is one. `after` is the place behind the node's last event.
    """

    says: list[Said] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    outers: dict[int, int] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    flow: set[int] = field(default_factory=set)
    targets: dict[int, int] = field(default_factory=dict)  # of an alias: the node that it repeats
    documents: list[int] = field(default_factory=list)  # the root of each

    def scalar_places(self) -> Iterator[tuple[int, int, str]]:
        """Start, end and style of every scalar, in the order of the text."""
        for said, start, end in zip(self.says, self.starts, self.ends, strict=True):
            if said[0] == "scalar":
                yield start, end, said[2]


def check_parser() -> None:
    """Raise RuntimeError where PyYAML came without its C parser (libyaml): the other one reads tabs differently."""
    if not hasattr(yaml, "CSafeLoader"):
        raise RuntimeError("PyYAML is installed without libyaml; install the ordinary package of PyYAML")


def read_events(text: str, limits: Limits, *, loose: bool = False) -> EventTable:
    """The events of a text; a part of a file (`loose`) may repeat what is defined outside of it.

    Raises Unreadable: the text is not YAML, or goes beyond the limits.
    """
    filling = _Filling(text, limits, loose=loose)
    try:
        for event in iter(yaml.CSafeLoader(text).get_event, None):  # what yaml.parse does, in half the time
            taker = _TAKERS.get(type(event))
            if taker:
                taker(filling, event)
    except yaml.YAMLError as error:
        raise unreadable(error, text) from error
    return filling.table


def properties_end(text: str, start: int, said: Said) -> int:
    """Where the node's own `&anchor` and `!tag` end; the same place for a node without."""
    position = behind = start
    for _ in range((said[3] is not None) + (said[4] is not None)):
        found = _PROPERTY.match(text, position)
        if found:
            behind = found.end()
            position = skip_gap(text, behind)
    return behind


class _Filling:
    """An event table while it is being filled.

    Events are `Any` here: PyYAML's types allow events without marks, its C parser always sets them.
    """

    def __init__(self, text: str, limits: Limits, *, loose: bool) -> None:
        self.table = EventTable()
        self._text = text
        self._limits = limits
        self._loose = loose
        self._last_end = 0
        self._open: list[int] = []
        self._anchors: dict[str, int] = {}
        self._weights: dict[int, int] = {}
        self._nodes = 0
        self._weight = 0  # nodes counted as if every alias were written out

    def document(self, event: Any) -> None:
        table = self.table
        if len(table.documents) >= self._limits.documents:
            raise too_much(tr("The file holds more than one page."), event.start_mark.line + 1)
        self._add(DOCUMENT, event, event.start_mark.index, event.end_mark.index)
        table.after[-1] = len(table.says)
        table.documents.append(len(table.says))
        self._anchors = {}
        self._last_end = event.end_mark.index

    def scalar(self, event: Any) -> None:
        value, style = event.value, _STYLES[event.style]
        start, end, tag, anchor = event.start_mark.index, event.end_mark.index, event.tag, event.anchor
        if len(value) > self._limits.scalar:
            raise too_much(tr("One text is longer than a million letters."), event.start_mark.line + 1)
        outer = start
        said = ("scalar", value, style, tag, anchor)
        if anchor is not None or tag is not None:
            alone = _PROPERTY_BEFORE_TEXT.match(self._text, start)
            start = alone.end() if alone else min(skip_gap(self._text, properties_end(self._text, start, said)), end)
        elif start == end:
            outer = start = end = self._place_of_nothing(start)
        if style in ("literal", "folded"):
            end = _end_of_block(self._text, start, end, value)
        self._node(said, event, start, end, outer)
        self._last_end = end

    def collection(self, event: Any) -> None:
        kind = "mapping" if type(event) is yaml.MappingStartEvent else "sequence"
        start = outer = event.start_mark.index
        said = (kind, "", "", event.tag, event.anchor)
        if event.anchor is not None or event.tag is not None:
            start = skip_gap(self._text, properties_end(self._text, start, said))
        if len(self._open) >= self._limits.depth:
            raise too_much(tr("Too many lists stand one inside the other here."), event.start_mark.line + 1)
        place = self._node(said, event, start, start, outer)
        self._open.append(place)
        if event.flow_style:
            self.table.flow.add(place)

    def end(self, event: Any) -> None:
        table = self.table
        place = self._open.pop()
        if place in table.flow:
            self._last_end = event.end_mark.index
        self._add(END, event, self._last_end, self._last_end)
        table.ends[place] = self._last_end
        table.after[place] = table.after[-1] = len(table.says)
        if place in self._weights:
            self._weights[place] = self._weight - self._weights[place] + 1

    def alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        place = self._node(("alias", event.anchor, "", None, None), event, start, end, start)
        self._last_end = end
        target = self._anchors.get(event.anchor)
        if target is None:
            if self._loose:
                return
            raise Unreadable(
                tr("{name} repeats something that is not defined above it.", name=f"*{event.anchor}"),
                tr("The file was left as it is. Ask the person who looks after the website to mend this place."),
                event.start_mark.line + 1,
            )
        self.table.targets[place] = target
        if target in self._open:
            if not self._limits.recursive_aliases:
                raise too_much(
                    tr("A part of the file refers back to itself and so would never end."), event.start_mark.line + 1
                )
            return
        self._weight += self._weights[target] - 1
        if self._weight > self._limits.nodes_after_aliases:
            raise self._too_many(event)

    def _node(self, said: Said, event: Any, start: int, end: int, outer: int) -> int:
        place = self._add(said, event, start, end)
        if outer != start:
            self.table.outers[place] = outer
        self._nodes += 1
        self._weight += 1
        if self._nodes > self._limits.nodes or self._weight > self._limits.nodes_after_aliases:
            raise self._too_many(event)
        if said[3] is not None and not self._limits.allows_tag(said[3]):
            raise too_much(tr("The file holds a command for a programming language."), event.start_mark.line + 1)
        if said[4] is not None:
            self._anchors[said[4]] = place
            self._weights[place] = 1 if said[0] == "scalar" else self._weight
        return place

    def _too_many(self, event: Any) -> Unreadable:
        return too_much(tr("The file holds far more entries than a page."), event.start_mark.line + 1)

    def _add(self, said: Said, event: Any, start: int, end: int) -> int:
        table = self.table
        place = len(table.says)
        table.says.append(said)
        table.starts.append(start)
        table.ends.append(end)
        table.lines.append(event.start_mark.line + 1)
        table.after.append(place + 1)
        return place

    def _place_of_nothing(self, start: int) -> int:
        """Where a value that is not there would be written: right behind its colon or dash.

        The parser names the place of whatever comes next for `? key` and between brackets.
        """
        if not self._open or self._text[start - 1 : start] in tuple(":-?,[{"):
            return start
        sign = skip_gap(self._text, self._last_end, start)
        return sign + 1 if self._text[sign : sign + 1] == ":" else self._last_end


# By class, as a filling that held its own methods would live, with all its events, until garbage is collected.
_TAKERS: dict[type[yaml.Event], Callable[[_Filling, Any], None]] = {
    yaml.ScalarEvent: _Filling.scalar,
    yaml.MappingStartEvent: _Filling.collection,
    yaml.SequenceStartEvent: _Filling.collection,
    yaml.MappingEndEvent: _Filling.end,
    yaml.SequenceEndEvent: _Filling.end,
    yaml.AliasEvent: _Filling.alias,
    yaml.DocumentStartEvent: _Filling.document,
}


def _end_of_block(text: str, start: int, end: int, value: str) -> int:
    """Where a block of text ends: behind the line break of its last line.

    The parser's mark lies behind the blank lines that follow; they are part of the text only with a `+`.
    """
    header_end = start
    while header_end < end and text[header_end] not in BREAKS:
        header_end += 1
    end = max(_without_spaces(text, end), header_end)
    if "+" in text[start:header_end].partition("#")[0]:
        return end
    lines = Lines(text[header_end:end])
    last_text = value.rstrip("\n").rpartition("\n")[2]
    number = len(lines.starts)
    while number > 1:
        line = lines.content(number - 1)
        if not BLANK.fullmatch(line) or (last_text and line.endswith(last_text) and len(line) > len(last_text)):
            break
        number -= 1
    return header_end + (lines.starts[number] if number < len(lines.starts) else len(lines.text))


def _without_spaces(text: str, end: int) -> int:
    """The end without the indentation of the line that follows."""
    position = end
    while position and text[position - 1] == " ":
        position -= 1
    return position if position and text[position - 1] in BREAKS else end
