"""What of a website is listed as entered twice, and merging two entries."""

from __future__ import annotations

from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.references.duplicate_search import duplicates_among, merge_pairs, merged

TITLE = "Acupuncture for chronic sciatica in older adults"
FIRST = Study("1", title=TITLE, date="2018", doi="10.1/a", summary="It helped.", note="Ask Li.")
SECOND = Study("2", title=TITLE.upper(), date="2018-04", journal="Pain", note="Seen in May.")
OTHER = Study("3", title=f"{TITLE}: a trial", date="2018")


def test_groups_and_questions_tell_where_the_studies_stand() -> None:
    pages = {
        "back": ConditionPage("back", studies=(FIRST, SECOND)),
        "hip": ConditionPage("hip", studies=(OTHER, Study("4", title="Another thing"))),
    }
    found = duplicates_among(pages)
    assert [[(one.page, one.study.key) for one in group] for group in found.groups] == [[("back", "1"), ("back", "2")]]
    assert [(one.study.key, other.study.key) for one, other in found.questions] == [("1", "3")]
    assert duplicates_among(pages, lambda: True).questions == ()


def test_merging_keeps_what_is_chosen_and_both_notes() -> None:
    pairs = {pair.field.name: pair for pair in merge_pairs(FIRST, SECOND)}
    assert {name for name, pair in pairs.items() if not pair.agrees} == {"title", "date", "journal", "note"}
    assert pairs["journal"].fills
    page = ConditionPage("back", studies=(SECOND, OTHER, FIRST))
    made = merged(page, FIRST, SECOND, [pairs[name] for name in ("journal", "date", "note")])
    assert made is not None
    kept = replace(FIRST, journal="Pain", date="2018-04", note="Ask Li.\nSeen in May.")
    assert made == (ConditionPage("back", studies=(OTHER, kept)), "1")


def test_entries_that_say_something_else_by_now_are_not_merged() -> None:
    page = ConditionPage("back", studies=(FIRST, SECOND))
    assert merged(page, replace(FIRST, title="Hip"), SECOND, ()) is None
    assert merged(page, FIRST, OTHER, ()) is None
