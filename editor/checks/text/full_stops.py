"""Full stops that are missing, where they end a text and where a space has to follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr

_STUCK = re.compile(r"(?:[a-z]{2}|[a-z\d]{2}[)\]%\u201d\u2019\"])[.!?][)\]\u201d\"]?((?:[A-Z][a-z]|[AI](?= ))\w{0,40})")
_ADDRESS_ENDS = frozenset(("Com", "Org", "Net", "Edu", "Gov", "Info", "Au", "Uk", "Nz"))
_LIST_OR_HEADING = re.compile(r"\s*(?:[-*+>]|\d+[.)]|#{1,6})\s")
_CLOSERS = "*_\"\u201d\u2019'\u00bb)] "
_STOPS = ".!?\u2026:;\u3002\uff01\uff1f>"
_LONGEST_WORD = 80
_FEWEST_WORDS = 4
"""Less than this is a label, such as "In English only"."""


def spaces_missing_after_stops(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where the next sentence begins without a space before it."""
    for stuck in _STUCK.finditer(prose.plain):
        if stuck[1] not in _ADDRESS_ENDS:
            start = _word_before(prose.plain, stuck.start())
            mended = f"{prose.text[start : stuck.start(1)]} {stuck[1]}"
            yield Found(start, stuck.end(), mended=mended, mend=tr("Put in the space"))


def last_stop_missing(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where a text ends without a full stop. A list, a heading, a label and a bare address need none."""
    text = prose.text.rstrip()
    last_line = text.rpartition("\n")[2]
    words = prose.plain[: len(text)]
    if _LIST_OR_HEADING.match(last_line) or len(last_line.split()) < _FEWEST_WORDS:
        return
    if words != words.rstrip() and not text.endswith(")"):
        return
    if words.rstrip(_CLOSERS).endswith(tuple(_STOPS)):
        return
    start = _word_before(text, len(last_line[: -len(last_line.split()[-1])].rstrip()) + len(text) - len(last_line))
    yield Found(start, len(text), mended=f"{text[start:]}.", mend=tr("Add the full stop"))


def _word_before(text: str, place: int) -> int:
    """Where the word begins that a place is in or behind, of a long one without a blank its end."""
    first = max(0, place - _LONGEST_WORD)
    return max(first - 1, *(text.rfind(blank, first, place) for blank in " \n\t\u00a0")) + 1
