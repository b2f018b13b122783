"""Spelling: words of other countries, words of no dictionary, and all that is neither."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.checks.page_check import PageCheck
from editor.checks.rules.rule_packs import rules_of
from editor.checks.text.vocabulary import vocabulary_for
from editor.content.shared_texts import SiteResearch
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.text.checking import PAGE, findings, mended, page_with, site_findings, words_found

AMERICA = Site(language="en-US")
ELSEWHERE = [
    ("The color of the skin.", "color", "colour"),
    ("A randomized trial was summarized.", "randomized", "randomised"),
    ("It helped with diarrhea.", "diarrhea", "diarrhoea"),
    ("Labor was shorter.", "Labor", "Labour"),
    ("The center labeled its bottles.", "center", "centre"),
    ("Anesthesia and hemoglobin.", "Anesthesia", "Anaesthesia"),
    ("Acupuncture for dysmenorrhea.", "dysmenorrhea", "dysmenorrhoea"),
    ("They analyzed ischemic stroke.", "analyzed", "analysed"),
]
AT_HOME = [
    "The colour of the randomised centre was grey.",
    "A program for hypertension, analysed with care.",
    "The World Health Organization and the Center for Health agreed.",
    "She wrote “the color of pain” in her letter.",
    "See https://example.org/color/center.html for more.",
    "Needle size and prize, seize and otherwise.",
    "The metre and the diameter, paediatric and oesophageal.",
]
UNKNOWN = [
    ("Acupunture for knees.", "Acupunture", "Acupuncture"),
    ("People recieve needles.", "recieve", "receive"),
    ("The effectivness is small.", "effectivness", "effectiveness"),
    ("It is seperate.", "seperate", "separate"),
    ("Needles andthe heat lamp.", "andthe", "and the"),
    ("Its pupose was met.", "pupose", "purpose"),
    ("It is realy small.", "realy", "really"),
]
KNOWN = [
    "Moxibustion, gua sha, cupping, tuina and the qi of acupoints.",
    "Panax ginseng and Angelica sinensis were drunk, not E. coli.",
    "Ibuprofen, zolmitriptan and meloxicam are medicines.",
    "She saw Manyanga and went to Wollongong with Zhishun.",
    "The *xiao yao san* powder and _materia medica_.",
    "A non-inferior, noninferior, preclinical and multicentre trial.",
    "MRI of PC6 with 12mg twice, p<0.05, n=24.",
    "针灸 is acupuncture; Herz is heart.",
    "doi 10.1136/xqzwy-2016 and <span class='qwrt'>words</span> &nbsp; here.",
    "“Wrod for wrod”, they wrote.",
    "It\u2019s the patients\u2019 own knee; they didn\u2019t fall.",
]


def found_in(rule: str, text: str, site: Site | None = None) -> list[str]:
    return [one.words for one in findings(rule, page_with(intro=text), site)]


@pytest.mark.parametrize(("text", "words", "better"), ELSEWHERE)
def test_american_words_are_found_and_mended(text: str, words: str, better: str) -> None:
    found = findings("T09", page_with(summary=text))
    assert found[0].words == words
    assert found[0].fixes[0].changes[0].after == text.replace(words, better)
    assert words_found("unknown_word", summary=text) == []


@pytest.mark.parametrize("text", AT_HOME)
def test_what_is_spelled_as_here_or_by_others_is_let_be(text: str) -> None:
    assert found_in("T09", text) == []


@pytest.mark.parametrize(("text", "words", "better"), UNKNOWN)
def test_words_of_no_dictionary_are_found_with_what_was_meant(text: str, words: str, better: str) -> None:
    (found,) = findings("unknown_word", page_with(summary=text))
    assert found.words == words
    assert text.replace(words, better) in [fix.changes[0].after for fix in found.fixes]
    assert words_found("T09", summary=text) == []


@pytest.mark.parametrize("text", KNOWN)
def test_words_of_the_field_names_and_what_is_no_english_are_let_be(text: str) -> None:
    assert found_in("unknown_word", text) == []


def test_a_word_of_a_title_an_author_or_the_pages_name_is_known() -> None:
    study = Study(title="On glymbosis", authors="van Quorz A", journal="Wexlic Letters", summary="Glymbosis of quorz.")
    page = replace(PAGE, name="Thumboria", aliases=("plixes",), studies=(study,))
    assert findings("unknown_word", replace(page, intro="Glymbosis, wexlic, a plix and thumboria.")) == []
    assert [one.words for one in findings("unknown_word", replace(page, intro="A glimbosis."))] == ["glimbosis"]


def test_an_american_word_is_one_though_a_title_has_it() -> None:
    study = Study(title="A Randomized Trial", summary="It was randomized.")
    assert [one.words for one in findings("T09", replace(PAGE, studies=(study,)))] == ["randomized"]


def test_the_clinics_own_words_are_known() -> None:
    rules = [replace(one, words=frozenset({"Qorex"})) for one in rules_of(("text",)) if one.id == "unknown_word"]
    assert rules[0].takes_own_words
    site = Site(research=SiteResearch(lead="Ask for qorex, our qorex\u2019s friends, and zzorex."))
    assert [one.words for one in PageCheck(rules).of_site(site)] == ["zzorex"]


def test_each_word_is_told_once_in_a_text_and_mended_in_all_places() -> None:
    text = "Pain recieved. We recieved it; “Once I recieved needles here”, she said."
    assert words_found("unknown_word", intro=text) == ["recieved"]
    assert mended("unknown_word", intro=text) == [text.replace("recieved", "received", 2)]


def test_the_country_of_the_website_decides() -> None:
    assert found_in("T09", "The colour of the centre.", AMERICA) == ["colour", "centre"]
    assert found_in("T09", "The color of the center.", AMERICA) == []
    assert found_in("T09", "The color of the center.", Site(language="en-GB")) == ["color", "center"]
    assert found_in("T09", "The color of the center.", Site()) == ["color", "center"]


@pytest.mark.parametrize("language", ["de", "zh-Hans", "en-CA", "fr-AU"])
def test_no_spelling_is_checked_where_no_dictionary_fits(language: str) -> None:
    site = Site(language=language)
    assert vocabulary_for(language) is None
    assert found_in("T09", "The color", site) == found_in("unknown_word", "Wrods and Woerter", site) == []


def test_texts_that_all_pages_share_are_looked_at_once() -> None:
    site = Site(research=SiteResearch(lead="Our favorite wrods on {condition_in_text}.", disclaimers=("No coler.",)))
    assert [one.words for one in site_findings("T09", site)] == ["favorite"]
    assert [(one.words, one.spot.item) for one in site_findings("unknown_word", site)] == [
        ("wrods", None),
        ("coler", 0),
    ]
    assert findings("T09", PAGE, site) == []


def test_suggestions_are_few_and_the_likeliest_first() -> None:
    vocabulary = vocabulary_for("en-AU")
    assert vocabulary is not None
    assert vocabulary.suggestions("recieve")[0] == "receive"
    assert vocabulary.suggestions("qzxqzx") == ()
    assert all(len(vocabulary.suggestions(word)) <= 3 for word in ("tha", "bal", "cet", "sor"))


def test_a_word_that_the_clinic_has_is_right_though_another_country_spells_it_so() -> None:
    text = "The Center helps. We went to the center and asked the centers."
    assert found_in("T09", text) == ["center", "centers"]
    rules = [replace(one, words=frozenset({"center"})) for one in rules_of(("text",)) if one.id == "T09"]
    assert rules[0].takes_own_words
    assert PageCheck(rules).of_site(Site(research=SiteResearch(lead=text))) == ()


def test_a_finding_names_the_word_that_the_clinic_may_have_in_its_list() -> None:
    (unknown,) = findings("unknown_word", page_with(summary="It is the zzorex's turn."))
    assert (unknown.words, unknown.own_word) == ("zzorex's", "zzorex")
    (elsewhere,) = findings("T09", page_with(summary="The center is here."))
    assert elsewhere.own_word == "center"
