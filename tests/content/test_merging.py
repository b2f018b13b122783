"""Two people's changes to one page become one page, and only real clashes are asked."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.merging import Conflict, merge_pages, merge_sites
from editor.content.page_changes import add_study, move_study, put_study, remove_study
from editor.content.shared_texts import Research, SiteResearch
from editor.content.site import Site
from editor.content.study import Study

STUDIES = tuple(Study(key=letter, title=f"Study {letter}", journal="A journal", note="") for letter in "abcde")
BASE = ConditionPage("back-pain", name="Back pain", intro="Old words.", studies=STUDIES)


def order(page: ConditionPage) -> str:
    return "".join(study.key for study in page.study_list)


def edited(page: ConditionPage, key: str, **changes: str | None) -> ConditionPage:
    study = page.study(key)
    assert study is not None
    return put_study(page, replace(study, **changes))


def test_changes_of_different_fields_are_both_kept() -> None:
    mine = edited(replace(BASE, intro="My words."), "b", title="My title")
    theirs = edited(replace(BASE, research=Research(lead="Their lead")), "b", journal="Their journal")
    merged = merge_pages(BASE, mine, theirs)
    expected = edited(BASE, "b", title="My title", journal="Their journal")
    assert merged.record == replace(expected, intro="My words.", research=Research(lead="Their lead"))
    assert merged.conflicts == ()


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    changed = edited(replace(BASE, intro="New words."), "a", title="Corrected")
    assert merge_pages(BASE, changed, replace(changed)).record == changed
    assert merge_pages(BASE, changed, replace(changed)).conflicts == ()


def test_a_date_that_a_save_put_in_the_files_form_is_no_change_of_theirs() -> None:
    base, theirs = edited(BASE, "a", date="2019-05-02"), edited(BASE, "a", date="2019, May 2")
    back = merge_pages(base, edited(BASE, "a", date="2018, Apr 1"), replace(theirs, intro="Their words."))
    assert back.conflicts == ()
    assert back.record == edited(replace(BASE, intro="Their words."), "a", date="2018, Apr 1")
    assert merge_pages(base, replace(base, intro="My words."), theirs).record == replace(theirs, intro="My words.")


def test_two_changes_of_one_text_are_asked_and_mine_stands_meanwhile() -> None:
    mine, theirs = replace(BASE, intro="My words."), replace(BASE, intro="Their words.")
    merged = merge_pages(BASE, mine, theirs)
    assert merged.record == mine
    assert merged.conflicts == (Conflict(None, "intro", "Old words.", "My words.", "Their words."),)


def test_two_changes_of_one_text_of_a_study_are_asked() -> None:
    merged = merge_pages(BASE, edited(BASE, "c", title="Mine"), edited(BASE, "c", title="Theirs"))
    assert merged.conflicts == (Conflict("c", "title", "Study c", "Mine", "Theirs"),)
    assert order(merged.record) == "abcde"


@pytest.mark.parametrize("emptied", [None, ""])
def test_a_written_text_is_not_lost_to_one_that_was_emptied(emptied: str | None) -> None:
    written, gone = replace(BASE, intro="New words."), replace(BASE, intro=emptied)
    for mine, theirs in ((written, gone), (gone, written)):
        merged = merge_pages(BASE, mine, theirs)
        assert merged.record.intro == "New words."
        assert merged.conflicts == (Conflict(None, "intro", "Old words.", mine.intro, theirs.intro),)


def test_what_says_nothing_on_one_side_never_clashes() -> None:
    written, empty = edited(BASE, "a", note="Read this."), edited(BASE, "a", note=None)
    for mine, theirs in ((written, empty), (empty, written)):
        merged = merge_pages(BASE, mine, theirs)
        assert merged.record == written
        assert merged.conflicts == ()


def test_a_study_that_one_side_deleted_is_gone() -> None:
    for mine, theirs in ((remove_study(BASE, "b"), BASE), (BASE, remove_study(BASE, "b"))):
        merged = merge_pages(BASE, mine, theirs)
        assert order(merged.record) == "acde"
        assert merged.conflicts == ()
    assert order(merge_pages(BASE, remove_study(BASE, "b"), remove_study(BASE, "d")).record) == "ace"


def test_a_delete_does_not_beat_an_edit_and_is_named() -> None:
    corrected = edited(BASE, "b", title="Corrected")
    deleted = remove_study(BASE, "b")
    for mine, theirs in ((corrected, deleted), (deleted, corrected)):
        merged = merge_pages(BASE, mine, theirs)
        assert merged.record == corrected
        assert merged.conflicts == (Conflict("b", None, BASE.study("b"), mine.study("b"), theirs.study("b")),)


def test_studies_added_on_both_sides_are_both_kept_beside_their_neighbours() -> None:
    mine, theirs = add_study(BASE, Study(key="m"), 1), add_study(BASE, Study(key="t"), 4)
    merged = merge_pages(BASE, mine, theirs)
    assert order(merged.record) == "ambcdte"
    assert merged.conflicts == ()
    both_last = merge_pages(BASE, add_study(BASE, Study(key="m")), add_study(BASE, Study(key="t")))
    assert sorted(order(both_last.record)[5:]) == ["m", "t"]
    assert both_last.conflicts == ()


@pytest.mark.parametrize(("key", "place", "expected"), [("a", 4, "bcdea"), ("e", 0, "eabcd")])
def test_the_order_of_the_side_that_moved_something_is_taken(key: str, place: int, expected: str) -> None:
    moved, written = move_study(BASE, key, place), edited(BASE, "c", title="Corrected")
    for mine, theirs in ((moved, written), (written, moved), (moved, replace(moved))):
        merged = merge_pages(BASE, mine, theirs)
        assert order(merged.record) == expected
        assert merged.conflicts == ()


def test_what_was_added_stays_beside_its_neighbour_when_that_was_moved() -> None:
    merged = merge_pages(BASE, add_study(BASE, Study(key="n"), 1), move_study(BASE, "a", 4))
    assert order(merged.record) == "bcdean"


def test_two_orders_are_asked_and_mine_stands_meanwhile() -> None:
    mine, theirs = move_study(BASE, "a", 4), add_study(move_study(BASE, "e", 0), Study(key="n"))
    merged = merge_pages(BASE, mine, theirs)
    assert order(merged.record) == "bcdnea"
    assert merged.conflicts == (Conflict(None, None, tuple("abcde"), tuple("bcdea"), tuple("eabcdn")),)


def test_lists_of_texts_take_what_each_side_added_or_took_out() -> None:
    base = replace(BASE, aliases=("Sciatica", "Lumbago"))
    mine, theirs = replace(base, aliases=("Sciatica", "Lumbago", "Mine")), replace(base, aliases=("Theirs", "Lumbago"))
    conflict = Conflict(None, "aliases", base.aliases, mine.aliases, theirs.aliases)
    assert merge_pages(base, mine, theirs).conflicts == (conflict,)
    added = replace(base, aliases=("Theirs", "Sciatica", "Lumbago"))
    assert merge_pages(base, mine, added).record.aliases == ("Theirs", "Sciatica", "Lumbago", "Mine")
    assert merge_pages(base, mine, replace(base, aliases=("Lumbago",))).record.aliases == ("Lumbago", "Mine")
    assert merge_pages(base, replace(base, aliases=("Sciatica",)), mine).record.aliases == ("Sciatica", "Mine")


@pytest.mark.parametrize("theirs", [("Lumbago", "Sciatica"), ("Sciatica", "Sciatica", "Lumbago")])
def test_lists_that_were_moved_about_are_asked(theirs: tuple[str, ...]) -> None:
    base = replace(BASE, aliases=("Sciatica", "Lumbago"))
    mine = replace(base, aliases=("Sciatica", "Lumbago", "Mine"))
    merged = merge_pages(base, mine, replace(base, aliases=theirs))
    assert merged.record == mine
    assert [conflict.field for conflict in merged.conflicts] == ["aliases"]


def test_a_site_is_merged_by_field() -> None:
    base = Site(name="Clinic", research=SiteResearch(heading="Research", disclaimers=("One.",)))
    mine = replace(base, research=replace(base.research, disclaimers=("One.", "Two.")))
    theirs = replace(base, name="The Clinic", research=replace(base.research, heading="What research says"))
    merged = merge_sites(base, mine, theirs)
    assert merged.record == replace(theirs, research=replace(theirs.research, disclaimers=("One.", "Two.")))
    assert merged.conflicts == ()
    assert merge_sites(base, theirs, replace(base, name="Our Clinic")).conflicts == (
        Conflict(None, "name", "Clinic", "The Clinic", "Our Clinic"),
    )


class TestUndoIsAMerge:
    """Undo after somebody else's change: from the page after my step to the one before it, on the page as it is now."""

    def test_my_edit_is_taken_back_and_theirs_stays(self) -> None:
        after = edited(BASE, "a", title="My title")
        now = edited(after, "a", journal="Their journal")
        merged = merge_pages(base=after, mine=BASE, theirs=now)
        assert merged.record == edited(BASE, "a", journal="Their journal")
        assert merged.conflicts == ()

    def test_my_delete_comes_back_where_it_was(self) -> None:
        after = remove_study(BASE, "b")
        now = edited(add_study(after, Study(key="n"), 0), "d", title="Their title")
        merged = merge_pages(base=after, mine=BASE, theirs=now)
        assert merged.record == edited(add_study(BASE, Study(key="n"), 0), "d", title="Their title")
        assert merged.conflicts == ()

    def test_what_they_changed_since_is_a_clash(self) -> None:
        after = add_study(edited(BASE, "a", title="My title"), Study(key="n", title="New"))
        now = edited(edited(after, "a", title="Their title"), "n", title="Their correction")
        clashes = merge_pages(base=after, mine=BASE, theirs=now).conflicts
        assert [(clash.study, clash.field) for clash in clashes] == [("a", "title"), ("n", None)]

    def test_a_list_of_studies_that_was_not_there_goes_again(self) -> None:
        before = replace(BASE, studies=None)
        after = replace(before, studies=(Study(key="n"),))
        merged = merge_pages(base=after, mine=before, theirs=replace(after, name="Their name"))
        assert merged.record == replace(before, name="Their name")


