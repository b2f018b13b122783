"""Which studies are the same one, whatever page they stand on.

A DOI decides, a PubMed number, or the title with years at most one apart: papers come out online and in print. Two
different DOIs are two studies, however alike the rest. A title that is only alike decides nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.content.search_text import folded
from editor.content.study import Study, StudyKey, bare_doi

Mark = tuple[str, str]
"""What tells a study from others: which kind of mark, and the mark."""

_YEAR = re.compile(r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")
_WORD = re.compile(r"\w+")


class Standing(NamedTuple):
    """Where a study stands: the page's name in the folder, and the study as that page has it."""

    page: str
    study: Study


def is_same(one: Study, other: Study) -> bool:
    """Whether two entries are of one study."""
    doi, other_doi = _doi(one), _doi(other)
    if doi and other_doi:
        return doi == other_doi
    if one.pmid_alone and one.pmid_alone == other.pmid_alone:
        return True
    title = _title(one)
    return bool(title) and title == _title(other) and _are_years_close(_year(one), _year(other))


def is_still(before: Study, now: Study) -> bool:
    """Whether a study that was changed is meant to be the same one: a wrong DOI or title may have been put right.

    It is where it shares a mark with what it was, even if the DOIs differ, or was left alone but for such marks.
    """
    if set(_marks(before)) & set(_marks(now)):
        return True
    rest = [(study.journal or "", study.date or "", study.authors or "") for study in (before, now)]
    return rest[0] == rest[1] and any(rest[0])


class SameStudies:
    """The studies of a site by their marks; told of each study that comes, goes or changes."""

    def __init__(self) -> None:
        self._by_mark: dict[Mark, dict[tuple[str, StudyKey], Study]] = {}

    def change(self, page: str, before: Study | None, after: Study | None) -> None:
        """Take in that a page has a study as it was `before` no more, and has it as it is `after`; None: not at all."""
        if before is not None:
            for mark in _marks(before):
                bearing = self._by_mark[mark]
                del bearing[page, before.key]
                if not bearing:
                    del self._by_mark[mark]
        if after is not None:
            for mark in _marks(after):
                self._by_mark.setdefault(mark, {})[page, after.key] = after

    def of(self, study: Study) -> tuple[Standing, ...]:
        """Where the same study stands, itself among them, in the order of the pages' names."""
        found: dict[tuple[str, StudyKey], Study] = {}
        for mark in _marks(study):
            found.update(self._by_mark.get(mark, {}))
        same = (Standing(page, other) for (page, _), other in found.items() if is_same(study, other))
        return tuple(sorted(same, key=_page))


def _page(standing: Standing) -> str:
    return standing.page


def _marks(study: Study) -> Iterator[Mark]:
    marks = (("doi", _doi(study)), ("pmid", study.pmid_alone), ("title", _title(study)))
    return (mark for mark in marks if mark[1])


def _doi(study: Study) -> str:
    """The DOI, which has no capitals, of its own field or else of the link; "" where there is none."""
    if study.doi_alone:
        return study.doi_alone.casefold()
    linked = bare_doi(study.url or "") if "doi.org/" in (study.url or "") else ""
    return linked.casefold() if linked.startswith("10.") else ""


def _title(study: Study) -> str:
    return _words_of(study.title or "")


@functools.lru_cache(maxsize=1024)  # the chosen study is asked for again with every key
def _words_of(title: str) -> str:
    """The title's letters and numbers alone: capitals, accents and signs differ from source to source."""
    return " ".join(_WORD.findall(folded(title)))


def _year(study: Study) -> int | None:
    found = _YEAR.search(study.date or "")
    return int(found[0]) if found else None


def _are_years_close(one: int | None, other: int | None) -> bool:
    """Whether years are at most one apart; one that is stated and one that is not say nothing of each other."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1
