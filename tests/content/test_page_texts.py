"""The words a page shows, once templates and shared texts are filled in."""

from __future__ import annotations

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.page_texts import page_texts
from editor.content.shared_texts import Quotation, References, Research, SiteResearch
from editor.content.site import Site

SITE = Site(
    title_template="{condition} | Clinic",
    heading_template="All about {condition}",
    research=SiteResearch("Research", "On {condition_in_text}.", "[Book](https://x.example)", ("First.", "Second.")),
    references=References(
        "References", ("Papers on {condition_in_text}.", "Of {window_years} years."), "10", "Read on {condition}"
    ),
    quotation=Quotation("Saying", "“Words.”", "Book", "Long ago"),
)
PAGE = ConditionPage("parkinsons", name="Parkinson's", name_in_text="Parkinson's disease", intro="Hello", insights="So")


def test_the_sites_texts_are_filled_in() -> None:
    texts = page_texts(SITE, PAGE)
    assert texts.title == "Parkinson's | Clinic"
    assert texts.heading == "All about Parkinson's"
    assert texts.research_lead == "On Parkinson's disease."
    assert texts.references_lead == ("Papers on Parkinson's disease.", "Of 10 years.")
    assert texts.disclaimers == ("First.", "Second.")
    assert (texts.research_heading, texts.call_to_action) == ("Research", "[Book](https://x.example)")
    assert (texts.references_heading, texts.link_text) == ("References", "Read on Parkinson's")
    assert (texts.intro, texts.insights) == ("Hello", "So")
    assert texts.quotation_heading == "Saying"
    assert (texts.quotation_text, texts.quotation_source, texts.quotation_date) == ("“Words.”", "Book", "Long ago")


def test_a_pages_own_texts_take_the_place_of_the_sites() -> None:
    own = ConditionPage(
        "x",
        name="X",
        title="Own title",
        heading="Own heading",
        research=Research("Own research", "Own lead on {condition_in_text}", "Own call"),
        references=References("Own references", ("Own {window_years}",), "5", "Open {condition_in_text}"),
        quotation=Quotation("Own saying", "Own words", "Own book", "Today"),
    )
    texts = page_texts(SITE, own)
    assert (texts.title, texts.heading) == ("Own title", "Own heading")
    assert (texts.research_heading, texts.research_lead) == ("Own research", "Own lead on X")
    assert texts.call_to_action == "Own call"
    assert (texts.references_heading, texts.references_lead) == ("Own references", ("Own 5",))
    assert texts.link_text == "Open X"
    assert (texts.quotation_heading, texts.quotation_text) == ("Own saying", "Own words")
    assert (texts.quotation_source, texts.quotation_date) == ("Own book", "Today")
    assert texts.disclaimers == ("First.", "Second.")


@pytest.mark.parametrize("lead", [(), ("",), (" ", "\n")])
def test_an_own_list_that_says_nothing_counts_as_none(lead: tuple[str, ...]) -> None:
    own = ConditionPage("x", name="X", references=References(lead=lead))
    assert page_texts(SITE, own).references_lead == ("Papers on X.", "Of 10 years.")


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_an_own_text_that_is_empty_counts_as_none(empty: str) -> None:
    own = ConditionPage(
        "x",
        name="X",
        title=empty,
        heading=empty,
        research=Research(empty, empty, empty),
        references=References(empty, (), empty, empty),
        quotation=Quotation(empty, empty, empty, empty),
    )
    assert page_texts(SITE, own) == page_texts(SITE, ConditionPage("x", name="X"))


def test_a_page_on_a_bare_site_shows_its_name_or_its_address() -> None:
    texts = page_texts(Site(), ConditionPage("back-pain", name="Back Pain"))
    assert (texts.title, texts.heading, texts.description) == ("Back Pain", "Back Pain", "")
    texts = page_texts(Site(), ConditionPage("back-pain"))
    assert (texts.title, texts.heading) == ("back-pain", "back-pain")
    assert texts.references_lead == texts.disclaimers == ()


def test_without_a_name_in_text_the_name_stands_in_sentences() -> None:
    assert page_texts(SITE, ConditionPage("x", name="Back Pain")).research_lead == "On Back Pain."


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    page = ConditionPage("x", name="{condition_in_text} {other}", name_in_text="{condition}")
    texts = page_texts(SITE, page)
    assert texts.heading == "All about {condition_in_text} {other}"
    assert texts.research_lead == "On {condition}."


def test_other_braces_stay() -> None:
    site = Site(heading_template="{condition} {Condition} {} {window_years!r} {{condition}}")
    assert page_texts(site, PAGE).heading == "Parkinson's {Condition} {} {window_years!r} {Parkinson's}"


def test_blank_paragraphs_are_left_out() -> None:
    site = Site(research=SiteResearch(disclaimers=("", "One", " ")), references=References(lead=("\n", "Two")))
    texts = page_texts(site, PAGE)
    assert texts.disclaimers == ("One",)
    assert texts.references_lead == ("Two",)
