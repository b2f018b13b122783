from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.content.search_text import excerpt, folded, runs, single_spaced, spans_of, words_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("zhang", "ZHANG"),
        ("zhang", "Zhāng"),
        ("garcia", "García"),
        ("garci\u0301a", "garcía"),
        ("sorensen", "Sørensen"),
        ("lukasz", "Łukasz"),
        ("strasse", "Straße"),
        ("o'brien", "O\u2019Brien"),
        ("1995-2005", "1995\u20132005"),
        ("\uff21\uff22\uff23", "abc"),
        ("fine", "\ufb01ne"),
        ("overlay", "over\u00adlay"),
        ("針灸", "針灸"),
    ],
)
def test_what_looks_alike_is_the_same(typed: str, written: str) -> None:
    assert folded(typed) == folded(written)


def test_words_are_letters_and_numbers_and_every_chinese_sign() -> None:
    assert words_of(" Étude: knee_pain - 12/3 (“pilote”) ") == "etude knee pain 12 3 pilote"
    assert words_of("针灸 2018年") == "针 灸 2018 年"
    assert words_of("?!") == ""


def test_different_words_stay_different() -> None:
    assert folded("針灸") != folded("针灸")
    assert folded("pain") != folded("gain")


@given(st.text())
def test_every_character_is_folded_by_itself(text: str) -> None:
    """What `spans_of` relies on."""
    assert "".join(map(folded, text)) == folded(text)


@given(st.text(), st.text())
def test_a_text_folded_once_stays_as_it_is(text: str, other: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text + other) == folded(text) + folded(other)


def found(words: list[str], text: str) -> list[str]:
    return [text[start:end] for start, end in spans_of(map(folded, words), text)]


def test_words_are_found_in_the_text_as_it_is_written() -> None:
    assert found(["zhang r"], "Tang S, Mo Z, ZHĀNG R, Li B") == ["ZHĀNG R"]
    assert found(["strasse"], "Die Straße dort") == ["Straße"]
    assert found(["針"], "針灸與針刺") == ["針", "針"]
    assert found(["ae"], "Æther and aether") == ["Æ", "ae"]


def test_pieces_that_touch_are_one() -> None:
    assert found(["back", "ache"], "Backache") == ["Backache"]
    assert found(["aa"], "aaaa") == ["aaaa"]


def test_what_is_not_there_is_not_found() -> None:
    assert found(["hip", ""], "Back pain") == []


def test_a_text_is_put_on_one_line() -> None:
    assert single_spaced("  Back\n\n  pain\u00a0here\u3000 ") == "Back pain here"


def excerpt_of(text: str, word: str, before: int = 10, length: int = 40) -> tuple[str, list[str]]:
    shown, spans = excerpt(text, spans_of([word], text), before, length)
    return shown, [shown[start:end] for start, end in spans]


def test_an_excerpt_begins_shortly_before_the_words() -> None:
    text = "Tang S, Mo Z, Golianu B, Sun Z, Zhang R, Lu Y"
    assert excerpt_of(text, "zhang", before=9) == ("\u2026 Sun Z, Zhang R, Lu Y", ["Zhang"])


def test_an_excerpt_of_a_short_text_is_all_of_it() -> None:
    assert excerpt_of("Tang S, Zhang R", "zhang") == ("Tang S, Zhang R", ["Zhang"])


def test_an_excerpt_is_cut_in_a_text_without_spaces() -> None:
    shown, words = excerpt_of("針" * 50 + "灸" + "針" * 50, "灸")
    assert words == ["灸"]
    assert len(shown) <= 42


def test_an_excerpt_has_the_words_that_are_within_it() -> None:
    shown, words = excerpt_of("pain " * 20, "pain", length=12)
    assert (shown, words) == ("pain pain pa", ["pain", "pain", "pa"])


@example("ab", 0, 1)
@given(st.text(alphabet="ab c"), st.integers(0, 20), st.integers(1, 20))
def test_an_excerpt_always_shows_where_the_first_hit_begins(text: str, before: int, beyond: int) -> None:
    spans = spans_of(["b"], text)
    shown, moved = excerpt(text, spans, before, before + beyond)
    assert bool(moved) == bool(spans)
    assert all(shown[start:end].strip("b") == "" for start, end in moved)


def test_runs_of_marks() -> None:
    assert list(runs([True, False, True, True])) == [(0, 1), (2, 4)]
    assert list(runs([])) == []
