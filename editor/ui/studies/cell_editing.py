"""What can be done with the chosen cells of the table of studies."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from editor.content.cell_block import CellBlock
from editor.content.cell_changes import (
    Cell,
    ChosenCells,
    Pasting,
    block_of,
    changed_cells,
    filled,
    filled_down,
    pasted,
    set_cells,
)
from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.ui.editing import Editing
from editor.ui.studies import study_clipboard
from editor.ui.studies.study_editing import StudyEditing
from editor.ui.studies.study_table import StudyTable
from editor.words import tr, tr_count

MOST_NEW = 1000
"""Studies that one paste adds; more is a mistake."""


class CellEditing(QObject):
    """Cuts, copies, pastes, clears and fills cells; each is one step to undo. Whole rows go as studies."""

    def __init__(
        self, editing: Editing, studies: StudyEditing, table: StudyTable, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._studies = studies
        self._table = table
        table.filled.connect(self.fill)

    def copy(self) -> None:
        """Put the chosen cells, or the studies of the chosen rows, on the clipboard."""
        page, cells = self._chosen()
        if cells.are_studies:
            self._studies.copy()
        elif page is not None and self._are_together(cells):
            study_clipboard.put_cells(block_of(page, cells))
            self._say(
                tr_count(
                    "Cell copied. “Copy study” in the menu Study copies all of the study.",
                    "{count} cells copied. “Copy study” in the menu Study copies whole studies.",
                    len(cells.cells),
                )
            )

    def cut(self) -> None:
        """Put the chosen cells on the clipboard and clear them, or take the studies of the chosen rows off the page."""
        page, cells = self._chosen()
        if cells.are_studies:
            self._studies.cut()
        elif page is not None and self._are_together(cells):
            study_clipboard.put_cells(block_of(page, cells))
            what = tr_count("cut cell", "cut {count} cells", len(cells.cells))
            self._set(what, page, dict.fromkeys(cells.cells, ""))
            self._say(
                tr_count(
                    "Cell cut. Paste it where it should go ({keys}), or bring it back with Undo.",
                    "{count} cells cut. Paste them where they should go ({keys}), or bring them back with Undo.",
                    len(cells.cells),
                    keys=QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText),
                )
            )

    def clear(self) -> None:
        """Take the words out of the chosen cells; studies of the chosen rows are deleted, as they would be empty."""
        page, cells = self._chosen()
        if cells.are_studies:
            self._studies.delete()
        elif page is not None:
            what = tr_count("clear cell", "clear {count} cells", len(cells.cells))
            if self._set(what, page, dict.fromkeys(cells.cells, "")):
                self._say(
                    tr_count(
                        "Cell cleared. Undo brings its words back.",
                        "{count} cells cleared. Undo brings their words back.",
                        len(cells.cells),
                    )
                )

    def clear_words(self) -> str:
        """What clearing does to what is chosen now."""
        if not self._table.cells.are_rows:
            return tr("Clear cells")
        return tr_count("Delete study", "Delete {count} studies", len(self._table.cells.rows))

    def fill_down(self) -> None:
        """Put what the topmost chosen cells say into those below; one row takes what the row above says."""
        page, cells = self._chosen()
        if page is None or not cells.keys:
            return
        keys = self._table.choice.shown_keys
        row = keys.index(cells.keys[0])
        if len(cells.keys) == 1 and row == 0:
            self._say(tr("There is no row above to fill from. Choose the cells below too, then fill down."))
            return
        texts = filled_down(page, cells, keys[row - 1] if len(cells.keys) == 1 else None)
        count = self._set(tr_count("fill 1 cell", "fill {count} cells", len(texts)), page, texts)
        self._say_filled(count)

    def fill(self, text: str) -> None:
        """Put what was typed last into all of the chosen cells; one step with that typing, if it was just now."""
        page, cells = self._chosen()
        current = self._table.choice.current_cell
        if page is not None and current is not None and len(cells.cells) > 1:
            self._say_filled(self._set(tr("fill cells"), page, filled(page, cells, text), typed_in=current))

    def paste(self) -> None:
        """Put copied cells from the topmost and leftmost chosen one on; copied studies are added as such."""
        page, cells = self._chosen()
        if study_clipboard.get() or page is None or not cells.keys:
            self._studies.paste()
            return
        if self._studies.take_references(None if cells.are_studies else cells.fields[0]):
            return
        block = study_clipboard.get_cells()
        if block is None:
            self._say(tr("There are no words to paste: copy cells or a text first. Nothing was changed."))
        elif cells.are_studies and block.height == block.width == 1:
            self._say(tr("One cell was copied. Choose the cells that it should go into, then paste."))
        elif study_clipboard.cells_are_ours() or not self._studies.rows.offer(block, self._fields_from(cells)):
            self._paste(page, block, cells)

    def _fields_from(self, cells: ChosenCells) -> tuple[Field, ...]:
        """The shown columns from the leftmost chosen one on."""
        shown = self._table.choice.shown_fields
        return shown[shown.index(cells.fields[0]) :]

    def _paste(self, page: ConditionPage, block: CellBlock, cells: ChosenCells) -> None:
        shown = self._table.choice.shown_keys, self._table.choice.shown_fields
        plan = pasted(page, block, cells, shown, ours=study_clipboard.cells_are_ours())
        if len(plan.new) > MOST_NEW:
            self._say(tr("That is too much to paste: {count} rows. Nothing was changed.", count=block.height))
            return
        count = len(plan.keys) * len(plan.fields)
        what = tr_count("paste cell", "paste {count} cells", count)
        self._editing.change_studies(what, plan.of, self._table.choice.keys)
        self._table.choice.choose_cells(plan.keys, plan.fields)
        has_replaced = block.height > 1 and any(
            field.name == "title" and page.study(key) is not None for key, field in plan.texts
        )
        self._say(_words_of(plan, count, has_replaced=has_replaced))

    # Parts

    def _chosen(self) -> tuple[ConditionPage | None, ChosenCells]:
        return self._editing.page, self._table.choice.cells

    def _are_together(self, cells: ChosenCells) -> bool:
        if not cells.is_block:
            self._say(tr("Choose cells that lie together in one block: nothing was copied."))
        return cells.is_block and bool(cells.cells)

    def _set(self, what: str, page: ConditionPage, texts: Mapping[Cell, str], typed_in: Cell | None = None) -> int:
        """Set texts in one step; how many were others before."""
        texts = changed_cells(page, texts)
        change = functools.partial(set_cells, texts=texts)
        self._editing.change_studies(what, change, self._table.choice.keys, typed_in=typed_in)
        return len(texts)

    def _say_filled(self, count: int) -> None:
        if count:
            self._say(
                tr_count(
                    "1 cell filled. Undo brings back what it said.",
                    "{count} cells filled. Undo brings back what they said.",
                    count,
                )
            )
        else:
            self._say(tr("These cells all say that already."))

    def _say(self, text: str) -> None:
        self._editing.said.emit(text)


def _words_of(plan: Pasting, count: int, *, has_replaced: bool) -> str:
    """What a paste has done, and what could not be as it was; `has_replaced` where rows took the place of studies."""
    sentences = [tr_count("1 cell pasted.", "{count} cells pasted.", count)]
    if plan.new:
        sentences.append(
            tr_count("1 new study below the last one.", "{count} new studies below the last one.", len(plan.new))
        )
    if plan.without_place:
        sentences.append(
            tr_count(
                "1 column had no place to the right: show more columns, or paste further left.",
                "{count} columns had no place to the right: show more columns, or paste further left.",
                plan.without_place,
            )
        )
    if plan.put_on_one_line:
        sentences.append(
            tr_count("In 1 cell, lines became one.", "In {count} cells, lines became one.", plan.put_on_one_line)
        )
    if has_replaced:
        sentences.append(
            tr("If they should be new studies: undo, then choose “Paste as new studies” in the menu Study.")
        )
    else:
        sentences.append(tr("Undo takes it back."))
    return " ".join(sentences)
