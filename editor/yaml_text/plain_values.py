"""The values of a YAML text that is only to be read, in half the time that its nodes and their places take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from editor.yaml_text.encoding import encoding_of
from editor.yaml_text.limits import Limits
from editor.yaml_text.nodes import NOTHING
from editor.yaml_text.refusals import Unreadable

Value = str | dict[str, "Value"] | list["Value"] | None
"""A text as written, never typed; a mapping; a list; or None for nothing: a plain empty value, `~` or `null`."""

_MERGE = "<<"


class _NotPlain(Exception):
    """The text has something that only its nodes show."""


def plain_values(data: bytes, limits: Limits) -> dict[str, Value] | None:
    """The mapping that a file's bytes are; None unless it is a plain one.

    That is one within the limits, with neither anchors, aliases, tags, merged keys, keys that stand twice nor keys that
    are no texts. Why a text is none, whether it can be read at all, and all the rest, `YamlText` says.
    """
    try:
        limits.check_size(data)
        text = encoding_of(data).decode(data)
        reading = _Reading(limits)
        takers = reading.takers
        for event in iter(yaml.CSafeLoader(text).get_event, None):
            take = takers.get(type(event))
            if take:
                take(event)
    except (Unreadable, yaml.YAMLError, _NotPlain):
        return None
    return reading.root if isinstance(reading.root, dict) else None


class _Reading:
    """Values while they are read. Events are `Any`: PyYAML's types know less of them than its parser tells."""

    def __init__(self, limits: Limits) -> None:
        self.root: Value = None
        self._limits = limits
        self._here: Any = None  # the mapping or list that is being filled
        self._key: str | None = None  # in a mapping: what the next value belongs to
        self._above: list[Any] = []
        self._nodes = 0
        self._documents = 0
        self.takers: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._collection,
            yaml.SequenceStartEvent: self._collection,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._refuse,
            yaml.DocumentStartEvent: self._document,
        }

    def _scalar(self, event: Any) -> None:
        text = event.value
        if event.anchor is not None or event.tag is not None or len(text) > self._limits.scalar:
            raise _NotPlain
        if self._key is None and type(self._here) is dict:
            if text in self._here or text == _MERGE:
                raise _NotPlain
            self._key = text
            self._nodes += 1
        else:
            self._put(None if text in NOTHING and not event.style else text)

    def _collection(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None or len(self._above) >= self._limits.depth:
            raise _NotPlain
        made: dict[str, Value] | list[Value] = {} if type(event) is yaml.MappingStartEvent else []
        self._put(made)
        self._above.append(self._here)
        self._here = made

    def _put(self, value: Value) -> None:
        here = self._here
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            raise _NotPlain
        if type(here) is list:
            here.append(value)
        elif here is None:
            self.root = value
        elif self._key is None:
            raise _NotPlain
        else:
            here[self._key] = value
            self._key = None

    def _end(self, _event: Any) -> None:
        self._here = self._above.pop()

    def _refuse(self, _event: Any) -> None:
        raise _NotPlain

    def _document(self, _event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _NotPlain
