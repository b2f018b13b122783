from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markup.plain_text import escaped_markdown, one_line, plain_lines
from editor.render.markdown_html import markdown_html
from tests.conftest import tries


def visible(markdown: str) -> str:
    """The words that a page shows, without what only sets them apart."""
    text = html.unescape(re.sub(r"<[^>]*>", "", markdown_html(markdown)))
    return " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "2018. We found",
        "# 7 patients",
        "- 3 degrees",
        "+ 3 degrees",
        "> 5 trials",
        "*p* < 0.05 and _q_ > 3",
        "`code` and [a](https://b.example)",
        "<b>bold</b> & &amp; &#8212;",
        "first\n\n    four spaces",
        "Heading\n=======\nText",
        "Heading\n-------\nText",
        "***\n---\n___",
        "a\\b and \\*",
        "[a]: https://b.example",
        "![picture](images/a.png)",
    ],
)
def test_pasted_text_shows_as_it_was_and_makes_no_mark_up(text: str) -> None:
    shown = markdown_html(escaped_markdown(text))
    assert visible(escaped_markdown(text)) == " ".join(text.split())
    assert set(re.findall(r"<(\w+)", shown)) <= {"p"}


@settings(max_examples=tries(1500), deadline=None)
@given(st.text(alphabet="a1 .*_`#->+=[]()!<&;\\\n\t:", max_size=20))
def test_whatever_is_pasted_shows_as_it_was(text: str) -> None:
    assert visible(escaped_markdown(text)) == " ".join(text.split())


def test_a_number_in_the_middle_of_a_line_is_left_as_it_is() -> None:
    assert escaped_markdown("2018. We found", at_line_start=False) == "2018. We found"
    assert escaped_markdown("words\n2018. We", at_line_start=False) == "words\n2018\\. We"


@pytest.mark.parametrize(
    "text",
    [
        "Zhang Q, Yue J: 12 % of 3,503 people (P = 0.03), see snake_case; a-b.",
        "p < 0.05 and q <0.01 & r > 3",
        "as shown [12], and [13]",
        "3.5 mg a day\n-3 degrees\n+3 degrees",
        "2 * 3 * 4 = 24",
        "C:\\Users, R&D, x = 5",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert escaped_markdown(text) == text


def test_a_paste_on_one_line_has_no_line_ends() -> None:
    assert one_line("A title\r\n  that is\tlong\x07") == "A title that is long"


def test_lines_have_one_kind_of_end() -> None:
    assert plain_lines("a\r\nb\rc\u2028d\u2029e\x00") == "a\nb\nc\nd\ne"
