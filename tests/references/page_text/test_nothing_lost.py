"""Whatever becomes of a page's lines on their way: no crash, and each word of the text is somewhere."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.content.fields import STUDY_FIELDS
from editor.content.site import Site
from editor.references.page_text.found import FoundStudy
from editor.references.page_text.page_of_text import PageFromText, page_of_text
from tests.conftest import tries
from tests.references.page_text.pages import SITE, page_text
from tests.test_page_of_today import PAGE_OF_TODAY

WORD = re.compile(r"[^\W_]+")
AS_READ = frozenset({"date", "authors"})
"""What the page may spell in another way; the words of the text are kept beside it."""
PAGES = [page_text("tajdps"), page_text()]


def pages() -> list[str]:
    """The texts that are taken apart: the page of today as well, where it is beside the project."""
    today = [PAGE_OF_TODAY.read_text(encoding="utf-8")] if PAGE_OF_TODAY.is_file() else []
    return [*PAGES, *today]


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def words_of_study(found: FoundStudy, dropped: tuple[str, ...]) -> set[str]:
    texts = [field.text_of(found.study) for field in STUDY_FIELDS]
    read = [one.source for name, one in found.fields.items() if name in AS_READ]
    return set(WORD.findall(" ".join((*texts, *read, *dropped))))


def lost_lines(text: str, found: PageFromText) -> list[str]:
    """The lines whose words are neither in one passage nor all in one study."""
    passages = [set(WORD.findall(one.source)) for one in found.passages]
    studies = [words_of_study(one, found.dropped) for one in found.studies]
    places = [*passages, *studies]
    wanted = [(line, set(WORD.findall(line))) for line in lines_of(text)]
    return [line for line, words in wanted if not any(words <= place for place in places)]


@st.composite
def taken_apart(draw: st.DrawFn) -> str:
    """A page with its lines shuffled, left out, repeated or run together, and any blank lines between them."""
    lines = lines_of(draw(st.sampled_from(pages())))
    match draw(st.sampled_from(("shuffle", "drop", "swap", "repeat", "cut", "noise"))):
        case "shuffle":
            lines = draw(st.permutations(lines))
        case "drop":
            gone = draw(st.sets(st.integers(0, len(lines) - 1), max_size=30))
            lines = [line for place, line in enumerate(lines) if place not in gone]
        case "swap":
            place = draw(st.integers(1, len(lines) - 1))
            lines = [*lines[place:], *lines[:place]]
        case "repeat":
            place = draw(st.integers(0, len(lines) - 1))
            lines = [*lines[:place], *lines[place : place + 7], *lines[place:]]
        case "cut":
            lines = [part for line in lines for part in re.split(r"(?<=[.,]) ", line)]
        case "noise":
            noise = draw(
                st.lists(st.text(alphabet="aB1 .,:;·“”|-\u2013•©<>&*_#(针灸\u00a0\u200b", max_size=30), max_size=20)
            )
            for words in noise:
                lines.insert(draw(st.integers(0, len(lines))), words)
    return draw(st.sampled_from(("\n", "\n\n", "\n\n\n", "\r\n", "\u2028"))).join(lines)


@given(text=taken_apart(), site=st.sampled_from((SITE, Site())))
@settings(max_examples=tries(240))
def test_each_word_of_a_page_is_on_the_page_or_in_the_list_of_what_is_not(text: str, site: Site) -> None:
    plain = text.replace("\u2028", "\n").replace("\u200b", "")

    assert lost_lines(plain, page_of_text(text, site)) == []


@given(text=st.text(max_size=2000))
@settings(max_examples=tries(400))
def test_any_text_is_read(text: str) -> None:
    found = page_of_text(text, SITE)

    assert found.page("x").slug == "x"


def test_the_page_of_these_tests_loses_nothing() -> None:
    assert [lost_lines(text, page_of_text(text, SITE)) for text in PAGES] == [[], []]


@pytest.mark.parametrize(
    "line", ["," * 1990, "“" * 1900, "Smith J, " * 200, "et al " * 300, "10.1234/" * 200, "2018 " * 8]
)
def test_no_text_keeps_anybody_waiting_for_long(line: str) -> None:
    text = "\n".join([line] * min(20_000, 100_000 // len(line)))

    begin = time.process_time()
    page_of_text(text, SITE)

    assert time.process_time() - begin < 2
