"""How a file looks whatever its bytes are, and what is told of it to those who look after computers."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.session import file_of
from editor.ui.broken.file_text import problem_lines, shown_lines, words_for_it


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a\r\nb\rc\n", ["a", "b", "c", ""]),
        (b"\xef\xbb\xbfa\n", ["a", ""]),
        ("﻿naïve\n".encode("utf-16-le"), ["naïve", ""]),
        (b"caf\xe9 \x00\x1b\t\x7f", ["caf\\xe9 ␀␛\t␡"]),
        (b"", [""]),
    ],
)
def test_lines_are_those_that_problems_count(data: bytes, lines: list[str]) -> None:
    assert shown_lines(data) == lines


def test_lines_around_each_problem_are_told_once() -> None:
    data = b"".join(b"k%d: a\n" % number for number in range(1, 21))
    for number in (3, 5, 18):
        data = data.replace(b"k%d: a\n" % number, b"k%d: a\nk%d: b\n" % (number, number))
    file = file_of("conditions/back.yaml", data)
    assert problem_lines(file) == (4, 7, 21)
    told = words_for_it(file, Path("/clinic"))
    assert told.count("> ") == 3
    assert [f"{number:>2} | " in told for number in (1, 8, 13, 17, 22)] == [True, True, False, True, True]
    assert told.count(" 7 | ") == 1
    assert str(Path("/clinic/conditions/back.yaml")) in told
    assert "Line 4: k3: stands here a second time (first in line 3)." in told


def test_a_line_without_an_end_is_cut_off() -> None:
    told = words_for_it(file_of("conditions/back.yaml", b"name: [" + b"x" * 100_000), Path("/clinic"))
    assert len(told) < 2000
