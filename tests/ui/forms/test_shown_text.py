from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.ui.forms.shown_text import ShownText, difference

ODD = st.text(alphabet="ab\n\r\u2028\u2029\u00a0\ufdd0\ufdd1\ufffc𠮷€ ")


@given(ODD)
def test_a_text_that_is_only_shown_stays_as_it_was(text: str) -> None:
    assert ShownText.of(text).text == text or not text.strip("\n")


@given(ODD)
def test_nothing_is_shown_that_a_document_would_turn_into_a_line_end(text: str) -> None:
    assert not set(ShownText.of(text).shown) & set("\r\u2029\ufdd0\ufdd1")


@given(ODD, st.integers(0, 30), st.text(alphabet="xyz\n", max_size=3))
def test_typing_changes_nothing_but_what_was_typed(text: str, at: int, typed: str) -> None:
    before = ShownText.of(text)
    at = min(at, len(before.shown))
    after = before.changed_to(before.shown[:at] + typed + before.shown[at:])
    body = before.body
    assert after.text == (body[:at] + typed + body[at:] + before.line_ends if body or typed else "")


def test_line_ends_at_the_end_are_kept_but_not_shown() -> None:
    shown = ShownText.of("Two words\n")
    assert shown.shown == "Two words"
    assert shown.changed_to("Three words").text == "Three words\n"


def test_an_emptied_text_is_empty() -> None:
    assert ShownText.of("Words\n").changed_to("").text == ""


def test_a_new_line_at_the_end_stays_while_typing_goes_on() -> None:
    typed = ShownText.of("One\n").changed_to("One\n")
    assert typed.text == "One\n\n"
    assert typed.changed_to("One\nTwo").text == "One\nTwo\n"


@given(st.text(alphabet="ab"), st.text(alphabet="ab"))
def test_outside_of_their_difference_texts_are_equal(old: str, new: str) -> None:
    changed = difference(old, new)
    assert old[: changed.start] == new[: changed.start]
    assert old[changed.old_end :] == new[changed.new_end :]
    assert changed.start <= min(changed.old_end, changed.new_end)
