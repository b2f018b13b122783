"""What tells a study from others, and whether two entries are of one study.

A DOI decides, a PubMed number, or the title with years at most one apart: papers come out online and in print. Two
different DOIs are two studies, however alike the rest. The title decides nothing where the entries contradict each
other in something else: a meeting's abstract has the title of its paper, and replies are all called "Reply".
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.content.journal_names import is_same_journal
from editor.content.search_text import words_of
from editor.content.study import Study, bare_doi

Mark = tuple[str, str]
"""What tells a study from others: which kind of mark, and the mark."""


class Telling(NamedTuple):
    """What an entry tells of which study it is of, each as it is compared; "" or nothing where it does not say."""

    doi: str
    pmid: str
    title: str
    year: int | None
    journal: str
    names: frozenset[str]


_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_AND = re.compile(r"\s*&(?:amp;)?\s*")
_MARKUP = re.compile(r"</?[a-z]+>", re.IGNORECASE)


def marks_of(study: Study) -> Iterator[Mark]:
    """The study's marks, of which it shares one with every entry that is of the same study."""
    marks = (("doi", doi_of(study)), ("pmid", study.pmid_alone), ("title", title_of(study)))
    return (mark for mark in marks if mark[1])


def doi_of(study: Study) -> str:
    """The DOI, which has no capitals, of its own field or else of the link; "" where there is none."""
    if study.doi_alone:
        return study.doi_alone.casefold()
    linked = bare_doi(study.url or "") if "doi.org/" in (study.url or "") else ""
    return linked.casefold() if linked.startswith("10.") else ""


def title_of(study: Study) -> str:
    """The words of the title as they are compared."""
    return _title_words(study.title or "")


def year_of(study: Study) -> int | None:
    """The year of the date; None where it says none."""
    found = _YEAR.search(study.date or "")
    return int(found[0]) if found else None


def tells_of(study: Study) -> Telling:
    """What an entry tells of which study it is of."""
    journal, names = (study.journal or "").strip(), _names(study.authors or "")
    return Telling(doi_of(study), study.pmid_alone, title_of(study), year_of(study), journal, names)


def is_same(one: Telling, other: Telling) -> bool:
    """Whether two entries are of one study, as far as these two tell."""
    if one.doi and other.doi:
        return one.doi == other.doi
    if one.pmid and other.pmid:
        return one.pmid == other.pmid
    if not one.title or one.title != other.title or not _are_years_close(one.year, other.year):
        return False
    journals = one.journal, other.journal
    if all(journals) and one.journal != other.journal and not is_same_journal(*journals):
        return False
    return _share(one.names, other.names)


def share_a_name(one: Study, other: Study) -> bool:
    """Whether a name stands among the authors of both; also where one of them tells no authors."""
    return _share(_names(one.authors or ""), _names(other.authors or ""))


def is_still(before: Study, now: Study) -> bool:
    """Whether a study that was changed is meant to be the same one: a wrong DOI or title may have been put right.

    It is where it shares a mark with what it was, even if the DOIs differ, or was left alone but for such marks.
    """
    if set(marks_of(before)) & set(marks_of(now)):
        return True
    rest = [(study.journal or "", study.date or "", study.authors or "") for study in (before, now)]
    return rest[0] == rest[1] and any(rest[0])


@functools.lru_cache(maxsize=1024)  # the chosen study is asked for again with every key
def _title_words(title: str) -> str:
    """The title's letters and numbers alone: capitals, accents, signs and mark-up differ from source to source."""
    return words_of(_AND.sub(" and ", _MARKUP.sub("", title)))


@functools.lru_cache(maxsize=1024)
def _names(authors: str) -> frozenset[str]:
    """The words among authors that are no initials."""
    return frozenset(word for word in words_of(authors).split() if len(word) > 1 or not word.isascii()) - {"et", "al"}


def _are_years_close(one: int | None, other: int | None) -> bool:
    """Whether years are at most one apart; one that is stated and one that is not say nothing of each other."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1


def _share(names: frozenset[str], others: frozenset[str]) -> bool:
    return not names or not others or not names.isdisjoint(others)
