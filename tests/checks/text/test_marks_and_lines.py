"""Full stops, and the short lines of studies: what trips each rule, what only looks like it, and the cures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.site import Site
from editor.content.study import Study
from tests.checks.text.checking import PAGE, findings, mended, page_with, site_findings, words_found

TRIPS = [
    ("T01", "intro", "Less pain.Sleep was better.", "pain.Sleep"),
    ("T01", "summary", "It helped (24 people).The rest stayed.", "people).The"),
    ("T01", "insights", "Did it help?Acupuncture did.", "help?Acupuncture"),
    ("T01", "summary", "They were “well.”Later they were not.", "“well.”Later"),
    ("T02", "intro", "Knees carry us all day", "all day"),
    ("T02", "summary", "Walking was easier. Nobody fell again", "fell again"),
    ("T02", "insights", "Pain went down in both groups (PHP)", "groups (PHP)"),
    ("T02", "intro", "More is said on [our own page](https://example.org/a)", "own page](https://example.org/a)"),
    ("T03", "authors", "Tang S, Mo Z,", "Mo Z,"),
    ("T03", "authors", "Tang S; Mo Z; ", "Mo Z;"),
    ("T03", "authors", "Zoe Example ,", "Zoe Example ,"),
    ("T04", "authors", "Lv A.-B.a · Li C.b", "Lv A.-B.a · Li C.b"),
    ("T04", "authors", "Tang S*, Mo Z", "Tang S*"),
    ("T04", "authors", "Mo Z, Tang S1,2, Yu B3", "Tang S1,2, Yu B3"),
    ("T04", "authors", "Tang S†, Mo Z¹", "Tang S†, Mo Z¹"),
    ("T06", "title", "Needles for knees: a trial.", "trial."),
    ("T06", "title", "Needles for knees (in English).", "English)."),
    ("T06", "title", "膝痛 A trial of needles. ", "needles."),
]
NEAR_MISSES = [
    ("T01", "intro", "See https://example.org/a.Html and www.example.org.The rest."),
    ("T01", "intro", "Ask for the U.S.A version, e.g.At home. Less pain. Sleep."),
    ("T01", "summary", "Book at clinic.Com or read 10.1136/acupmed.Sept now."),
    ("T01", "summary", "The M.Sc student and Ph.D. Lee met."),
    ("T02", "intro", "Knees carry us all day."),
    ("T02", "intro", "Ask us when you\n\n- cannot walk up the stairs\n- cannot sleep at night"),
    ("T02", "summary", "They said: “We walk again.”"),
    ("T02", "summary", "In English only"),
    ("T02", "insights", "The whole text is at https://example.org/a"),
    ("T02", "insights", "### What the studies on knees say"),
    ("T02", "intro", "研究显示 一 二 三 四。"),
    ("T02", "intro", "**Knees carry us all day.**"),
    ("T03", "authors", "Tang S, Mo Z"),
    ("T03", "authors", "Tang S, Mo Z, et al."),
    ("T03", "authors", "Tang S; Mo Z"),
    ("T04", "authors", "Mo Z, Reddy A, De La Cruz B"),
    ("T04", "authors", "Manyanga, T., Li-Smith, B. et al."),
    ("T04", "authors", "Zoe Example, Ya'akov Sample"),
    ("T04", "authors", "Group of 2019 for Knees"),
    ("T06", "title", "Needles for knees: a trial"),
    ("T06", "title", "A letter to Example et al."),
    ("T06", "title", "Needles at home and in the U.S.A."),
    ("T06", "title", "And then there were needles..."),
]
MENDED = [
    ("T01", "intro", "Less pain.Sleep was better.", "Less pain. Sleep was better."),
    ("T01", "intro", "It helped (24 people).The rest stayed.", "It helped (24 people). The rest stayed."),
    ("T02", "intro", "Knees carry us all day \n", "Knees carry us all day. \n"),
    ("T03", "authors", "Tang S, Mo Z, ", "Tang S, Mo Z "),
    ("T04", "authors", "Lv A.-B.a · Li C.b · Chen D", "Lv A.-B. · Li C. · Chen D"),
    ("T04", "authors", "Mo Z, Tang S1,2, Yu B*", "Mo Z, Tang S, Yu B"),
    ("T06", "title", "Needles for knees: a trial.", "Needles for knees: a trial"),
    ("T11", "publisher", "Example Journal", ""),
]


@pytest.mark.parametrize(("rule", "field", "text", "words"), TRIPS)
def test_what_trips_a_rule(rule: str, field: str, text: str, words: str) -> None:
    assert words_found(rule, **{field: text}) == [words]


@pytest.mark.parametrize(("rule", "field", "text"), NEAR_MISSES)
def test_what_only_looks_like_it(rule: str, field: str, text: str) -> None:
    assert words_found(rule, **{field: text}) == []


@pytest.mark.parametrize(("rule", "field", "text", "after"), MENDED)
def test_the_cure_leaves_the_rest_as_it_was(rule: str, field: str, text: str, after: str) -> None:
    others = {"journal": "Example Journal"} if field == "publisher" else {}
    assert mended(rule, **others, **{field: text}) == [after]


def test_a_cured_text_is_found_no_more() -> None:
    for rule, field, text, _ in MENDED[:-1]:
        (after,) = mended(rule, **{field: text})
        assert words_found(rule, **{field: after}) == []


@pytest.mark.parametrize("publisher", ["Example Journal", "EXAMPLE journal ", "Exämple Journal"])
def test_a_publisher_that_is_the_journal_again(publisher: str) -> None:
    assert words_found("T11", journal="Example Journal", publisher=publisher) == [publisher]


@pytest.mark.parametrize(
    ("journal", "publisher"),
    [("Example Journal", "Example Society"), ("", ""), ("Example Journal", ""), ("Example", "Example Journal Society")],
)
def test_a_publisher_that_says_something(journal: str, publisher: str) -> None:
    assert words_found("T11", journal=journal, publisher=publisher) == []


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Needles for knees", "Needles for knees."), ("Needles: knees", "Needles / knees"), ("Knees", "KNEES!")],
)
def test_title_and_heading_alike_but_for_a_mark(title: str, heading: str) -> None:
    (found,) = findings("T07", page_with(heading=heading), Site(title_template=title))
    assert (found.spot.field, found.words) == ("heading", heading)
    assert found.fixes[0].changes[0].after == title
    assert [one.spot.field for one in findings("T07", replace(PAGE, title=title), Site(heading_template=heading))] == [
        "title"
    ]
    site = Site(title_template=title, heading_template=heading)
    assert [one.words for one in site_findings("T07", site)] == [heading]


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Needles for knees", "Needles for knees"), ("Needles", "Knees"), ("Needles for knees", "Needles for a knee.")],
)
def test_title_and_heading_alike_or_different(title: str, heading: str) -> None:
    assert findings("T07", page_with(heading=heading), Site(title_template=title)) == []
    assert site_findings("T07", Site(title_template=title, heading_template=heading)) == []


def test_what_all_pages_share_is_told_once_and_not_on_each_page() -> None:
    assert findings("T07", PAGE, Site(title_template="{condition}", heading_template="{condition}.")) == []


def styles(*authors: str) -> list[int]:
    page = replace(PAGE, studies=tuple(Study(title="A trial", authors=line) for line in authors))
    return [int(str(finding.values["count"])) for finding in findings("T05", page)]


@pytest.mark.parametrize(
    ("authors", "count"),
    [
        (("Tang S, Mo Z", "Zoe Example, Max Sample"), 2),
        (("Tang S, Mo Z", "Tang S, Mo Z."), 2),
        (
            (
                "Tang S, Mo Z",
                "Lv A.-B.a · Li C.b",
                "Tang, S., Mo, Z. et al.",
                "Zoe Example, Max Sample,",
                "Li C, Yu B.",
            ),
            5,
        ),
        (("S. Tang, Z. Mo", "Tang S, Mo Z"), 2),
    ],
)
def test_several_styles_of_authors(authors: tuple[str, ...], count: int) -> None:
    assert styles(*authors) == [count]


@pytest.mark.parametrize(
    "authors",
    [
        ("Tang S, Mo Z", "Yu B-C, Li A, et al.", "Li C-d, Yu B"),
        ("Tang S, Mo Z", "", "Knee Study Group"),
        ("Zoe Example, Max Sample", "Zoe B. Example, Ya'akov de Sample", "Zoe Example"),
        ("Tang S, Mo Z", "Tang S"),
    ],
)
def test_one_style_of_authors(authors: tuple[str, ...]) -> None:
    assert styles(*authors) == []
