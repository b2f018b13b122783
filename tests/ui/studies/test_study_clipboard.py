from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from editor.content.cell_block import MOST_CELLS, CellBlock
from editor.content.study import Study
from editor.ui.studies import study_clipboard
from editor.ui.studies.study_columns import COLUMNS

CELLS = CellBlock((("中国针灸", "First line.\n\n- item\n  - inner", ""), ('"', "a\tb", "2017-12\u2028x")))


def copied(text: str, html: str | None) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if html is not None:
        data.setHtml(html)
    return data


def test_cells_come_back_exactly_and_others_get_text_and_a_table(application: QApplication) -> None:
    study_clipboard.put_cells(CELLS)
    assert study_clipboard.get_cells() == CELLS
    assert study_clipboard.get() == ()
    data = application.clipboard().mimeData()
    assert data.text().startswith('中国针灸\t"First line.')
    application.clipboard().setMimeData(copied(data.text(), data.html()))
    found = study_clipboard.get_cells()
    assert found is not None
    assert found.rows[0] == CELLS.rows[0]


@pytest.mark.usefixtures("application")
def test_copied_studies_are_cells_too() -> None:
    study_clipboard.put([Study(title="針灸", pmid="29496679")])
    (study,) = study_clipboard.get()
    found = study_clipboard.get_cells()
    assert found is not None
    assert found.rows == (tuple(column.text_of(study) for column in COLUMNS),)


@pytest.mark.parametrize(
    ("text", "html", "cell"),
    [
        ("a", None, "a"),
        ("one  two", "<table><tr><td>one<br>two</table>", "one\ntwo"),
        ("some words", "<p>some <b>other words</b></p>", "some words"),
    ],
    ids=["text", "table", "formatted words"],
)
def test_a_table_is_taken_from_html_and_words_from_text(
    text: str, html: str | None, cell: str, application: QApplication
) -> None:
    application.clipboard().setMimeData(copied(text, html))
    assert study_clipboard.get_cells() == CellBlock(((cell,),))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("image/png", b"x"),
        ("text/plain", b"\t" * MOST_CELLS),
        (study_clipboard.CELLS_FORMAT, b'{"cells": [["\\ud800"]]}'),
        (study_clipboard.CELLS_FORMAT, b'{"cells": [["a", 3]]}'),
        (study_clipboard.CELLS_FORMAT, b'{"cells": 3}'),
        (study_clipboard.CELLS_FORMAT, b"[" * 100_000),
    ],
)
def test_what_is_no_cell_gives_none(kind: str, value: bytes, application: QApplication) -> None:
    data = QMimeData()
    data.setData(kind, value)
    application.clipboard().setMimeData(data)
    assert study_clipboard.get_cells() is None
