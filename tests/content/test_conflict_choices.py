"""What was decided about a conflict is what the page says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.conflict_choices import Keep, can_keep_both, with_choices
from editor.content.differences import Difference
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, field_named
from editor.content.site import Site
from editor.content.study import Study

A, B, C = (Study(key=key, title=f"{key}, mine", journal=f"{key}, mine") for key in "abc")
FILE = ConditionPage("pain", intro="Theirs.", studies=(replace(B, title="b, theirs", journal="b, theirs"), A))
PAGE = ConditionPage("pain", intro="Mine.", studies=(A, B, C))
INTRO = Difference(None, field_named(PAGE_FIELDS, "intro"), "Mine.", "Theirs.", clashes=True)
TITLE = Difference("b", field_named(STUDY_FIELDS, "title"), "b, mine", "b, theirs", clashes=True)
JOURNAL = Difference("b", field_named(STUDY_FIELDS, "journal"), "b, mine", "b, theirs", clashes=True)
ORDER = Difference(None, None, ("a", "b", "c"), ("b", "a"), clashes=True)


@pytest.mark.parametrize(("keep", "intro"), [(Keep.MINE, "Mine."), (Keep.THEIRS, "Theirs."), (Keep.BOTH, "Mine.")])
def test_a_text(keep: Keep, intro: str) -> None:
    assert with_choices(PAGE, FILE, [(INTRO, keep)]) == replace(PAGE, intro=intro)


def test_a_text_of_the_site() -> None:
    name = Difference(None, field_named(SITE_FIELDS, "name"), "Mine", "Theirs", clashes=True)
    assert with_choices(Site(name="Mine"), Site(name="Theirs"), [(name, Keep.THEIRS)]) == Site(name="Theirs")


def test_a_text_of_a_study() -> None:
    page = with_choices(PAGE, FILE, [(TITLE, Keep.THEIRS), (JOURNAL, Keep.MINE)])
    assert page == replace(PAGE, studies=(A, replace(B, title="b, theirs"), C))


def test_both_of_a_study_are_two_however_many_texts_that_is_about() -> None:
    page = with_choices(PAGE, FILE, [(TITLE, Keep.BOTH), (JOURNAL, Keep.BOTH)])
    assert isinstance(page, ConditionPage)
    assert [study.title for study in page.study_list] == ["a, mine", "b, mine", "b, theirs", "c, mine"]
    assert page.study_list[2].key not in ("a", "b", "c")


def test_an_order_leaves_what_it_does_not_name_below_its_neighbour() -> None:
    page = with_choices(PAGE, FILE, [(ORDER, Keep.THEIRS)])
    assert isinstance(page, ConditionPage)
    assert [study.key for study in page.study_list] == ["b", "c", "a"]
    assert with_choices(PAGE, FILE, [(ORDER, Keep.MINE)]) == PAGE


def test_a_study_that_one_side_deleted() -> None:
    gone_there = Difference("c", None, C, None, clashes=True)
    assert with_choices(PAGE, FILE, [(gone_there, Keep.THEIRS)]) == replace(PAGE, studies=(A, B))
    assert with_choices(PAGE, FILE, [(gone_there, Keep.MINE)]) == PAGE
    gone_here = Difference("c", None, None, C, clashes=True)
    assert with_choices(PAGE, FILE, [(gone_here, Keep.MINE)]) == replace(PAGE, studies=(A, B))
    assert with_choices(PAGE, FILE, [(gone_here, Keep.THEIRS)]) == PAGE


def test_both_can_be_kept_where_both_are_words() -> None:
    assert can_keep_both(INTRO)
    assert can_keep_both(TITLE)
    assert not can_keep_both(replace(INTRO, mine=""))
    assert not can_keep_both(replace(INTRO, theirs=None))
    assert not can_keep_both(ORDER)
    assert not can_keep_both(Difference("c", None, C, None, clashes=True))
