from __future__ import annotations

import json

import pytest

from editor.ui.preview.clicked_words import ClickedWords, clicked_words


def test_what_was_clicked_is_a_part_and_the_words_around() -> None:
    assert clicked_words(json.dumps(["intro", "one ", "two", ""])) == ClickedWords("intro", "one ", "two")
    assert clicked_words(json.dumps(["intro", "one ", "two", "clinic-preview://page/book"])) is not None


@pytest.mark.parametrize("address", ["https://example.org/", "HTTP://example.org", "mailto:a@example.org", "tel:1"])
def test_a_link_that_opens_is_not_words(address: str) -> None:
    assert clicked_words(json.dumps(["intro", "one ", "two", address])) is None


@pytest.mark.parametrize(
    "answer",
    [
        *(
            "",
            None,
            1,
            [],
            {},
            "null",
            "[]",
            "{}",
            "[1,2,3,4]",
            '["intro","a","b"]',
            '["intro","a","b",null]',
            "[" * 99_999,
        ),
        '["intro","a","b","","c"]',
        json.dumps(["intro", "a", "b", "x" * 200_000]),
    ],
)
def test_all_else_that_the_browser_may_say_is_nothing(answer: object) -> None:
    assert clicked_words(answer) is None


def test_no_more_is_taken_than_it_needs() -> None:
    clicked = clicked_words(json.dumps(["intro", "a" * 5000, "b" * 5000, ""]))
    assert clicked is not None
    assert len(clicked.before + clicked.after) == 800
