from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.cell_block import CellBlock, block_of_rows
from editor.content.column_matching import count_of_studies, guessed, has_headings, lands_elsewhere, studies_of
from editor.content.fields import STUDY_FIELDS, Field, field_named

ABSTRACT = "Twelve weeks of treatment were compared with a waiting list in people with knee pain. " * 3
ROWS = (
    (
        "29496679",
        "Acupuncture for knee pain: a randomised trial",
        "Tang S, Mo Z, Zhang R",
        "BMJ",
        ABSTRACT,
        "1 Apr 2018",
    ),
    ("29496680", "针灸治疗膝骨关节炎的临床观察", "王伟、李娜", "中国针灸", ABSTRACT, "2017-12"),
    ("", "Moxibustion in primary dysmenorrhoea", "Zhang Q, Yue J", "Spine", "", "2016"),
)
NAMES = ("pmid", "title", "authors", "journal", "summary", "date")


def names(block: CellBlock, *, headings: bool) -> tuple[str, ...]:
    return tuple("" if field is None else field.name for field in guessed(block, headings=headings))


def fields(*wanted: str) -> tuple[Field, ...]:
    return tuple(field_named(STUDY_FIELDS, name) for name in wanted)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Author(s)", "authors"),
        ("JOURNAL TITLE:", "journal"),
        ("Year", "date"),
        ("Publication_Date", "date"),
        ("Abstract", "summary"),
        ("URL", "url"),
        ("DOI", "doi"),
        ("PMID", "pmid"),
        ("PubMed number", "pmid"),
        ("Article Title", "title"),
        ("Kind of study", "study_type"),
        ("Comments", "note"),
        ("Title of paper", "title"),
        ("When", "date"),
        ("Who", "authors"),
        ("作者", "authors"),
        ("Clinic rating", ""),
    ],
)
def test_headings_name_fields_in_the_words_that_people_use(heading: str, name: str) -> None:
    block = CellBlock(((heading, "Study title"), ("x", "y")))
    assert names(block, headings=True)[0] == name


def test_every_field_is_known_by_its_own_name() -> None:
    block = CellBlock((tuple(field.label for field in STUDY_FIELDS), ("",) * len(STUDY_FIELDS)))
    assert has_headings(block)
    assert names(block, headings=True) == tuple(field.name for field in STUDY_FIELDS)


@pytest.mark.parametrize(
    ("rows", "have_headings"),
    [
        ((("Title", "Year"), ("a", "2016")), True),
        ((("Title", "Rating", "Year"), ("a", "5", "2016")), True),
        ((("Title", "Rating", "Colour"), ("a", "5", "red")), False),
        ((("Title", "Year"),), False),
        ((("A trial", "2016"), ("Another", "2017")), False),
        ((("", ""), ("Title", "Year")), False),
    ],
)
def test_the_first_row_is_headings_where_most_of_it_names_fields(
    rows: tuple[tuple[str, ...], ...], *, have_headings: bool
) -> None:
    assert has_headings(CellBlock(rows)) is have_headings


def test_without_headings_the_cells_tell_what_they_are() -> None:
    assert names(CellBlock(ROWS), headings=False) == NAMES
    links = tuple((f"10.1136/bmj.{n}", f"https://a.example/{n}", f"A study of {n} people") for n in range(3))
    assert names(CellBlock(links), headings=False) == ("doi", "url", "title")
    dois = tuple((f"https://doi.org/10.1136/bmj.{n}", "Systematic review", "Shujie Tang, Zhuomao Mo") for n in range(3))
    assert names(CellBlock(dois), headings=False) == ("doi", "study_type", "authors")


def test_a_heading_goes_before_the_looks_and_an_unknown_one_is_left_out() -> None:
    rows = (("Accessed", "Published", "Title", "Where"), ("2020-01-01", "2018", "A trial", "10.1136/bmj.1"))
    assert names(CellBlock(rows), headings=True) == ("", "date", "title", "doi")


def test_no_field_is_two_columns() -> None:
    rows = (("Title", "Article title", "", ""), ("a", "b", "2016", "2017"))
    assert names(CellBlock(rows), headings=True) == ("title", "", "date", "")


def test_studies_are_made_of_the_columns_that_are_not_left_out() -> None:
    block = CellBlock(
        (
            ("Title", "Year", "Type", "Rating", "Abstract"),
            ("A\n trial ", "Apr 2018", "Systematic Review", "5", "One.\nTwo.\n"),
        )
    )
    matching = guessed(block, headings=True)
    (study,) = studies_of(block, matching, headings=True)
    assert (study.title, study.date, study.study_type, study.summary) == (
        "A trial",
        "2018-04",
        "systematic-review",
        "One.\nTwo.",
    )
    assert (study.journal, study.note) == (None, None)


def test_a_date_that_can_be_two_days_stays_as_it_is() -> None:
    block = CellBlock((("A trial", "1/4/2018"), ("Another", "Spring 2017")))
    studies = studies_of(block, fields("title", "date"), headings=False)
    assert [study.date for study in studies] == ["1/4/2018", "Spring 2017"]


CELLS = st.text(st.sampled_from(" \na1"), max_size=3)


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5).map(block_of_rows),
    st.booleans(),
    st.booleans(),
)
def test_rows_that_say_nothing_make_no_study(block: CellBlock, headings: bool, leaves_out: bool) -> None:
    matching = (field_named(STUDY_FIELDS, "summary"), None if leaves_out else field_named(STUDY_FIELDS, "journal"))
    studies = studies_of(block, matching, headings=headings)
    assert len(studies) == count_of_studies(block, matching, headings=headings)
    assert all(study.title == "" and (study.summary or study.journal) for study in studies)
    assert len(studies_of(block, matching, headings=headings, most=1)) == min(len(studies), 1)


@pytest.mark.parametrize(
    ("rows", "onto", "asks"),
    [
        ((("one cell",),), (), False),
        ((("a", "b"),), (), True),
        ((("a",), ("b",)), (), True),
        ((("a", "b"),), ("title", "journal"), False),
        ((("a", "b"),), ("title",), True),
        ((("Title", "Year"), ("a", "2016")), ("title", "date", "journal"), True),
        ((("2016", "a"), ("2017", "b")), ("title", "journal"), True),
        ((("2016", "a"), ("2017", "b")), ("date", "title"), False),
        ((("2016",), ("2017",)), ("title",), False),
        ((("10.1136/bmj.1", "a"),), ("url", "note"), False),
    ],
)
def test_it_is_asked_where_columns_do_not_fit_the_place(
    rows: tuple[tuple[str, ...], ...], onto: tuple[str, ...], *, asks: bool
) -> None:
    assert lands_elsewhere(CellBlock(rows), fields(*onto)) is asks


@pytest.mark.parametrize("cell", ["A " * 190, "Aa, " * 90, "a;" * 190, "王伟 " * 130, "(" * 399])
def test_names_are_looked_for_in_no_time(cell: str) -> None:
    began = time.monotonic()
    guessed(CellBlock(((cell, "b"),) * 200), headings=False)
    assert time.monotonic() - began < 2
