"""What can be done with the cells of the table of studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.study_actions import StudyObstacles
    from editor.ui.studies.cell_editing import CellEditing

_Key = QKeySequence.StandardKey

CELL_MENU = ("clear_cells", "fill_down")
"""In the menu of the window, below cut, copy and paste."""

ROW_MENU = (
    "cut_cells",
    "copy_cells",
    "paste_study",
    "paste_new_studies",
    *CELL_MENU,
    "",
    "add_study",
    "duplicate_study",
    "delete_study",
    "cut_study",
    "copy_study",
    "",
    "move_up",
    "move_down",
    "move_top",
    "move_bottom",
    "",
    "compare_record",
)
"""In the menu of a cell or row of the table; "" is a line."""


def cell_actions(cells: CellEditing, why_not: StudyObstacles) -> tuple[Action, ...]:
    """Their keys count where the table has the keyboard: in a text they are the text's own."""
    return (
        Action(
            "cut_cells",
            tr("Cut"),
            tr("Take the words out of the chosen cells, to paste them elsewhere"),
            cells.cut,
            _Key.Cut,
            why_not.study,
            local=True,
            in_full=tr("Cut cells"),
        ),
        Action(
            "copy_cells",
            tr("Copy"),
            tr("Copy the words of the chosen cells, to paste them here or into a spreadsheet"),
            cells.copy,
            _Key.Copy,
            why_not.shown,
            local=True,
            in_full=tr("Copy cells"),
        ),
        Action(
            "clear_cells",
            tr("Clear cells"),
            tr("Take the words out of the chosen cells; Undo brings them back"),
            cells.clear,
            ("Del", "Backspace"),
            why_not.study,
            words=cells.clear_words,
            local=True,
        ),
        Action(
            "fill_down",
            tr("Fill down"),
            tr("Put what the topmost chosen cell says into those below it"),
            cells.fill_down,
            "Ctrl+D",
            why_not.study,
            local=True,
        ),
    )
