from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.cell_block import block_of_rows
from editor.content.column_matching import guessed, has_headings
from editor.content.fields import STUDY_FIELDS
from editor.content.study import Study
from editor.content.study_csv import harmless, studies_csv

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text(
    st.sampled_from("'=+-@\uff1d \t\r\na\"")
)
STUDIES = st.builds(Study, **{field.name: TEXTS for field in STUDY_FIELDS})
STUDY = Study(
    title="针灸: “=1+1”",
    date="2017-12",
    pmid="029496679",
    doi="10.1136/bmj.1",
    summary='- One, "two".\n- Three; four.',
    journal="=HYPERLINK(1)",
)


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def as_written(cell: str) -> str:
    """A cell's text without the apostrophe that makes it harmless."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) == cell else cell


@given(st.lists(STUDIES, max_size=3))
def test_what_was_written_is_read_back_just_as_it_was(studies: list[Study]) -> None:
    headings, *rows = rows_of(studies_csv([("'Back", studies)], with_pages=True))
    assert headings == ["Page", *(field.label for field in STUDY_FIELDS)]
    assert [[as_written(cell) for cell in row] for row in rows] == [
        ["'Back", *(field.text_of(study) for field in STUDY_FIELDS)] for study in studies
    ]
    assert not any(
        cell.lstrip("\ufeff\u200b\x00").lstrip()[:1] in set("=+-@\uff1d\uff0b\uff0d\uff20")
        for row in rows
        for cell in row
        if cell
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+61 3", "'+61 3"),
        ("- item", "'- item"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff20a", "'\uff20a"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n a", "'\n a"),
        ("\ra", "'\ra"),
        ("\x00a", "'\x00a"),
        (" \u00a0=1", "' \u00a0=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("'=1", "''=1"),
        ("'quoted'", "'quoted'"),
        (" words", " words"),
        ("1-2 weeks", "1-2 weeks"),
        ("2017-12", "2017-12"),
        ("", ""),
    ],
)
def test_what_could_be_a_formula_is_made_harmless(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert as_written(cell) == text


def test_the_bytes_are_such_that_excel_opens_chinese_words_and_lines_within_cells() -> None:
    data = studies_csv([("Back", [STUDY])], with_pages=False)
    assert data.startswith(b'\xef\xbb\xbf"Journal","Publisher",')
    assert data.endswith(b'"\r\n')
    text = data.decode("utf-8-sig")
    assert '"\'=HYPERLINK(1)"' in text
    assert '"\'- One, ""two"".\n- Three; four."' in text
    assert '"2017-12"' in text
    assert '"029496679"' in text


def test_its_headings_are_known_where_rows_are_pasted() -> None:
    block = block_of_rows(rows_of(studies_csv([("Back", [STUDY])], with_pages=True)))
    assert has_headings(block)
    assert guessed(block, headings=True) == (None, *STUDY_FIELDS)
