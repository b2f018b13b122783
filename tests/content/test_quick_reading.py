"""What is read quickly is what is read thoroughly, or it is not read quickly."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.quick_reading import quick_page
from editor.content.reading import read_page
from tests.conftest import ROOT

PAGES = sorted((ROOT / "sample_content" / "conditions").iterdir())
ODD = (
    "name: A\nname: B\n",
    "name: A\nother: {x: 1, x: 2}\n",
    "name: &a A\ntitle: *a\n",
    "name: !!str A\n",
    "<<: {name: A}\n",
    "'<<': {name: A}\n",
    "? [a]\n: b\n",
    "? {a: b}\n: c\nname: A\n",
    "name: A\n---\nname: B\n",
    "name: A\n--- ''\n",
    "- name: A\n",
    "name\n",
    "",
    "# only words\n",
    "--- \n...\n",
    "name: [A]\n",
    "name: {A: B}\n",
    "aliases: A\n",
    "aliases: ''\n",
    "aliases: [[A]]\n",
    "research: A\n",
    "research: [A]\n",
    "research: ''\n",
    "studies: A\n",
    "studies: {title: A}\n",
    "studies: [A, {title: B}]\n",
    "studies: [[title]]\n",
    "studies: [{title: [A]}]\n",
    "name: A\n\tb: c\n",
    "name: A\x00\n",
    "a: " * 60 + "b\n",
    "[" * 60,
    "name: {" + "a: {" * 60 + "}" * 61,
)
PLAIN = (
    "name: A\n",
    "name:\ntitle: ~\nheading: null\nintro: Null\ndescription: ''\n",
    'name: "~"\nstatus: "null"\n~: x\n',
    "aliases:\nold_slugs: [a, ~, '', 'null', 2016, no]\n",
    "research:\nreferences: {}\nquotation: {text: |\n    two\n    lines\n\n  }\n".replace(
        "|\n    two\n    lines\n\n", "two"
    ),
    "research:\n  lead: >\n    folded\n    text\n  own: [1, {a: b}]\nreferences:\n  lead: [a, b]\n  window_years: 10\n",
    "studies:\n",
    "studies: []\n",
    "studies: [{}, {title: A, date: 2018-04-01, own: {deep: [1]}}, {title: , journal: no}]\n",
    "own: {deep: [{x: y}]}\nname: 'It''s'\n",
    "name: A\nintro: |-\n  one\n\n  two\n",
    "\ufeffname: A\n",
)


def in_words(page: ConditionPage | None) -> str:
    """All of a page but the keys of its studies, which are new at each reading; what the file has counts too."""
    assert page is not None
    studies = None if page.studies is None else [replace(study, key="") for study in page.studies]
    return repr((replace(page, studies=None), studies))


def agrees(data: bytes) -> bool:
    """Whether a file is read quickly; it is then read as thoroughly, with nothing wrong in it."""
    quick, thorough = quick_page(data, "slug"), read_page(data, "slug")
    if quick is None:
        return False
    assert thorough.problems == ()
    assert in_words(quick) == in_words(thorough.page)
    return True


@pytest.mark.parametrize("text", PLAIN)
def test_plain_pages_are_read_quickly(text: str) -> None:
    assert agrees(text.encode())


@pytest.mark.parametrize("text", ODD)
def test_all_others_are_not(text: str) -> None:
    assert quick_page(text.encode(), "slug") is None


@pytest.mark.parametrize("data", [b"name: \xff\n", "name: A\n".encode("utf-16-le"), b"name: " + b"a" * 2_000_001])
def test_nor_is_what_is_no_page(data: bytes) -> None:
    assert quick_page(data, "slug") is None


def test_pages_in_utf_16_are_read_quickly() -> None:
    assert agrees("\ufeffname: A\n".encode("utf-16-le"))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.stem)
def test_the_sample_is_read_quickly(file: Path) -> None:
    assert agrees(file.read_bytes())


def test_pages_with_random_damage_are_read_alike() -> None:
    draw = random.Random(8)
    lines = [line for file in PAGES for line in file.read_text(encoding="utf-8").splitlines(keepends=True)]
    pieces = (
        "- ",
        "  ",
        "\n",
        ": ",
        "''",
        "[",
        "{",
        "}",
        "]",
        "&a ",
        "*a ",
        "|\n",
        "~",
        "null",
        "!!str ",
        "<<: ",
        "? ",
        ",",
    )
    quick = 0
    for _ in range(1500):
        start = draw.randrange(len(lines))
        text = "".join(lines[start : start + draw.randint(1, 25)])
        for _ in range(draw.randint(0, 3)):
            at = draw.randrange(len(text) + 1)
            text = text[:at] + draw.choice(pieces) + text[at + draw.randint(0, 2) :]
        quick += agrees(text.encode())
    assert 100 < quick < 1400


def test_the_files_of_the_kit_are_read_alike(kit: Callable[[str], Path]) -> None:
    with zipfile.ZipFile(kit("yaml") / "corpus.zip") as corpus:
        files = [name for name in corpus.namelist() if name.endswith((".yaml", ".yml"))]
        quick = sum(agrees(corpus.read(name)) for name in files)
    assert quick > len(files) / 4
