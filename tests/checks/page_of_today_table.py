"""Prints what the rules find on the page of today beside what was found by hand, each judged true or false.

    python -m tests.checks.page_of_today_table

The judgements are ours, made by reading the page; they name no words of it.
"""

from __future__ import annotations

from typing import NamedTuple

from editor.checks.finding import Finding
from tests.checks.page_of_today import CheckedToday, wanted_findings


class Judgement(NamedTuple):
    """Whether a finding is "true" or "false", and why."""

    verdict: str
    why: str


FOUND_BY_HAND = Judgement("true", "found by hand too")
JUDGED: dict[str, Judgement] = {
    "A08": Judgement("true", "an effect in the present tense, without a hedge; the paper speaks of its trials"),
    "E10": Judgement("true", "the file does not say what kind of study it is, though the title does"),
    "E13": Judgement("true", "the authors' “we” and “our” once more, in the same summary"),
    "E16": Judgement("true", "a study stands below an older one"),
    "T12": Judgement("true", "long sentences with many names of conditions, in the first lines of the page"),
    "T13": Judgement("true", "more than 25 words"),
    "T14": Judgement("true", "two nouns without a word between them that says how they belong together"),
    "unknown_word": Judgement("false", "a word of medicine, rightly spelled, that the dictionary does not have"),
}
JUDGED_AT: dict[tuple[str, int | None], Judgement] = {}
"""Where a study's finding is judged otherwise than the rest of its rule's; by rule and the study's place."""


def judgement(today: CheckedToday, finding: Finding) -> Judgement | None:
    """What we think of a finding; None: nobody has judged it yet."""
    if any(today.is_meant(finding, one) for one in wanted_findings("must_find")):
        return FOUND_BY_HAND
    rule = finding.rule.id
    return JUDGED_AT.get((rule, today.study_of(finding))) or JUDGED.get(rule)


def main() -> None:
    """Print the table."""
    today = CheckedToday()
    judged = [(finding, judgement(today, finding)) for finding in today.findings]
    others = [(finding, verdict) for finding, verdict in judged if verdict is not FOUND_BY_HAND]
    print("| rule | severity | study | field | words | judged | why |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for finding, verdict in others:
        said, why = verdict or ("not judged", "")
        place, field = today.study_of(finding) or "", finding.spot.field or ""
        print(f"| {finding.rule.id} | {finding.severity} | {place} | {field} | {_short(finding)} | {said} | {why} |")
    false = sum(verdict is not None and verdict.verdict == "false" for _, verdict in others)
    by_hand = len(judged) - len(others)
    print(f"\n{len(judged)} findings: {by_hand} found by hand too, {len(others)} others, {false} of them false")


def _short(finding: Finding) -> str:
    words = " ".join(finding.words.split())
    return words if len(words) <= 40 else f"{words[:39]}…"


if __name__ == "__main__":
    main()
