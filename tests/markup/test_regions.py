"""A part read by itself shows as it does in the whole text."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from editor.markup.reading import read_markup
from editor.markup.regions import LONGEST_READ, list_around, region_around, regions
from tests.conftest import tries
from tests.markup.page_words import words_read
from tests.markup.test_reading import PIECES, TEXTS

PARTS = st.lists(
    TEXTS | st.sampled_from(("Pain\n\n", "\n\n**See**", "- a\n\n    b\n\n", "\n\n    c\n\nWe ")), max_size=5
)


@given(PARTS.map("".join), st.integers(0, 80))
@settings(max_examples=tries(600), deadline=None)
def test_a_region_shows_as_it_does_in_its_text(text: str, place: int) -> None:
    assume(text.count("](") < 2)
    place = min(place, len(text))
    start, end = region_around(text, place, place)
    assert start <= place <= end
    parts = [text[:start], text[start:end], text[end:]]
    assert [word for part in parts for word in words_read(read_markup(part))] == words_read(read_markup(text))


_LINE = st.lists(PIECES.filter(lambda piece: "\n" not in piece), max_size=5).map("".join)
_START = st.sampled_from(
    ("- ", "- ", "- ", "* ", "1. ", "2. ", "    - ", "    1. ", "    ", "\t", "", "", " ", "# ", "> ")
)
_LINES = st.lists(st.tuples(_START, _LINE | st.sampled_from(("---", "- -", "", "  ")), st.sampled_from("\n\n ")))


@given(_LINES)
@settings(max_examples=tries(1000), deadline=None)
@example([("", "Pain", "\n"), ("- ", "a", "\n"), ("- ", "b", "\n")])
@example([("- ", "a", "\n"), ("- ", "b", "\n"), ("", "---", "\n")])
def test_regions_show_one_by_one_as_they_do_together(lines: list[tuple[str, str, str]]) -> None:
    text = "\n".join(start + words + end.strip(" ") for start, words, end in lines)
    assume(text.count("](") < 2)
    parts = [text[start:end] for start, end in regions(text)]
    assert [word for part in parts for word in words_read(read_markup(part))] == words_read(read_markup(text))


@pytest.mark.parametrize(
    ("text", "place", "region"),
    [
        ("One.\n\nTwo.\n\nThree.", 8, "Two."),
        ("One.\n\nTwo.\n\nThree.", 0, "One."),
        ("- a\n\n- b\n\nText.", 1, "- a"),
        ("Text:\n\n1. a\n2. b\n    - c\n3. d", 19, "2. b\n    - c"),
        ("- a\nb\n- c", 1, "- a\nb\n- c"),
        ("One.\n\n**Two** and\nmore\n\n2018 was", 9, "**Two** and\nmore"),
    ],
)
def test_paragraphs_are_regions(text: str, place: int, region: str) -> None:
    start, end = region_around(text, place, place)
    assert text[start:end].strip() == region


def test_a_long_text_is_read_in_parts() -> None:
    text = "\n\n".join(f"**Paragraph** {number} of a long text." for number in range(1_500))
    start, end = region_around(text, len(text) // 2, len(text) // 2)
    assert end - start < 60


def test_a_long_list_is_read_in_parts_and_known_as_a_whole() -> None:
    text = "\n".join(f"- **Item** {number} of a long list" for number in range(500))
    start, end = region_around(text, len(text) // 2, len(text) // 2)
    assert end - start < 60
    assert list_around(text, len(text) // 2, len(text) // 2) == (0, len(text))


def test_a_text_of_very_many_pages_is_not_searched_for_paragraphs() -> None:
    text = "word\n\n" * LONGEST_READ
    assert list(regions(text)) == [(0, len(text))]
