"""What a page leaves out of a text because it could do harm: scripts, frames, forms, and links that run something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr

_CODE = re.compile(r"(`{1,9})(?!`).{1,2000}?(?<!`)\1(?!`)", re.DOTALL)
_TAGS = r"script|style|iframe|frame|object|embed|form|base|applet"
_UNSAFE = re.compile(
    rf"<({_TAGS})\b[^<>]*>(?:.{{0,2000}}?</\1\s*>)?|</(?:{_TAGS})\s*>"
    r"|<[a-z][^<>]*?\son[a-z]{3,}\s*=[^<>]*>"
    r"|<[a-z][^<>]*?\b(?:href|src)\s*=\s*[\"']?\s*(?:javascript|vbscript|data|file):[^<>]*>"
    r"|!?\[[^\[\]]*\]\(\s*<?(?:javascript|vbscript|data|file):[^()\s]*(?:\([^()]*\)[^()\s]*)*\)"
    r"|<(?:javascript|vbscript|data|file):[^<>\s]*>",
    re.IGNORECASE | re.DOTALL,
)


def unsafe_html(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where a text has such, but for what it shows as code."""
    if "<" not in prose.text and "](" not in prose.text:
        return
    text = _CODE.sub(lambda found: " " * len(found[0]), prose.text)
    for unsafe in _UNSAFE.finditer(text):
        yield Found(*unsafe.span(), mended="", mend=tr("Take it out"))
