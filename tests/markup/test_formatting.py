"""Bold, italic and links: what the buttons do to a text, and that the page shows it."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from editor.markup.formatting import link_at, set_link, style_at, styled_words, switch_style
from editor.markup.reading import EMPHASIS, LINK, STRONG, read_markup
from editor.markup.styled_words import what_is_shown
from tests.conftest import tries
from tests.markup.marked_text import drawn, picture_of
from tests.markup.test_reading import TEXTS


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a ⟨bold⟩ c", "a **⟨bold⟩** c"),
        ("a **⟨bold⟩** c", "a ⟨bold⟩ c"),
        ("a ⟨**bold**⟩ c", "a ⟨bold⟩ c"),
        ("a **bo|ld** c", "a bo|ld c"),
        ("a bo|ld c", "a **bo|ld** c"),
        ("⟨ bold ⟩c", " **⟨bold⟩** c"),
        ("un⟨believ⟩able", "un**⟨believ⟩**able"),
        ("**a ⟨b⟩ c**", "**a** ⟨b⟩ **c**"),
        ("**a** ⟨b⟩ **c**", "**a ⟨b⟩ c**"),
        ("**a**⟨b⟩**c**", "**a⟨b⟩c**"),
        ("*a ⟨b* c⟩", "*a* ***⟨b*** **c⟩**"),
        ("*⟨a⟩ b*", "***⟨a⟩** b*"),
        ("*a*⟨b⟩", "*a***⟨b⟩**"),
        ("⟨one\n\ntwo⟩ three", "**⟨one**\n\n**two⟩** three"),
        ("⟨one\ntwo⟩", "**⟨one\ntwo⟩**"),
        ("- a\n⟨- b\n- c⟩", "- a\n- **⟨b**\n- **c⟩**"),
        ("- ⟨a\n    - b⟩", "- **⟨a**\n    - **b⟩**"),
        ("# ⟨Head⟩", "# **⟨Head⟩**"),
        ("2018\\. ⟨We\\*⟩ x", "2018\\. **⟨We\\*⟩** x"),
        ("[a ⟨b⟩](http://x.example)", "[a **⟨b⟩**](http://x.example)"),
        ("⟨a [b](http://x.example) c⟩", "**⟨a** [**b**](http://x.example) **c⟩**"),
        ("2 * 3 ⟨is⟩ 6", "2 * 3 **⟨is⟩** 6"),
        ("⟨a `c` b⟩", "**⟨a `c` b⟩**"),
        ("p &lt; ⟨3⟩", "p &lt; **⟨3⟩**"),
        ("a | c", None),
        ("a⟨ ⟩c", None),
        ("`co⟨d⟩e`", None),
        ("|", None),
    ],
)
def test_bold_is_switched_on_and_off(before: str, after: str | None) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, switch_style(text, start, end, STRONG)) == after


def test_bold_and_italic_are_switched_apart() -> None:
    text, start, end = drawn("**a ⟨b⟩ c**")
    assert picture_of(text, switch_style(text, start, end, EMPHASIS)) == "**a *⟨b⟩* c**"
    text, start, end = drawn("***⟨a⟩***")
    assert picture_of(text, switch_style(text, start, end, EMPHASIS)) == "**⟨a⟩**"


@given(TEXTS, st.integers(0, 30), st.integers(0, 30), st.sampled_from((STRONG, EMPHASIS)))
@settings(max_examples=tries(800), deadline=None)
@example("a**b**c", 3, 4, EMPHASIS)
def test_nothing_but_the_selected_words_changes_and_twice_is_nothing(
    text: str, one: int, other: int, style: int
) -> None:
    assume(text.count("](") < 2)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assume(start < end)
    change = switch_style(text, start, end, style)
    assume(change is not None)
    assert change is not None
    before, after = what_is_shown(read_markup(text)), what_is_shown(read_markup(change.of(text)))
    assert [character for character, _ in before] == [character for character, _ in after]
    assert {one ^ other for (_, one), (_, other) in zip(before, after, strict=True)} <= {0, style}
    back = switch_style(change.of(text), *change.selected, style)
    was_mixed = len({before[at][1] & style for at in range(len(before)) if before[at] != after[at]}) > 1
    if back is not None and not was_mixed and style_at(text, start, end) & style:
        assert what_is_shown(read_markup(back.of(change.of(text)))) == before


@pytest.mark.parametrize(
    ("before", "style"),
    [
        ("a |**b**", 0),
        ("a **|b**", STRONG),
        ("a **b|**", STRONG),
        ("a **b**|", 0),
        ("***b|***", STRONG | EMPHASIS),
        ("[x|](http://u.example)", LINK),
        ("- |a", 0),
        ("⟨**a** *b*⟩", 0),
        ("⟨**a** ***b***⟩", STRONG),
        ("|", 0),
    ],
)
def test_the_style_at_the_cursor_is_that_of_a_letter_typed_there(before: str, style: int) -> None:
    text, start, end = drawn(before)
    assert style_at(text, start, end) == style
    if start == end:
        assert read_markup(text[:start] + "x" + text[start:]).styles[start] == style


@pytest.mark.parametrize(
    ("before", "words", "style", "after"),
    [
        ("a |", "x", STRONG, "a **x|**"),
        ("|", "x", STRONG, "**x|**"),
        ("- |", "x", EMPHASIS, "- *x|*"),
        ("**b|**", "x", 0, "**b**x|"),
        ("**b|**", " ", 0, "**b** |"),
        ("**b** |", "x", STRONG, "**b x|**"),
        ("**b** |c", "x", STRONG, "**b x|**c"),
        ("***b|***", "x", EMPHASIS, "***b**x|*"),
        ("a|b", "*", STRONG, None),
        ("|\\*", "x", STRONG, "**x|**\\*"),
    ],
)
def test_words_are_typed_in_a_style_chosen_before(before: str, words: str, style: int, after: str | None) -> None:
    text, place, _ = drawn(before)
    assert picture_of(text, styled_words(text, place, words, style)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("⟨Book⟩ now", "[⟨Book⟩](https://x.example/a%20%28b%29_c) now"),
        ("Bo|ok now", "[Bo|ok](https://x.example/a%20%28b%29_c) now"),
        ("**⟨Book⟩ now**", "[**⟨Book⟩**](https://x.example/a%20%28b%29_c) **now**"),
        ("⟨[1] is⟩", "[⟨\\[1\\] is⟩](https://x.example/a%20%28b%29_c)"),
        ('[Bo|ok](/contact/ "Ti") now', "[Bo|ok](https://x.example/a%20%28b%29_c) now"),
        ("⟨one\n\ntwo⟩", "[⟨one⟩](https://x.example/a%20%28b%29_c)\n\ntwo"),
        ("a | b", "a [https://x.example/a (b)_c|](https://x.example/a%20%28b%29_c) b"),
    ],
)
def test_words_become_a_link(before: str, after: str) -> None:
    text, start, end = drawn(before)
    assert picture_of(text, set_link(text, start, end, " https://x.example/a (b)_c")) == after


def test_a_link_is_found_and_taken_away() -> None:
    text, start, end = drawn("See [the **pa|ge**](/contact/) now.")
    link = link_at(text, start, end)
    assert link is not None and link.address == "/contact/"
    assert picture_of(text, set_link(text, start, end, "")) == "See the **pa|ge** now."
    assert link_at(text, 0, 2) is None
    assert set_link("a  b", 2, 2, "") is None
