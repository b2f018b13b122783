"""Whether a sentence speaks of the studies that the page lists, and of all of them."""

from __future__ import annotations

import functools
import re

_STUDIES = re.compile(
    r"\b(?:papers?|stud(?:y|ies)|research|trials?|reviews?|articles?|publications?|published|literature|evidence"
    r"|references?|journals?|appeared|sources?|meta-?analys[ei]s)\b",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\b(?:following|below|listed?|this page|here|these|collection|selection|insights?|all of (?:them|these)|they"
    r"|includes?|brows(?:e|ing)|nothing|everything)\b",
    re.IGNORECASE,
)
_SOMEBODY_HAS = re.compile(
    r"\b(?:we|clinic|practitioners?|team|researchers|scientists|interest|acupuncture|knowledge|people|patients)\s+"
    r"(?:has|have|had)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:most(?!\s+recent)(?:ly)?|mainly|many|some|several|majority|half|largely|chiefly|usually|typically|often"
    r"|preferably|nearly all|almost all|not all|where(?:ver)? (?:we can|possible)|if possible|aim|try|few"
    r"|older (?:ones|papers|studies|reviews|trials))\b",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=256)  # several rules ask of the same few sentences
def is_about_the_list(sentence: str, field: str) -> bool:
    """Whether a sentence of this field is about the listed studies. Above the list it is where it speaks of studies at
    all, or of "all of them"; elsewhere it has to point to the list as well.
    """
    if _SOMEBODY_HAS.search(sentence):
        return False
    speaks, points = _STUDIES.search(sentence), _LIST.search(sentence)
    return bool(speaks or points) if field.startswith("references.") else bool(speaks and points)


@functools.lru_cache(maxsize=256)
def is_for_some_only(sentence: str) -> bool:
    """Whether a sentence leaves room for exceptions: "most of them", "where possible"."""
    return _SOME.search(sentence) is not None
