"""A server that stands for the publishers, and what it says of the sample's studies."""

from __future__ import annotations

from editor.content.dates import understood_date
from editor.content.study import Study
from editor.references.authors import authors_in
from tests.references.looking_up.service import Service

BACK = "conditions/back-hip-knee-leg-pain.yaml"


def work_of(study: Study, **other: object) -> dict[str, object]:
    """A study as Crossref would describe it, but for `other`."""
    day = understood_date(study.date or "")
    authors = authors_in(study.authors or "").authors
    said: dict[str, object] = {
        "DOI": study.doi_alone,
        "type": "journal-article",
        "title": [study.title],
        "container-title": [study.journal],
        "author": [{"given": author.given, "family": author.family} for author in authors],
        "issued": {"date-parts": [list(map(int, day.edtf.split("-")))] if day else [[]]},
    }
    return said | other


def updated_by(kind: str, *date: int) -> list[dict[str, object]]:
    """The form in which Crossref tells of a notice; the very same one comes twice, as from two sources."""
    one: dict[str, object] = {"DOI": "10.5555/notice", "type": kind, "updated": {"date-parts": [list(date)]}}
    return [{**one, "source": "retraction-watch"}, {**one, "source": "publisher"}]


def know(service: Service, work: dict[str, object]) -> None:
    """Have the service know a work."""
    service.works[str(work["DOI"]).casefold()] = work
