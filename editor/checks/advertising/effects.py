"""Effects stated as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.advertising.treatments import SUMMARY, Treatments
from editor.checks.found import Found
from editor.checks.pattern_search import matches
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr

_REACH = 70
"""Characters between what is said to have an effect and the effect."""
_WE = re.compile(r"\bwe\b", re.IGNORECASE)
_TAKEN_UP = re.compile(
    r"\b(?:it|they|(?:this|the|these|such)\s+(?:treatments?|therap(?:y|ies)|interventions?|techniques?|methods?))\b",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = re.compile(
    r"[;:()]|\b(?:if|whether|because|but|while|whereas|although|unless|was|were|had|who|whose|and\s+(?:it|they|we|rest|drugs))\b",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"\b(?:to|for|in|of|not|an?|the|this|its|their|any|some|no|only|small|large|greater|significant|further|clear)\s+"
    r"(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""Before what is a purpose ("used to relieve") or no verb at all ("a small decrease")."""
_TO = re.compile(r"\bto\b", re.IGNORECASE)
_FACT_AFTER_ALL = re.compile(r"\b(?:helps?|able|proven|known|shown|works?|found)\s+to\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:can|will|does|do|to|helps?|and|or|must|should|would)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_BE_OR_HAVE = {"is": "be", "are": "be", "has": "have", "have": "have"}
_ENDING = re.compile(r"(?:(?<=x)es|(?<=sh)es|(?<=ss)es|(?<!s)s)$")


def found_effects(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where the rule's pattern follows a treatment of the rule's list as what that does, in the present tense.

    What takes up a treatment that the text has named before, as "it" does, counts as one. So do "we", but for a
    study's summary, where they are the paper's authors; and to help people is no claim.
    """
    treatments = Treatments(rule, prose)
    for match in matches(rule, prose):
        if not prose.is_question(match.start()) and _has_subject(treatments, prose, match):
            mended = _mended(prose, match)
            yield Found(*match.span(), mended=mended, mend=tr("Write “{words}”", words=mended) if mended else "")


def _has_subject(treatments: Treatments, prose: Prose, match: re.Match[str]) -> bool:
    """Whether a treatment stands before the verb as that which does it."""
    start = match.start()
    begin = max(prose.sentence_at(start)[0], start - _REACH)
    subjects = list(treatments.named_in(begin, start))
    if prose.passage.field != SUMMARY and not match["verb"].lower().startswith("help"):
        subjects += _WE.finditer(prose.bare, begin, start)
    if treatments.first is not None and treatments.first <= start:
        subjects += _TAKEN_UP.finditer(prose.bare, begin, start)
    if not subjects:
        return False
    between = prose.bare[max(subject.end() for subject in subjects) : start]
    if _ANOTHER_CLAUSE.search(between):
        return False
    if _FACT_AFTER_ALL.search(between):
        return True
    is_infinitive = not match["verb"].lower().endswith("s") and _TO.search(between) is not None
    return not is_infinitive and _NO_VERB.search(between) is None


def _mended(prose: Prose, match: re.Match[str]) -> str | None:
    """The same words with "may"; None where that is not sure to be English."""
    if _AUXILIARY.search(prose.bare, max(0, match.start() - 30), match.start()):
        return None
    words = prose.text[match.start() : match.end()]
    verb = match["verb"]
    at = match.start("verb") - match.start()
    plain = _BE_OR_HAVE.get(verb.lower()) or _ENDING.sub("", verb)
    return f"may {words[:at]}{plain}{words[at + len(verb) :]}"
