"""Studies that are older than the page says, or will be soon; and the cures that are offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.finding import TextChange
from editor.content.shared_texts import References, Research
from editor.content.site import Site
from tests.checks.evidence.pages import dated, found, page_with, site_saying

TEN_YEARS = "Reputable papers published within the last 10 years."


@pytest.mark.parametrize(
    ("lead", "dates", "old"),
    [
        (TEN_YEARS, ["2018-04-01", "2016, Jan", "2012-12-12"], 2),
        ("Papers since 2015.", ["2018", "2014"], 1),
        ("All of them appeared in the past five years.", ["2021-11-21"], 1),
        ("No study here is older than {window_years} years.", ["2018 Jan-Feb", "2010"], 1),
        ("Papers published between 2015 and 2020.", ["2021", "2016"], 1),
    ],
)
def test_a_promise_that_the_list_does_not_keep_is_found(lead: str, dates: list[str], old: int) -> None:
    page, site = page_with(*dated(*dates)), site_saying("Browse our list.", lead, years="12")
    (finding,) = found(page, "E02", site)
    assert (finding.spot.field, finding.spot.item, finding.spot.shared) == ("references.lead", 1, True)
    assert lead[finding.spot.start : finding.spot.end] == finding.words
    assert f", but {old} of its {len(dates)} studies " in finding.message
    assert len(found(page, "E01", site)) == old


@pytest.mark.parametrize(
    ("lead", "dates"),
    [
        (TEN_YEARS, ["2018-04-01", "2016-11-22", "2016"]),
        (TEN_YEARS, ["forthcoming", "", "2027"]),
        ("Most of these papers appeared within the last 10 years.", ["2010"]),
        ("We have treated knees for the last 10 years.", ["2010"]),
        ("Papers since 2010.", ["2010"]),
    ],
)
def test_a_promise_that_is_kept_or_is_none_is_not(lead: str, dates: list[str]) -> None:
    page = page_with(*dated(*dates))
    assert found(page, "E02", site_saying(lead)) == found(page, "E01", site_saying(lead)) == []


def test_e01_names_the_study_its_date_and_the_promise() -> None:
    (finding,) = found(page_with(*dated("2018", "2015, Dec 6")), "E01", site_saying(TEN_YEARS))
    assert finding.message == (
        "“Paper 2” is from 6 December 2015, but the page says “last 10 years”."
        " Take the study off the page, or change what the page says."
    )
    assert finding.words == "2015, Dec 6"
    assert finding.fixes[0].removed == (finding.spot.study,)


def test_a_finding_comes_back_once_another_study_is_too_old() -> None:
    page, site = page_with(*dated("2018", "2012")), site_saying(TEN_YEARS)
    (before,) = found(page, "E02", site)
    (same,) = found(replace(page, intro="Knees."), "E02", site)
    (after,) = found(replace(page, studies=dated("2015", "2012")), "E02", site)
    assert before.basis == same.basis != after.basis


def test_a_finding_comes_back_once_another_number_of_years_is_promised() -> None:
    page, lead = page_with(*dated("2006", "2026")), "Papers of the last {window_years} years."
    ten, five = (found(page, "E02", site_saying(lead, years=years))[0] for years in ("10", "5"))
    assert ten.words == five.words
    assert ten.basis != five.basis


def test_the_number_of_a_shared_text_changes_on_this_page_or_on_all() -> None:
    (finding,) = found(page_with(*dated("2018", "2012-12-12")), "E02", site_saying("Browse.", TEN_YEARS))
    here, everywhere, since, removal = finding.fixes
    before, after = f"Browse.\n{TEN_YEARS}", f"Browse.\n{TEN_YEARS.replace('10', '15')}"
    assert (here.label, here.changes) == ("Say 15 years on this page", (TextChange("references.lead", "", after),))
    assert everywhere.label == "Say 15 years on all pages"
    assert everywhere.changes == (TextChange("references.lead", before, after, shared=True),)
    assert since.label == "Say “since 2012”"
    assert since.changes[0].after == "Browse.\nReputable papers published since 2012."
    assert removal.label == "Take this study off the page"


def test_a_change_starts_from_what_the_pages_own_box_shows() -> None:
    page = page_with(*dated("2018", "2012-12-12"), references=References(lead=(" ",)))
    (finding,) = found(page, "E02", site_saying(TEN_YEARS))
    assert finding.fixes[0].changes[0].before == " "


def test_the_number_that_a_field_of_its_own_gives_changes_there() -> None:
    site = site_saying("Papers of the last {window_years} years.", years="10")
    (finding,) = found(page_with(*dated("2018", "2012-12-12")), "E02", site)
    assert (finding.words, finding.values["promise"]) == ("last {window_years} years", "last 10 years")
    here, everywhere, *_ = finding.fixes
    assert here.changes == (TextChange("references.window_years", "", "15"),)
    assert everywhere.changes == (TextChange("references.window_years", "10", "15", shared=True),)
    own = page_with(*dated("2018", "2012-12-12"), references=References(window_years="8"))
    (finding,) = found(own, "E02", site)
    assert [fix.label for fix in finding.fixes[:2]] == ["Say 15 years", "Say “since 2012”"]
    assert finding.fixes[0].changes == (TextChange("references.window_years", "8", "15"),)


@pytest.mark.parametrize(
    ("lead", "label", "after"),
    [
        ("Papers of the last ten years.", "Say 15 years", "Papers of the last fifteen years."),
        ("Papers of the last decade.", "Say 15 years", "Papers of the last 15 years."),
        ("Papers since 2015.", "Change the year to 2012", "Papers since 2012."),
        ("Papers published after 2015.", "Change the year to 2011", "Papers published after 2011."),
        ("No paper is older than 10 years.", "Say 15 years", "No paper is older than 15 years."),
        ("Papers of the last 18 months.", "Say “since 2012”", "Papers since 2012."),
    ],
)
def test_other_words_of_a_pages_own_are_offered(lead: str, label: str, after: str) -> None:
    page = page_with(*dated("2026", "2012-12-12"), references=References(lead=(lead,)))
    (finding,) = found(page, "E02")
    assert (finding.fixes[0].label, finding.fixes[0].changes[0].after) == (label, after)
    mended = replace(page, references=References(lead=(after,)))
    assert found(mended, "E02") == found(mended, "study_ages_out") == []


def test_the_number_that_is_offered_holds_for_another_year() -> None:
    (finding,) = found(page_with(*dated("2018", "2012-01-05")), "E02", site_saying(TEN_YEARS))
    assert finding.fixes[0].label == "Say 16 years on this page"


def test_where_all_studies_are_too_old_they_are_not_offered_to_be_taken_off() -> None:
    (finding,) = found(page_with(*dated("2012", "2011")), "E02", site_saying(TEN_YEARS))
    assert not any(fix.removed for fix in finding.fixes)


def test_a_promise_in_the_research_text_is_read_too() -> None:
    page = page_with(*dated("2012"), research=Research(lead="The following studies are from the last 10 years."))
    (finding,) = found(page, "E02", Site())
    assert finding.spot.field == "research.lead"


@pytest.mark.parametrize(
    ("lead", "day", "until"),
    [
        (TEN_YEARS, "2016-11-22", "22 November 2026"),
        (TEN_YEARS, "2016-12", "31 December 2026"),
        (TEN_YEARS, "2016", "31 December 2026"),
        ("Papers of the past year.", "2026-02-21", "21 February 2027"),
    ],
)
def test_a_study_that_will_be_too_old_within_three_months_is_told_with_the_day(lead: str, day: str, until: str) -> None:
    (finding,) = found(page_with(*dated("2026-06", day)), "study_ages_out", site_saying(lead))
    assert finding.severity == "hint"
    assert f"only until {until}." in finding.message


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        (TEN_YEARS, "2017-02-22"),
        (TEN_YEARS, "2016-11-21"),
        ("Papers since 2016.", "2016-12"),
        ("Papers on knees.", "2016-12"),
    ],
)
def test_one_that_has_more_time_or_is_too_old_already_is_not(lead: str, day: str) -> None:
    assert found(page_with(*dated(day)), "study_ages_out", site_saying(lead)) == []
