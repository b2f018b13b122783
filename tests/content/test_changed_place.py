from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.cell_changes import set_cells
from editor.content.changed_place import ChangedPlace, changed_page, changed_site
from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, field_named
from editor.content.site import Site
from editor.content.study import Study


def page_of(names: str) -> ConditionPage:
    return ConditionPage("pain", studies=tuple(Study(key=name, title=name) for name in names))


def test_nothing_has_changed() -> None:
    assert changed_page(page_of("abc"), page_of("abc")) is None
    assert changed_site(Site(), Site()) is None


def test_a_text_of_the_page_or_of_the_site() -> None:
    page = page_of("abc")
    assert changed_page(page, replace(page, intro="New")) == ChangedPlace(field_named(PAGE_FIELDS, "intro"))
    lead = field_named(SITE_FIELDS, "research.lead")
    assert changed_site(Site(), lead.set_text(Site(), "New")) == ChangedPlace(lead)


def test_a_text_of_a_study() -> None:
    page, date = page_of("abc"), field_named(STUDY_FIELDS, "date")
    changed = replace(page, studies=(*page.study_list[:2], date.set_text(page.study_list[2], "2016")))
    assert changed_page(page, changed) == ChangedPlace(date, ("c",), (date,))


def test_texts_of_several_studies() -> None:
    page, date, journal = page_of("abc"), field_named(STUDY_FIELDS, "date"), field_named(STUDY_FIELDS, "journal")
    changed = set_cells(page, {("a", journal): "BMJ", ("c", date): "2016"})
    assert changed_page(page, changed) == ChangedPlace(None, ("a", "c"), (journal, date))
    assert changed_page(page, replace(changed, studies=(*changed.study_list, Study("N")))) == ChangedPlace(
        None, ("a", "c", "N")
    )


@pytest.mark.parametrize(
    ("before", "after", "chosen", "studies"),
    [
        ("ab", "aNb", "", "N"),
        ("ab", "NaMb", "", "NM"),
        ("", "N", "", "N"),
        ("abc", "ac", "", "c"),
        ("abc", "ab", "", "b"),
        ("abcd", "ad", "", "d"),
        ("a", "", "", ""),
        ("abcd", "acbd", "b", "b"),
        ("abcd", "acbd", "c", "c"),
        ("abcd", "acbd", "d", "c"),
        ("abcd", "bcda", "cd", "cd"),
    ],
)
def test_studies_that_came_went_or_moved(before: str, after: str, chosen: str, studies: str) -> None:
    assert changed_page(page_of(before), page_of(after), chosen) == ChangedPlace(None, tuple(studies))