TITLE, SUMMARY = field_named(STUDY_FIELDS, "title"), field_named(STUDY_FIELDS, "summary")
TEXT = st.sampled_from([None, "", "one", "two", "three"])
STUDY = st.builds(Study, key=st.sampled_from("abcdef"), title=TEXT, summary=TEXT)
PAGE = st.builds(
    ConditionPage,
    slug=st.just("page"),
    name=TEXT,
    studies=st.lists(STUDY, max_size=5, unique_by=lambda study: study.key).map(tuple),
)


@given(PAGE, PAGE)
def test_a_change_on_one_side_alone_is_taken_whole(base: ConditionPage, changed: ConditionPage) -> None:
    for mine, theirs in ((changed, base), (base, changed), (changed, replace(changed))):
        merged = merge_pages(base, mine, theirs)
        assert merged.record == changed
        assert merged.conflicts == ()


@given(PAGE, PAGE, PAGE)
def test_what_one_side_wrote_is_in_its_place_or_asked(
    base: ConditionPage, mine: ConditionPage, theirs: ConditionPage
) -> None:
    merged = merge_pages(base, mine, theirs)
    keys = [study.key for study in merged.record.study_list]
    assert len(set(keys)) == len(keys)
    asked = [conflict for conflict in merged.conflicts if conflict.field]
    for side in (mine, theirs):
        for study in side.study_list:
            known, kept = base.study(study.key), merged.record.study(study.key)
            for field in (TITLE, SUMMARY):
                written = field.of(study)
                if not written or (known is not None and field.of(known) == written):
                    continue
                in_place = kept is not None and field.of(kept) == written
                assert in_place or any(written in (clash.mine, clash.theirs) for clash in asked)


def test_a_thousand_studies_are_merged_at_once() -> None:
    base = replace(BASE, studies=tuple(Study(key=str(number), title=f"Title {number}") for number in range(1000)))
    mine = edited(base, "7", title="Mine")
    theirs = replace(move_study(base, "900", 3), studies=tuple(map(replace, move_study(base, "900", 3).study_list)))
    began = time.thread_time()
    merged = merge_pages(base, mine, theirs)
    assert time.thread_time() - began < 0.25
    assert merged.record == edited(theirs, "7", title="Mine")
