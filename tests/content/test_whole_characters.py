from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.whole_characters import character_ends, is_within_character

ONE = ["a", "e\u0301", "針", "\r\n", "\U0001f469\u200d\u2695\ufe0f", "\U0001f44d\U0001f3fd", "\U0001f1e6\U0001f1fa"]
KOREAN = unicodedata.normalize("NFD", "\ud55c")


@pytest.mark.parametrize("character", [*ONE, KOREAN, "\U00020bb7", "กำ"[:1], "ผู้"])
def test_what_a_reader_sees_as_one_is_one(character: str) -> None:
    assert list(character_ends(f"x{character}x")) == [1, 1 + len(character), 2 + len(character)]
    assert not is_within_character(character, 0)
    assert not is_within_character(character, len(character))


def test_flags_side_by_side_are_cut_between_them() -> None:
    flags = "\U0001f1e6\U0001f1fa\U0001f1f3\U0001f1ff"
    assert list(character_ends(flags)) == [2, 4]


@given(st.lists(st.sampled_from([*ONE, KOREAN, "\U0001f1f3\U0001f1ff"])))
def test_a_text_is_cut_between_its_characters_alone(characters: list[str]) -> None:
    assert list(character_ends("".join(characters))) == list(itertools.accumulate(map(len, characters)))


def test_a_row_of_flags_longer_than_anybody_writes_is_cut_quickly() -> None:
    flags = "\U0001f1e6\U0001f1fa" * 20_000
    assert list(character_ends(flags)) == list(range(2, len(flags) + 1, 2))
