from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.copied_studies import NotStudies, as_data, of_data, rows_of
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.study import Study

TEXTS = st.none() | st.text(st.characters(exclude_categories=["Cs"]))
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


def test_rows_have_the_texts_as_written() -> None:
    fields = [field_named(STUDY_FIELDS, name) for name in ("date", "title", "summary")]
    studies = [Study(title='A "blind" trial', date="2018-04-01", summary="One.\n\nTwo\tthree."), Study(title="針灸")]
    assert rows_of(studies, fields).rows == (
        ("2018-04-01", 'A "blind" trial', "One.\n\nTwo\tthree."),
        ("", "針灸", ""),
    )
