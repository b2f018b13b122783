"""The built-in look: its colours, what its style sheet promises, and the list of all conditions."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.page_html import index_html, page_html
from editor.render.theme import STYLE, Delivery, built_in_texts, built_in_theme, own_theme
from tests.render.test_page_html import Outline
from tests.render.test_parts import PAGE, SITE

STYLE_SHEET = built_in_texts()[STYLE]
COMMENT, RULES = STYLE_SHEET.split("*/", 1)
LIGHT, DARK = (
    dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\}", RULES, re.DOTALL)[:2]
)


def luminance(colour: str) -> float:
    """Of a colour such as "#1e2a27", as WCAG reckons it."""
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Between two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent"])
def test_colours_can_be_read(colours: dict[str, str], text: str) -> None:
    assert contrast(colours[text], colours["paper"]) >= 7
    assert contrast(colours[text], colours["tint"]) >= 4.5


def test_dark_screens_have_all_colours() -> None:
    assert DARK.keys() == LIGHT.keys()


def test_the_first_comment_names_every_property_and_each_is_used() -> None:
    set_here = set(re.findall(r"(--[a-z-]+):", RULES))
    assert set(re.findall(r"--[a-z-]+", COMMENT)) == set_here
    assert set(re.findall(r"var\((--[a-z-]+)\)", RULES)) == set_here


def test_no_file_comes_from_elsewhere_and_no_template_has_a_script() -> None:
    assert not re.search(r"url\(|@import|@font-face|//", RULES)
    assert not any("<script" in text or "://" in text for text in built_in_texts().values())


def test_a_style_sheet_of_ones_own_is_dark_only_where_it_says_so() -> None:
    own = own_theme(Path("theme"), {STYLE: "body { color: #222 }"}, {})
    for html in (page_html(SITE, PAGE, own, Delivery.LINKED).html, index_html(SITE, [PAGE], own).html):
        assert "color-scheme" not in html  # it would make the background dark below text that stays so
    assert ":root {\n  color-scheme: light dark;" in RULES


def index(names: list[str], site: Site = SITE) -> str:
    """The list of conditions with these names."""
    pages = [ConditionPage(f"page-{number}", name=name) for number, name in enumerate(names)]
    return index_html(site, pages, built_in_theme()).html


def shown(html: str) -> list[str]:
    """The conditions in their order."""
    return re.findall(r'<a href="page-\d+\.html">([^<]*)</a>', html)


def test_the_list_shows_a_condition_with_all_that_people_search_for() -> None:
    page = replace(PAGE, aliases=("sore knees", "<b>"), description="Knees & research")
    html = index_html(replace(SITE, name="Our Clinic"), [page], built_in_theme()).html
    assert "<title>Our Clinic</title>" in html
    assert "<h1>Our Clinic</h1>" in html
    assert '<a href="knee.html">Knee Pain</a>' in html
    assert '<p class="aliases">sore knees, &lt;b&gt;</p>' in html
    assert '<p class="description">Knees &amp; research</p>' in html


def test_lists_without_marks_are_lists_to_screen_readers_too() -> None:
    html = index(["Beta"]) + page_html(SITE, PAGE, built_in_theme(), Delivery.LINKED).html
    unmarked = re.findall(r"\.(\w+) \{[^}]*list-style: none", RULES)
    assert unmarked == ["study", "conditions"]
    assert re.findall(r'<[uo]l class="(\w+)" role="list">', html) == ["conditions", "studies"]


def test_a_short_list_is_one_list() -> None:
    html = index(["Beta", "Alpha"])
    assert shown(html) == ["Alpha", "Beta"]
    assert Outline(html).headings == [1]
    assert "<nav" not in html


def test_a_long_list_goes_by_letters() -> None:
    names = [f"{letter}{number}" for letter in "ABCDé" for number in range(6)] + ["5-day fever", "“Quoted”"]
    html = index(names)
    outline = Outline(html)
    assert sorted(shown(html)) == sorted(names)
    assert re.findall(r"<h2>(.)</h2>", html) == ["#", "A", "B", "C", "D", "E"]
    assert re.findall(r'<a href="#(letter-\d)">', html) == re.findall(r'id="(letter-\d)"', html)
    assert len(outline.ids) == len(set(outline.ids)) == 6
    assert '<nav class="letters">' in html  # the page's only one, so it needs no name
    assert outline.open == []


def test_a_long_list_in_a_script_without_capitals_is_one_list() -> None:
    assert Outline(
        index([f"{letter}痛" for letter in "一丁七丈三上下不且世丘丙丞丟並丨丫丸丹主丼乃久乍"] * 2)
    ).headings == [1]


def test_without_conditions_or_a_site_there_is_still_a_page() -> None:
    html = index([], Site())
    assert Outline(html).open == []
    assert "<ul" not in html


def test_the_websites_name_leads_to_the_list_unless_the_page_travels_alone() -> None:
    site = replace(SITE, name="Our Clinic")
    linked = page_html(site, PAGE, built_in_theme(), Delivery.LINKED).html
    alone = page_html(site, PAGE, built_in_theme(), Delivery.SINGLE_FILE).html
    assert linked.count('<a href="index.html">Our Clinic</a>') == 2
    assert '"index.html"' not in alone
    assert "<p>Our Clinic</p>" in alone


def test_a_page_of_a_website_without_a_name_has_a_way_to_the_list_too() -> None:
    assert (
        page_html(SITE, PAGE, built_in_theme(), Delivery.LINKED).html.count('<a href="index.html">Conditions</a>') == 2
    )
    assert 'class="site"' not in page_html(SITE, PAGE, built_in_theme(), Delivery.SINGLE_FILE).html


@pytest.mark.parametrize(
    ("text", "hangs"), [("“Words.”", True), (' "Words."', True), ("Words.", False), ("«Mots»", False)]
)
def test_a_quotation_mark_hangs_outside_the_text(text: str, hangs: bool) -> None:
    site = replace(SITE, quotation=replace(SITE.quotation, text=text))
    html = page_html(site, PAGE, built_in_theme(), Delivery.LINKED).html
    assert ('<blockquote class="hanging">' in html) is hangs
