"""Lists: what the buttons, Enter and Backspace do to lines, and that the page shows it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.markup.lists import is_list, item_ended, item_left, line_ended, switch_list
from editor.render.markdown_html import markdown_html
from tests.conftest import tries
from tests.markup.marked_text import drawn, picture_of


@pytest.mark.parametrize(
    ("before", "dotted", "numbered"),
    [
        ("a|", "- a|", "1. a|"),
        ("|", "- |", "1. |"),
        ("⟨a\nb\n⟩c", "- ⟨a\n- b⟩\n\nc", "1. ⟨a\n2. b⟩\n\nc"),
        ("⟨a\n\nb⟩", "- ⟨a\n- b⟩", "1. ⟨a\n2. b⟩"),
        ("To do:\n⟨a\nb⟩\nMore", "To do:\n\n- ⟨a\n- b⟩\n\nMore", "To do:\n\n1. ⟨a\n2. b⟩\n\nMore"),
        ("⟨- a\n- b⟩", "⟨a\n\nb⟩", "1. ⟨a\n2. b⟩"),
        ("⟨1. a\n2. b⟩\n\nc", "- ⟨a\n- b⟩\n\nc", "⟨a\n\nb⟩\n\nc"),
        ("- a\n- b|\n- c", "- a\n\nb|\n\n- c", "- a\n\n1. b|\n\n- c"),
        ("- a|\n    - x\n\n    y\n- b", "a|\n\n- x\n\ny\n\n- b", "1. a|\n    - x\n\n    y\n\n- b"),
        ("1. a\n2. b|\n3. c\n4. d", "1. a\n\n- b|\n\n2. c\n3. d", "1. a\n\nb|\n\n2. c\n3. d"),
        ("1. a\n⟨b\nc⟩", "1. a\n\n- ⟨b\n- c⟩", "1. a\n2. ⟨b\n3. c⟩"),
        ("- one\n  goes on|\n- two", "one\ngoes on|\n\n- two", "1. one\n  goes on|\n\n- two"),
        ("⟨**a** b\nc⟩", "- ⟨**a** b\n- c⟩", "1. ⟨**a** b\n2. c⟩"),
        ("2018\\. We|", "- 2018\\. We|", "1. 2018\\. We|"),
    ],
)
def test_lines_become_a_list_and_paragraphs_again(before: str, dotted: str, numbered: str) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, switch_list(text, start, end, numbered=False)) == dotted
    assert picture_of(text, switch_list(text, start, end, numbered=True)) == numbered


WORDS = st.lists(
    st.sampled_from(("Pain", "**in** the", "back.", "2018\\. We", "\\- 3", "[a](/b)")), min_size=1, max_size=3
)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=5), st.booleans())
@settings(max_examples=200, deadline=None)
def test_the_page_shows_the_list(lines: list[str], numbered: bool) -> None:
    text = "Before.\n" + "\n".join(lines) + "\nBehind."
    change = switch_list(text, 8, len(text) - 8, numbered=numbered)
    html = markdown_html(change.of(text))
    assert html.count("<li>") == len(lines)
    assert ("<ol>" in html, "<ul>" in html) == (numbered, not numbered)
    assert html.startswith("<p>Before.</p>\n<") and html.endswith(">\n<p>Behind.</p>")
    back = switch_list(change.of(text), *change.selected, numbered=numbered)
    assert markdown_html(back.of(change.of(text))) == markdown_html("\n\n".join(["Before.", *lines, "Behind."]))


def test_a_list_is_known_as_one() -> None:
    text, start, end = drawn("- ⟨a\n- b⟩\n\n1. c")
    assert is_list(text, start, end, numbered=False) and not is_list(text, start, end, numbered=True)
    assert not is_list(text, start, len(text), numbered=False)
    assert not is_list("a\n- b", 4, 4, numbered=False), "without a blank line before it the page shows no list"
    assert not is_list("", 0, 0, numbered=False)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a|", "- a\n- |"),
        ("- a|b", "- a\n- |b"),
        ("- a |b", "- a\n- |b"),
        ("* a|", "* a\n* |"),
        ("- a ⟨b\n- c⟩ d", "- a\n- |d"),
        ("1. a|\n2. b\n\nc", "1. a\n2. |\n3. b\n\nc"),
        ("9. a|", "9. a\n10. |"),
        ("- **a|b**", "- **a**\n- |**b**"),
        ("- a\n- |", "- a\n\n|"),
        ("- a\n- |\n- b", "- a\n\n|\n\n- b"),
        ("- a\n    - |", "- a\n- |"),
        ("1. a\n    - |\n2. b", "1. a\n2. |\n3. b"),
        ("- a\n    - b|", "- a\n    - b\n    - |"),
        ("2018. We found|", None),
        ("a|", None),
        ("|- a", None),
        ("a\n- b|", None),
    ],
)
def test_enter_goes_on_with_a_list_and_ends_it(before: str, after: str | None) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, item_ended(text, start, end)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a|", "a  \n|"),
        ("a |b", "a  \n|b"),
        ("a\n|", "a\n\n|"),
        ("|a", "\n|a"),
        ("- a|", "- a  \n    |"),
        ("- a\n    - b|", "- a\n    - b  \n        |"),
        ("a ⟨b⟩ c", "a  \n|c"),
    ],
)
def test_enter_with_shift_begins_a_line_on_the_page_too(before: str, after: str) -> None:
    text, start, end = drawn(before)
    change = line_ended(text, start, end)
    assert picture_of(text, change) == after
    if "  \n" in after:
        assert "<br>" in markdown_html(after.replace("|", "x"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- |a", "|a"),
        ("- a\n- |b\n- c", "- a\n\n|b\n\n- c"),
        ("- a\n    - |b", "- a\n- |b"),
        ("- a|", None),
        ("|a", None),
    ],
)
def test_backspace_at_its_beginning_makes_an_item_plain(before: str, after: str | None) -> None:
    text, place, _ = drawn(before)
    assert picture_of(text, item_left(text, place)) == after


def test_all_other_lines_stay_as_they_were() -> None:
    text = "*  a\n\n\ttab\n\nPlain\n\n+   b\n7.  c  \n"
    change = switch_list(text, text.index("Plain"), text.index("Plain"), numbered=False)
    assert change.of(text) == text.replace("Plain", "- Plain")
    assert re.search(r"- \|Plain", picture_of(text, change) or "")


LINES = st.lists(
    st.sampled_from(
        (
            *("Pain", "- in the", "back", "", "2018. We", "2019.  found", "    1985. it", "7. October", "- 31. May"),
            *("    44. Then", "12.", "- 300. more", "1. one", "2. two", "    1. three", "3. four"),
        )
    ),
    max_size=5,
    unique=True,
)


def words_and_numbers(text: str) -> list[str]:
    """Without what may be a list's own marks in a text of five lines."""
    return [found for found in re.findall(r"\w+", text) if found not in "123456"]


