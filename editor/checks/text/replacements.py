"""Slips that a rule lists with what should stand in their place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr

_GROUP_AGAIN = re.compile(r"\\([1-9]\d?)")


def listed_slips(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where one of the rule's slips is found outside quotations."""
    if _any_of(rule.slips).search(prose.unquoted) is None:  # as in nearly all texts
        return
    for wrong, right in rule.slips:
        for slip in wrong.finditer(prose.unquoted):
            mended = slip.expand(right) if right else None
            label = tr("Change to “{words}”", words=mended) if mended else ""
            yield Found(*slip.span(), mended=mended, mend=label)


@functools.lru_cache(maxsize=16)
def _any_of(slips: tuple[tuple[re.Pattern[str], str], ...]) -> re.Pattern[str]:
    """One expression that finds something where one of these does: each begins with a word, so that a text is gone
    through once and not once for each.
    """
    parts: list[str] = []
    groups = 0
    for wrong, _ in slips:
        parts.append(_GROUP_AGAIN.sub(functools.partial(_moved, groups), wrong.pattern))
        groups += wrong.groups
    return re.compile(rf"(?<!\w)(?=\w)(?:{'|'.join(parts)})", re.IGNORECASE)


def _moved(by: int, again: re.Match[str]) -> str:
    """The reference to a group, where so many stand before."""
    return f"\\{int(again[1]) + by}"
