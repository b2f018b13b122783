"""The authors of studies in one style: what would change, and the page with what of it was agreed on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import put_study
from editor.content.study import Study, StudyKey
from editor.references.authors import authors_in, printed


@dataclass(frozen=True, slots=True)
class TidiedAuthors:
    """The authors of a study as they stand and as they would; unsure where a name could not be taken apart."""

    study: Study
    before: str
    after: str
    is_sure: bool


def tidied_authors(studies: Iterable[Study]) -> tuple[TidiedAuthors, ...]:
    """What would change in the authors of these studies."""
    return tuple(tidied for study in studies if (tidied := _tidied(study)) is not None)


def with_tidied(page: ConditionPage, tidied: Iterable[TidiedAuthors]) -> tuple[ConditionPage, tuple[StudyKey, ...]]:
    """The page with these authors, and whose they are; one that says something else by now keeps that."""
    changed: list[StudyKey] = []
    for one in tidied:
        study = page.study(one.study.key)
        if study is not None and study.authors == one.before:
            page = put_study(page, replace(study, authors=one.after))
            changed.append(study.key)
    return page, tuple(changed)


def _tidied(study: Study) -> TidiedAuthors | None:
    before = study.authors or ""
    read = authors_in(before)
    after = printed(read.authors, and_others=read.and_others)
    if not after or after == before:
        return None
    return TidiedAuthors(study, before, after, read.is_sure)