@given(LINES, st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=tries(600), deadline=None)
def test_no_word_or_number_of_the_text_is_ever_lost(lines: list[str], one: int, other: int) -> None:
    text = "\n".join(lines)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    changes = [switch_list(text, start, end, numbered=numbered) for numbered in (False, True)]
    line_end = (text + "\n").index("\n", start)
    for change in (*changes, item_ended(text, line_end, line_end), item_left(text, start)):
        if change is not None:
            after = iter(words_and_numbers(change.of(text)))
            assert all(word in after for word in words_and_numbers(text)), change.of(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. one|\n2018. We found it", "1. one\n2. |\n2018. We found it"),
        ("1. one|\n2. two\n7. October", "1. one\n2. |\n3. two\n7. October"),
        ("99. a|", "99. a\n99. |"),
        ("7. |", None),
    ],
)
def test_enter_counts_only_numbers_that_the_list_has_given(before: str, after: str | None) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, item_ended(text, start, end)) == after


@pytest.mark.parametrize("before", ["2018.  |We", "3. |October", "- one\n\n2018. |We", "- a\n    7. |October"])
def test_backspace_leaves_a_number_that_is_none_of_a_list(before: str) -> None:
    text, place, _ = drawn(before)
    assert item_left(text, place) is None


@pytest.mark.parametrize(
    ("before", "dotted", "numbered"),
    [
        ("⟨2018. We\n2019. They⟩", "- ⟨2018\\. We\n- 2019\\. They⟩", "1. ⟨2018\\. We\n2. 2019\\. They⟩"),
        ("Since\n12. Then|", "Since\n\n- 12\\. Then|", "Since\n\n1. 12\\. Then|"),
        ("7. October|", "- 7\\. October|", "7\\. October|"),
        ("- 2018. We|", "2018\\. We|", "1. 2018. We|"),
    ],
)
def test_a_number_that_is_none_of_a_list_stays_among_the_words(before: str, dotted: str, numbered: str) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, switch_list(text, start, end, numbered=False)) == dotted
    assert picture_of(text, switch_list(text, start, end, numbered=True)) == numbered
