"""Authors as files name them, each in a text of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from editor.references.author_names import is_degree, is_initials, is_suffix, name_of, without_capitals
from editor.references.authors import OTHERS
from editor.references.name_words import ORGANISATION, PARTICLES, SUFFIXES
from editor.references.reading.plain_texts import plain
from editor.references.reference import Author, Reference

_OTHERS = re.compile(r"(?:and |& )?(?:et\.? ?al\.?|others)", re.IGNORECASE)


def author_of(text: str) -> Author | None:
    """Who a text names: "Family, Given", "Family GM" or "Given Family", or an organisation; None if it names nobody.

    What names several, or cannot be taken apart, stays as it is, like an organisation.

    It is `OTHERS` for "et al." and the like.
    """
    name = plain(text).strip(" ;,")
    if _OTHERS.fullmatch(name):
        return OTHERS
    if not any(map(str.isalpha, name)):
        return None
    family, comma, rest = (part.strip() for part in name.partition(","))
    if not comma:
        return name_of(name).author if " " in name else Author(family=name)
    given, *others = (part.strip() for part in rest.split(","))
    suffixes = [other for other in others if not is_degree(other)]
    are_several = any(not is_suffix(suffix) for suffix in suffixes)
    if are_several or (" " in family and ORGANISATION.search(name) and not is_initials(given)):
        return Author(organisation=name)
    return person(family, " ".join((given, *suffixes)))


def authors_of(texts: Iterable[str]) -> tuple[Author, ...]:
    """Who these texts name; some programs put all authors into one, parted by semicolons."""
    names = (name for text in texts for name in plain(text).split(";"))
    return tuple(author for author in map(author_of, names) if author is not None)


def person(family: str, given: str = "", suffix: str = "") -> Author | None:
    """A person of these names; "Jr" and a particle may stand among the given ones. None if there is no name."""
    family, given, suffix = plain(family), plain(given), plain(suffix)
    if not family:
        return author_of(given) if given else None
    names = given.replace(",", " ").split()
    families = family.split()
    if not suffix and len(families) > 1 and families[-1].strip(".").lower() in SUFFIXES:
        suffix = families.pop()
        family = " ".join(families)
    if names and family.isupper() and len(family) > 1:
        family, names = without_capitals(family), _without_capitals(names)
    for place in (-1, 0):
        if not suffix and len(names) > 1 and names[place].strip(".").lower() in SUFFIXES:
            suffix = names.pop(place)
    while len(names) > 1 and names[-1] in PARTICLES:
        family = f"{names.pop()} {family}"
    return Author(family, " ".join(names), suffix=SUFFIXES.get(suffix.strip(".").lower(), suffix))


def _without_capitals(names: list[str]) -> list[str]:
    """Given names that are printed in capitals; "MS" alone are initials, "MYEONG SOO" and "JOHN" are none."""
    are_names = any(len(name) > 3 for name in names) or (len(names) > 1 and all(len(name) > 1 for name in names))
    return [without_capitals(name) for name in names] if are_names else names


def without_others(reference: Reference) -> Reference:
    """The reference with its authors alone, and told whether there are others."""
    authors = tuple(author for author in reference.authors if author != OTHERS)
    return reference if authors == reference.authors else replace(reference, authors=authors, and_others=True)
