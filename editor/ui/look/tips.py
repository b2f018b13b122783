"""Words of the user's own as tips: Qt takes what looks like HTML for HTML, and writes all else on one line."""

from __future__ import annotations

import html


def in_lines(words: str) -> str:
    """A tip that shows these words as they were typed, on as many lines as they need."""
    return f'<p style="white-space: pre-wrap">{html.escape(words)}</p>'


def as_typed(words: str) -> str:
    """A tip that shows these words as they were typed."""
    return in_lines(words) if "<" in words else words
