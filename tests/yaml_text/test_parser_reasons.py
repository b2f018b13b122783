"""What is wrong with a file is said in words for its reader, with the line to look at."""

from __future__ import annotations

import re

import pytest

from editor.yaml_text import Unreadable, YamlText

# What is wrong, the line to look at, and a word of the explanation.
BROKEN = [
    ("a: 'x\nb: y\n", 1, "quotation mark"),
    ("a: x\nb: [1, 2\nc: y\n", 2, "bracket"),
    ("a: x\nb: {c: d\n", 2, "bracket"),
    ("a: [\nb: |\n  c\n", 2, "bracket is opened above"),
    ("a: x\nb: c: d\n", 2, "colon"),
    ("a: x\nb:\n\tc: d\n", 3, "tab"),
    ("a: x\nb: @c\n", 2, "@"),
    ("a:\n  - b\n c: 1\n", 3, "indented"),
    ("a: x\nb: *c* d\n", 2, "begins with *"),
    ("a: x\nb: & c\n", 2, "begins with &"),
    ("a: x\nb: > 30\n", 2, "begins with >"),
    ("a: x\nb: [c] d\n", 2, "begins with ["),
    ("a: x\nb: {c} d\n", 2, "begins with {"),
    ('a: x\nb: "c "d" e"\n', 2, "ends it too early"),
    ("a: |\n  b\n\tc\n", 3, "A tab"),
    ("a: x\nfoo\nb: y\n", 2, "no colon"),
    ('a: "\\q"\n', 1, "backslash"),
    ("a: - b\n", 1, "list"),
    ("a: x\n<<<<<<< mine\nb: y\n", 2, "Two versions"),
    ("a: x\nb: \x01\n", 2, "character"),
    ("%YAML 3.0\n---\na: b\n", 1, "newer"),
    ("a: x\nb: *nowhere\n", 2, "*nowhere"),
]


@pytest.mark.parametrize(("text", "line", "word"), BROKEN, ids=[word for _, _, word in BROKEN])
def test_reason_line_and_advice(text: str, line: int, word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        YamlText.read(text.encode())
    assert caught.value.line == line
    assert word in caught.value.reason
    assert caught.value.advice.endswith(".")


@pytest.mark.parametrize("text", [text for text, _, _ in BROKEN])
def test_no_word_of_programmers(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        YamlText.read(text.encode())
    told = f"{caught.value.reason} {caught.value.advice}"
    assert not re.search(r"yaml|scalar|token|mapping|sequence|node|block|error|parse|utf", told, re.IGNORECASE)
