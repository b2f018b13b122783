"""One's own work is chosen difference by difference: what is chosen is there, what is not is as the file has it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.differences import Difference, compare
from editor.content.merging import merge_pages
from editor.content.page_changes import add_study, move_study, remove_study
from editor.content.shared_texts import Research
from editor.content.site import Site
from editor.content.study import Study
from tests.content.test_merging import BASE, PAGE, edited, order


def named(found: tuple[Difference, ...]) -> list[tuple[str | None, str | None, bool]]:
    return [(one.study, one.field.name if one.field else None, one.clashes) for one in found]


def test_each_change_is_a_difference_and_says_whether_the_file_was_changed_there_too() -> None:
    mine = edited(replace(BASE, intro="My words.", research=Research(lead="My lead")), "b", title="My title")
    mine = add_study(move_study(remove_study(mine, "c"), "e", 0), Study(key="n", title="New"))
    theirs = replace(BASE, intro="Their words.", name="Their name")
    found = compare(BASE, mine, theirs).differences
    assert named(found) == [
        (None, "intro", True),
        (None, "research.lead", False),
        ("b", "title", False),
        ("c", None, False),
        ("n", None, False),
        (None, None, False),
    ]
    assert (found[0].mine, found[0].theirs) == ("My words.", "Their words.")


def test_what_the_file_says_already_is_no_difference() -> None:
    assert compare(BASE, edited(BASE, "a", title="Same"), edited(BASE, "a", title="Same")).differences == ()


def test_a_study_is_chosen_without_the_new_order() -> None:
    mine = add_study(move_study(BASE, "e", 0), Study(key="n"), 5)
    comparison = compare(BASE, mine, BASE)
    (new,) = [one for one in comparison.differences if one.study == "n"]
    (moved,) = [one for one in comparison.differences if one.is_order]
    assert comparison.with_mine(comparison.differences) == mine
    assert order(comparison.with_mine([moved])) == "eabcd"
    assert set(order(comparison.with_mine([new]))) == set("abcden")
    assert order(comparison.with_mine([new])).replace("n", "") == "abcde"


def test_a_site_is_chosen_by_field() -> None:
    base = Site(name="Clinic", url="https://clinic.example")
    comparison = compare(base, replace(base, name="My clinic", url="https://mine.example"), base)
    name, url = comparison.differences
    assert comparison.with_mine([name]) == replace(base, name="My clinic")
    assert comparison.with_mine([url]) == replace(base, url="https://mine.example")


@given(PAGE, PAGE, PAGE, st.data())
def test_what_is_chosen_is_mine_and_all_else_theirs(
    base: ConditionPage, mine: ConditionPage, theirs: ConditionPage, data: st.DataObject
) -> None:
    comparison = compare(base, mine, theirs)
    assert comparison.with_mine(()) == theirs
    merged = comparison.with_mine(comparison.differences)
    assert merged == merge_pages(base, mine, theirs).record
    chosen = [one for one in comparison.differences if data.draw(st.booleans())]
    page = comparison.with_mine(chosen)
    keys = [study.key for study in page.study_list]
    assert len(set(keys)) == len(keys)
    for one in comparison.differences:
        expected = one.mine if one in chosen else one.theirs
        if one.is_order:
            assert tuple(key for key in keys if key in set(one.theirs or ())) == expected
        elif one.field is None and one.study is not None:
            assert (page.study(one.study) is None) == (expected is None)
        elif one.field is not None:
            record = page if one.study is None else page.study(one.study)
            assert record is not None
            assert one.field.of(record) == expected
