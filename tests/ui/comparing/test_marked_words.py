"""Which words are marked as different."""

from __future__ import annotations

import pytest

from editor.ui.comparing.marked_words import differing_spans


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    spans = differing_spans(one, other)
    return [one[slice(*span)] for span in spans[0]], [other[slice(*span)] for span in spans[1]]


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        ("Four weeks of care.", "Six weeks of care.", (["Four"], ["Six"])),
        ("knee pain", "knee and hip pain", ([], ["and hip "])),
        ("the same", "the same", ([], [])),
        ("针灸治疗头痛", "针灸治疗背痛", (["针灸治疗头痛"], ["针灸治疗背痛"])),
        ("", "new", ([], [])),
        ("one, two", "one. two!", ([","], [".", "!"])),
    ],
)
def test_the_words_that_differ(one: str, other: str, differing: tuple[list[str], list[str]]) -> None:
    assert marked(one, other) == differing


def test_where_comparing_would_take_minutes_the_whole_stretch_is_marked() -> None:
    assert marked("begin " + "x " * 5000 + "end", "begin " + "x " * 100 + "y " * 4900 + "end") == (
        [("x " * 4900)[:-1]],
        [("y " * 4900)[:-1]],
    )
