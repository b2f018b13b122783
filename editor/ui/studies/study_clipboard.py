"""The way of studies and cells through the system's clipboard, from page to page and to other programs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from editor.content.cell_block import CellBlock, NotCells, TooManyCells, as_cell_data, of_cell_data
from editor.content.copied_studies import NotStudies, as_data, of_data, rows_of
from editor.content.fields import Field
from editor.content.study import Study
from editor.ui.studies.study_columns import COLUMNS

OUR_FORMAT = "application/x-clinic-page-studies"
_FREE_FIELDS = ("url", "doi", "pmid", "summary", "note")
"""In which a link or a DOI may stand."""
CELLS_FORMAT = "application/x-clinic-page-cells"


def put(studies: Iterable[Study]) -> None:
    """Copy studies: exactly as they are for this program, and as rows of cells for others."""
    studies = tuple(studies)
    put_cells(rows_of(studies, COLUMNS), studies)


def put_cells(block: CellBlock, studies: Iterable[Study] = ()) -> None:
    """Copy cells; where they are those of whole studies, these too, for `get`."""
    from editor.content.table_text import html_of, text_of

    studies = tuple(studies)
    data = QMimeData()
    data.setData(CELLS_FORMAT, as_cell_data(block))
    if studies:
        data.setData(OUR_FORMAT, as_data(studies))
    data.setText(text_of(block))
    data.setHtml(html_of(block))
    QGuiApplication.clipboard().setMimeData(data)


def get() -> tuple[Study, ...]:
    """The studies that were copied last, as new ones; empty where something else was."""
    data = QGuiApplication.clipboard().mimeData()
    try:
        return of_data(bytes(data.data(OUR_FORMAT).data()))
    except NotStudies:
        return ()


def cells_are_ours() -> bool:
    """Whether the cells that were copied last were copied in this program, with the marks of their texts."""
    return QGuiApplication.clipboard().mimeData().hasFormat(CELLS_FORMAT)


def has_studies() -> bool:
    """Whether what was copied last is cells, references, or rows of several columns, and no running text."""
    if cells_are_ours() or get_references():
        return True
    block = get_cells()
    return block is not None and block.width > 1


def get_references(onto: Field | None = None) -> str:
    """The words that were copied last, where they plainly are references; a DOI, too, unless it fits into that field.

    "" where they are something else, or were copied here or as cells.
    """
    from editor.references.pasted_text import are_plainly_records, is_plainly_identifier

    data = QGuiApplication.clipboard().mimeData()
    if data.hasFormat(OUR_FORMAT) or data.hasFormat(CELLS_FORMAT) or not data.hasText():
        return ""
    words = data.text()
    is_for_field = onto is not None and onto.name in _FREE_FIELDS
    is_one = are_plainly_records(words) or (not is_for_field and is_plainly_identifier(words))
    return words if is_one else ""


def get_cells() -> CellBlock | None:
    """The cells that were copied last, here or in a spreadsheet; words are one cell.

    None where there are no words, or more cells than anybody means to paste.
    """
    from editor.content.table_text import block_of_html, block_of_text

    data = QGuiApplication.clipboard().mimeData()
    try:
        return of_cell_data(bytes(data.data(CELLS_FORMAT).data()))
    except NotCells:
        pass
    try:
        block = block_of_html(data.html()) if data.hasHtml() else None
        if block is None and data.hasText():
            block = block_of_text(data.text())
    except TooManyCells:
        return None
    return block
