from __future__ import annotations

import time

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.fields import SITE_FIELDS
from editor.content.shared_texts import References, SiteResearch
from editor.content.site import Site
from editor.content.study import Study
from editor.render.written_place import written_place

SITE = Site(
    heading_template="Needles for {condition}",
    research=SiteResearch(lead="On {condition_in_text}.", disclaimers=("Ask your doctor.", "", "Results vary.")),
    references=References(lead=("The last {window_years} years.",), window_years="10", link_text="Full Article"),
)
PAGE = ConditionPage(
    slug="back-pain",
    name="Back Pain",
    name_in_text="back pain",
    intro="Back Pain is **com**mon.\n\n- One [more](https://example.org/pain)\n- Caf\\*é 表虚**不固**\n",
    insights="On back pain\\. On back pain, again.",
    studies=(
        Study(
            key="1", title="Pain 😀 and pain", journal="Pain", date="2018-04-01", study_type="cohort", summary="Pain"
        ),
        Study(key="2", title="", summary="One."),
    ),
)


def place(part: str, shown: str, site: Site = SITE, page: ConditionPage = PAGE) -> tuple[str, str, str | None] | None:
    """Where a click at the "|" in what is shown leads: the field, what stands behind the place there, the study."""
    before, _, after = shown.partition("|")
    found = written_place(site, page, part, before, after)
    if found is None:
        return None
    holder: Site | ConditionPage | Study = page
    if found.study is not None:
        holder = next(study for study in page.study_list if study.key == found.study)
    elif any(found.field is field for field in SITE_FIELDS):
        holder = site
    return found.field.name, found.field.text_of(holder)[found.at :], found.study


@pytest.mark.parametrize(
    ("part", "shown", "expected"),
    [
        ("intro", "Nee|dles for Back Pain\nBack Pain is common.", ("heading_template", "dles for {condition}")),
        ("intro", "Needles for Back P|ain\nBack Pain is common.", ("name", "ain")),
        ("intro", "Needles for Back Pain\nBack P|ain is common.", ("intro", "ain is **com**")),
        ("intro", "Back Pain is comm|on.\nOne more", ("intro", "on.\n")),
        ("intro", "common.\nOne more|\nCaf*é 表虚不固", ("intro", "](https")),
        ("intro", "One more\nCaf*|é 表虚不固", ("intro", "é 表虚")),
        ("intro", "One more\nCaf*é 表虚不|固", ("intro", "固**")),
        ("research", "On back p|ain.\nOn back pain. On back pain, again.", ("name_in_text", "ain")),
        ("research", "On back pain.\nOn back pain. On back p|ain, again.", ("insights", "ain, again.")),
        ("research", "Ask your doctor.\nResults| vary.", ("research.disclaimers", " vary.")),
        ("references", "The last 1|0 years.", ("references.window_years", "0")),
        ("references", "The last 10 ye|ars.", ("references.lead", "ars.")),
    ],
)
def test_a_word_shown_is_found_where_it_is_written(part: str, shown: str, expected: tuple[str, str]) -> None:
    found = place(part, shown)
    assert found is not None
    assert found[0] == expected[0]
    assert found[1].startswith(expected[1])
    assert found[2] is None


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Cohort study Pa|in 2018, Apr 1\nPain 😀 and pain\nPain", ("journal", "in")),
        ("Cohort study Pain 2018, Apr 1\nPain 😀 and pa|in\nPain", ("title", "in")),
        ("Pain 2018, Apr 1\nPain 😀 and pain\nPa|in\nFull Article", ("summary", "in")),
        ("Pain 2018, A|pr 1\nPain", ("date", "2018-04-01")),
        ("Coh|ort study\nPain 2018", ("study_type", "cohort")),
    ],
)
def test_a_word_of_a_study_is_found_in_its_field(shown: str, expected: tuple[str, str]) -> None:
    assert place("study-1", shown) == (*expected, "1")


def test_the_words_of_a_link_are_those_that_all_studies_share() -> None:
    assert place("study-1", "Pain\nFull Art|icle") == ("references.link_text", "icle", None)


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("intro", "Wel|come"),  # what only a look says
        ("intro", "Com|mercial"),
        ("intro", "Welcome | patients"),
        ("intro", "|"),
        ("intro", " - |..."),
        ("frame", "Back| Pain"),
        ("study-9", "Pa|in"),
        ("", "Pa|in"),
        ("research'] [data-part", "On| back pain"),
    ],
)
def test_words_that_are_in_no_field_are_nowhere(part: str, shown: str) -> None:
    assert place(part, shown) is None


def test_a_text_of_one_letter_takes_no_time() -> None:
    page = ConditionPage("pain", intro="a" * 500_000)
    begun = time.process_time()
    assert written_place(SITE, page, "intro", "a" * 400, "a" * 400) is not None
    assert time.process_time() - begun < 1
