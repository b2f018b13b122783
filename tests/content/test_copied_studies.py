from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.copied_studies import NotStudies, as_data, as_rows, of_data
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.study import Study

TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]))
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"))
STUDIES = st.builds(Study, **{field.name: TEXTS for field in STUDY_FIELDS})


@given(st.lists(STUDIES, min_size=1, max_size=3))
def test_what_was_copied_comes_back_exactly_as_studies_of_their_own(studies: list[Study]) -> None:
    pasted = of_data(as_data(studies))
    assert [replace(new, key=old.key) for new, old in zip(pasted, studies, strict=True)] == studies
    assert not {new.key for new in pasted} & {old.key for old in studies}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"Some text",
        b"[]",
        b"{}",
        b'{"studies": []}',
        b'{"studies": 3}',
        b'{"studies": ["title"]}',
        b'{"studies": [{"title": 3}]}',
        b'{"studies": [{"title": "\\ud800"}]}',
        b"[" * 100_000,
    ],
)
def test_anything_else_is_not_taken_for_studies(data: bytes) -> None:
    with pytest.raises(NotStudies):
        of_data(data)


def test_fields_that_this_version_does_not_know_are_left_out() -> None:
    data = json.dumps({"studies": [{"title": "A trial", "x_id": "17"}]}).encode()
    assert [study.title for study in of_data(data)] == ["A trial"]


@given(st.lists(st.builds(Study, title=WORDS, summary=WORDS), min_size=1, max_size=3))
def test_rows_are_read_back_as_a_spreadsheet_reads_them(studies: list[Study]) -> None:
    read = csv.reader(io.StringIO(as_rows(studies, STUDY_FIELDS), newline=""), csv.excel_tab)
    assert list(read) == [[field.text_of(study) for field in STUDY_FIELDS] for study in studies]


def test_a_study_with_several_lines_is_one_row() -> None:
    fields = [field_named(STUDY_FIELDS, name) for name in ("date", "title", "summary")]
    study = Study(title='A "blind" trial', date="2018-04-01", summary="One.\n\nTwo\tthree.")
    assert as_rows([study], fields) == '2018-04-01\t"A ""blind"" trial"\t"One.\n\nTwo\tthree."\n'
    assert as_rows([Study(title="針灸"), Study(title="B")], fields) == "\t針灸\t\n\tB\t\n"
