"""A page as a fix leaves it, or none at all where something else stands there by now."""

from __future__ import annotations

import pytest

from editor.checks.finding import Fix, TextChange
from editor.checks.fixed import Outdated, fixed_page, fixed_site
from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import References
from editor.content.site import Site
from editor.content.study import Study, StudyKey

KNEES, STEPS, NEEDLES = (Study(title, title=title) for title in ("Knees", "Steps", "Needles"))
PAGE = ConditionPage("knee", intro="Many have it.", studies=(KNEES, STEPS, NEEDLES))


def titles(page: ConditionPage) -> list[str | None]:
    return [study.title for study in page.study_list]


def test_texts_change_studies_go_and_the_rest_stands_in_its_new_order() -> None:
    changes = (TextChange("intro", "Many have it.", "Some have it."), TextChange("title", "Knees", "Knee", KNEES.key))
    fixed = fixed_page(PAGE, Fix("", changes, (STEPS.key,), (NEEDLES.key, KNEES.key)))
    assert (fixed.intro, titles(fixed)) == ("Some have it.", ["Needles", "Knee"])


def test_what_changes_on_all_pages_is_not_the_pages() -> None:
    change = TextChange("references.lead", "One.\nTwo.", "One.\nThree.", shared=True)
    assert fixed_page(PAGE, Fix("", (change,))) is PAGE
    site = Site(references=References(lead=("One.", "Two.")))
    assert fixed_site(site, (change,)).references.lead == ("One.", "Three.")


@pytest.mark.parametrize(
    "fix",
    [
        Fix("", (TextChange("intro", "Many had it.", "Some have it."),)),
        Fix("", (TextChange("title", "Knee", "Knees", KNEES.key),)),
        Fix("", (TextChange("title", "Knees", "Knee", StudyKey("gone")),)),
        Fix("", removed=(StudyKey("gone"),)),
        Fix("", order=(STEPS.key, KNEES.key)),
        Fix("", order=(STEPS.key, KNEES.key, NEEDLES.key, StudyKey("new"))),
    ],
)
def test_nothing_is_done_where_the_page_is_another_by_now(fix: Fix) -> None:
    with pytest.raises(Outdated):
        fixed_page(PAGE, fix)


def test_a_list_that_a_box_cannot_hold_stays_as_it_is() -> None:
    site = Site(references=References(lead=("One.\n\nTwo.", "Three.")))
    with pytest.raises(Outdated):
        fixed_site(site, (TextChange("references.lead", "One.\n\nTwo.\n\nThree.", "One.", shared=True),))
