"""The ways in which cells of the table of studies change: each gives a new page and leaves the old one as it was."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.study import Study, StudyKey

Cell = tuple[StudyKey, Field]


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


def _with_text(study: Study, cell: tuple[Field, str]) -> Study:
    field, text = cell
    return field.set_text(study, text)
