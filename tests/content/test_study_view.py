"""Studies sorted and searched for viewing: rules alone, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.study import Study
from editor.content.study_view import AS_ON_WEBSITE, SettledView, StudySearch, StudyView, sorted_studies


def studies_with(field: str, *values: str | None) -> tuple[Study, ...]:
    """Studies a, b, c ... with these values of a field."""
    return tuple(replace(Study(key=chr(97 + n)), **{field: value}) for n, value in enumerate(values))


def keys(studies: object) -> str:
    assert isinstance(studies, (tuple, list))
    return "".join(study.key for study in studies)


def settled(view: StudyView, studies: tuple[Study, ...]) -> SettledView:
    return SettledView.of(view, studies, StudySearch())


# Sorting


@pytest.mark.parametrize(
    ("field", "values", "upwards", "downwards"),
    [
        ("date", ("2018-04-01", "2016", "2018, Apr", "2018", "2017-12"), "bedca", "acdeb"),
        ("date", ("", "2018 Jan-Feb", "2016", None, "2015"), "ecbad", "bcead"),
        ("title", ("pain", "Élan", "Pain", "eland", "  Acupuncture"), "ebdac", "acdbe"),
        ("journal", ("", "BMJ", None, "acta", "BMJ"), "dbeac", "bedac"),
        ("title", ("腰痛", "Zhang", "头痛", "腰痛"), "bcad", "adcb"),
        ("pmid", ("12345678", "999", "PMID: 1000"), "bca", "acb"),
        ("study_type", ("guideline", "randomised-trial", "meta-analysis", ""), "acbd", "bcad"),
        ("summary", ("**b**", "a", "[c](https://x.example)"), "bac", "cab"),
    ],
)
def test_equal_ones_stay_as_they_stood_and_nothing_comes_last(
    field: str, values: tuple[str | None, ...], upwards: str, downwards: str
) -> None:
    studies = studies_with(field, *values)
    assert keys(sorted_studies(studies, StudyView(field))) == upwards
    assert keys(sorted_studies(studies, StudyView(field, descending=True))) == downwards


def test_a_heading_sorts_upwards_then_downwards_then_as_on_the_website() -> None:
    view = StudyView(words="pain")
    clicks = []
    for name in ("date", "date", "date", "date", "title"):
        view = view.sorted_next(name)
        clicks.append((view.sort, view.descending))
    assert clicks == [("date", False), ("date", True), ("", False), ("date", False), ("title", False)]
    assert view.words == "pain"


# Searching


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", "ab"),
        ("  ", "ab"),
        ("ZHANG", "a"),
        ("zhang 2018", "a"),
        ("zhang bmj", ""),
        ("apr 1", "a"),
        ("2018-04", "a"),
        ("two groups", "b"),
        ("trial.example", "b"),
        ("Meta-analysis", "b"),
        ("private", "a"),
        ("腰", "b"),
    ],
)
def test_all_words_are_found_in_any_text_without_capitals_and_accents(words: str, found: str) -> None:
    one = Study(key="a", authors="Zhāng R", date="2018-04-01", title="Back pain", note="Private")
    other = Study(
        key="b",
        journal="BMJ",
        title="腰痛",
        study_type="meta-analysis",
        summary="**t**wo [groups](https://trial.example)",
    )
    view = settled(StudyView(words=words), (one, other))
    assert keys(view.shown((one, other))) == found


def test_a_search_reads_again_only_what_has_changed() -> None:
    search = StudySearch()
    before = studies_with("title", "pain", "sleep")
    assert keys(list(search.without("pain", before))) == "b"
    now = (before[0], replace(before[1], title="pain too"))
    assert keys(list(search.without("pain", now))) == ""
    assert keys(list(search.without("sleep", now))) == "ab"


# Nothing jumps while one edits


def test_the_website_s_order_is_shown_as_the_very_same() -> None:
    studies = studies_with("title", "b", "a")
    assert settled(AS_ON_WEBSITE, studies).shown(studies) is studies


def test_an_edited_study_stays_where_it_is_and_in_sight_and_the_view_is_out_of_date() -> None:
    studies = studies_with("title", "c pain", "b", "a pain")
    view = settled(StudyView("title", words="pain"), studies)
    assert keys(view.shown(studies)) == "ca"
    assert not view.is_out_of_date(studies)
    edited = (*studies[:2], replace(studies[2], title="z"))
    assert keys(view.shown(edited)) == "ca"
    assert view.is_out_of_date(edited)
    harmless = (*studies[:2], replace(studies[2], title="b pain", note="Seen"))
    assert not view.is_out_of_date(harmless)


@pytest.mark.parametrize(("place", "shown"), [(0, "xcba"), (1, "cbax"), (2, "cbxa"), (3, "cxba")])
def test_a_new_study_is_seen_below_the_one_it_follows_on_the_website(place: int, shown: str) -> None:
    studies = studies_with("title", "c", "b", "a")
    view = settled(StudyView("title"), studies)
    now = (*studies[:place], Study(key="x"), *studies[place:])
    assert keys(view.shown(now)) == shown
    assert view.is_out_of_date(now) is (shown != "cbax")


def test_a_new_study_is_seen_while_others_are_hidden_and_a_deleted_one_goes() -> None:
    studies = studies_with("title", "pain", "sleep", "pain")
    view = settled(StudyView(words="pain"), studies)
    now = (Study(key="x", title="sleep"), *studies[1:])
    assert keys(view.shown(now)) == "xc"
    assert not view.is_out_of_date(now)


def test_searched_alone_the_studies_follow_the_website_s_order() -> None:
    studies = studies_with("title", "pain", "sleep", "pain")
    view = settled(StudyView(words="pain"), studies)
    assert keys(view.shown((studies[2], *studies[:2]))) == "ca"


def test_among_equal_ones_the_website_s_order_when_it_was_sorted_decides_whether_it_is_out_of_date() -> None:
    studies = studies_with("journal", "B", "A", "B", "A")
    view = settled(StudyView("journal"), studies)
    assert keys(view.shown(studies)) == "bdac"
    edited = (*studies[:3], replace(studies[3], journal="a"))
    assert not view.is_out_of_date(edited)
