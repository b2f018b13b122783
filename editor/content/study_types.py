"""The kinds of study that have words of their own."""

from __future__ import annotations

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


def study_type_words(key: str) -> str:
    """The words for a study's kind; "" for one that has none."""
    return _WORDS.get(key, "")
