"""The kinds of file that studies can be exported as."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from editor.content.same_studies import SameStudies
from editor.content.study import Study
from editor.words import tr

NamedStudies = tuple[str, Sequence[Study]]
"""A page's name and studies of it."""


@dataclass(frozen=True, slots=True)
class StudyFileKind:
    """A kind of file: its ending, what it is called, what programs take it, and what to know of such a file."""

    ending: str
    name: str
    use: str
    advice: str = ""

    @property
    def is_table(self) -> bool:
        """Whether it has a row for each study as it stands on a page, and else each study once."""
        return self.ending == ".csv"


CSV = StudyFileKind(
    ".csv",
    tr("Table (CSV)"),
    tr("For Excel and other spreadsheets"),
    tr(
        "Excel shows dates in its own way, such as Dec-17 for 2017-12. To have them there as they are, copy the"
        " studies in the table and paste them into Excel, or open the file in Excel with “From Text/CSV” in its menu"
        " Data and choose not to detect data types.\n\n"
        "Where a text begins with = + - or @, an apostrophe stands before it: otherwise a spreadsheet would run it as a"
        " formula."
    ),
)
RIS = StudyFileKind(".ris", tr("References (RIS)"), tr("For Zotero, EndNote and most others"))
CSL_JSON = StudyFileKind(".json", tr("References (CSL-JSON)"), tr("For Zotero and citing in word processors"))
BIBTEX = StudyFileKind(".bib", tr("References (BibTeX)"), tr("For JabRef and writing with LaTeX"))

STUDY_FILE_KINDS = (CSV, RIS, CSL_JSON, BIBTEX)


def study_file(kind: StudyFileKind, pages: Sequence[NamedStudies], *, with_pages: bool) -> tuple[bytes, int]:
    """The file of these studies, and how many are in it; `with_pages` puts pages' names into a table."""
    if kind.is_table:
        from editor.content.study_csv import studies_csv

        return studies_csv(pages, with_pages=with_pages), sum(len(studies) for _, studies in pages)
    from editor.references.writing import bibtex_of, csl_json_of, ris_of

    studies = tuple(_each_once(study for _, studies in pages for study in studies))
    write = {RIS.ending: ris_of, CSL_JSON.ending: csl_json_of, BIBTEX.ending: bibtex_of}[kind.ending]
    return write(studies), len(studies)


def _each_once(studies: Iterable[Study]) -> Iterable[Study]:
    """The studies without those that stood before, on another page or on the same."""
    known = SameStudies()
    for study in studies:
        if not known.of(study):
            known.change("", None, study)
            yield study
