from __future__ import annotations

from collections.abc import Iterable

import pytest

from editor.content.cell_block import CellBlock
from editor.content.cell_changes import (
    Cell,
    ChosenCells,
    Pasting,
    block_of,
    changed_cells,
    entered,
    filled,
    filled_down,
    pasted,
    set_cells,
)
from editor.content.condition_page import ConditionPage
from editor.content.fields import STUDY_FIELDS, Field, field_named
from editor.content.study import Study

DATE, TITLE, JOURNAL, SUMMARY, KIND, NOTE = (
    field_named(STUDY_FIELDS, name) for name in ("date", "title", "journal", "summary", "study_type", "note")
)
SHOWN = (DATE, TITLE, JOURNAL)


def page_of(names: str) -> ConditionPage:
    """Studies a, b, c with the title "a" and the journal "Ja"."""
    return ConditionPage("pain", studies=tuple(Study(key=name, title=name, journal=f"J{name}") for name in names))


def chosen(keys: str, *fields: Field, are_studies: bool = False) -> ChosenCells:
    cells = frozenset((key, field) for key in keys for field in fields)
    return ChosenCells(tuple(keys), fields, cells, are_studies)


def paste(
    page: ConditionPage, rows: Iterable[str], cells: ChosenCells, shown: tuple[Field, ...] = SHOWN, *, ours: bool = True
) -> Pasting:
    block = CellBlock(tuple(tuple(row.split("|")) for row in rows))
    keys = tuple(study.key for study in page.study_list)
    return pasted(page, block, cells, (keys, shown), ours=ours)


def texts(page: ConditionPage, *fields: Field) -> list[str]:
    return ["|".join(field.text_of(study) for field in fields) for study in page.study_list]


def test_cells_are_set_and_all_else_stays() -> None:
    page = page_of("abc")
    changed = set_cells(page, {("a", TITLE): "New", ("a", DATE): "2016", ("c", JOURNAL): "", ("gone", TITLE): "x"})
    assert texts(changed, DATE, TITLE, JOURNAL) == ["2016|New|Ja", "|b|Jb", "|c|"]
    assert changed.study_list[1] is page.study_list[1]
    assert set_cells(page, {("a", TITLE): "a", ("b", DATE): ""}) is page


def test_only_what_differs_counts_as_changed() -> None:
    wanted: dict[Cell, str] = {("a", TITLE): "a", ("b", TITLE): "New", ("gone", TITLE): "x", ("b", DATE): ""}
    assert changed_cells(page_of("ab"), wanted) == {("b", TITLE): "New"}


def test_a_block_has_the_texts_as_written() -> None:
    assert block_of(page_of("abc"), chosen("bc", TITLE, JOURNAL)).rows == (("b", "Jb"), ("c", "Jc"))


def test_the_top_cell_fills_those_below_in_each_field() -> None:
    page = page_of("abcd")
    cells = chosen("bcd", TITLE, JOURNAL)
    assert texts(set_cells(page, filled_down(page, cells, None)), TITLE, JOURNAL) == ["a|Ja", "b|Jb", "b|Jb", "b|Jb"]
    apart = ChosenCells(("a", "b", "d"), (TITLE, JOURNAL), frozenset({("a", TITLE), ("b", JOURNAL), ("d", JOURNAL)}))
    assert filled_down(page, apart, None) == {("d", JOURNAL): "Jb"}


def test_one_row_takes_what_the_row_above_says() -> None:
    assert filled_down(page_of("abc"), chosen("c", TITLE, JOURNAL), "b") == {("c", TITLE): "b", ("c", JOURNAL): "Jb"}
    assert filled_down(page_of("abc"), chosen("a", TITLE), None) == {}


def test_one_text_fills_all_cells() -> None:
    page = page_of("ab")
    assert filled(page, chosen("ab", DATE, NOTE), "1 April 2018") == {
        ("a", DATE): "2018-04-01",
        ("b", DATE): "2018-04-01",
        ("a", NOTE): "1 April 2018",
        ("b", NOTE): "1 April 2018",
    }


