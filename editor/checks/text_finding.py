"""From words found in one text to a finding on the page."""

from __future__ import annotations

from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule


def finding_in(rule: Rule, prose: Prose, found: Found) -> Finding:
    """What a rule has found in a text, with its place and its cure. It rests on the sentence around the words."""
    passage, text = prose.passage, prose.text
    begin, end = (0, len(text)) if found.whole else prose.sentence_at(found.start)
    fixes: tuple[Fix, ...] = ()
    if found.mended is not None and passage.item is None:
        mended = text[: found.start] + found.mended + text[found.end :]
        fixes = (Fix(found.mend, (TextChange(passage.field, text, mended, passage.study),)),)
    at = (None, None) if found.whole else (found.start, found.end)
    return Finding(
        rule,
        Spot(passage.field, passage.study, passage.item, *at),
        "" if found.whole else text[found.start : found.end],
        text[begin:end],
        found.values,
        fixes,
        found.milder,
    )
