"""What of a text is quoted, and so somebody else's words."""

from __future__ import annotations

import re

_QUOTATIONS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        "[\u201c\u201e]([^\u201c\u201d\u201e]*)[\u201c\u201d]",
        '"([^"\n]*)"',
        "(?<!\\w)\u2018((?:[^\u2018\u2019\n]|(?<=\\w)\u2019(?=\\w))*)\u2019(?!\\w)",
        "(?<![\\w'])'((?:[^'\n]|(?<=\\w)'(?=\\w))*)'(?!\\w)",
        "\u00ab([^\u00ab\u00bb]*)\u00bb",
        "[\u300c\u300e]([^\u300c-\u300f]*)[\u300d\u300f]",
        "<(?:q|cite|blockquote)\\b[^>]*>([^<]*)</",
        "^[ ]{0,3}>(.*)$",
    )
)
_MARKS = re.compile("[\"'>\u00ab\u2018\u201c\u201e\u300c\u300e]")
_MENTIONED = re.compile(r"\b(?:words?|terms?|phrases?|called|named|entitled|titled)\s*$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SCARE_QUOTES = 2
"""Words that are no quotation but the writer's own, as in: our “secret” cure."""


def without_quotations(text: str) -> str:
    """The text with a blank for each character of what is quoted."""
    if not _MARKS.search(text):
        return text
    for quotation in _QUOTATIONS:
        text = quotation.sub(_blank_if_quoted, text)
    return text


def _blank_if_quoted(found: re.Match[str]) -> str:
    """Blanks for somebody else's words, and for a word that is only spoken of."""
    words = _WORD.findall(found[1])
    own = len(words) <= _SCARE_QUOTES and found[1].isascii()
    if own and not _MENTIONED.search(found.string, max(0, found.start() - 12), found.start()):
        return found[0]
    return " " * len(found[0])
