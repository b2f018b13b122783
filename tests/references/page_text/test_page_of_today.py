"""A clinic's page as it is today, and other forms of it, come to a page with every field right or marked as not sure.

The page's words are not ours and never stand in the project: they are read from beside it, and only in this test.
"""

from __future__ import annotations

import csv
import re
import time
from collections.abc import Callable

import pytest

from editor.content.dates import parse_date, read_date
from editor.content.search_text import folded
from editor.content.site import Site
from editor.references.authors import authors_in, printed_name
from editor.references.page_text.found import FoundStudy
from editor.references.page_text.page_of_text import page_of_text
from tests.test_page_of_today import NAME, NAME_IN_TEXT, PAGE_OF_TODAY, PageOfToday

FACTS = PAGE_OF_TODAY.with_name("sample-studies.tsv")
LINES = ("journal", "date", "title", "publisher", "summary", "authors")
"""The lines of a study on the page, in their order."""


@pytest.fixture
def text() -> str:
    if not PAGE_OF_TODAY.is_file():
        pytest.skip(f"The page of today is not beside the project: {PAGE_OF_TODAY.name} is missing.")
    return PAGE_OF_TODAY.read_text(encoding="utf-8")


@pytest.fixture
def facts() -> list[dict[str, str]]:
    """What is known of the page's seven studies."""
    if not FACTS.is_file():
        pytest.skip(f"The facts of the studies are not beside the project: {FACTS.name} is missing.")
    with FACTS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["page_date"]][:7]


def as_it_is(line: str, _kind: str) -> str | None:
    return line


def without_publishers(line: str, kind: str) -> str | None:
    return None if kind == "publisher" else line


def dates_in_words(line: str, kind: str) -> str | None:
    date = parse_date(line) if kind == "date" else None
    return line if date is None else f"Published {date.in_words}"


def dates_in_numbers(line: str, kind: str) -> str | None:
    """Days as Australians write them: some of these may be two days."""
    date = parse_date(line) if kind == "date" else None
    return line if date is None or date.day is None else date.first_day.strftime("%d/%m/%Y")


USUAL, TITLE_FIRST = LINES, ("title", "authors", "journal", "date", "publisher", "summary")
VARIANTS = {
    "as it is": (USUAL, as_it_is, "\n\n"),
    "another order": (TITLE_FIRST, as_it_is, "\n\n"),
    "no publishers": (USUAL, without_publishers, "\n"),
    "dates in words": (USUAL, dates_in_words, "\r\n\r\n"),
    "dates in numbers": (USUAL, dates_in_numbers, "\n\n\n"),
}
Change = Callable[[str, str], str | None]


def variant(today: PageOfToday, order: tuple[str, ...], change: Change, between: str) -> str:
    """The page with the lines of its studies in another order, changed, or left out."""
    above, below = today.lines[: today.first_date - 1], today.lines[-3:]
    listed = today.lines[today.first_date - 1 : -3]
    studies = [dict(zip(LINES, listed[start : start + 6], strict=True)) for start in range(0, len(listed), 6)]
    changed = (change(study[kind], kind) for study in studies for kind in order)
    return between.join([*above, *(line for line in changed if line is not None), *below])


def wrong_fields(found: FoundStudy, fact: dict[str, str], on_page: FoundStudy) -> list[str]:
    """The fields that are neither as the page and the facts have them nor marked as not sure."""
    study, page = found.study, on_page.study
    date = read_date(fact["page_date"])
    right = {
        "title": re.findall(r"\w+", folded(study.title or "")) == re.findall(r"\w+", folded(fact["title"])),
        "date": date is not None and study.date == getattr(date, "edtf", ""),
        "authors": names(study.authors or "") == names(fact["authors"]),
        "journal": study.journal == page.journal and bool(study.journal),
        "publisher": (study.publisher or "") == (page.publisher or ""),
        "summary": bool(study.summary) and study.summary == page.summary,
    }
    return [name for name, is_right in right.items() if not is_right and name not in found.unsure]


def names(authors: str) -> list[str]:
    return [printed_name(author) for author in authors_in(authors).authors]


def entered(today: PageOfToday) -> list[FoundStudy]:
    """The studies as a person enters them who reads the page line by line."""
    return [FoundStudy(study, {}) for study in today.studies()]


@pytest.mark.parametrize("name", VARIANTS)
def test_each_field_of_all_seven_studies_is_right_or_marked_as_not_sure(
    name: str, text: str, facts: list[dict[str, str]]
) -> None:
    today = PageOfToday(text)
    order, change, between = VARIANTS[name]
    on_page = entered(today)
    if change is without_publishers:
        on_page = [FoundStudy(study.corrected("publisher", "").study, {}) for study in on_page]

    found = page_of_text(variant(today, order, change, between), Site())

    assert len(found.studies) == len(facts) == 7
    wrong = [wrong_fields(*both) for both in zip(found.studies, facts, on_page, strict=True)]
    assert wrong == [[]] * 7
    unsure = sum(len(study.unsure) for study in found.studies)
    assert unsure <= 9, "so many doubts help nobody"
    assert (found.name.text, found.name_in_text.text) == (NAME, NAME_IN_TEXT)


def test_on_its_own_website_nothing_of_the_page_is_left_over_and_nothing_shared_is_copied(text: str) -> None:
    today = PageOfToday(text)

    found = page_of_text(text, today.site())

    assert found.left == ()
    page = found.page("back-pain")
    assert page.intro == today.intro()
    assert (page.insights, page.heading, page.title) == (None, None, None)
    assert not any((page.research.lead, page.references.lead, page.quotation.text))
    assert not found.name.unsure


def test_a_text_of_two_hundred_thousand_characters_is_read_while_one_waits(text: str) -> None:
    today = PageOfToday(text)
    long = "\n".join([*today.lines[:-3], *today.lines[today.first_date - 1 : -3] * 48])
    assert len(long) > 200_000

    begin = time.process_time()
    found = page_of_text(long, today.site())

    assert time.process_time() - begin < 2, "a third of a second where nothing else runs"
    assert len(found.studies) == 49 * 7
