"""Words in braces that stand for others, and those that only look like it."""

from __future__ import annotations

import time

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, Field
from editor.content.page_texts import PageTexts, page_texts
from editor.content.placeholders import CONDITION_IN_TEXT, FIELDS_FILLED, PLACEHOLDERS, near_misses
from editor.content.site import Site


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("condition}: what researchers", "condition}", "{condition}"),
        ("for {condition what researchers", "{condition", "{condition}"),
        ("for {Condition}", "{Condition}", "{condition}"),
        ("for { condition }", "{ condition }", "{condition}"),
        ("for {conditon}", "{conditon}", "{condition}"),
        ("for {name}", "{name}", "{condition}"),
        ("{}", "{}", "{condition}"),
        ("for condition_in_text.", "condition_in_text", "{condition_in_text}"),
        ("For CONDITION_IN_TEXT.", "CONDITION_IN_TEXT", "{condition_in_text}"),
        ("for {condition in text}", "{condition in text}", "{condition_in_text}"),
        ("{window_years} of {condition_in_txt}", "{condition_in_txt}", "{condition_in_text}"),
        ("the last {years}", "{years}", "{window_years}"),
        ("the last window years}", "window years}", "{window_years}"),
    ],
)
def test_a_near_miss_is_found_with_what_was_meant(text: str, found: str, meant: str) -> None:
    (miss,) = near_misses(text)
    assert (miss.text, miss.meant, miss.is_filled) == (found, meant, False)
    assert text[miss.start : miss.end] == found


@pytest.mark.parametrize("text", ["{{condition}}", "{condition}}", "{{condition}"])
def test_braces_too_many_are_found_although_the_name_is_filled_in(text: str) -> None:
    (miss,) = near_misses(f"for {text} and {{condition_in_text}}")
    assert (miss.text, miss.meant, miss.is_filled) == (text, "{condition}", True)


@pytest.mark.parametrize(
    "text",
    [
        *PLACEHOLDERS,
        "{condition}, {condition_in_text}: {window_years}",
        "my condition",
        "a } b",
        "{ x",
        "window years",
        "tradition}",
        "condition_in_texts",
    ],
)
def test_what_is_right_or_means_nothing_of_the_kind_is_left_alone(text: str) -> None:
    assert near_misses(text) == []


@pytest.mark.parametrize(("letters", "end"), [("{", ""), ("}", ""), ("{a", ""), ("a ", "}"), ("_", "")])
def test_no_text_takes_long(letters: str, end: str) -> None:
    def seconds(times: int) -> float:
        start = time.thread_time()  # other programs do not count
        near_misses(letters * times + end)
        return time.thread_time() - start

    # The square of 16 would be 256; what one run takes more than another on a busy machine is far less.
    assert min(seconds(8_000) for _ in range(3)) < 64 * min(seconds(500) for _ in range(3))


def test_the_fields_watched_are_those_in_which_a_page_fills_anything_in() -> None:
    page = ConditionPage("back", name="Back", name_in_text="FILLED IN")

    def of_site(field: Field) -> PageTexts:
        return page_texts(field.set_text(Site(), CONDITION_IN_TEXT), page)

    def of_page(field: Field) -> PageTexts:
        return page_texts(Site(), field.set_text(page, CONDITION_IN_TEXT))

    texts = [(field.name, of_site(field)) for field in SITE_FIELDS] + [(one.name, of_page(one)) for one in PAGE_FIELDS]
    assert {name for name, filled in texts if "FILLED IN" in str(filled)} == FIELDS_FILLED
