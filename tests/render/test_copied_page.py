"""A copied page: its words in order, with headings, lists and links, and nothing of the website's look."""

from __future__ import annotations

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.render.copied_page import CopiedPage, copied_page
from editor.render.parts import page_parts, render_part
from editor.render.theme import built_in_theme

INTRO = """Many people *have* it & more.

1. Walk
2. Rest

- a [guide](https://clinic.example/?a=1&b=2)
- <https://clinic.example>

One<br>two ![A knee](images/knee.png)"""


def copied(page: ConditionPage) -> CopiedPage:
    theme = built_in_theme()
    return copied_page((part, render_part(part, theme).html) for part in page_parts(Site(), page))


def test_the_words_stand_in_their_order() -> None:
    studies = (
        Study(title="Needles", authors="Xu A", url="https://doi.org/10.1/a"),
        Study(title="膝痛", summary="P < 1"),
    )
    page = ConditionPage("knee", name="Knee pain", intro=INTRO, studies=studies)
    assert copied(page).text.split("\n\n") == [
        "Knee pain",
        "Many people have it & more.",
        "1. Walk",
        "2. Rest",
        "- a guide (https://clinic.example/?a=1&b=2)",
        "- https://clinic.example",
        "One\ntwo [Picture: A knee]",
        "1. Needles (https://doi.org/10.1/a)",
        "Xu A",
        "2. 膝痛",
        "P < 1\n",
    ]


@pytest.mark.parametrize(
    ("start", "number"), [("3", "3."), ("0", "0."), ("-2", "1."), ("many", "1."), ("9" * 5000, "1."), ("", "1.")]
)
def test_a_list_goes_on_from_its_number(start: str, number: str) -> None:
    page = ConditionPage("knee", intro=f'<ol start="{start}"><li>Walk</li></ol>')
    assert f"{number} Walk" in copied(page).text


def test_the_html_has_nothing_that_only_the_website_needs() -> None:
    page = ConditionPage("knee", name="Knee <b>pain", intro=INTRO, studies=(Study(title="Needles", summary="*Good*"),))
    html = copied(page).html
    assert "<h1>Knee &lt;b&gt;pain</h1>" in html
    assert '<a href="https://clinic.example/?a=1&amp;b=2">guide</a>' in html
    assert html.index("<ol>") < html.index("<li>") < html.index("Needles") < html.index("<em>Good</em>")
    assert html.count("<ol>") == html.count("</ol>") == 2
    for foreign in ("class=", "data-part", "aria-", "<div", "<section", "<img", "<span"):
        assert foreign not in html
