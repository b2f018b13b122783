"""A page's parts: what they hold, that they survive JSON, and what each shows."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import Quotation, References, SiteResearch
from editor.content.site import Site
from editor.content.study import Study
from editor.render.parts import Part, page_parts, render_part
from editor.render.theme import NotRendered, built_in_theme

SITE = Site(
    heading_template="{condition}: research",
    research=SiteResearch("Research", "On {condition_in_text}.", "[Book](https://x.example)", ("No promise.",)),
    references=References("References", ("Papers on {condition_in_text}.",), "10", "Full Article"),
    quotation=Quotation("A saying", "“Words.”", "A book", "Long ago"),
)
STUDY = Study(
    key="k1",
    journal="Journal of Knees",
    publisher="Knee Society",
    date="2018-04-01",
    title="Knees & needles",
    summary="It *helped* some.",
    authors="Lee A, Wu B",
    doi="10.1000/1",
    note="Secret note",
)
PAGE = ConditionPage("knee", name="Knee Pain", name_in_text="knee pain", intro="Knees *hurt*.", studies=(STUDY,))


def shown(study: Study, site: Site = SITE) -> str:
    """The HTML of a study's part."""
    parts = page_parts(site, replace(PAGE, studies=(study,)))
    return render_part(next(part for part in parts if part.is_study), built_in_theme()).html


def test_the_parts_in_their_order() -> None:
    second = replace(STUDY, key="k2")
    parts = page_parts(SITE, replace(PAGE, studies=(second, STUDY)))
    assert [part.id for part in parts] == ["intro", "research", "references", "study-k2", "study-k1", "quotation"]


def test_what_says_nothing_has_no_part() -> None:
    assert [part.id for part in page_parts(Site(), ConditionPage("knee"))] == ["intro"]
    empty = replace(PAGE, studies=(Study(title=" "),))
    assert not any(part.is_study for part in page_parts(SITE, empty))


def test_a_change_changes_one_part() -> None:
    other = Study(key="k2", title="Other")
    before = page_parts(SITE, replace(PAGE, studies=(STUDY, other)))
    after = page_parts(SITE, replace(PAGE, studies=(replace(STUDY, title="New"), other)))
    assert [old.id for old, new in zip(before, after, strict=True) if old != new] == ["study-k1"]


def test_what_is_for_staff_or_not_of_the_part_is_not_in_it() -> None:
    before = page_parts(SITE, PAGE)
    changed = replace(PAGE, studies=(replace(STUDY, note="Other"),), last_reviewed="2026", aliases=("x",))
    assert page_parts(SITE, changed) == before
    assert "Secret" not in repr(before)


texts = st.none() | st.text(max_size=20)


@given(
    st.builds(Study, journal=texts, publisher=texts, date=texts, title=texts, summary=texts, url=texts, doi=texts),
    texts,
)
@settings(max_examples=200, deadline=None)
def test_parts_survive_json_and_render_to_one_element_each(study: Study, intro: str | None) -> None:
    for part in page_parts(SITE, replace(PAGE, intro=intro, studies=(study,))):
        again = Part.from_json(json.loads(json.dumps(part.to_json())))
        assert again == part
        assert hash(again) == hash(part)
        html = render_part(part, built_in_theme()).html.strip()
        tag = html[1:].split(" ", 1)[0]
        assert html.endswith(f"</{tag}>")
        assert f'data-part="{part.id}"' in html.split(">", 1)[0]
        assert html.count("data-part=") == 1


def test_a_study_shows_its_words_in_order() -> None:
    html = shown(replace(STUDY, study_type="cohort"))
    words = [
        '<p class="kind" data-kind="cohort">Cohort study</p>',
        ">Journal of Knees</p>",
        '<time datetime="2018-04-01">2018, Apr 1</time>',
        ">Knees &amp; needles</h3>",
        '<cite>Journal of Knees</cite>\n<span class="publisher">Knee Society</span>',
        "<p>It <em>helped</em> some.</p>",
        ">Lee A, Wu B</span>",
        '<a href="https://doi.org/10.1000/1" rel="noopener" aria-label="Full Article: Knees &amp; needles">Full',
    ]
    places = [html.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)


