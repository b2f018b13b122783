"""What counts as unchanged."""

from __future__ import annotations

from dataclasses import replace

from editor.content.comparison import page_words, settled_page
from editor.content.condition_page import ConditionPage
from editor.content.study import Study

AS_READ = ConditionPage("back-pain", name="Back pain", intro="Words.", studies=(Study(key="a", title="One"),))


def test_a_field_typed_and_emptied_again_is_as_it_was() -> None:
    typed = replace(AS_READ, title="x", studies=(replace(AS_READ.study_list[0], note="y"),))
    emptied = replace(typed, title="", studies=(replace(typed.study_list[0], note=""),))
    assert settled_page(typed, AS_READ) == typed
    assert settled_page(emptied, AS_READ) == AS_READ


def test_emptying_what_the_file_had_stays_a_change() -> None:
    assert settled_page(replace(AS_READ, intro=""), AS_READ).intro == ""


def test_a_missing_status_put_back_to_published_is_missing_again() -> None:
    assert settled_page(replace(AS_READ, status="draft"), AS_READ).status == "draft"
    assert settled_page(replace(AS_READ, status="published"), AS_READ) == AS_READ


def test_a_status_that_the_file_had_is_kept_as_chosen() -> None:
    draft = replace(AS_READ, status="draft")
    assert settled_page(replace(draft, status="published"), draft).status == "published"


def test_the_last_study_removed_from_a_file_without_a_list_leaves_none() -> None:
    without = replace(AS_READ, studies=None)
    assert settled_page(replace(without, studies=()), without) == without


def test_two_readings_of_a_page_say_the_same_whatever_their_keys() -> None:
    again = replace(AS_READ, title="", studies=(Study(key="b", title="One", note=""),))
    assert again != AS_READ
    assert page_words(again) == page_words(AS_READ)


def test_a_date_says_the_same_in_either_form_and_another_date_does_not() -> None:
    dated = [
        page_words(replace(AS_READ, review_due=date, studies=(Study(key="a", title="One", date=date),)))
        for date in ("2018, Apr 1", "2018-04-01", "2018, Apr 2", "in press")
    ]
    assert dated[0] == dated[1]
    assert dated[0] not in dated[2:]
    assert dated[3].study_list[0].date == "in press"
