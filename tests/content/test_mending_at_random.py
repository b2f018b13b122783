"""Good pages with something broken at random, hostile ones and large ones: mended to the byte, or left as they are."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from editor.content.mending import mend_page
from editor.content.reading import read_page

SAMPLE = Path(__file__).resolve().parents[2] / "sample_content"
PAGES = tuple(path.read_bytes() for path in sorted((SAMPLE / "conditions").iterdir()))
START = "name: Back pain\n"


def fields_of(page: str) -> list[tuple[int, str, str]]:
    """Of each simple line: where it begins, what stands before its value, and the value as written."""
    found, start = [], 0
    for line in page.splitlines(keepends=True):
        lead, sign, value = line.partition(": ")
        text = value.rstrip("\r\n")
        if sign and lead.strip(" -").isidentifier():
            found.append((start, lead + sign, text))
        start += len(line)
    return found


@st.composite
def broken_pages(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """A page with one value that lacks its quotation marks, or an end of them, or a space: and as it should be."""
    page = draw(st.sampled_from(PAGES)).decode()
    start, lead, value = draw(st.sampled_from(fields_of(page)))
    kind = draw(st.sampled_from(("colon", "end", "space", "apostrophe", "inner")))
    words = draw(st.lists(st.sampled_from(("pain", "Trial", "5", "of", "naïve", "(new)")), min_size=1, max_size=4))
    text = " ".join(words)
    key = lead.strip(" -:")
    assume(key in ("title", "heading", "journal", "publisher", "authors", "name_in_text", "reviewed_by"))
    good, bad = {
        "colon": (f"'A {text}: {text}'", f"A {text}: {text}"),
        "end": (f'"A {text}"', f'"A {text}'),
        "space": (f"A {text}", None),
        "apostrophe": (f"'A {text} isn''t'", f"'A {text} isn't'"),
        "inner": (f'"A \\"{text}\\" x"', f'"A "{text}" x"'),
    }[kind]
    assume(not value.startswith(("|", ">", "&", "*", "{", "[")) and "#" not in value)
    rest = page[start + len(lead + value) :]
    before = page[:start]
    line = lead.rstrip() + good if bad is None else lead + bad
    return (before + line + rest).encode(), (before + lead + good + rest).encode()


@given(broken_pages())
@settings(max_examples=80, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_one_thing_broken_in_a_good_page_is_mended_to_the_byte(pages: tuple[bytes, bytes]) -> None:
    broken, good = pages
    assume(not read_page(good, "").problems and read_page(broken, "").problems)
    mending = mend_page(broken)
    assert mending is not None
    assert mending.data == good


BITS = [
    b"\t",
    b"'",
    b'"',
    b": ",
    b":",
    b"  ",
    b"[",
    b"{",
    b"#",
    b"- ",
    b"|",
    b"&",
    b"*",
    b"\n",
    b"\xe9",
    b"\x92",
    b"@",
    b"",
]


@given(
    st.sampled_from(PAGES), st.lists(st.tuples(st.floats(0, 1), st.sampled_from(BITS), st.integers(0, 2)), max_size=3)
)
@settings(max_examples=150)
def test_whatever_is_broken_only_the_told_lines_change(page: bytes, changes: list[tuple[float, bytes, int]]) -> None:
    for where, bit, less in changes:
        place = int(where * len(page))
        page = page[:place] + bit + page[place + less :]
    mending = mend_page(page)
    if mending is None:
        return
    assert not read_page(mending.data, "").problems
    assert not mend_page(mending.data)
    told = {mend.line for mend in mending.mends}
    if not mending.choices and all(mend.after is not None for mend in mending.mends):
        before, after = page.split(b"\n"), mending.data.split(b"\n")
        assert len(before) == len(after)
        assert {number for number, pair in enumerate(zip(before, after, strict=True), 1) if pair[0] != pair[1]} == told


def test_hostile_files_are_mended_to_something_that_can_be_edited_or_not_at_all(
    kit: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(kit("faults") / "hostile_yaml")
    cases = [case for case in importlib.import_module("cases").CASES if "_mb" not in case.name]
    assert len(cases) > 70
    for case in cases:
        data = case.data()
        begun = time.process_time()
        mending = mend_page(data)
        assert time.process_time() - begun < 1, case.name
        assert mending is None or not read_page(mending.data, "").problems, case.name


@pytest.mark.parametrize(
    "broken",
    [
        "studies:\n" + "- title: A: b\n" * 2000,
        "studies:\n" + "- title: A\n\tjournal: B\n" * 2000,
        "title: A\n" * 10_000,
        "".join(f'x{number}: "A\n' for number in range(3000)),
        'title: "' + 'a "b" ' * 30_000 + '"\n',
        "title: '" + "it's " * 60_000 + "'\n",
        "a:\n" + "\tb: c: d\n" * 20_000,
    ],
    ids=("colons", "tabs", "keys", "ends", "marks", "apostrophes", "tabs_and_colons"),
)
def test_however_much_is_broken_it_takes_no_second(broken: str) -> None:
    begun = time.process_time()
    mend_page((START + broken).encode())
    assert time.process_time() - begun < 1
