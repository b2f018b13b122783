"""How many studies are of the age that the page's own words promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from editor.checks.evidence.claim_meter import ClaimMeter, claim_meter
from editor.content.shared_texts import References, Research
from editor.content.site import Site
from tests.checks.evidence.pages import TODAY, dated, page_with, site_saying

PAGE = page_with(*dated("2018-04-01", "2017-12", "2016-11-22", "2016-11-21", "2016", "2012-12-12", "soon"))


def meter(words: str, years: str | None = None) -> ClaimMeter:
    found = claim_meter(PAGE, site_saying(words, years=years), TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "words", "since"),
    [
        ("Papers published within the last 10 years.", "last 10 years", date(2016, 11, 22)),
        ("Papers of the past ten years.", "past ten years", date(2016, 11, 22)),
        ("All of them appeared in the last **10** years.", "last **10** years", date(2016, 11, 22)),
        ("All of them appeared in the last {window_years} years.", "last 12 years", date(2014, 11, 22)),
        ("Studies from the last decade.", "last decade", date(2016, 11, 22)),
        ("Studies from the past two decades.", "past two decades", date(2006, 11, 22)),
        ("Trials of the last 18 months.", "last 18 months", date(2025, 5, 22)),
        ("Reviews of the past year.", "past year", date(2025, 11, 22)),
        ("No paper here is older than 10 years.", "No paper here is older than 10 years", date(2016, 11, 22)),
        ("Papers no older than fifteen years.", "no older than fifteen years", date(2011, 11, 22)),
        ("The list has studies less than 10 years old.", "less than 10 years old", date(2016, 11, 22)),
        ("Papers published since 2015.", "since 2015", date(2015, 1, 1)),
        ("Papers from January 2015 onwards.", "from January 2015 onwards", date(2015, 1, 1)),
        ("Papers published after 2014.", "after 2014", date(2015, 1, 1)),
        ("Papers published between 2013 and 2017.", "between 2013 and 2017", date(2013, 1, 1)),
        ("Papers of the years 2013\u20132017.", "2013\u20132017", date(2013, 1, 1)),
        ("Papers from 2015 on.", "from 2015 on", date(2015, 1, 1)),
        ("Papers from 2015 - present.", "from 2015", date(2015, 1, 1)),
        ("Papers published in 2015 or later.", "2015 or later", date(2015, 1, 1)),
        ("Papers published within ten years.", "within ten years", date(2016, 11, 22)),
        ("Papers of the last 5 to 10 years.", "last 5 to 10 years", date(2016, 11, 22)),
        ("Papers of the last ten (10) years.", "last ten (10) years", date(2016, 11, 22)),
        ("Papers of the last ten-year period.", "last ten-year", date(2016, 11, 22)),
    ],
)
def test_the_promise_is_found_in_the_pages_own_words(sentence: str, words: str, since: date) -> None:
    found = claim_meter(PAGE, site_saying("Browse our list.", sentence, years="12"), TODAY)
    assert found is not None
    assert (found.promise.words, found.promise.since) == (words, since)


@pytest.mark.parametrize(
    "sentence",
    [
        "We have treated patients for the last 10 years.",
        "We have followed the research on knees for the last 10 years.",
        "Most of these papers appeared within the last 10 years.",
        "Not all studies are from the last 10 years.",
        "Where possible we list papers of the last 10 years.",
        "Researchers have studied acupuncture since 1997.",
        "Recent papers of reputable journals, the latest years at the top.",
        "One of the authors wrote of “papers within the last 10 years”.",
        "Papers of the last {window_years} years.",
        "Papers on pain within 10 years of an operation.",
    ],
)
def test_other_words_with_years_promise_nothing(sentence: str) -> None:
    assert claim_meter(PAGE, site_saying(sentence), TODAY) is None


def test_elsewhere_on_the_page_a_sentence_has_to_speak_of_the_listed_studies() -> None:
    about_pain = replace(PAGE, intro="In the last 10 years back pain has become a subject of much research.")
    about_list = replace(PAGE, intro="The studies listed below are from the last 10 years.")
    assert claim_meter(about_pain, Site(), TODAY) is None
    found = claim_meter(about_list, Site(), TODAY)
    assert found is not None
    assert (found.promise.spot.field, found.promise.spot.shared) == ("intro", False)
    in_research = replace(PAGE, research=Research(lead="The following studies are from the last 10 years."))
    assert claim_meter(in_research, Site(), TODAY) is not None


def test_a_study_is_given_the_last_day_that_its_date_can_mean() -> None:
    found = meter("Papers within the last 10 years.")
    assert [age.is_within for age in found.ages] == [True, True, True, False, True, False, False]
    assert [age.title for age in found.older] == ["Paper 4", "Paper 6"]
    assert [age.title for age in found.undated] == ["Paper 7"]
    assert found.sentence == "4 of 7 studies fit “last 10 years”."


def test_it_tells_which_study_will_be_too_old_when() -> None:
    found = meter("Papers within the last 10 years.")
    assert [(age.title, age.until) for age in found.ageing] == [
        ("Paper 3", date(2026, 11, 22)),
        ("Paper 5", date(2026, 12, 31)),
        ("Paper 2", date(2027, 12, 31)),
        ("Paper 1", date(2028, 4, 1)),
    ]
    assert [age.title for age in found.ageing_soon] == ["Paper 3", "Paper 5"]
    assert found.next_change == "From 23 November 2026, “Paper 3” will be too old."
    assert meter("Papers since 2015.").ageing == ()


def test_between_two_years_a_later_study_does_not_fit_either() -> None:
    found = meter("Papers published between 2013 and 2017.")
    assert [age.is_within for age in found.ages] == [False, True, True, True, True, False, False]


def test_of_two_promises_the_stricter_counts() -> None:
    site = site_saying("Papers of the last 20 years.", "All of them appeared since 2017.")
    found = claim_meter(PAGE, site, TODAY)
    assert found is not None
    assert (found.promise.words, found.promise.spot.item) == ("since 2017", 1)


def test_a_page_with_words_of_its_own_promises_what_these_say() -> None:
    own = replace(PAGE, references=References(lead=("Papers of the last 5 years.",)))
    found = claim_meter(own, site_saying("Papers of the last 20 years."), TODAY)
    assert found is not None
    assert (found.promise.words, found.promise.spot.shared) == ("last 5 years", False)
    years = replace(PAGE, references=References(window_years="3"))
    found = claim_meter(years, site_saying("Papers of the last {window_years} years.", years="20"), TODAY)
    assert found is not None
    assert (found.promise.words, found.promise.spot.shared) == ("last 3 years", True)


def test_a_page_without_studies_or_promise_has_no_meter() -> None:
    assert claim_meter(page_with(), site_saying("Papers of the last 5 years."), TODAY) is None
    assert claim_meter(PAGE, Site(), TODAY) is None


def test_the_29th_of_february_has_its_anniversary() -> None:
    found = claim_meter(page_with(*dated("2024-02-29")), site_saying("Papers of the last year."), date(2025, 2, 28))
    assert found is not None
    assert (found.sentence, found.ages[0].until) == ("1 of 1 study fits “last year”.", date(2025, 2, 28))


def test_no_date_of_the_calendar_is_too_late_or_too_early() -> None:
    page = page_with(*dated("9999-12-31", "1000", "0000"))
    found = claim_meter(page, site_saying("Papers of the last 199 decades."), TODAY)
    assert found is not None
    assert found.ages[0].until == date.max
    assert [age.is_within for age in found.ages] == [True, True, False]
