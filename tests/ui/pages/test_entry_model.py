from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from editor.content.fields import PAGE_FIELDS, STUDY_FIELDS, field_named
from editor.content.page_search import Hit
from editor.ui.pages.entries import Entry
from editor.ui.pages.entry_model import PLAIN, REVIEWS, Details, EntryModel, Line, Role

ALL = {name: Entry(name, name.upper(), f"about {name}") for name in "abcdefgh"}


def entries(names: str) -> tuple[Entry, ...]:
    return tuple(ALL[name] for name in names)


@pytest.fixture
def model() -> EntryModel:
    model = EntryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def shown(model: EntryModel) -> str:
    return "".join(model.entry(row).place for row in range(model.rowCount()))


def test_only_what_changed_is_told_to_the_view(model: EntryModel) -> None:
    model.show_entries(entries("abcd"), PLAIN)
    rows: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda start, end: rows.append((start.row(), end.row())))
    model.show_entries((ALL["a"], replace(ALL["b"], unsaved=True), ALL["c"], ALL["d"]), PLAIN)
    assert rows == [(1, 1)]


def test_no_row_is_told_where_nothing_changed(model: EntryModel) -> None:
    model.show_entries(entries("abcd"), PLAIN)
    told: list[object] = []
    for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.layoutChanged, model.modelReset):
        signal.connect(told.append)
    model.show_entries(entries("abcd"), PLAIN)
    assert told == []


def test_a_page_added_is_one_row_added(model: EntryModel) -> None:
    model.show_entries(entries("abd"), PLAIN)
    added: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: added.append((first, last)))
    model.show_entries(entries("abcd"), PLAIN)
    assert added == [(2, 2)]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True).map("".join), min_size=2, max_size=4))
def test_rows_keep_their_pages_whatever_is_shown(lists: list[str]) -> None:
    model = EntryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show_entries(entries(lists[0]), PLAIN)
    held = {name: QPersistentModelIndex(model.index(row)) for row, name in enumerate(lists[0])}
    stayed = set(lists[0])
    for names in lists[1:]:
        model.show_entries(entries(names), PLAIN)
        stayed &= set(names)
        assert shown(model) == names
        assert [model.row_of(name) for name in names] == list(range(len(names)))
    assert {name: index.row() for name, index in held.items() if index.isValid()} == {
        name: lists[-1].index(name) for name in stayed
    }
    assert not resets
    assert tester.model() is model


def hit(text: str, *spans: tuple[int, int], field: str = "authors") -> Hit:
    fields = STUDY_FIELDS if field == "authors" else PAGE_FIELDS
    return Hit(field_named(fields, field), "key" if field == "authors" else None, text, spans)


def test_the_second_line_shows_where_words_were_found(model: EntryModel) -> None:
    found = {"a": hit("Tang S, Mo Z, Yue J, Golianu B, Zhang R", (32, 39)), "b": hit("B", (0, 1), field="name")}
    model.show_entries(entries("ab"), Details(found.get))
    line: Line = model.index(0).data(Role.DETAIL)
    assert line.text == "Authors: … B, Zhang R"
    assert [line.text[start:end] for start, end in line.spans] == ["Zhang R"]
    assert model.index(0).data(Role.NAME) == Line("A")
    assert model.index(1).data(Role.NAME) == Line("B", ((0, 1),))
    assert model.index(1).data(Role.DETAIL) == Line("about b")


def test_a_hit_in_the_address_is_called_so(model: EntryModel) -> None:
    model.show_entries(entries("a"), Details({"a": Hit(None, None, "back-pain", ((0, 4),))}.get))
    assert model.index(0).data(Role.DETAIL) == Line("Address: back-pain", ((9, 13),))


def test_a_screen_reader_is_told_all_of_it(model: EntryModel) -> None:
    model.show_entries((replace(ALL["a"], unsaved=True), ALL["b"]), Details({"b": hit("Zhang R", (0, 5))}.get))
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken == ["A, about a, not saved yet", "B, Authors: Zhang R"]


def test_reviews_are_shown_where_the_list_is_about_them(model: EntryModel) -> None:
    model.show_entries(entries("a"), REVIEWS)
    assert model.index(0).data(Role.DETAIL) == Line("No date for a review")
