"""What of a study goes into a file for a reference manager, taken apart as such files want it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.content.dates import StudyDate, understood_date
from editor.content.search_text import single_spaced
from editor.content.study import Study
from editor.content.study_types import study_type_words
from editor.markup.plain_words import plain_words
from editor.references.authors import AuthorList, authors_in

GUIDELINE = "guideline"
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no such file can hold, and nobody sees."""


@dataclass(frozen=True, slots=True)
class WrittenStudy:
    """A study in one-line texts; `summary` is the clinic's own, without mark-up. The note for staff is left out.

    `day` is the date where it is understood, `date_text` what is printed, `year` the first year in it.
    """

    title: str
    authors: AuthorList
    journal: str
    publisher: str
    day: StudyDate | None
    date_text: str
    doi: str
    pmid: str
    url: str
    kind: str
    summary: str
    is_guideline: bool

    @property
    def year(self) -> str:
        """The year, in four digits; "" where no year is printed."""
        if self.day is not None:
            return f"{self.day.year:04}"
        found = _YEAR.search(self.date_text)
        return found[0] if found else ""

    @property
    def type_of(self) -> str:
        """What it is as a publication: "article", "report", "other"."""
        if self.journal:
            return "article"
        return "report" if self.is_guideline else "other"


def written_study(study: Study) -> WrittenStudy:
    """The study as it is written into files."""
    date_text = _line(study.date)
    return WrittenStudy(
        _line(study.title),
        authors_in(_line(study.authors)),
        _line(study.journal),
        _line(study.publisher),
        understood_date(date_text),
        date_text,
        study.doi_alone,
        study.pmid_alone,
        _line(study.url),
        study_type_words(study.study_type or ""),
        _line(plain_words(study.summary or "")),
        study.study_type == GUIDELINE,
    )


def _line(text: str | None) -> str:
    return single_spaced(_CONTROLS.sub("", text or ""))
