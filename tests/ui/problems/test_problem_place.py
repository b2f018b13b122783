"""Where a problem's words stand in what a box shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.finding import Spot
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.session.checking.page_problem import PageProblem
from editor.ui.problems.problem_place import place_of, where_words

SITE = replace(Site(), references=replace(Site().references, lead=("Of the last ten years.", "All of them.")))
STUDY = Study("one", title="Knees", summary="It cures. They say that it cures.")
PAGE = ConditionPage("knee", name="Knee", intro="One cure, two cures.", studies=(Study("two"), STUDY))


def problem(words: str, spot: Spot) -> PageProblem:
    return PageProblem("A01", "cure_promised", Severity.STOP, "A cure.", spot, words)


@pytest.mark.parametrize(
    ("found", "span"),
    [
        (problem("cure", Spot(field="intro", start=4, end=8)), (4, 8)),
        (problem("cures", Spot(field="intro", start=14, end=19)), (14, 19)),
        (problem("cures", Spot(field="intro", start=2, end=7)), (14, 19)),  # typed before it since
        (problem("cures", Spot(field="summary", study="one", start=26, end=31)), (27, 32)),  # the nearer one
        (problem("cures", Spot(field="summary", study="one", start=1, end=6)), (3, 8)),
        (problem("All", Spot(field="references.lead", item=1, start=0, end=3)), (23, 26)),  # the site's, one a line
        (problem("last ten years", Spot(field="references.lead")), (7, 21)),
        (problem("gone", Spot(field="intro", start=0, end=4)), None),
        (problem("", Spot(field="intro")), None),
    ],
)
def test_words_are_found_where_they_stand_now(found: PageProblem, span: tuple[int, int] | None) -> None:
    assert place_of(found, PAGE, SITE).span == span


def test_words_of_the_pages_own_are_preferred_to_shared_ones() -> None:
    own = replace(PAGE, references=replace(PAGE.references, lead=("All mine.",)))
    place = place_of(problem("All", Spot(field="references.lead")), own, SITE)
    assert (place.field and place.field.label, place.span) == ("References introduction, this page only", (0, 3))


def test_where_it_is_is_said_in_words() -> None:
    assert where_words(problem("", Spot(field="summary", study="one")), PAGE) == "Study 2, Summary"
    assert where_words(problem("", Spot(study="one")), PAGE) == "Study 2"
    assert where_words(problem("", Spot(field="references.lead")), PAGE) == "References introduction"
    assert where_words(problem("", Spot()), PAGE) == ""
    assert where_words(problem("", Spot(field="references.lead")), SITE) == "References introduction"
