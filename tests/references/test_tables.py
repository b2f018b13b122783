"""Studies in the rows of a CSV or TSV file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.study import Study
from editor.content.study_csv import studies_csv
from editor.references.reading import UnsupportedFormat
from editor.references.tables import UnclearColumns, is_table, studies_in_table


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_rows_below_plain_headings_are_studies(sign: str) -> None:
    lines = ["Title,Year,DOI", "Needles for knees,2019,10.5555/a", ",,", "Needles for necks,2020,"]
    studies, _ = studies_in_table("\r\n".join(line.replace(",", sign) for line in lines).encode("utf-8-sig"))
    assert [(one.title, one.date, one.doi or "") for one in studies] == [
        ("Needles for knees", "2019", "10.5555/a"),
        ("Needles for necks", "2020", ""),
    ]


def test_what_this_program_has_exported_comes_back_as_it_was() -> None:
    study = Study(title='=Needles, "really"', summary="- one\n- two", note="'tis", authors="Doe J")
    (back,), _ = studies_in_table(studies_csv([("Back pain", [study])], with_pages=True))
    assert replace(back, key=study.key) == study


def test_a_damaged_row_is_told_and_takes_no_other_with_it() -> None:
    studies, unread = studies_in_table(b'Title,Year\n"Needles, and,2019\nMore needles,2020\n')
    assert [one.title for one in studies] == ["More needles"]
    assert unread == ("The row that begins in line 2 has a quotation mark too many or too few.",)


@pytest.mark.parametrize("text", ["Needles for knees,2019\n", "A,B\nNeedles,2019\n", "Title,Volume\nNeedles,3\n"])
def test_columns_without_plain_headings_are_asked_about(text: str) -> None:
    with pytest.raises(UnclearColumns) as asked:
        studies_in_table(text.encode())
    assert asked.value.block.width == 2


@pytest.mark.parametrize("data", [b"", b"\n\n ,\n", b"Title\n" + b'"' + b"x" * 200_000 + b'"\n'])
def test_what_is_no_table_is_told(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat):
        studies_in_table(data)


def test_a_table_is_known_by_its_name() -> None:
    assert is_table("Studies.CSV")
    assert is_table("studies.tsv")
    assert not is_table("studies.txt")
