from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.names_in_texts import fields_that_speak_of, speaks_of
from editor.content.page_changes import duplicate_page
from editor.content.shared_texts import Research

PAGE = ConditionPage("parkinson", name="Parkinson (PD)", name_in_text="Parkinson's disease")


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Parkinson (PD): research", True),
        ("Living with PARKINSON'S DISEASE", True),
        ("Life with Parkinson's\ndisease", True),
        ("Parkinson", False),
        ("xParkinson (PD)", False),
        ("Parkinson's diseases", False),
        ("", False),
        (None, False),
    ],
)
def test_a_name_is_found_as_whole_words_in_either_form(text: str | None, does: bool) -> None:
    assert speaks_of(text, PAGE) is does


def test_spaces_too_many_in_a_name_are_no_matter() -> None:
    assert speaks_of("Living with Parkinson's disease", replace(PAGE, name_in_text=" Parkinson's  disease"))


@pytest.mark.parametrize("name", [None, "", " "])
def test_a_page_without_a_name_is_spoken_of_nowhere(name: str | None) -> None:
    assert not speaks_of("any text", ConditionPage("page", name=name))


def test_a_copy_has_no_title_or_heading_of_the_other_page() -> None:
    page = replace(PAGE, title="Parkinson (PD) - us", heading="Parkinson's disease: research", intro="Parkinson (PD)")
    copy = duplicate_page(page, "gout", "Gout")
    assert (copy.name, copy.title, copy.heading, copy.intro) == ("Gout", None, None, "Parkinson (PD)")


def test_a_copy_keeps_a_title_and_a_heading_that_fit_any_page() -> None:
    copy = duplicate_page(replace(PAGE, title="Acupuncture", heading="What research says"), "gout", "Gout")
    assert (copy.title, copy.heading) == ("Acupuncture", "What research says")


def test_the_fields_that_speak_of_the_other_page_are_told() -> None:
    page = replace(
        PAGE, intro="On Parkinson's disease.", insights="Nothing.", research=Research(lead="What of Parkinson (PD)?")
    )
    copy = duplicate_page(page, "gout", "Gout")
    assert [field.name for field in fields_that_speak_of(copy, page)] == ["intro", "research.lead"]
