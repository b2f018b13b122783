"""Whether words around a claim deny it."""

from __future__ import annotations

import re

_DENIAL = re.compile(
    "\\b(?:no|not|never|without|neither|nor|none|cannot|nobody|nothing|rather than|instead of claiming|myth|false"
    "|refuse[sd]? to|free from|unlikely|fail(?:s|ed)? to|lack(?:s|ed)?(?: of)?|do(?:es)? little)\\b|n['\u2019]t\\b",
    re.IGNORECASE,
)
_NO_DENIAL = re.compile(
    "\\b(?:(?:no|without) (?:a )?(?:doubt|question|wonder|matter|exception|secret|surprise|accident)"
    "|no (?:one|other|other \\w+) else|no other"
    "|not (?:only|just|merely|simply)|nothing (?:else|better|short of|but)|never (?:fails?|failed)|cannot fail"
    "|not to mention|why not|no longer|no more)\\b",
    re.IGNORECASE,
)
"""A "no" that makes a claim stronger, or that belongs to something else."""
_TREATMENT = (
    "(?:acupuncture|acupressure|moxibustion|moxa|cupping|herbs|needles|massage|(?:herbal|Chinese) medicine|treatments?)"
)
_NEW_CLAUSE = re.compile(
    "[;:!?\u2013\u2014]|,? \\b(?:but|however|yet|although|though|while|whereas|because|so that)\\b"
    "|, (?:and |so )?(?:it|we|our|they|this|that|he|she|you|and|so)\\b"
    f"|(?:, (?:and |so )?|\\bas )(?:(?!or|and|nor)\\w+ )?{_TREATMENT}\\b(?!,| or\\b| nor\\b| and\\b)"
    f"|\\band (?:it|we|our|they|{_TREATMENT})\\b"
    "|^(?:even )?(?:if|when|where|since|after|once|as)\\b[^,]*,",
    re.IGNORECASE,
)
_DENIAL_AFTER = re.compile(
    "[ ]*(?:(?!(?:and|or|but)[ ](?:is|are|was|were|has|have|does|do|did|cannot|can|could|will|would|you|we|it|they)\\b"
    "|(?:that|which|who|what|whatever|when|where|while|because|as|so|if|even|you|we|they|it|others?|nobody|nothing"
    "|doctors?|medicines?|medications?|drugs?|painkillers?|surgery|specialists?|hospitals?)\\b)\\w+[ ]){0,3}?"
    "(?:(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|may|must) (?:not|never)"
    "|cannot|(?:is|are|was|were|has|have|does|do|did|ca|could|wo|would|should)n['\u2019]t|nothing|nobody|is unknown"
    "|is a myth|does not exist)\\b",
    re.IGNORECASE,
)
"""A clause of its own denies something else: "cures what drugs cannot", "safe and does not hurt"."""


def denies_before(words: str) -> bool:
    """Whether the words before a claim deny it: the last clause of them has a "no" or the like."""
    begin = max((clause.end() for clause in _NEW_CLAUSE.finditer(words)), default=0)
    return _DENIAL.search(_NO_DENIAL.sub(" ", words[begin:])) is not None


def denies_after(words: str) -> bool:
    """Whether the words after a claim take it back, as "is not possible" does."""
    return _DENIAL_AFTER.match(words) is not None
