"""Tables with headings, as databases and people write them."""

from __future__ import annotations

import pytest

from editor.references.reading import UnsupportedFormat, references_of_text
from editor.references.reference import Author, Reference

EXPECTED = Reference(
    title="Needles, discs and pain",
    authors=(Author("Tang", "S"), Author("Mo", "Z")),
    journal="Acupuncture in Medicine",
    date="2018-04-01",
    volume="36",
    issue="2",
    pages="62-70",
    doi="10.1136/acupmed-2016-011332",
    pmid="29496679",
)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_field_is_read_whatever_separates_the_cells(separator: str) -> None:
    headings = ["Title", "Author(s)", "Source title", "Date", "Volume", "Issue", "Pages", "DOI", "PubMed ID"]
    row = ['"Needles, discs and pain"', '"Tang S, Mo Z"', "Acupuncture in Medicine", "2018-04-01", "36", "2", "62-70"]
    row += ["https://doi.org/10.1136/acupmed-2016-011332", "29496679"]
    read = references_of_text(f"{separator.join(headings)}\n{separator.join(row)}\n")
    assert read.references == (EXPECTED,)
    assert read.unread == ()


def test_headings_of_databases_are_known() -> None:
    pubmed = "PMID,Title,Authors,Citation,Journal/Book,Publication Year,DOI\n1,A,Tang S,Some. 2018,BMJ,2018,10.1000/a\n"
    (reference,) = references_of_text(pubmed).references
    assert (reference.journal, reference.date, reference.pmid) == ("BMJ", "2018", "1")
    scopus = (
        "Authors,Title,Year,Source title,Volume,Page start,Page end,DOI,Document Type\n"
        "Tang S.,A,2018,BMJ,3,162,70,10.1000/a,Review\n"
    )
    (reference,) = references_of_text(scopus).references
    assert (reference.pages, reference.kinds, reference.authors) == ("162-170", ("Review",), (Author("Tang", "S"),))
    zotero = (
        '"Item Type","Publication Year","Author","Title","Date","Abstract Note"\n'
        '"journalArticle","2018","Tang, S; Mo, Z","A","2018-04","Words"\n'
    )
    (reference,) = references_of_text(zotero).references
    assert (reference.date, reference.abstract, len(reference.authors)) == ("2018-04", "Words", 2)


def test_authors_that_are_left_out_are_told() -> None:
    (reference,) = references_of_text('Title,Authors,DOI\nKnees,"Smith J, et al.",10.1000/a\n').references
    assert (reference.authors, reference.and_others) == ((Author("Smith", "J"),), True)


def test_columns_without_a_place_are_told_and_empty_ones_are_not() -> None:
    read = references_of_text("Title,DOI,Shelf,Colour\nOne,10.1000/a,left,\nTwo,10.1000/b,,\n")
    assert [reference.title for reference in read.references] == ["One", "Two"]
    assert read.unread == ("Columns that a study has no place for were left out: Shelf",)


def test_cells_of_several_lines_and_blank_rows_are_understood() -> None:
    read = references_of_text('\nTitle,DOI\n"One\nand more",10.1000/a\n\nTwo\n')
    assert [reference.title for reference in read.references] == ["One and more", "Two"]


def test_a_quotation_mark_too_many_is_told_with_its_line() -> None:
    open_cell = '"' + "words and words\n" * 10_000
    read = references_of_text(f"Title,DOI\nOne,10.1000/a\n{open_cell}")
    assert [one.title for one in read.references] == ["One"]
    assert len(read.unread) == 1
    assert "line 3" in read.unread[0]


@pytest.mark.parametrize(
    ("row", "title"),
    [('"Broken title,10.1000/b', '"Broken title'), ('"5" needles,10.1000/b', '"5" needles'), ('"So" ,x', '"So"')],
)
def test_a_quotation_mark_of_one_row_takes_no_other_with_it(row: str, title: str) -> None:
    read = references_of_text(f'Title,DOI\n"One, and",10.1000/a\n{row}\n"Two\nand",10.1000/c\nThree,10.1000/d\n')
    assert [one.title for one in read.references] == ["One, and", title, "Two and", "Three"]
    assert read.unread == ()


def test_of_a_row_that_cannot_be_told_apart_the_line_is_told_and_the_next_whole_one_is_read() -> None:
    read = references_of_text('Title,DOI\nOne,10.1000/a\n"Two, and,10.1000/b\nmore of it\n\nThree,10.1000/c\n')
    assert [one.title for one in read.references] == ["One", "Three"]
    assert read.unread == ("The row that begins in line 3 has a quotation mark too many or too few.",)


def test_headings_without_rows_are_no_table() -> None:
    with pytest.raises(UnsupportedFormat):
        references_of_text("doi,10.1136/acupmed-2016-011332\n\n")


def test_rows_without_headings_are_no_table_of_references() -> None:
    with pytest.raises(UnsupportedFormat):
        references_of_text("One,Tang S,2018\nTwo,Mo Z,2019\n")
