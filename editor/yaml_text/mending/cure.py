"""What a cure is, which keys it may go by, and that there is none."""

from __future__ import annotations

from dataclasses import dataclass

Keys = tuple[str, ...]


class Unsure(Exception):
    """What stands in the text can mean more than one thing, or nothing that is known here."""


@dataclass(frozen=True, slots=True)
class Cure:
    """New contents for some lines, without their line breaks. Their number stays.

    `first` is the first of them, counted from 0; `what` says in plain words what is done; `says` are values that must
    stand there afterwards, each with its line.
    """

    first: int
    lines: tuple[str, ...]
    what: str
    says: tuple[tuple[int, str], ...] = ()

    @property
    def last(self) -> int:
        return self.first + len(self.lines) - 1


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Keys: those that the reader of the text knows, and with them all that begin a line of the text.

    `paths` are those that the reader knows, with the keys that they stand in, lists left out.
    """

    fields: frozenset[str]
    keys: frozenset[str]
    paths: frozenset[Keys]