@pytest.mark.parametrize(
    ("rows", "keys", "fields", "expected"),
    [
        (["x"], "ab", (TITLE, JOURNAL), ["x|x", "x|x", "c|Jc", "d|Jd"]),
        (["x|y"], "b", (TITLE,), ["a|Ja", "x|y", "c|Jc", "d|Jd"]),
        (["x", "y"], "abcd", (TITLE,), ["x|Ja", "y|Jb", "x|Jc", "y|Jd"]),
        (["x", "y"], "abc", (TITLE,), ["x|Ja", "y|Jb", "c|Jc", "d|Jd"]),
        (["x"], "ad", (JOURNAL,), ["a|x", "b|Jb", "c|Jc", "d|x"]),
        (["x|y"], "abc", (TITLE,), ["x|y", "x|y", "x|y", "d|Jd"]),
    ],
)
def test_a_block_goes_where_a_spreadsheet_puts_it(
    rows: list[str], keys: str, fields: tuple[Field, ...], expected: list[str]
) -> None:
    page = page_of("abcd")
    assert texts(paste(page, rows, chosen(keys, *fields)).of(page), TITLE, JOURNAL) == expected


def test_rows_beyond_the_last_one_shown_stand_below_it_before_those_that_are_hidden() -> None:
    page = page_of("abc")
    block = CellBlock((("x",), ("y",), ("z",)))
    plan = pasted(page, block, chosen("a", TITLE), (("a", "b"), SHOWN), ours=True)
    assert texts(plan.of(page), TITLE) == ["x", "y", "z", "c"]
    plan = pasted(page, block, chosen("a", TITLE), (("c", "a"), SHOWN), ours=True)
    assert texts(plan.of(page), TITLE) == ["x", "y", "z", "b", "c"]


def test_rows_beyond_the_last_study_are_new_ones_and_empty_rows_are_not() -> None:
    page = page_of("ab")
    plan = paste(page, ["x|y", "|", "z|", " |", "|w", "|"], chosen("b", TITLE))
    assert texts(plan.of(page), TITLE, JOURNAL) == ["a|Ja", "x|y", "z|", "|w"]
    assert len(plan.new) == 2
    assert plan.keys == ("b", *(study.key for study in plan.new))
    assert plan.fields == (TITLE, JOURNAL)
    assert page.study_list == page_of("ab").study_list


def test_columns_beyond_the_last_are_counted_and_hidden_ones_are_left_out() -> None:
    plan = paste(page_of("ab"), ["x|y|z"], chosen("a", TITLE), (TITLE, JOURNAL))
    assert (plan.texts, plan.without_place) == ({("a", TITLE): "x", ("a", JOURNAL): "y"}, 1)
    plan = paste(page_of("ab"), ["x|y"], chosen("a", DATE), (DATE, JOURNAL))
    assert plan.texts == {("a", DATE): "x", ("a", JOURNAL): "y"}


def test_whole_rows_take_a_block_once_from_the_left() -> None:
    plan = paste(page_of("abc"), ["2016"], chosen("ab", *SHOWN, are_studies=True))
    assert plan.texts == {("a", DATE): "2016"}


def test_what_is_pasted_says_already_changes_nothing() -> None:
    page = page_of("ab")
    assert paste(page, ["a", "b"], chosen("a", TITLE)).of(page) is page


@pytest.mark.parametrize(
    ("field", "text", "ours", "expected"),
    [
        (TITLE, "One\nTwo ", True, "One Two "),
        (NOTE, "One\nTwo", False, "One\nTwo"),
        (KIND, "Systematic review", False, "systematic-review"),
        (KIND, "cohort STUDY", True, "cohort"),
        (KIND, "case-series", False, "case-series"),
        (SUMMARY, "2018. We *found*", True, "2018. We *found*"),
        (SUMMARY, "2018. We *found*", False, "2018\\. We \\*found\\*"),
        (DATE, "Dec 2017", False, "2017-12"),
        (DATE, "1/4/2018", False, "1/4/2018"),
    ],
)
def test_a_text_is_entered_as_its_field_keeps_it(field: Field, text: str, ours: bool, expected: str) -> None:
    assert entered(field, text, "", ours=ours) == expected


def test_cells_that_were_put_on_one_line_are_counted() -> None:
    page = page_of("a")
    block = CellBlock((("One\nTwo", "One\nTwo"),))
    plan = pasted(page, block, chosen("a", TITLE), (("a",), (TITLE, NOTE)), ours=True)
    assert plan.put_on_one_line == 1
