from __future__ import annotations

from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.literal_search import Finder, Replacement, Search
from editor.content.study import Study
from editor.ui.replacing.found_page import FoundPage

PAGE = ConditionPage("p", name="Pain", intro="pain and pain", studies=(Study("one", title="Pain", doi="10.1/pain"),))
ACHE = Replacement(Search("pain"), "ache")


def found(page: ConditionPage = PAGE, *, links: bool = False) -> FoundPage:
    return FoundPage.of("p.yaml", page, Finder(Search("pain")), links=links)


def ticks(page: FoundPage) -> list[bool]:
    return [page.is_ticked(number) for number in range(len(page.found))]


def test_links_and_numbers_are_counted_and_left_out_unless_asked_for() -> None:
    assert (len(found().found), found().left_out) == (4, 1)
    assert (len(found(links=True).found), found(links=True).left_out) == (5, 0)


def test_only_what_is_ticked_is_replaced() -> None:
    page = found()
    page.tick(1, is_on=False)
    assert page.ticked == 3
    assert page.count_to_replace(ACHE) == 3
    assert page.with_words(ACHE) == replace(
        PAGE, name="Ache", intro="pain and ache", studies=(replace(PAGE.study_list[0], title="Ache"),)
    )
    page.tick_all(is_on=False)
    assert page.with_words(ACHE) is PAGE
    page.tick_all(is_on=True)
    assert page.ticked == 4


def test_places_that_would_stay_the_same_do_not_count() -> None:
    search = Search("pain", match_case=True)
    assert found().count_to_replace(Replacement(search, "pain")) == 2


def test_ticks_stay_where_the_texts_do() -> None:
    before = found()
    before.tick(2, is_on=False)
    after = found(replace(PAGE, name="Pain and more pain"))
    after.carry_ticks(before)
    assert ticks(after) == [True, True, True, False, True]


def test_a_changed_text_of_which_something_was_unticked_is_unticked_as_a_whole() -> None:
    before = found()
    before.tick(2, is_on=False)
    after = found(replace(PAGE, intro="pain, pain and pain"))
    after.carry_ticks(before)
    assert ticks(after) == [True, False, False, False, True]


def test_a_moved_study_keeps_its_ticks() -> None:
    before = found()
    before.tick(3, is_on=False)
    after = found(replace(PAGE, studies=(Study("new", title="Pain"), *PAGE.study_list)))
    after.carry_ticks(before)
    assert ticks(after) == [True, True, True, True, False]


def test_a_place_is_known_again_after_words_were_changed_before_and_behind_it() -> None:
    before = found(ConditionPage("p", intro="pain a pain b pain", studies=PAGE.study_list))
    after = found(ConditionPage("p", intro="pain a w b pain, pain", studies=PAGE.study_list))
    assert [after.number_now(number, before) for number in (-1, 0, 1)] == [(-1, True), (0, True), (0, False)]
    longer = found(ConditionPage("p", intro="pain, pain a pain b pain", studies=PAGE.study_list))
    assert [longer.number_now(number, before) for number in range(4)] == [(0, True), (2, True), (3, True), (4, True)]
    assert found(ConditionPage("p")).number_now(1, before) == (-1, False)


def test_what_has_to_say_something_is_not_emptied() -> None:
    nothing = Replacement(Search("pain"), "")
    texts = replace(PAGE, intro="pain", aliases=("pain", "back pain", "pain pain"))
    page = found(texts)
    left = page.with_words(nothing)
    assert left == replace(texts, intro="", aliases=("pain", "back ", "pain pain"))
    kept = [one.field.name for number, one in enumerate(page.found) if page.is_kept(number, nothing)]
    assert kept == ["name", "aliases", "aliases", "aliases", "title"]
    page.tick(next(at for at, one in enumerate(page.found) if one.text == "pain pain"), is_on=False)
    assert [one.text for one in page.to_replace(nothing)] == ["pain", "back pain", "pain pain"]
    assert not any(page.is_kept(number, ACHE) for number in range(len(page.found)))
