"""A Markdown text as words alone, for places that show it small and unformatted.

The page's own parser would know exactly, and takes as long to load as the window takes to show itself.
"""

from __future__ import annotations

import re

_LINK = re.compile(r"""!?(?<!\\)\[([^\[\]]*)\]\(([^()\s]*)(?:\s+"[^"\n]*")?\)""")
_LINE_START = re.compile(r"^ {0,3}(?:#{1,6}|>) +", re.MULTILINE)
_MARK = re.compile(r"\\[!-/:-@\[-`{-~]|\*+|_+")


def plain_words(markdown: str) -> str:
    """The words that a reader sees, near enough: without the marks of bold, italic, headings and links.

    A search asks this of every text, and most have no marks: so each kind is looked for before it is taken out.
    """
    text = _LINK.sub(r"\1", markdown) if "](" in markdown else markdown
    if "#" in text or ">" in text:
        text = _LINE_START.sub("", text)
    if "*" in text or "_" in text or "\\" in text:
        text = _MARK.sub(_shown, text)
    return text.strip()


def linked_addresses(markdown: str) -> tuple[str, ...]:
    """Where the links of a text lead, which its plain words do not tell."""
    return tuple(found[2] for found in _LINK.finditer(markdown)) if "](" in markdown else ()


def _shown(found: re.Match[str]) -> str:
    """What is seen of a mark: nothing, unless it stands for itself; an escape shows the character behind it."""
    mark = found[0]
    if mark[0] == "\\":
        return mark[1]
    text, start, end = found.string, *found.span()
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    stands_alone = not before.strip() and not after.strip()
    is_in_a_word = mark[0] == "_" and before.isalnum() and after.isalnum()
    return mark if stands_alone or is_in_a_word else ""
