"""Rows from elsewhere on their way onto a page: what each column is, is asked before anything happens."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.content.cell_block import CellBlock
from editor.content.fields import Field
from editor.content.study import Study
from editor.session import Place
from editor.ui.editing import Editing
from editor.words import tr

MOST_COLUMNS = 100


class RowPasting(QObject):
    """Offers to add pasted rows as new studies to the chosen page; `add` adds them."""

    said = Signal(str)

    def __init__(
        self, editing: Editing, add: Callable[[tuple[Study, ...]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._add = add

    def offer(self, block: CellBlock, onto: Sequence[Field] = ()) -> bool:
        """Ask what the columns are where the block does not simply fit onto a place of the table; whether it asks.

        `onto` are the fields of that place from its first column on, none where there is no such place. Where it is
        False, nothing has happened, and the cells can be pasted as they are.
        """
        from editor.content.column_matching import lands_elsewhere
        from editor.ui.pasting.matching_dialog import MatchingDialog

        if not lands_elsewhere(block, onto):
            return False
        if block.width > MOST_COLUMNS:
            self.said.emit(
                tr(
                    "What was copied has {count} columns, so nothing was pasted. Copy only the columns that are about"
                    " studies, and paste again.",
                    count=f"{block.width:,}",
                )
            )
            return True
        front = self.parent()
        dialog = MatchingDialog(block, front if isinstance(front, QWidget) else None)
        dialog.agreed.connect(functools.partial(self._paste, self._editing.place))
        dialog.open()
        return True

    def _paste(self, asked_for: Place, studies: tuple[Study, ...]) -> None:
        """Add the studies, unless a colleague has taken the page away meanwhile, and another is chosen by itself."""
        if asked_for == self._editing.place and self._editing.is_editable:
            self._add(studies)
        else:
            self.said.emit(
                tr("The page was deleted or can't be changed by now, so nothing was pasted. Paste the rows elsewhere.")
            )
