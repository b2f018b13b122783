"""Retractions that a source tells by the kind of the publication, or by words before its title."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.references.reference import Notice, NoticeKind, Reference

_RETRACTED = re.compile(
    r"\W*(?:retracted|withdrawn)(?: article| paper| publication)?\s*[\]:.\u2014-]\s*\S", re.IGNORECASE
)
_KINDS = frozenset(("retracted publication", "retracted article", "retracted"))


def with_retraction(reference: Reference) -> Reference:
    """The reference, marked as retracted where its kind or its title says so and no notice does."""
    if any(notice.kind is NoticeKind.RETRACTION for notice in reference.notices):
        return reference
    if _RETRACTED.match(reference.title) or any(kind.lower() in _KINDS for kind in reference.kinds):
        return replace(reference, notices=(Notice(NoticeKind.RETRACTION), *reference.notices))
    return reference
