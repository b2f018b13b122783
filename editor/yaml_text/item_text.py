"""The lines of one item of a list, taken out of a text so that they can be put back later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemText:
    """An item as it stood in a file: a list of this one item at column 0, with its own comments.

    `offset` is how far its list was indented below the mapping that holds it.
    """

    lines: str
    offset: int
