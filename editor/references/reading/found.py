"""What the readers of the formats find, and what comes of reading a whole file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor.references.reference import Reference


class UnsupportedFormat(Exception):
    """A file or a text that no reference can be read from; its words say what it is, and what to do."""


class ReadingStopped(Exception):
    """Reading was asked to stop; nothing of it is kept."""


_SHOWN = 60
"""Characters of what could not be read."""


def words_of(text: str) -> str:
    """The beginning of a text that could not be read, to find it by."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that could not be read: what stands there and where, in words for staff."""

    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """The next reference of a text, or what could not be read; and how much of the text is read, from 0 to 1."""

    what: Reference | Unread
    share: float


Findings = Iterator[Found]


@dataclass(frozen=True, slots=True)
class ReadReferences:
    """What a file or a text holds, in its order; `unread` tells what could not be read, each with its line or number.

    `format_name` is what staff may have heard the format called: "RIS", "PubMed", "BibTeX".
    """

    references: tuple[Reference, ...]
    unread: tuple[str, ...]
    format_name: str
