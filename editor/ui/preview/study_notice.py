"""What stands above a previewed study about which something was published later; the website does not have it."""

from __future__ import annotations

import html

from editor.words import tr

_GRAVE, _OTHER = ("#b3261e", "#ffffff"), ("#f2b84b", "#1f1f1f")
"""Ground and words, as above the study's card."""
_STYLE = (
    "all: initial; display: block; box-sizing: border-box; width: 100%; margin: 0 0 8px; padding: 6px 12px; "
    "font: bold 15px/1.4 system-ui, sans-serif; background: {ground}; color: {words}; forced-color-adjust: none"
)


def with_notice(study: str, mark: str, *, is_grave: bool) -> str:
    """A study's HTML with a word or two above it; the script of the page takes them into the study's element.

    No look of a website reaches them: whatever it does to its own words, these can be read.
    """
    ground, words = _GRAVE if is_grave else _OTHER
    said = html.escape(tr("{mark}. Only staff see this line.", mark=mark))
    style = _STYLE.format(ground=ground, words=words)
    return f'<aside data-staff-notice role="note" style="{style}">{said}</aside>{study}'
