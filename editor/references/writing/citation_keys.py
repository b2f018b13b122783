"""The keys by which studies are cited in a text: "tang2018"."""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Iterator, Sequence

from editor.content.search_text import folded
from editor.references.writing.written_study import WrittenStudy

_LETTERS = re.compile(r"[a-z0-9]+")
_SMALL_WORDS = frozenset(("a", "an", "the", "of", "on", "in", "is", "for", "and"))
_NOBODY = "study"


def citation_keys(studies: Sequence[WrittenStudy]) -> list[str]:
    """A key for each study: the first author's family name and the year, with a letter where several have the same.

    The letters go by what the studies say, so that another order on the page leaves each study its key.
    """
    alike = defaultdict[str, list[int]](list)
    for place, study in enumerate(studies):
        alike[_key(study)].append(place)
    keys = [""] * len(studies)
    taken = set(alike)
    for key, places in alike.items():
        letters = _endings()
        for place in sorted(places, key=lambda one: _identity(studies[one])):
            keys[place] = key if len(places) == 1 else _free(key, letters, taken)
    return keys


def _key(study: WrittenStudy) -> str:
    author = next(iter(study.authors.authors), None)
    name = "" if author is None else author.family or author.organisation.partition(" ")[0]
    words = [word for word in _LETTERS.findall(folded(study.title)) if word not in _SMALL_WORDS]
    return (_ascii(name) or (words[0] if words else _NOBODY)) + study.year


def _ascii(name: str) -> str:
    return "".join(_LETTERS.findall(folded(name)))


def _identity(study: WrittenStudy) -> tuple[str, str, str]:
    return study.doi.casefold(), study.pmid, study.title


def _free(key: str, letters: Iterator[str], taken: set[str]) -> str:
    """The key with the next ending by which no other study goes."""
    made = next(made for letter in letters if (made := key + letter) not in taken)
    taken.add(made)
    return made


def _endings() -> Iterator[str]:
    """The letters of the alphabet, then "z2", "z3" and so on."""
    yield from string.ascii_lowercase
    number = 2
    while True:
        yield f"z{number}"
        number += 1
