"""A Markdown text as words alone, for places that show it small and unformatted.

The page's own parser would know exactly, and takes as long to load as the window takes to show itself.
"""

from __future__ import annotations

import re

_LINK = re.compile(r"""!?(?<!\\)\[([^\[\]]*)\]\([^()\s]*(?:\s+"[^"\n]*")?\)""")
_MARKS = re.compile(r"(?<!\\)(?:\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w))")
_LINE_START = re.compile(r"^ {0,3}(?:#{1,6}|>) +", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def plain_words(markdown: str) -> str:
    """The words that a reader sees, near enough: without the marks of bold, italic, headings and links."""
    text = _LINK.sub(r"\1", markdown)
    text = _LINE_START.sub("", text)
    return _ESCAPE.sub(r"\1", _MARKS.sub("", text)).strip()