def test_a_link_names_no_title_that_is_not_there() -> None:
    html = shown(replace(STUDY, title=None))
    assert '<a href="https://doi.org/10.1000/1" rel="noopener">Full Article</a>' in html
    assert "aria-label" not in html


def test_english_words_on_a_page_in_another_language_say_so() -> None:
    study = replace(STUDY, study_type="cohort")
    assert ' lang="' not in shown(study, replace(SITE, language="en-AU"))
    german = replace(SITE, language="de")
    html = shown(study, german)
    assert '<p class="kind" data-kind="cohort" lang="en" dir="ltr">Cohort study</p>' in html
    assert '<time datetime="2018-04-01" lang="en" dir="ltr">2018, Apr 1</time>' in html
    for date in ("2018", "April 2018"):  # nothing of the program's own
        assert ' lang="' not in shown(replace(STUDY, date=date), german)
    assert not any(part.is_study for part in page_parts(german, replace(PAGE, studies=(Study(),))))


def test_a_date_that_is_none_shows_as_typed() -> None:
    html = shown(replace(STUDY, date="2018 Jan-Feb"))
    assert "<time" not in html
    assert '<p class="date">2018 Jan-Feb</p>' in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", " data:text/html,x", "java\tscript:alert(1)"])
def test_a_link_that_could_run_something_is_no_link(url: str) -> None:
    html = shown(replace(STUDY, url=url, doi=None))
    assert "<a " not in html
    assert "Full Article" in html


def test_a_study_without_a_link_shows_the_words() -> None:
    html = shown(replace(STUDY, doi=None))
    assert "<a " not in html
    assert ">Full Article</span>" in html


def test_on_a_site_without_words_for_the_link_the_title_is_the_link() -> None:
    html = shown(STUDY, replace(SITE, references=References()))
    assert '<a href="https://doi.org/10.1000/1" rel="noopener">Knees &amp; needles</a>' in html
    assert html.count("<a ") == 1


def test_a_title_comes_one_level_below_the_heading_that_is_there() -> None:
    study = replace(STUDY, summary="# Heading")
    assert re.findall(r"<h(\d)", shown(study)) == ["3", "4"]
    assert re.findall(r"<h(\d)", shown(study, Site())) == ["2", "3"]


@pytest.mark.parametrize("publisher", ["", " ", "Journal of Knees"])
def test_a_journal_is_not_printed_twice_without_a_publisher(publisher: str) -> None:
    assert shown(replace(STUDY, publisher=publisher)).count("Journal of Knees") == 1


def test_a_kind_of_study_without_words_of_its_own_is_not_shown() -> None:
    assert "kind" not in shown(replace(STUDY, study_type="case-report"))


def test_what_is_empty_leaves_no_element() -> None:
    html = shown(Study(title="Only a title"), Site())
    assert "<p" not in html
    assert "<div" not in html.replace('<div class="body">', "")


def test_texts_are_text_and_never_mark_up() -> None:
    nasty = '"><script>{{ 7 * 7 }}{% x %}</script>'
    page = ConditionPage("x", name=nasty, heading=nasty, intro=nasty, insights=nasty)
    study = Study("k", *[nasty] * 11)
    site = Site(
        research=SiteResearch(nasty, nasty, nasty, (nasty,)), references=References(nasty, (nasty,), nasty, nasty)
    )
    for part in page_parts(site, replace(page, studies=(study,))):
        html = render_part(part, built_in_theme()).html
        assert "<script" not in html
        assert "49" not in html


def test_a_part_without_its_template_is_not_rendered() -> None:
    part = replace(page_parts(SITE, PAGE)[0], template="missing.html")
    with pytest.raises(NotRendered) as caught:
        render_part(part, built_in_theme())
    assert caught.value.template == "missing.html"
