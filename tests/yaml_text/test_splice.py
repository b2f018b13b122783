"""Many edits at once, each named by its place in the source."""

from __future__ import annotations

from editor.yaml_text.splice import Span, TextEdit, splice


def made(source: str, *edits: TextEdit) -> str:
    return "".join(splice(source, edits))


def test_edits_apply_inside_a_span_that_is_moved() -> None:
    swap = TextEdit(0, 6, (Span(3, 6), Span(0, 3)))
    assert made("abcdef", swap) == "defabc"
    assert made("abcdef", TextEdit(1, 2, ("B",)), swap, TextEdit(4, 5, ("EE",))) == "dEEfaBc"


def test_an_insertion_where_two_spans_meet_belongs_to_the_one_that_ends_there() -> None:
    swap = TextEdit(0, 4, (Span(2, 4), Span(0, 2)))
    assert made("abcd", swap, TextEdit(2, 2, ("|",))) == "cdab|"
    assert made("abcd", swap, TextEdit(4, 4, ("|",))) == "cd|ab"


def test_edits_inside_what_goes_go_with_it() -> None:
    assert made("abcdef", TextEdit(1, 2, ("B",)), TextEdit(0, 6, (Span(3, 6),))) == "def"


def test_an_edit_may_have_the_very_span_that_another_keeps() -> None:
    inner, outer = TextEdit(1, 2, ("B",)), TextEdit(1, 2, ("x", Span(1, 2)))
    assert made("abc", inner, outer) == made("abc", outer, inner) == "axBc"


def test_events_are_spliced_like_letters() -> None:
    assert splice("ab", [])[-1] == "ab"
