"""Pages looked at with the rules that come with the program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding
from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import packs_for, rules_of, shipped_names, shipped_pack
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study

TODAY = date(2026, 11, 22)
PAGE = ConditionPage("knee", name="Knee pain")


def ids(page: ConditionPage, site: Site | None = None) -> list[str]:
    site = site or Site()
    advertising = packs_for(site)[:1]
    found = PageCheck(rules_of(advertising)).of_page(CheckedPage(page, site, TODAY))
    return [finding.rule.id for finding in found]


@pytest.mark.parametrize(
    ("language", "packs"),
    [
        (None, "advertising-au"),
        ("en", "advertising-au"),
        ("en-AU", "advertising-au"),
        ("en-GB", "advertising-uk"),
        ("en_US", "advertising-us"),
        ("zh-Hans-CN", "advertising-au"),
    ],
)
def test_packs_follow_the_country_of_the_language(language: str | None, packs: str) -> None:
    assert packs_for(Site(language=language)) == (packs, "evidence", "text", "accessibility")


def test_packs_that_the_site_names_are_the_only_ones() -> None:
    assert packs_for(Site(rule_packs=("evidence", " ", "text "))) == ("evidence", "text")


def test_every_shipped_pack_can_be_read() -> None:
    assert {"advertising-au", "evidence", "text", "accessibility"} <= set(shipped_names())
    assert all(shipped_pack(name) for name in shipped_names())


def test_a_promise_of_a_cure_is_found_in_the_clinics_words_and_not_in_a_papers_title() -> None:
    assert ids(replace(PAGE, intro="Acupuncture cures knee pain.")) == ["A01"]
    assert ids(replace(PAGE, studies=(Study(title="What cures knee pain"),))) == []
    assert ids(replace(PAGE, intro="There is no cure.")) == []
    assert ids(replace(PAGE, intro="The book says: “Illness is cured.”")) == []


def test_what_is_found_in_a_text_is_told_again_when_another_text_changes() -> None:
    check = PageCheck(rules_of(("advertising-au",)))
    first = check.of_page(CheckedPage(replace(PAGE, intro="It cures."), Site(), TODAY))
    again = check.of_page(CheckedPage(replace(PAGE, intro="It cures.", name="Knee"), Site(), TODAY))
    assert again == first != ()
    assert again[0] is first[0]


def test_the_title_of_a_paper_on_the_page_is_no_claim_until_the_page_has_lost_it() -> None:
    check = PageCheck(rules_of(("advertising-au",)))
    named = Study(title="Moxa cures cold feet: a pilot study")
    other = Study(title="Another", summary="It goes on from “Moxa”, that is Moxa Cures Cold Feet, a pilot study.")
    page = replace(PAGE, intro="See Moxa cures cold feet: a pilot study.", studies=(named, other))

    def found(*studies: Study) -> list[str]:
        checked = CheckedPage(replace(page, studies=studies), Site(), TODAY)
        return [finding.rule.id for finding in check.of_page(checked)]

    assert found(named, other) == []
    assert found(other) == ["A01", "A01"]
    assert found(named, other) == []
    assert ids(replace(page, intro="Moxa cures cold feet.")) == ["A01"]


def test_a_cure_stands_in_place_of_the_words_and_of_no_others() -> None:
    check = PageCheck(rules_of(("advertising-au",)))
    text = "Often acupuncture relieves pain. Moxa is effective for colds. Herbs can heal."
    found = check.of_page(CheckedPage(replace(PAGE, intro=text), Site(), TODAY))
    cures = [fix.changes[0].after for finding in found for fix in finding.fixes]
    assert cures == [
        text.replace("relieves pain", "may relieve pain"),
        text.replace("is effective", "may be effective"),
    ]
    assert next(fix.label for finding in found for fix in finding.fixes) == "Write “may relieve pain”"
    assert len(found) == 3, "“can heal” is not sure to be mended by one word"


def test_a_message_repeats_no_more_than_a_line_of_the_words() -> None:
    rule = rules_of(("advertising-au",))[0]
    short, long = Finding(replace(rule, message="“{words}”"), words="it\n  cures"), replace(rule, message="“{words}”")
    assert short.message == "“it cures”"
    assert Finding(long, words="a" * 121).message == f"“{'a' * 119}…”"
    assert Finding(long, words="a" * 120).message == f"“{'a' * 120}”"
