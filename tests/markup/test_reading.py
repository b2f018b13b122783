"""What is read of a text is what the page shows of it."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from editor.markup.reading import read_markup
from editor.render.markdown_html import pictures_not_shown
from tests.conftest import tries
from tests.markup.page_words import page_words, words_read

_MARKS = (
    "**",
    "*",
    "_",
    "__",
    "***",
    "`",
    "``",
    "\\",
    "\\*",
    "\\_",
    "\\\\",
    "# ",
    "#",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "2018. ",
)
_LINKS = ("[", "]", "](", ")", "](https://x.example/a_b)", "[a](/b)", '[c](/d "e. f")', "(", "!")
_LINES = ("2018.", "> ", "---", "===", "    ", "  \n", "\n", "\n\n", "\n    ", "\t", "-", "=")
_WORDS = (
    " ",
    " ",
    "a",
    "we",
    "Pain",
    "3.5",
    "x_y",
    "!!",
    ": ",
    ". ",
    "\u00a0",
    "\u2028",
    "\U00020bb7",
    "é",
    "& ",
    '"',
    "'",
)
PIECES = st.sampled_from((*_MARKS, *_LINKS, *_LINES, *_WORDS))
TEXTS = st.lists(PIECES, max_size=14).map("".join)


@given(TEXTS)
@settings(max_examples=tries(2500), deadline=None)
@example("*\\*a*")
@example("*_**__*\\*")
@example("`a\\*b` \\`c\\`")
@example("- a\n\n    - **b**\n\n    c *d\n    e*\n- f")
@example("[a](https://x.example/u.v). b")
@example("1. 1. a\n2. 3")
def test_what_is_read_is_what_the_page_shows(text: str) -> None:
    assume(text.count("](") < 2)  # a link within a link's words is beyond anybody's need
    assume(not pictures_not_shown(text))  # of these the page shows the description
    shown = page_words(text)
    assert words_read(read_markup(text)) == shown


@pytest.mark.parametrize(
    "text", ["[" * 1499, "[x" + "\\" * 19_000 + "](b)", "*a **b " * 1000, "\\" * 19_999, "**a*b " * 490]
)
def test_no_text_is_read_so_long_that_typing_would_wait(text: str) -> None:
    start = time.process_time()
    read_markup(text)
    assert time.process_time() - start < 0.25
