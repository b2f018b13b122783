"""Authors as files name them, each in a text of its own."""

from __future__ import annotations

import re

from editor.references.reading.plain_texts import plain
from editor.references.reference import Author

_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[- ]?){1,4}")
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "af al ap auf 't d da dal dalla das de degli dei del dela della den der des di do dos du e el la las le les lo"
        " los op st ten ter van vander vom von y zu zum zur",
    )
)
_ORGANISATION = re.compile(
    r"\b(?:academy|agency|alliance|association|board|centers?|centres?|clinic|collaboration|collaborat(?:ors|ive)|college"
    r"|commission|committee|consortium|corporation|council|department|federation|foundation|group|hospital|initiative"
    r"|institut(?:e|es|ion)|investigators|laboratory|ministry|network|organi[sz]ation|office|panel|programme?|project"
    r"|service|society|task force|team|trialists|union|unit|university)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"(?:jr|sr|i{2,3}|iv|2nd|3rd|4th)\.?", re.IGNORECASE)


def author_of(text: str) -> Author | None:
    """Who a text names: "Family, Given", "Family GM" or "Given Family", or an organisation; None if it names nobody."""
    name = plain(text).strip(" ;")
    family, comma, given = (part.strip() for part in name.partition(","))
    if not name.strip(" ,."):
        return None
    if not comma:
        return _without_comma(name)
    if not given:
        return _without_comma(family) if " " not in family else Author(organisation=family)
    if not family:
        return _without_comma(given)
    if _ORGANISATION.search(name) and not _INITIALS.fullmatch(given):
        return Author(organisation=name)
    return Author(family, _given(given))


def person(family: str, given: str = "") -> Author | None:
    """A person of the two names; None if both are empty."""
    family, given = plain(family), plain(given)
    if not family:
        return author_of(given) if given else None
    return Author(family, given)


def _given(text: str) -> str:
    """Given names and a "Jr." after or before them, in this order and without a comma."""
    first, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or not rest:
        return first
    return f"{rest} {first}" if _SUFFIX.fullmatch(first) else f"{first} {rest}"


def _without_comma(name: str) -> Author:
    words = name.split()
    if len(words) == 1:
        return Author(family=name)
    if _ORGANISATION.search(name):
        return Author(organisation=name)
    if _INITIALS.fullmatch(words[-1]) and (len(words[-1].replace(".", "")) <= 3):
        first_initial = len(words) - 1
        while first_initial > 1 and _INITIALS.fullmatch(words[first_initial - 1]) and "." in words[first_initial - 1]:
            first_initial -= 1
        return Author(" ".join(words[:first_initial]), " ".join(words[first_initial:]))
    at = len(words) - 1
    while at > 1 and words[at - 1].lower() in _PARTICLES:
        at -= 1
    if words[0] in _PARTICLES and at == 1:
        at = 0
    return Author(" ".join(words[at:]), " ".join(words[:at]))
