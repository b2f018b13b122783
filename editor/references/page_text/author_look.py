"""Whether a line looks like the authors of a study."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\s*[,;·•|、\uff0c\uff1b&]\s*|\s+and\s+|\s+和\s*")
_ET_AL = re.compile(r"\b(?:et\.? al\b\.?|and others\b)|等\s*$", re.IGNORECASE)
_PARTICLES = frozenset({"de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "el", "la", "le", "van"}) | {
    "von", "ter", "ten", "bin", "ibn", "al", "af", "zu", "zur", "jr", "sr", "ii", "iii", "y", "st", "st.", "jr.", "sr.",
}  # fmt: skip
_NAME = re.compile(r"(?:[^\W\d_a-z]|d['\u2019]|O['\u2019])[\w.'\u2019*†‡§-]*[¹²³\d*†‡§]*")
_INITIALS = re.compile(r"[^\W\d_a-z](?:[.\-\u2010 ]*[^\W\d_a-z]){0,2}\.?(?:[a-h]|[\d¹²³*†‡]{1,3})?")
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{2,4}[\d¹²³*]*")
_NO_NAME = re.compile(
    r"\b(?:the|of|for|with|in|on|to|medicine|journal|research|acupuncture|pain|study|studies|review|trial|clinic|book"
    r"|contact|about|home|health|care|therap\w+|treatment|society|association|american|british|medical|international|national|college|press|university|chinese|us|your|our|news|blog"
    r"|january|february|march|april|june|july|august|september|october|november|december|century)\b",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_NAME = 2000, 60


def author_score(words: str) -> float:
    """How much a line looks like authors' names, as in `roles`."""
    if len(words) > _LONGEST or (len(words) > _LONGEST_NAME and not _BETWEEN.search(words, 0, _LONGEST_NAME)):
        return -4.0
    others = _ET_AL.search(words)
    bare = (words[: others.start()] if others else words).strip(" .,;")
    parts = [part for part in _BETWEEN.split(bare) if part]
    if parts and all(_CHINESE_NAME.fullmatch(part.strip()) for part in parts):
        return 4.0 if len(parts) > 1 or others else 0.2
    if not _are_names(parts, bare):
        return -4.0
    if _has_initials(parts):
        return 5.0 if len(parts) > 1 or others else 1.0
    return {1: -0.5, 2: 1.5}.get(len(parts), 3.5) + (2.0 if others else 0.0)


def _are_names(parts: list[str], bare: str) -> bool:
    if not parts or len(parts[0]) > _LONGEST_NAME or bare.isupper() or " " not in bare or _NO_NAME.search(bare):
        return False
    return sum(map(_is_name, parts)) >= 0.85 * len(parts)


def _is_name(part: str) -> bool:
    words = part.split()
    return len(words) <= 5 and all(_NAME.fullmatch(word) or word.lower() in _PARTICLES for word in words)


def _has_initials(parts: list[str]) -> bool:
    """Whether at least half of the names have initials, or stand beside some of their own ("Manyanga, T.")."""
    found = sum(any(_INITIALS.fullmatch(word) for word in part.split()) for part in parts)
    return 2 * found >= len(parts)
