"""The ways in which cells of the table of studies change: each gives a new page and leaves the old one as it was."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from editor.content.cell_block import CellBlock
from editor.content.condition_page import ConditionPage
from editor.content.entering import as_entered
from editor.content.fields import Field, Kind
from editor.content.page_changes import add_studies
from editor.content.study import Study, StudyKey
from editor.content.study_types import STUDY_TYPES
from editor.markup.plain_text import escaped_markdown, one_line

Cell = tuple[StudyKey, Field]

_WITH_LINES = frozenset({Kind.TEXT, Kind.MARKDOWN})


@dataclass(frozen=True, slots=True)
class ChosenCells:
    """Chosen cells: the studies and the fields that they touch, from the top and from the left as they are seen.

    `are_studies` where whole rows are chosen, which stand for the studies with all that they have.
    """

    keys: tuple[StudyKey, ...]
    fields: tuple[Field, ...]
    cells: frozenset[Cell]
    are_studies: bool = False

    @property
    def is_block(self) -> bool:
        """Whether each of the studies has a chosen cell in each of the fields."""
        return len(self.cells) == len(self.keys) * len(self.fields)


@dataclass(frozen=True, slots=True)
class Pasting:
    """What pasting a block of cells would do: texts for cells, and studies for the rows below the last one shown.

    `keys` and `fields` are where it goes; so many columns had no place, and so many cells were put on one line.
    """

    texts: Mapping[Cell, str]
    new: tuple[Study, ...]
    keys: tuple[StudyKey, ...]
    fields: tuple[Field, ...]
    without_place: int
    put_on_one_line: int

    def of(self, page: ConditionPage) -> ConditionPage:
        """The page with all this, new studies below the last one pasted onto: others that are hidden follow."""
        page = set_cells(page, self.texts)
        if not self.new:
            return page
        above = self.keys[-len(self.new) - 1]
        place = next((at for at, study in enumerate(page.study_list, 1) if study.key == above), len(page.study_list))
        return add_studies(page, self.new, place)


def set_cells(page: ConditionPage, texts: Mapping[Cell, str]) -> ConditionPage:
    """The page with these texts in these cells; those of studies that it does not have are left out."""
    by_study: dict[StudyKey, list[tuple[Field, str]]] = {}
    for (key, field), text in texts.items():
        by_study.setdefault(key, []).append((field, text))
    studies = [
        functools.reduce(_with_text, by_study[study.key], study) if study.key in by_study else study
        for study in page.study_list
    ]
    if all(new is old for new, old in zip(studies, page.study_list, strict=True)):
        return page
    return replace(page, studies=tuple(studies))


def changed_cells(page: ConditionPage, texts: Mapping[Cell, str]) -> dict[Cell, str]:
    """Those of these texts that differ from what their cells say."""
    studies = {study.key: study for study in page.study_list}
    return {
        (key, field): text
        for (key, field), text in texts.items()
        if key in studies and field.text_of(studies[key]) != text
    }


def block_of(page: ConditionPage, cells: ChosenCells) -> CellBlock:
    """The chosen cells as a block, with their texts as written."""
    studies = {study.key: study for study in page.study_list}
    return CellBlock(tuple(tuple(field.text_of(studies[key]) for field in cells.fields) for key in cells.keys))


def filled_down(page: ConditionPage, cells: ChosenCells, above: StudyKey | None) -> dict[Cell, str]:
    """In each field, what the topmost chosen cell says, for those below it.

    Where one row is chosen, it takes what the row above says; none where there is no such row.
    """
    keys = cells.keys if len(cells.keys) > 1 or above is None else (above, *cells.keys)
    studies = {study.key: study for study in page.study_list}
    texts: dict[Cell, str] = {}
    for field in cells.fields:
        meant = [key for key in keys if (key, field) in cells.cells or key == above]
        for key in meant[1:]:
            text = field.text_of(studies[meant[0]])
            texts[key, field] = entered(field, text, field.text_of(studies[key]), ours=True)
    return texts


def filled(page: ConditionPage, cells: ChosenCells, text: str) -> dict[Cell, str]:
    """One text for all of the chosen cells."""
    studies = {study.key: study for study in page.study_list}
    return {
        (key, field): entered(field, text, field.text_of(studies[key]), ours=True)
        for key, field in cells.cells
        if key in studies
    }


def pasted(
    page: ConditionPage,
    block: CellBlock,
    cells: ChosenCells,
    shown: tuple[Sequence[StudyKey], Sequence[Field]],
    *,
    ours: bool,
) -> Pasting:
    """What pasting a block at the chosen cells does, as in a spreadsheet.

    One cell goes into all that are chosen; a block begins at the topmost and leftmost of them, and is repeated where
    they are several times as high or wide. `shown` are all rows and columns; `ours` where the block was copied here.
    """
    keys, fields = shown
    if block.height == block.width == 1 and not cells.are_studies:
        return _paste(page, dict.fromkeys(cells.cells, block.rows[0][0]), (), cells.keys, cells.fields, 0, ours)
    top, left = keys.index(cells.keys[0]), fields.index(cells.fields[0])
    is_area = cells.is_block and not cells.are_studies
    height = _repeated(block.height, len(cells.keys) if is_area else 1)
    width = _repeated(block.width, len(cells.fields) if is_area else 1)
    goal = tuple(fields[left : left + width])
    rows = [[row[at % block.width] for at in range(len(goal))] for row in block.rows]
    rows = [rows[at % block.height] for at in range(height)]
    there = tuple(keys[top : top + height])
    beyond = [row for row in rows[len(there) :] if any(text.strip() for text in row)]
    rows[len(there) :] = beyond
    new = tuple(Study(title="") for _ in beyond)
    all_keys = (*there, *(study.key for study in new))
    texts = {
        (key, field): text
        for key, row in zip(all_keys, rows, strict=False)
        for field, text in zip(goal, row, strict=True)
    }
    return _paste(page, texts, new, all_keys, goal, width - len(goal), ours)


def entered(field: Field, text: str, before: str, *, ours: bool) -> str:
    """A text as a field keeps it: on one line where it has only one, a kind of study by its words.

    `ours` where it comes from a field here; from elsewhere, a text with marks gets the words as they are.
    """
    if field.kind not in _WITH_LINES:
        text = one_line(text) if "\n" in text else text
    if field.kind is Kind.STUDY_TYPE:
        text = _TYPES.get(text.strip().casefold(), text)
    elif field.kind is Kind.MARKDOWN and not ours:
        text = escaped_markdown(text)
    return as_entered(field, text, before)


def _paste(
    page: ConditionPage,
    texts: Mapping[Cell, str],
    new: tuple[Study, ...],
    keys: tuple[StudyKey, ...],
    fields: tuple[Field, ...],
    without_place: int,
    ours: bool,
) -> Pasting:
    before = {study.key: study for study in (*page.study_list, *new)}
    found = {
        (key, field): entered(field, text, field.text_of(before[key]), ours=ours)
        for (key, field), text in texts.items()
        if key in before
    }
    put_on_one_line = sum("\n" in text and field.kind not in _WITH_LINES for (_, field), text in texts.items())
    new = set_cells(ConditionPage("", studies=new), found).study_list
    return Pasting(changed_cells(page, found), new, keys, fields, without_place, put_on_one_line)


def _repeated(size: int, room: int) -> int:
    """How long a block gets in a room that is several times as long."""
    return room if room % size == 0 else size


def _with_text(study: Study, cell: tuple[Field, str]) -> Study:
    field, text = cell
    return field.set_text(study, text)


_TYPES = {words.casefold(): key for key, words in STUDY_TYPES}
