"""Tidying the authors of studies through the window: what is shown first, what changes, and undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor.ui.main_window import MainWindow
from editor.ui.tidying.tidying_box import TidyingBox
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, choose

PAGE = """\
name: Knee
studies:
  - title: One
    authors: Berg, A., Roe, P. et al.   # as printed
  - title: Two
    authors: Tang S, Mo Z
  - title: Three
    authors: "Zhang Wei, Wang Xiaoming"
  - title: Four
    authors: Anna Berg and Paul Roe
"""


@pytest.fixture
def folder(sample_folder: Path) -> Path:
    """One page with authors in four styles."""
    for path in (sample_folder / "conditions").iterdir():
        path.unlink()
    (sample_folder / "conditions" / "knee.yaml").write_text(PAGE, encoding="utf-8")
    return sample_folder


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], folder: Path) -> MainWindow:
    """The window on the studies of that page."""
    window = open_window(folder)
    choose(window, "Knee")
    window.show_studies()
    return window


def open_box(window: MainWindow) -> TidyingBox:
    window.commands["tidy_authors"].trigger()
    (box,) = window.findChildren(TidyingBox)
    return box


def rows(box: TidyingBox) -> list[tuple[str, str, bool]]:
    return [(row.text(0), row.text(2), row.checkState(0) == Qt.CheckState.Checked) for row in box.list.rows()]


def authors(window: MainWindow) -> list[str | None]:
    assert window.editing.page is not None
    return [study.authors for study in window.editing.page.study_list]


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def test_what_would_change_is_shown_first_and_undone_in_one_step(window: MainWindow) -> None:
    before = authors(window)
    assert window.commands["tidy_authors"].text() == "Tidy authors on this page..."
    box = open_box(window)
    assert rows(box) == [
        ("One", "Berg A, Roe P, et al.", True),
        ("Four", "Berg A, Roe P", True),
        ("Please check: Three", "Zhang W, Wang X", False),
    ]
    assert box.texts.mine.toPlainText() == "Berg, A., Roe, P. et al."
    box.list.setFocus()
    QTest.keyClick(box.list, Qt.Key.Key_Down)
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    assert box.change.text() == "Change 1 study"
    QTest.keyClick(box.list, Qt.Key.Key_Down)
    QTest.keyClick(box.list, Qt.Key.Key_Space)
    QTest.mouseClick(box.change, Qt.MouseButton.LeftButton)
    del box
    assert authors(window) == ["Berg A, Roe P, et al.", "Tang S, Mo Z", "Zhang W, Wang X", "Anna Berg and Paul Roe"]
    assert message(window) == "The authors of 2 studies are tidied. Undo takes it back."
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert authors(window) == before
    assert window.session.unsaved_places == ()


def test_only_the_chosen_studies_are_tidied(window: MainWindow) -> None:
    table = window.view.studies.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert window.commands["tidy_authors"].text() == "Tidy authors of 2 studies..."
    box = open_box(window)
    assert [row[0] for row in rows(box)] == ["One"]
    QTest.keyClick(box, Qt.Key.Key_Escape)
    del box
    assert window.session.unsaved_places == ()


def test_nothing_to_tidy_is_said(window: MainWindow) -> None:
    assert window.editing.page is not None
    window.editing.choose_study(window.editing.page.study_list[1].key)
    table = window.view.studies.table
    table.setFocus()
    box = open_box(window)
    list(box.list.rows())[2].setCheckState(0, Qt.CheckState.Checked)
    QTest.mouseClick(box.change, Qt.MouseButton.LeftButton)
    del box
    window.commands["tidy_authors"].trigger()
    assert message(window) == "There is nothing to tidy: the authors stand in one style already, or can't be read."
