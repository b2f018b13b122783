"""Each character of a text is found again in the source that makes it."""

from __future__ import annotations

import pytest

from editor.yaml_text.alignment import aligned
from editor.yaml_text.nodes import Style


@pytest.mark.parametrize(
    ("source", "style", "value", "places"),
    [
        ("a b", "plain", "a b", [0, 1, 2, 3]),
        ("a\n  b", "plain", "a b", [0, 1, 4, 5]),
        ("a\n\n\n b", "plain", "a\n\nb", [0, 1, 2, 5, 6]),
        ("'a''b'", "single", "a'b", [1, 2, 4, 5]),
        (r'"a\u00e9\tb"', "double", "aé\tb", [1, 2, 8, 10, 11]),
        ('"a \\\n   b"', "double", "a b", [1, 2, 8, 9]),
        ("|\n  a\n\n  b\n", "literal", "a\n\nb\n", [4, 5, 6, 9, 10]),
        ("|2 # c\r\n   a\r\n  b\r\n", "literal", " a\nb\n", [10, 11, 12, 16, 17]),
        (">\n  a\n  b\n\n  c\n", "folded", "a b\nc\n", [4, 5, 8, 9, 13, 14]),
        (">\n  a\n   b\n  c\n", "folded", "a\n b\nc\n", [4, 5, 8, 9, 10, 13, 14]),
    ],
)
def test_places(source: str, style: Style, value: str, places: list[int]) -> None:
    alignment = aligned(source, style, value)
    assert alignment is not None
    assert alignment.places == places


def test_a_source_that_says_something_else_is_not_aligned() -> None:
    assert aligned("a b", "plain", "a c") is None
    assert aligned("|\n  a\n", "literal", "b\n") is None
