"""Cells go to LibreOffice Calc and come from it: the program itself, at a real clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.pasting.matching_dialog import MatchingDialog
from editor.ui.studies.study_columns import COLUMNS
from tests.ui.studies import calc
from tests.ui.studies.calc import Calc

CTRL = Qt.KeyboardModifier.ControlModifier
SHEET = (
    ("Article title", "Author(s)", "Published", "Journal title", "Abstract", "PMID"),
    ('A "blind" trial', "Tang S, Mo Z", "2018-04-01", "BMJ", 'First line.\n\nSecond "line" & p < 0.05.', "0029496"),
    ("针灸治疗膝骨关节炎", "王伟", "2017-12", "中国针灸", "第一行\n第二行", ""),
    ("=1+1", "", "2016", '"Quoted"', "+61", "29496679"),
)


@pytest.fixture
def sheet(tmp_path: Path, qtbot: QtBot) -> Iterator[Calc]:
    (tmp_path / "calc").mkdir()
    QGuiApplication.clipboard().clear()  # Calc remembers what kinds of words a program offered when it started
    sheet = Calc(tmp_path / "calc", SHEET, qtbot)
    yield sheet
    sheet.end()


@pytest.mark.skipif(bool(calc.missing()), reason=f"needs the program {calc.missing()}, which is not installed here")
def test_studies_come_from_calc_and_go_back_with_every_line_and_sign(
    sheet: Calc, open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    sheet.copy_sheet()
    window = open_window(sample_folder)
    window.show_studies()
    table = window.view.studies.table
    QTest.keyClick(table, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(MatchingDialog)))
    (dialog,) = window.findChildren(MatchingDialog)
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    names = ("title", "authors", "date", "journal", "summary", "pmid")
    pasted = window.editing.studies
    assert [tuple(getattr(study, name) or "" for name in names) for study in pasted] == list(SHEET[1:])

    QTest.keyClick(table, Qt.Key.Key_C, CTRL)
    sheet.paste_into_second_sheet()
    assert sheet.saved_second_sheet() == [_row(study) for study in pasted]


def _row(study: object) -> list[str]:
    texts = [str(getattr(study, column.name) or "") for column in COLUMNS]
    return texts[: max(place for place, text in enumerate(texts, start=1) if text)]
