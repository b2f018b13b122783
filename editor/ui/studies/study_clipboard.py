"""The way of studies through the system's clipboard, from page to page and to other programs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from editor.content.copied_studies import NotStudies, as_data, as_rows, of_data
from editor.content.study import Study
from editor.ui.studies.study_columns import COLUMNS

OUR_FORMAT = "application/x-clinic-page-studies"


def put(studies: Iterable[Study]) -> None:
    """Copy studies: exactly as they are for this program, and as rows of text for others."""
    studies = tuple(studies)
    data = QMimeData()
    data.setData(OUR_FORMAT, as_data(studies))
    data.setText(as_rows(studies, COLUMNS))
    QGuiApplication.clipboard().setMimeData(data)


def get() -> tuple[Study, ...]:
    """The studies that were copied last, as new ones; empty where something else was."""
    data = QGuiApplication.clipboard().mimeData()
    try:
        return of_data(bytes(data.data(OUR_FORMAT).data()))
    except NotStudies:
        return ()
