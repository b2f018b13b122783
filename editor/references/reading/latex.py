"""Plain text of the LaTeX in BibTeX files: accents, letters of other alphabets, italics."""

from __future__ import annotations

import functools
import re

from pylatexenc.latex2text import LatexNodes2Text

from editor.references.reading.plain_texts import plain

_MOST_CHARACTERS = 20_000
_DEEPEST = 30
"""Braces within braces; no title, name or abstract has that many."""

_COMMANDS = re.compile(r"[\\$]")
_RAISED = re.compile(r"\\text(super|sub)script\s*\{([^{}\\]*)\}|\$\s*([\^_])\s*(?:\{([^{}\\$]*)\}|([^{}\\$]))\s*\$")
_COMMENT_SIGN = re.compile(r"(?<!\\)%")
_LINK = re.compile(r"\\href\s*\{[^{}]*\}|\\url\s*(?=\{)")
_ESCAPED = re.compile(r"\\([_&%#${}~^])|[{}]|\\url\b")


def plain_of_latex(text: str) -> str:
    """The text in one line without commands, mathematics as far as letters show it; "-{}-" is no dash."""
    text = text.replace("---", "\u2014").replace("--", "\u2013").replace("``", "\u201c").replace("''", "\u201d")
    if _COMMANDS.search(text):
        text = _without_commands(text)
    else:
        text = text.replace("{", "").replace("}", "").replace("~", " ")
    return plain(text)


def plain_address(text: str) -> str:
    """A link or a DOI, in which LaTeX escapes some signs."""
    return plain(_ESCAPED.sub(lambda found: found[1] or "", text.replace("$<$", "<").replace("$>$", ">")))


def _without_commands(text: str) -> str:
    if len(text) > _MOST_CHARACTERS or _depth(text) > _DEEPEST:
        return re.sub(r"\\[A-Za-z]+|[{}$\\]", "", text)
    text = _LINK.sub("", _RAISED.sub(_as_tag, text))
    words = str(_reader().latex_to_text(_COMMENT_SIGN.sub(r"\\%", text)))
    return words.replace("\u02c6", "^")  # what the library makes of \textasciicircum, the only way to write that sign


@functools.cache
def _reader() -> LatexNodes2Text:
    return LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False)


def _as_tag(found: re.Match[str]) -> str:
    tag = "sup" if "super" in (found[1] or "") or found[3] == "^" else "sub"
    return f"<{tag}>{found[2] or found[4] or found[5] or ''}</{tag}>"


def _depth(text: str) -> int:
    depth = deepest = 0
    for sign in re.findall(r"[{}]", text):
        depth += 1 if sign == "{" else -1
        deepest = max(deepest, depth)
    return deepest
