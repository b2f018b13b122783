"""Slips that a rule lists with what should stand in their place."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr


def listed_slips(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where one of the rule's slips is found outside quotations."""
    for wrong, right in rule.slips:
        for slip in wrong.finditer(prose.unquoted):
            mended = slip.expand(right) if right else None
            label = tr("Change to “{words}”", words=mended) if mended else ""
            yield Found(*slip.span(), mended=mended, mend=label)
