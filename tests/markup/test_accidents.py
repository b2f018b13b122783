"""Typed words that the page takes for marks: which they are, and how they are kept as words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given, settings

from editor.markup.accidents import Kind, Mark, is_likely_meant, kept_as_text, marks_in
from editor.markup.reading import read_markup
from editor.markup.typed_marks import TypedMarks
from tests.conftest import tries
from tests.markup.test_reading import TEXTS


def accidents(text: str) -> list[Mark]:
    reading = read_markup(text)
    return [mark for mark in marks_in(reading) if not is_likely_meant(mark, text)]


@pytest.mark.parametrize(
    ("text", "kind", "words", "kept"),
    [
        ("2018. We found", Kind.NUMBER, "2018.", "2018\\. We found"),
        ("a\n\n2018. ", Kind.NUMBER, "2018.", "a\n\n2018\\. "),
        ("1. a\n2018. b", Kind.NUMBER, "2018.", "1. a\n2018\\. b"),
        ("- 3 degrees", Kind.DOT, "-", "\\- 3 degrees"),
        ("* p < 0.05", Kind.DOT, "*", "\\* p < 0.05"),
        ("+ 3 degrees", Kind.DOT, "+", "\\+ 3 degrees"),
        ("# 7 patients", Kind.HEADING, "#", "\\# 7 patients"),
        ("#7", Kind.HEADING, "#", "\\#7"),
        ("> 5 trials", Kind.QUOTATION, ">", "\\> 5 trials"),
        ("a\n---", Kind.HEADING_ABOVE, "---", "a\n\\---"),
        ("a\n===", Kind.HEADING_ABOVE, "===", "a\n&#61;=="),
        ("a\n\n***", Kind.RULE, "***", "a\n\n\\***"),
        ("    four spaces", Kind.INDENTED, "    four spaces", "four spaces"),
        ("we *p* < 0.05", Kind.ITALIC, "*p*", "we \\*p\\* < 0.05"),
        ("_p_ is", Kind.ITALIC, "_p_", "\\_p\\_ is"),
        ("5**a and b**6", Kind.BOLD, "**a and b**", "5\\*\\*a and b\\*\\*6"),
        ("a `b` c", Kind.CODE, "`b`", "a \\`b\\` c"),
        ("a <b> c", Kind.TAG, "<b>", "a &lt;b> c"),
        ("a [1](2) c", Kind.LINK, "[1](2)", "a \\[1](2) c"),
        ("[a]: https://x.example", Kind.ADDRESS, "[a]: https://x.example", "\\[a]: https://x.example"),
        ("one\ntwo", Kind.LINE_END, "\n", "one\n\ntwo"),
    ],
)
def test_what_shows_as_something_else_is_known_and_can_be_kept(text: str, kind: Kind, words: str, kept: str) -> None:
    (mark,) = accidents(text)
    assert (mark.kind, mark.text) == (kind, words)
    assert kept_as_text(text, mark).of(text) == kept
    assert [left for left in accidents(kept) if left.kind is not Kind.LINE_END] == []


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n2. two",
        "- one\n- two",
        "- one",
        "* one\n* two",
        "**See a doctor** first",
        "(**bold**), “**x**”",
        "[page](https://x.example) and [call](tel:1)",
        "2018\\. We, 2 * 3 * 4, snake_case, p < 0.05",
        "one\n\ntwo  \nthree",
        "- one\n  goes on",
        "a\n- b",
    ],
)
def test_what_was_hardly_an_accident_is_left_alone(text: str) -> None:
    assert [mark for mark in accidents(text) if mark.kind is not Kind.LINE_END or text != "a\n- b"] == []


@given(TEXTS)
@settings(max_examples=tries(500), deadline=None)
def test_what_is_kept_as_text_is_no_such_mark_any_more(text: str) -> None:
    assume(text.count("](") < 2 and "<" not in text)
    for mark in accidents(text):
        left = marks_in(read_markup(kept_as_text(text, mark).of(text)))
        assert (mark.kind, mark.start) not in [(other.kind, other.start) for other in left]


# What was typed, and what was not


def typed(*texts: str, by_hand: bool = True) -> tuple[TypedMarks, str]:
    """One text after the other, as if typed."""
    marks = TypedMarks()
    for before, after in itertools.pairwise(texts):
        start = next((at for at in range(len(before)) if before[at] != after[at : at + 1]), len(before))
        end = 0
        while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
            end += 1
        marks.follow(before, after, (start, len(before) - end, len(after) - end), by_hand=by_hand)
    return marks, texts[-1]


def letters(text: str) -> list[str]:
    return [text[:end] for end in range(len(text) + 1)]


def test_an_accident_is_seen_as_soon_as_it_is_one() -> None:
    for text in letters("2018. We found"):
        marks, now = typed(*letters(text))
        accident = marks.accident(now)
        assert (accident is not None) == (len(text) > len("2018."))


def test_what_a_button_made_is_no_accident_even_when_words_in_it_change() -> None:
    marks, _ = typed("we p here", "we *p* here", by_hand=False)
    marks.follow("we *p* here", "we *pq* here", (5, 5, 6), by_hand=True)
    marks.follow("we *pq* here", "now we *pq* here", (0, 0, 4), by_hand=True)
    assert marks.accident("now we *pq* here") is None


def test_what_was_there_is_no_accident_and_what_completes_it_is() -> None:
    marks, text = typed("we *p here", "we *p* here")
    accident = marks.accident(text)
    assert accident is not None and accident.text == "*p*"


def test_an_accident_moves_with_its_text_and_goes_with_it() -> None:
    marks, _ = typed("", *letters("we *p*"))
    marks.follow("we *p*", "Now we *p*", (0, 0, 4), by_hand=True)
    accident = marks.accident("Now we *p*")
    assert accident is not None and accident.start == 7
    marks.follow("Now we *p*", "Now we *p", (9, 10, 9), by_hand=True)
    assert marks.accident("Now we *p") is None


def test_who_says_it_is_meant_is_not_asked_again() -> None:
    marks, text = typed("", *letters("one\ntwo"))
    accident = marks.accident(text)
    assert accident is not None and accident.kind is Kind.LINE_END
    marks.is_meant(accident)
    marks.follow(text, text + "\nx", (7, 7, 9), by_hand=True)
    assert marks.accident(text + "\nx") is None
    marks.follow("", "*p*", (0, 0, 3), by_hand=True)
    accident = marks.accident("*p*")
    assert accident is not None
    marks.is_meant(accident)
    assert marks.accident("*p*") is None


def test_a_line_that_joins_items_makes_none_of_their_marks_a_typed_one() -> None:
    before, after = "2018. We found\n2. a", "2018. We found\n2. a\nx"
    marks = TypedMarks()
    marks.follow(before, after, (len(before), len(before), len(after)), by_hand=True)
    accident = marks.accident(after)
    assert accident is None or accident.kind is Kind.LINE_END


def test_another_text_begins_anew() -> None:
    marks, text = typed("", *letters("*p*"))
    marks.forget()
    assert marks.accident(text) is None
