"""What came of following a link."""

from __future__ import annotations

from enum import Enum


class LinkState(Enum):
    """Whether a link leads to a page; links are followed only where somebody asks for it."""

    WORKS = "works"
    DEAD = "dead"
    UNKNOWN = "unknown"
    """It could not be followed, which says nothing about the link."""
