"""Putting many edits onto one text, or onto one list of events, at once.

An edit replaces a span by pieces: something new, or a span of the source, within which other edits apply. So an item
can be moved and changed at the same time, and every place is named as it was before any edit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from editor.yaml_text.events import Said

Source = TypeVar("Source", str, list[Said])


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the source."""

    start: int
    end: int


@dataclass(frozen=True)
class Edit(Generic[Source]):
    """What stands from `start` to `end` becomes these pieces."""

    start: int
    end: int
    pieces: tuple[Source | Span, ...]


def _order(edit: Edit[Source]) -> tuple[int, bool, int, bool]:
    """Insertions first; an edit before those within it, of which one may have the very same span."""
    keeps = any(isinstance(piece, Span) for piece in edit.pieces)
    return edit.start, edit.end > edit.start, -edit.end, not keeps


TextEdit = Edit[str]
SaidEdit = Edit[list[Said]]


def splice(source: Source, edits: Sequence[Edit[Source]]) -> list[Source]:
    """The parts of the source with all edits made, to be joined.

    Edits may lie within spans that other edits keep; those within what another edit replaces are dropped with it.
    """
    ordered = sorted(edits, key=_order)
    starts = [edit.start for edit in ordered]
    inserted: set[int] = set()
    parts: list[Source] = []

    def put(start: int, end: int, number: int, *, nested: bool) -> None:
        position = start
        while number < len(ordered) and ordered[number].start <= end:
            this, edit = number, ordered[number]
            number += 1
            is_insertion = edit.start == edit.end
            # What is inserted where two spans meet belongs to the one that ends there.
            elsewhere = this in inserted or (nested and is_insertion and edit.start == start)
            if edit.start < position or edit.end > end or elsewhere:
                continue
            if is_insertion:
                inserted.add(this)
            parts.append(source[position : edit.start])
            for piece in edit.pieces:
                if isinstance(piece, Span):
                    put(piece.start, piece.end, max(number, bisect_left(starts, piece.start)), nested=True)
                else:
                    parts.append(piece)
            position = edit.end
        parts.append(source[position:end])

    put(0, len(source), 0, nested=False)
    return parts
