"""What a difference is called, and what its two sides say."""

from __future__ import annotations

from typing import NamedTuple

from editor.content.condition_page import ConditionPage
from editor.content.differences import Comparison, Difference
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, FieldValue
from editor.content.site import Site
from editor.content.study import Study, StudyKey
from editor.content.text_lists import list_as_text
from editor.session import LeftWork
from editor.words import tr


class Sides(NamedTuple):
    """Two texts to stand beside each other."""

    mine: str
    theirs: str


def difference_name(comparison: Comparison, difference: Difference) -> str:
    """What the difference is about, such as "Summary of the study “Acupuncture for …”"."""
    if difference.study is None:
        return tr("Order of the studies") if difference.field is None else difference.field.label
    title = _title(difference.study, comparison.merged) or _title(difference.study, comparison.theirs)
    if difference.field is None:
        return tr("The study “{title}”", title=title)
    return tr("{field} of the study “{title}”", field=difference.field.label, title=title)


def sides_of(comparison: Comparison, difference: Difference) -> Sides:
    """What the two sides of a difference say; "" for nothing."""
    if difference.is_order:
        return Sides(_titles(comparison.merged), _titles(comparison.theirs))
    return Sides(_words(difference.mine), _words(difference.theirs))


def sides_of_page(left: LeftWork) -> Sides:
    """What the two sides say of the page as a whole."""
    if left.obstacle:
        return Sides(_record_words(left.work.mine), left.obstacle)
    if left.comparison is not None:
        return Sides("", "")
    if left.work.mine is None:
        return Sides(tr("You deleted this page."), tr("The page is there."))
    return Sides(_record_words(left.work.mine), tr("The folder has no such page."))


def _words(side: FieldValue | Study) -> str:
    if isinstance(side, Study):
        texts = ((field.label, field.text_of(side)) for field in STUDY_FIELDS)
        return "\n\n".join(f"{label}\n{text}" for label, text in texts if text.strip())
    return list_as_text(side) if isinstance(side, tuple) else side or ""


def _record_words(record: ConditionPage | Site | None) -> str:
    """All texts of a page or of the site."""
    if record is None:
        return ""
    fields = PAGE_FIELDS if isinstance(record, ConditionPage) else SITE_FIELDS
    texts = [f"{field.label}\n{text}" for field in fields if (text := field.text_of(record)).strip()]
    studies = record.study_list if isinstance(record, ConditionPage) else ()
    return "\n\n".join((*texts, *map(_words, studies)))


def _title(key: StudyKey, record: ConditionPage | Site) -> str:
    study = record.study(key) if isinstance(record, ConditionPage) else None
    return "" if study is None else " ".join((study.title or "").split()) or tr("no title")


def _titles(record: ConditionPage | Site) -> str:
    studies = record.study_list if isinstance(record, ConditionPage) else ()
    return "\n".join(f"{number}. {study.title or tr('no title')}" for number, study in enumerate(studies, 1))
