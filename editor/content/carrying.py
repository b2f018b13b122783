"""Carrying the words of a study over to the other pages on which the same study stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.content.condition_page import ConditionPage
from editor.content.dates import edtf_date
from editor.content.entering import as_entered
from editor.content.fields import STUDY_FIELDS, Field, Kind
from editor.content.page_changes import put_study
from editor.content.same_studies import Standing
from editor.content.study import Study, StudyKey

_CARRIED = tuple(field for field in STUDY_FIELDS if field.name != "note")
"""A note is for the page on which it stands."""


@dataclass(frozen=True, slots=True)
class CarriedChange:
    """What one field of a study says on another page, and what it would say."""

    page: str
    key: StudyKey
    field: Field
    before: str
    after: str
    is_correction: bool
    """The page still has what this one had before it was changed. Else it has words of its own, perhaps on purpose."""


def carried_changes(first: Study, now: Study, elsewhere: Iterable[Standing]) -> tuple[CarriedChange, ...]:
    """In what the study differs on other pages from what it says `now` on this one, where it said `first` before.

    A date takes the form that the other page has it in.
    """
    return tuple(
        CarriedChange(
            page,
            study.key,
            field,
            field.text_of(study),
            as_entered(field, field.text_of(now), field.text_of(study)),
            is_correction=_means(field, study) == _means(field, first),
        )
        for page, study in elsewhere
        for field in _CARRIED
        if _means(field, study) != _means(field, now)
    )


def with_changes(page: ConditionPage, changes: Iterable[CarriedChange]) -> ConditionPage:
    """The page with these changes made, each only where the page still says what was shown."""
    for change in changes:
        study = page.study(change.key)
        if study is not None and change.field.text_of(study) == change.before:
            page = put_study(page, change.field.set_text(study, change.after))
    return page


def _means(field: Field, study: Study) -> str:
    """The text without what nobody sees: blanks around it, and the form in which a file has a date."""
    text = field.text_of(study).strip()
    return edtf_date(text) or text if field.kind is Kind.DATE else text
