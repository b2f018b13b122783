"""A text is written so that every reader takes it for this very text."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editor.yaml_text.nodes import Style
from editor.yaml_text.scalars import Spot, is_ambiguous, is_plain_safe, same_kind, ways_to_write

# What the core schema of YAML 1.2 reads as something else than text.
NOT_TEXT_IN_1_2 = re.compile(
    r"(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|)\Z"
)
# fmt: off
MISTAKEN = [
    "no", "y", "Yes", "off", "TRUE", "null", "~", "=", "<<", "2018-04-01", "2018-4-1", "2017-12", "2016",
    "12:30", "1:30:00.5", "007", "0o14", "0x1F", "0b1", "1e3", "1.5", ".5", "1.", "1_000", "1,000", "1,000.5",
    "+1", "-1", ".inf", "-.INF", ".NaN", ":sym", "2018-04-01T12:00:00Z", "2016~", "2004-06/2006-08", "190X",
    "10-12",
]
# fmt: on

# Letters, digits and signs of which awkward values are made.
awkward = st.text(
    alphabet="aeEnoyNxX01289-+.:_,/~=<!&*#%@|>?'\"`[]{}\\ \t\n\r\x85\u2028\ufeff針\U0001f600", max_size=12
)
styles = st.sampled_from(["plain", "single", "double", "literal", "folded"])


@pytest.mark.parametrize(
    "text",
    MISTAKEN,
)
def test_what_some_reader_takes_for_something_else_is_quoted(text: str) -> None:
    assert is_ambiguous(text)
    assert next(ways_to_write(text, Spot(0, in_flow=False), "plain")).inline == f"'{text}'"


@pytest.mark.parametrize("text", ["2018, Apr 1", "2018 Jan-Feb", "10.1000/182", "12 weeks", "none", "3a", "true story"])
def test_what_nobody_mistakes_is_not(text: str) -> None:
    assert not is_ambiguous(text)
    assert next(ways_to_write(text, Spot(0, in_flow=False), "plain")).inline == text


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("10", "12", True),
        ("2018-04-01", "2019-05-02", True),
        ("2017-12", "2018-01", True),
        ("1.5", "2.25", True),
        ("true", "false", True),
        ("10", "012", False),
        ("10", "1.5", False),
        ("10", "12\n", False),
        ("2016", "2016-01", False),
        ("x", "12", False),
    ],
)
def test_kinds(old: str, new: str, same: bool) -> None:
    assert same_kind(old, new) is same


@given(awkward, st.booleans())
def test_a_text_without_quotes_is_text_for_both_versions_of_yaml(text: str, in_flow: bool) -> None:
    if is_plain_safe(text, in_flow=in_flow):
        assert yaml.SafeLoader("").resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str"
        assert not NOT_TEXT_IN_1_2.match(text)


@given(awkward, styles, st.booleans())
def test_every_way_to_write_a_text_is_read_as_the_text(text: str, style: Style, in_flow: bool) -> None:
    for written in ways_to_write(text, Spot(0, in_flow=in_flow), style):
        line = f"[{written.inline}]" if in_flow else written.inline
        events = list(yaml.parse(f"k: {line}\n{written.body}z: z\n", Loader=yaml.CSafeLoader))
        values = [event.value for event in events if isinstance(event, yaml.ScalarEvent)]
        assert values == ["k", text, "z", "z"]


@pytest.mark.parametrize("text", ["a\rb", "a\x85b", "a\u2028b", "a\ufeffb", "a\x07\n", "\ud83d"])
def test_what_cannot_be_printed_is_escaped(text: str) -> None:
    assert next(ways_to_write(text, Spot(0, in_flow=False), "literal")).inline.startswith('"')


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("p\nq", "|-"),
        ("p\nq\n", "|"),
        ("p\nq\n\n", '"p\\nq\\n\\n"'),
        ("  p\nq\n", "|2"),
        ("\tp\nq", "|2-"),
        ("\n p", "|2-"),
    ],
)
def test_header_of_a_new_block(text: str, header: str) -> None:
    assert next(ways_to_write(text, Spot(0, in_flow=False), "plain")).inline == header
