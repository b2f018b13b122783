"""Words in angle brackets: what the page leaves out, what it shows, and the cure."""

from __future__ import annotations

import pytest

from editor.render.markdown_html import markdown_html
from tests.checks.text.checking import mended, words_found

RULE = "words_left_out"
TRIPS = [
    ("Come <two days> before.", "<two days>"),
    ("<foo>", "<foo>"),
    ("**Less <knee> pain**", "<knee>"),
    ("- one\n- the <other\n  one> too", "<other\n  one>"),
    ("<Needle size 3/> is used.", "<Needle size 3/>"),
    ('A <span class="big">word</span>.', '<span class="big">'),
]
NEAR_MISSES = [
    "At p<0.05 and n>30, a < b and c > d.",
    "Write to <me@example.org> or see <https://example.org/a>.",
    "H<sub>2</sub>O is <b>water</b>.<br>",
    "A `<foo>` in code, and an &lt;escaped> one.",
    "    <foo>",
    "See [our page](<a b>), and 1 <x.",
    "Less <!-- who wrote this? --> pain.",
    "<script>alert(1)</script>",
]


@pytest.mark.parametrize(("text", "words"), TRIPS)
def test_what_is_left_out_is_found(text: str, words: str) -> None:
    assert words_found(RULE, summary=text)[0] == words


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_is_shown_or_is_no_word_is_not(text: str) -> None:
    assert words_found(RULE, summary=text) == []


@pytest.mark.parametrize("text", [text for text, _ in TRIPS[:-1]])
def test_the_cure_shows_what_was_typed(text: str) -> None:
    (cured,) = mended(RULE, summary=text)
    assert words_found(RULE, summary=cured) == []
    assert text.partition("<")[2].split()[0].partition(">")[0] in markdown_html(cured)


def test_real_html_has_no_cure_and_plain_texts_show_everything() -> None:
    assert mended(RULE, intro="<div>Less pain.</div>") == []
    assert words_found(RULE, intro="<div>Less pain.</div>") == ["<div>"]
    assert words_found(RULE, title="On <foo bar>", description="On <foo bar>") == []
