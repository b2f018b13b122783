from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from editor.content.fields import Field
from editor.ui.studies.study_model import COLUMNS, StudyModel
from tests.ui.records import study

NAMES = st.lists(st.sampled_from("abcdefgh"), unique=True)


def shown(model: StudyModel) -> list[str]:
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


@given(st.lists(NAMES, min_size=2, max_size=6))
def test_rows_follow_and_each_study_keeps_its_place_in_the_selection(sequence: list[list[str]]) -> None:
    model = StudyModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept: dict[str, QPersistentModelIndex] = {}
    for names in sequence:
        model.show_studies(tuple(study(name) for name in names), editable=True)
        assert shown(model) == names
        for name, index in kept.items():
            if name in names:
                assert index.row() == names.index(name)
        kept = {name: QPersistentModelIndex(model.index(row, 0)) for row, name in enumerate(names)}


def test_a_text_that_changed_is_told_for_its_row_alone() -> None:
    model = StudyModel()
    first, second = study("a"), study("b")
    model.show_studies((first, second), editable=True)
    told: list[int] = []
    model.dataChanged.connect(lambda start, end: told.extend(range(start.row(), end.row() + 1)))
    model.show_studies((first, study("b", journal="BMJ")), editable=True)
    assert told == [1]


@pytest.mark.parametrize(
    ("date", "printed"), [("2018-04-01", "2018, Apr 1"), ("2017-12", "2017, Dec"), ("2018 Jan-Feb", "2018 Jan-Feb")]
)
def test_a_date_is_printed_as_on_the_page_and_edited_as_written(date: str, printed: str) -> None:
    model = StudyModel()
    model.show_studies((study("a", date=date),), editable=True)
    assert model.index(0, 0).data() == printed
    assert model.index(0, 0).data(Qt.ItemDataRole.EditRole) == date


def test_what_is_typed_is_told_and_not_kept() -> None:
    model = StudyModel()
    model.show_studies((study("a"),), editable=True)
    told: list[tuple[str, Field, str]] = []
    model.edited.connect(lambda key, field, text: told.append((key, field, text)))
    assert model.setData(model.index(0, 2), "BMJ")
    assert told == [("a", COLUMNS[2], "BMJ")]
    assert model.index(0, 2).data() == ""


def test_a_text_that_is_the_same_is_not_told() -> None:
    model = StudyModel()
    model.show_studies((study("a"),), editable=True)
    told: list[str] = []
    model.edited.connect(told.append)
    model.setData(model.index(0, 1), "a")
    assert told == []


def test_nothing_can_be_typed_where_the_page_may_not_be_changed() -> None:
    model = StudyModel()
    model.show_studies((study("a"),), editable=False)
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 1), "x")
