"""All studies of a site at a glance, kept up to date."""

from __future__ import annotations

from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import put_study, remove_study
from editor.content.site_studies import SiteStudies
from editor.content.study import Study


def page(slug: str, *studies: Study) -> ConditionPage:
    return ConditionPage(slug, studies=studies)


def study(key: str, doi: str = "10.1/a", **texts: str) -> Study:
    return Study(key=key, doi=doi, **texts)


def where(site: SiteStudies, name: str, one: Study) -> list[str]:
    return [standing.page for standing in site.elsewhere(name, one)]


def test_the_same_study_is_found_on_other_pages_as_they_change() -> None:
    back, knee = study("1", journal="JAMA"), study("2", journal="Jama")
    pages = {"back": page("back", back, study("3", "10.1/b")), "knee": page("knee", knee), "neck": page("neck")}
    site = SiteStudies()
    assert site.look_at(pages)
    assert where(site, "back", back) == ["knee"]
    assert len(site.values.texts["journal"].matching("jam")) == 2
    pages["neck"] = page("neck", study("4"))
    pages["knee"] = put_study(pages["knee"], replace(knee, journal="JAMA"))
    assert site.look_at(pages)
    assert where(site, "back", back) == ["knee", "neck"]
    assert site.values.texts["journal"].matching("jam") == (("JAMA", 2),)
    pages["neck"] = remove_study(pages["neck"], "4")
    del pages["knee"]
    assert site.look_at(pages)
    assert where(site, "back", back) == []
    assert site.values.texts["journal"].matching("jam") == (("JAMA", 1),)


def test_a_study_twice_on_one_page_stands_nowhere_else() -> None:
    site = SiteStudies()
    site.look_at({"back": page("back", study("1"), study("2"))})
    assert where(site, "back", study("1")) == []


def test_a_study_whose_doi_is_put_right_is_still_found_until_it_is_another() -> None:
    before = study("1", title="Knee")
    pages = {"back": page("back", before), "knee": page("knee", study("2", title="Knee"))}
    site = SiteStudies()
    site.look_at(pages)
    right = replace(before, doi="10.1/b")
    pages["back"] = page("back", right)
    site.look_at(pages)
    assert site.as_first_seen(right) == before
    assert where(site, "back", right) == ["knee"]
    assert where(site, "back", replace(right, title="Hip")) == []


def test_a_duplicate_that_is_made_another_study_is_not_what_it_was_copied_from() -> None:
    first = study("1", title="Knee", authors="Tang S")
    pages = {"back": page("back", first, replace(first, key="2")), "knee": page("knee", replace(first, key="3"))}
    site = SiteStudies()
    site.look_at(pages)
    other = replace(first, key="2", title="Hip", doi="10.1/b")
    pages["back"] = page("back", first, other)
    site.look_at(pages)
    assert where(site, "back", other) == []
    assert where(site, "back", first) == ["knee"]


def test_pages_are_looked_at_while_there_is_time_and_the_rest_the_next_time() -> None:
    pages = {name: page(name, study(name)) for name in "abc"}
    site = SiteStudies()
    times = iter([True, False])
    assert not site.look_at(pages, lambda: next(times))
    assert where(site, "z", study("9")) == ["a"]
    assert site.look_at(pages)
    assert where(site, "z", study("9")) == ["a", "b", "c"]


def test_a_long_page_is_looked_at_bit_by_bit_though_it_changes_meanwhile() -> None:
    studies = [study(str(n), f"10.1/{n}", journal="JAMA") for n in range(4)]
    site = SiteStudies()
    times = iter([True, True, False])
    assert not site.look_at({"back": page("back", *studies)}, lambda: next(times))
    assert site.values.texts["journal"].matching("ja") == (("JAMA", 2),)
    times = iter([True, False])
    changed = page("back", replace(studies[0], journal="Jama"), *studies[2:])
    assert not site.look_at({"back": changed}, lambda: next(times))
    assert site.look_at({"back": changed})
    assert site.values.texts["journal"].matching("ja") == (("JAMA", 2), ("Jama", 1))
    assert where(site, "knee", studies[1]) == []


def test_only_studies_that_are_another_object_are_looked_at() -> None:
    pages = {name: page(name, study(name)) for name in "abc"}
    site = SiteStudies()
    site.look_at(pages)
    asked: list[str] = []
    pages["b"] = page("b", *pages["b"].study_list, study("d"))

    def has_time() -> bool:
        asked.append("study")
        return True

    assert site.look_at(pages, has_time)
    assert asked == ["study"]
