"""What a page says to search engines: JSON that parses, and nothing that the files do not state."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.render.structured_data import structured_data
from tests.render.test_parts import PAGE, SITE, STUDY

SCRIPT = re.compile(r'<script type="application/ld\+json">([^<>]*)</script>')


def told(page: ConditionPage, site: Site = SITE) -> dict[str, Any]:
    """What the page's script says."""
    found = SCRIPT.fullmatch(structured_data(site, page))
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def told_of(study: Study) -> dict[str, Any]:
    """What it says of one study."""
    (article,) = told(replace(PAGE, studies=(study,)))["citation"]
    assert isinstance(article, dict)
    return article


def test_a_whole_page() -> None:
    site = replace(
        SITE, name="Our Clinic", language="en-AU", url="https://clinic.example", page_address="/conditions/{slug}/"
    )
    page = replace(
        PAGE,
        description="Short.",
        aliases=("sore knees", " "),
        last_reviewed="2026-10-19",
        reviewed_by="Alex Sample",
        studies=(replace(STUDY, pmid="PMID: 29496679"),),
    )
    assert told(page, site) == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "Knee Pain",
        "headline": "Knee Pain: research",
        "description": "Short.",
        "url": "https://clinic.example/conditions/knee/",
        "inLanguage": "en-AU",
        "isPartOf": {"@type": "WebSite", "name": "Our Clinic", "url": "https://clinic.example/"},
        "about": {"@type": "MedicalCondition", "name": "Knee Pain", "alternateName": ["sore knees"]},
        "citation": [
            {
                "@type": "ScholarlyArticle",
                "name": "Knees & needles",
                "author": [{"@type": "Person", "name": "Lee A"}, {"@type": "Person", "name": "Wu B"}],
                "datePublished": "2018-04-01",
                "isPartOf": {"@type": "Periodical", "name": "Journal of Knees"},
                "publisher": {"@type": "Organization", "name": "Knee Society"},
                "url": "https://doi.org/10.1000/1",
                "identifier": [
                    {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/1"},
                    {"@type": "PropertyValue", "propertyID": "PMID", "value": "29496679"},
                ],
            }
        ],
    }


def test_a_bare_page_on_a_bare_site_says_only_what_it_is() -> None:
    assert told(ConditionPage("knee-pain"), Site()) == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "knee-pain",
        "headline": "knee-pain",
        "about": {"@type": "MedicalCondition", "name": "knee-pain"},
    }


def test_texts_of_several_lines_are_told_on_one() -> None:
    page = told(replace(PAGE, title="Knees\nand us\n", heading="All of\nit\n", description="Short\n words.\n"))
    assert (page["name"], page["headline"], page["description"]) == ("Knees and us", "All of it", "Short words.")


def test_every_study_with_a_title_is_named_in_its_order_and_a_note_never() -> None:
    studies = (STUDY, Study(key="k2", title="Second"), Study(key="k3", title=" ", journal="Journal"))
    page = replace(PAGE, studies=studies)
    assert [article["name"] for article in told(page)["citation"]] == ["Knees & needles", "Second"]
    assert "Secret" not in structured_data(SITE, page)


@pytest.mark.parametrize(
    "authors",
    ["Lv Z-T, Li Z-Q, Ma W-W", "Qin Z, Liu X,", "Lu Y.", "van der Berg AB", "Abou-Setta A, O'Neil JP", "Élan É"],
)
def test_authors_printed_with_initials_are_told_one_by_one(authors: str) -> None:
    article = told_of(replace(STUDY, authors=authors))
    names = [author["name"] for author in article["author"]]
    assert names == authors.rstrip(",.").split(", ")
    assert "creditText" not in article


@pytest.mark.parametrize(
    "authors",
    [
        "Manyanga, T., Froese, M. et al.",
        "Lv Z.-T.a · Li Z.-Q.b",
        "Zongshi Qin",
        "Lee A, et al.",
        "張三, 李四",
        "AB",
        "NHS UK",
    ],
)
def test_authors_that_cannot_be_told_apart_are_credited_as_printed(authors: str) -> None:
    article = told_of(replace(STUDY, authors=authors))
    assert article["creditText"] == authors
    assert "author" not in article


@pytest.mark.parametrize(
    ("date", "published"), [("2017-12", "2017-12"), ("2016", "2016"), ("2018, Apr 1", "2018-04-01")]
)
def test_dates_for_machines(date: str, published: str) -> None:
    assert told_of(replace(STUDY, date=date))["datePublished"] == published


def test_what_is_no_date_doi_or_link_is_left_out() -> None:
    article = told_of(replace(STUDY, date="2018 Jan-Feb", doi="none yet", url="javascript:alert(1)"))
    assert not {"datePublished", "identifier", "url"} & set(article)


def test_nothing_is_told_to_search_engines_that_the_page_does_not_show() -> None:
    assert "Alex Sample" not in str(structured_data(SITE, replace(PAGE, reviewed_by="Alex Sample")))


@given(st.text(st.characters(codec=None), max_size=30))
@settings(max_examples=300, deadline=None)
def test_no_text_ends_the_script_or_is_lost(text: str) -> None:
    hostile = f"</script><!--{text}\u2028&"
    page = replace(PAGE, name=hostile, aliases=(hostile,), studies=(Study(*["k", *[hostile] * 11]),))
    script = structured_data(replace(SITE, name=hostile), page)
    assert not re.search("[\u2028\u2029\ud800-\udfff]", script)
    shown = re.sub("[\ud800-\udfff]", "\ufffd", " ".join(hostile.split()))
    assert told(page)["citation"][0]["name"] == shown
