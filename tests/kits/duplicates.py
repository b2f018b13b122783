"""The adapter of the references kit's duplicates: records of a table as studies, and which of them are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from editor.content.same_studies import Standing
from editor.content.study import Study
from editor.references.duplicates import Lookalikes
from editor.references.duplicates import groups as groups_of_studies


def groups(records: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """The numbers of the records that are the same study."""
    return [[study.key for study in group] for group in groups_of_studies(map(_study, records))]


def asked(records: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """Those that are, and every two of which would be asked."""
    records = list(records)
    questions = Lookalikes(Standing("", _study(record)) for record in records).questions()
    return [*groups(records), *([one.study.key, other.study.key] for one, other in questions)]


def _study(record: Mapping[str, str]) -> Study:
    return Study(
        key=record["record"],
        title=record["title"],
        authors=record["authors"],
        date=record["year"],
        journal=record["journal"],
        doi=record["doi"],
    )
