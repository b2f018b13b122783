"""The list of all conditions."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.page_html import IndexEntry, index_html, index_values
from editor.render.theme import built_in_theme
from tests.render.test_templates import look

SITE = Site(name="Sample & Street", language="en-AU", url="https://sample.example")
PAGES = [
    ConditionPage("neck", name="Neck pain", aliases=("Stiff neck", " "), description="Short."),
    ConditionPage("elbow", name="Élbow"),
    ConditionPage("knee-pain"),
    ConditionPage("ear", name="ear"),
    ConditionPage("tmj", name="7th nerve"),
    ConditionPage("頭", name="頭痛"),
]


def listed(pages: list[ConditionPage], site: Site = SITE) -> str:
    return index_html(site, pages, built_in_theme()).html


def test_pages_stand_in_the_order_of_their_names_whatever_their_accents_and_capitals() -> None:
    entries = index_values(SITE, PAGES)["conditions"]
    assert isinstance(entries, tuple)
    assert [(entry["letter"], entry["name"], entry["address"]) for entry in entries] == [
        ("#", "7th nerve", "tmj.html"),
        ("E", "ear", "ear.html"),
        ("E", "Élbow", "elbow.html"),
        ("K", "knee-pain", "knee-pain.html"),
        ("N", "Neck pain", "neck.html"),
        ("#", "頭痛", "%E9%A0%AD.html"),
    ]


def test_an_accent_decides_no_order() -> None:
    pages = [ConditionPage(name, name=name) for name in ("Azo", "Ärger", "Augen", "Ångst", "Ab")]
    entries = index_values(SITE, pages)["conditions"]
    assert isinstance(entries, tuple)
    assert [entry["name"] for entry in entries] == ["Ab", "Ångst", "Ärger", "Augen", "Azo"]


def test_a_page_is_found_by_its_other_names_too() -> None:
    html = listed(PAGES)
    assert '<a href="neck.html">Neck pain</a>' in html
    assert "Stiff neck</p>" in html
    assert "Short." in html
    assert html.count("<li>") == len(PAGES)
    assert "<nav" not in html


def test_texts_of_several_lines_stand_on_one() -> None:
    page = ConditionPage("neck", name="Neck\n pain\n", aliases=("Stiff\nneck\n",), description="Short\nwords.\n")
    entries = index_values(Site(name="Sample\nClinic\n"), [page])
    assert (entries["title"], entries["conditions"]) == (
        "Sample Clinic",
        (
            IndexEntry(
                name="Neck pain",
                letter="N",
                address="neck.html",
                description="Short words.",
                aliases=("Stiff neck",),
            ),
        ),
    )


def test_a_long_list_has_its_letters() -> None:
    pages = [ConditionPage(f"{letter}{number}", name=f"{letter} {number}") for letter in "CAB1" for number in range(9)]
    html = listed(pages)
    assert re.findall(r'<a href="#letter-\d">(.)</a>', html) == ["#", "A", "B", "C"]
    assert re.findall(r"<h2>(.)</h2>", html) == ["#", "A", "B", "C"]
    assert html.count("<li>") == len(pages)


def test_the_head() -> None:
    html = listed(PAGES)
    assert "<title>Sample &amp; Street</title>" in html
    assert '<html lang="en-AU" dir="ltr">' in html
    assert '<link rel="canonical" href="https://sample.example/">' in html
    assert "canonical" not in listed(
        PAGES, replace(SITE, page_address="/conditions/{slug}/")
    )  # the list may be anywhere
    assert '<html lang="ar" dir="rtl">' in listed([], Site(language="ar"))
    assert "<title>Conditions</title>" in listed([], Site())


def test_head_header_and_footer_are_those_of_the_pages() -> None:
    frame = {
        "head": "<meta name=own>",
        "header": "<p>Top of {{ slug or 'all' }}{{ intro }}</p>",
        "footer": "<p>End</p>",
    }
    html = index_html(SITE, PAGES, look(**frame)).html
    assert re.findall("<meta name=own>|<h1|<p>(?:Top of all|End)</p>", html) == [
        "<meta name=own>",
        "<p>Top of all</p>",
        "<h1",
        "<p>End</p>",
    ]
    assert 'class="site"' not in listed(PAGES)  # its heading is the website's name


def test_a_faulty_template_of_the_website_is_told() -> None:
    rendering = index_html(SITE, PAGES, look(index="\n{{ nothing }}"))
    assert rendering.html == listed(PAGES)
    assert [(fault.file, fault.line) for fault in rendering.faults] == [("index.html", 2)]


def test_an_empty_list_of_conditions_is_a_fault() -> None:
    rendering = index_html(SITE, PAGES, look(index=""))
    assert rendering.html == listed(PAGES)
    assert [(fault.file, fault.is_replaced) for fault in rendering.faults] == [("index.html", True)]


def test_a_slip_in_a_template_is_told_in_words_of_templates() -> None:
    rendering = index_html(SITE, PAGES, look(index="{% for one in conditions %}{{ one.nmae }}{% endfor %}"))
    (fault,) = rendering.faults
    assert "'nmae'" in fault.reason
    assert "editor" not in fault.reason
