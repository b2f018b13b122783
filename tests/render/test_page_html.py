"""Whole documents."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.render.page_html import page_html
from editor.render.theme import Delivery, built_in_theme
from tests.render.test_parts import PAGE, SITE, STUDY
from tests.render.test_templates import look

VOID = {"meta", "link", "br", "hr", "img"}


class Outline(HTMLParser):
    """The document's elements, checked to be nested rightly, with its headings and all addresses in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.labels: list[str] = []
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        values = dict(attrs)
        self.ids += (values.get("id") or "").split()
        self.labels += (values.get("aria-labelledby") or "").split()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def document(page: ConditionPage = PAGE, site: Site = SITE) -> str:
    return page_html(site, page, built_in_theme(), Delivery.SINGLE_FILE).html


def test_the_head() -> None:
    site = replace(SITE, language="en-AU", title_template="{condition} & us")
    html = document(replace(PAGE, description='Short "words".'), site)
    assert html.startswith('<!DOCTYPE html>\n<html lang="en-AU" dir="ltr">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>Knee Pain &amp; us</title>" in html
    assert '<meta name="description" content="Short &#34;words&#34;.">' in html
    assert "--accent:" in html


def test_texts_of_several_lines_stand_in_the_head_on_one() -> None:
    html = document(replace(PAGE, title="Knees\nand us\n", description="Short\n words.\n"))
    assert "<title>Knees and us</title>" in html
    assert '<meta name="description" content="Short words.">' in html


def test_a_template_may_say_what_the_built_in_one_does_not() -> None:
    template = (
        "{{ name }} ({{ slug }}): {{ aliases | join('; ') }}."
        " {{ last_reviewed }}, {{ machine_last_reviewed }}, {{ reviewed_by }}."
    )
    page = replace(PAGE, aliases=("Sore\nknees", " ", "Gonalgia"), last_reviewed="2026-10-19", reviewed_by="Alex & Sam")

    def said(page: ConditionPage) -> str:
        return page_html(SITE, page, look(page=template), Delivery.LINKED).html

    assert said(page) == ("Knee Pain (knee): Sore knees; Gonalgia. 2026, Oct 19, 2026-10-19, Alex &amp; Sam.")
    assert said(ConditionPage("knee", last_reviewed="soon")) == "knee (knee): . soon, , ."


def test_a_bare_page_on_a_bare_site() -> None:
    html = document(ConditionPage("knee-pain"), Site())
    assert '<html lang="en" dir="ltr">' in html
    assert "<title>knee-pain</title>" in html
    assert "<h1>knee-pain</h1>" in html
    assert 'name="description"' not in html
    body = html[html.index("<body>") :]
    assert re.findall(r"<(\w+)", body) == ["body", "main", "header", "h1"]


def test_elements_are_nested_headings_do_not_jump_and_labels_exist() -> None:
    second = replace(STUDY, key="k2", summary="- a\n- b\n\n# Heading")
    page = replace(PAGE, intro="# One\n\ntext", insights="# Two", studies=(STUDY, second, Study(title="Third")))
    outline = Outline(document(page))
    assert outline.open == []
    assert outline.headings == [1, 2, 2, 3, 2, 3, 3, 4, 3, 2]
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.labels
    assert set(outline.labels) <= set(outline.ids)
    assert outline.tags.count("script") == 1  # the structured data
    assert not {"link", "iframe", "img"} & set(outline.tags)


def test_nothing_is_fetched_from_elsewhere() -> None:
    html = document()
    assert not re.search(r"url\(|@import|\bsrc=|<link", html)


def test_studies_are_a_list_named_by_their_place() -> None:
    html = document(replace(PAGE, studies=(STUDY, replace(STUDY, key="k2"))))
    assert html.count("<li ") == html.count('<li class="part study"') == 2
    assert 'data-part="study-1"' in html
    assert 'data-part="study-2"' in html
    assert "k2" not in html


def test_the_same_page_read_twice_gives_the_same_document() -> None:
    again = replace(PAGE, studies=(replace(STUDY, key="another-key"),))
    assert document(again) == document(PAGE)
