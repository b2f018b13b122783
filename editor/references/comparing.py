"""What a study on a page says otherwise than the record of its paper, and how much that weighs.

A difference is told only where both can be read to say different things: a day lies within its month, "J Pain" is the
Journal of Pain, and a list that ends in "et al." leaves authors out without being wrong.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType

from editor.content.dates import StudyDate, understood_date
from editor.content.fields import Field
from editor.content.journal_names import is_same_journal
from editor.content.search_text import folded, single_spaced
from editor.content.study import bare_doi, bare_pmid
from editor.references.authors import authors_in
from editor.references.reference import Author


class Weight(Enum):
    """How much a difference weighs."""

    NONE = auto()
    """Both say the same, or what one says fits what the other says."""
    MISSING = auto()
    """The page says nothing, or less: what the record has could be added."""
    SPELLING = auto()
    """The same in other letters: capitals, dashes, an abbreviation, another style of names."""
    OTHER = auto()
    """Something else is said."""


_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BEFORE_HOST = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_WORD = re.compile(r"\w+|(?<=[0-9])[.\u00b7](?=[0-9])")


def weigh(field: Field, here: str, there: str) -> Weight:
    """How much it weighs that a field says `here` on a page and `there` in a record."""
    if here.strip() == there.strip() or not there.strip():
        return Weight.NONE
    if not here.strip():
        return Weight.MISSING
    return _RULES.get(field.name, _weigh_words)(here.strip(), there.strip())


def _weigh_note(_here: str, _there: str) -> Weight:
    return Weight.OTHER


def _weigh_date(here: str, there: str) -> Weight:
    ours, theirs = understood_date(here), understood_date(there)
    if ours is None or theirs is None:
        return _weigh_words(here, there)
    mine, other = _parts(ours), _parts(theirs)
    shared = min(len(mine), len(other))
    if mine[:shared] != other[:shared]:
        return Weight.OTHER
    return Weight.MISSING if len(other) > len(mine) else Weight.NONE


def _parts(day: StudyDate) -> tuple[int, ...]:
    return tuple(part for part in (day.year, day.month, day.day) if part is not None)


def _weigh_words(here: str, there: str) -> Weight:
    if _printed(here) == _printed(there):
        return Weight.NONE
    return Weight.SPELLING if _letters(here) == _letters(there) else Weight.OTHER


def _weigh_journal(here: str, there: str) -> Weight:
    weight = _weigh_words(here, there)
    return Weight.SPELLING if weight is Weight.OTHER and is_same_journal(here, there) else weight


def _weigh_authors(here: str, there: str) -> Weight:
    if _weigh_words(here, there) is Weight.NONE:
        return Weight.NONE
    ours, theirs = authors_in(here), authors_in(there)
    fewer = min(len(ours.authors), len(theirs.authors))
    is_left_out = (ours.and_others and len(ours.authors) <= len(theirs.authors)) or theirs.and_others
    if not fewer or (len(ours.authors) != len(theirs.authors) and not is_left_out):
        return Weight.OTHER
    if not all(map(_is_same_person, ours.authors[:fewer], theirs.authors[:fewer])):
        return Weight.OTHER
    as_printed = _names(ours.authors[:fewer]) == _names(theirs.authors[:fewer])
    return Weight.NONE if is_left_out and as_printed else Weight.SPELLING


def _is_same_person(one: Author, other: Author) -> bool:
    """Whether family names are the same and the first initials do not differ, or the organisations are the same."""
    if one.organisation or other.organisation:
        return _letters(one.organisation or one.family) == _letters(other.organisation or other.family)
    if _letters(one.family) != _letters(other.family):
        return False
    initials = folded(one.given)[:1], folded(other.given)[:1]
    return initials[0] == initials[1] or not all(initials)


def _names(authors: Sequence[Author]) -> list[tuple[str, str, str]]:
    return [(author.family, author.given, author.organisation) for author in authors]


def _weigh_doi(here: str, there: str) -> Weight:
    return Weight.NONE if bare_doi(here).casefold() == bare_doi(there).casefold() else Weight.OTHER


def _weigh_url(here: str, there: str) -> Weight:
    return Weight.NONE if _address(here) == _address(there) else Weight.OTHER


def _address(text: str) -> str:
    """An address without what leads to the same place with and without it; of a DOI's address the DOI."""
    doi = bare_doi(text)
    return doi.casefold() if doi.startswith("10.") else _BEFORE_HOST.sub("", text).rstrip("/")


def _weigh_pmid(here: str, there: str) -> Weight:
    return Weight.NONE if bare_pmid(here) == bare_pmid(there) != "" else Weight.OTHER


def _printed(text: str) -> str:
    """The text as one sees it."""
    return unicodedata.normalize("NFC", single_spaced(text))


def _letters(text: str) -> str:
    """The letters and numbers alone, in small letters without accents and mark-up; 1.5 is another number than 15."""
    return "".join(_WORD.findall(folded(html.unescape(_TAG.sub("", text))))).replace("\u00b7", ".")


_RULES: Mapping[str, Callable[[str, str], Weight]] = MappingProxyType(
    {
        "authors": _weigh_authors,
        "journal": _weigh_journal,
        "date": _weigh_date,
        "url": _weigh_url,
        "doi": _weigh_doi,
        "pmid": _weigh_pmid,
        "note": _weigh_note,
    }
)
