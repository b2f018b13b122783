"""What an empty page invites to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.ui.forms.first_steps import first_steps


def test_an_empty_page_begins_with_its_name() -> None:
    words = first_steps(ConditionPage("knee"))
    assert "Begin with its name, then write the introduction and add the studies." in words


def test_a_page_with_a_name_begins_with_that_in_a_sentence_then_with_the_introduction() -> None:
    page = ConditionPage("knee", name="Knee")
    assert "Begin with its name in a sentence, then" in first_steps(page)
    assert "Begin with the introduction" in first_steps(replace(page, name_in_text="knees"))


@pytest.mark.parametrize("status", [None, "", "published"])
def test_an_empty_page_that_is_published_is_better_a_draft(status: str | None) -> None:
    assert "choose Draft" in first_steps(ConditionPage("knee", name="Knee", status=status))


@pytest.mark.parametrize("status", ["draft", "archived", "soon"])
def test_an_empty_page_that_is_not_published_may_stay_so(status: str) -> None:
    assert "Draft" not in first_steps(ConditionPage("knee", name="Knee", status=status))


@pytest.mark.parametrize(
    "page",
    [
        ConditionPage("knee", intro="It bends."),
        ConditionPage("knee", insights="It heals."),
        ConditionPage("knee", studies=(Study(title="Knees"),)),
    ],
)
def test_a_page_that_says_something_needs_no_invitation(page: ConditionPage) -> None:
    assert first_steps(page) == ""
