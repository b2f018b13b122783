"""The kinds of study that have words of their own."""

from __future__ import annotations

import functools
import re

from editor.words import tr

STUDY_TYPES = (
    ("systematic-review", tr("Systematic review")),
    ("meta-analysis", tr("Meta-analysis")),
    ("randomised-trial", tr("Randomised trial")),
    ("cohort", tr("Cohort study")),
    ("guideline", tr("Guideline")),
)
"""Each as the file has it, and in words."""

_WORDS = dict(STUDY_TYPES)
_OF_TITLES = (
    ("systematic-review", re.compile(r"\bsystematic(?: literature)? reviews?\b", re.IGNORECASE)),
    ("meta-analysis", re.compile(r"\bmeta-?\s?analys[ei]s\b", re.IGNORECASE)),
    ("guideline", re.compile(r"\b(?:clinical )?practice guideline\b", re.IGNORECASE)),
    ("randomised-trial", re.compile(r"\brandomi[sz]ed,?(?: [\w-]+,?){0,5} trial\b", re.IGNORECASE)),
    ("cohort", re.compile(r"\bcohort study\b", re.IGNORECASE)),
)
"""The gravest first, as a systematic review of randomised trials is a review."""
_ABOUT_A_STUDY = re.compile(
    r"\A\W*(?:comment|correction|corrigendum|erratum|letter|reply|response|retraction)\b|\bprotocol\b", re.IGNORECASE
)


def study_type_words(key: str) -> str:
    """The words for a study's kind; "" for one that has none."""
    return _WORDS.get(key, "")


@functools.lru_cache(maxsize=4096)  # a page is checked whenever one of its studies changes
def study_type_of_title(title: str) -> str:
    """The kind of study that a paper's title tells; "" where it tells none, or that of another paper."""
    if _ABOUT_A_STUDY.search(title):
        return ""
    return next((key for key, words in _OF_TITLES if words.search(title)), "")
