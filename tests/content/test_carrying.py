"""Carrying words of a study over to other pages."""

from __future__ import annotations

from dataclasses import replace

from editor.content.carrying import carried_changes, with_changes
from editor.content.condition_page import ConditionPage
from editor.content.same_studies import Standing
from editor.content.study import Study

FIRST = Study(key="1", title="Knee", date="2018-04-01", summary="We found much.", note="mine")
NOW = replace(FIRST, title="Knees", summary="We found more.")


def shown(there: Study, now: Study = NOW) -> list[tuple[str, str, str, bool]]:
    changes = carried_changes(FIRST, now, [Standing("neck", there)])
    return [(change.field.name, change.before, change.after, change.is_correction) for change in changes]


def test_old_words_are_a_correction_and_a_pages_own_words_are_not() -> None:
    there = replace(FIRST, key="2", summary="For necks.", note="theirs")
    assert shown(there) == [("title", "Knee", "Knees", True), ("summary", "For necks.", "We found more.", False)]


def test_what_nobody_sees_is_no_difference() -> None:
    there = replace(FIRST, key="2", date="2018, Apr 1", summary="We found much.\n", publisher="", note=None)
    assert shown(there, FIRST) == []
    assert shown(there, replace(FIRST, date="2018")) == [("date", "2018, Apr 1", "2018", True)]


def test_a_date_is_carried_over_in_the_form_of_the_other_page() -> None:
    there = replace(FIRST, key="2", date="2018, Apr 1")
    assert shown(there, replace(FIRST, date="2018-05-02")) == [("date", "2018, Apr 1", "2018, May 2", True)]


def test_changes_are_made_where_the_page_still_says_what_was_shown() -> None:
    there = replace(FIRST, key="2")
    page = ConditionPage("neck", studies=(Study(key="3", title="Knee"), there))
    changes = carried_changes(FIRST, NOW, [Standing("neck", there)])
    changed = with_changes(page, changes)
    assert changed == replace(page, studies=(page.study_list[0], replace(NOW, key="2")))
    other = replace(page, studies=(replace(there, title="A colleague's"),))
    assert with_changes(other, changes).study_list == (replace(NOW, key="2", title="A colleague's"),)
    assert with_changes(ConditionPage("neck"), changes) == ConditionPage("neck")
