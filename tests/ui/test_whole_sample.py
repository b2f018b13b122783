"""The whole sample in the window: each page is listed as what it is, and looking at all of them changes none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from editor.ui.main_window import MainWindow
from editor.ui.pages.condition_list import ConditionList
from editor.ui.pages.entry_model import Role
from tests.ui.records import named
from tests.ui.window import CTRL, choose, state

LISTED = {
    "Shared texts": "The same on every page",
    "Back, Hip, Knee & Leg Pain": "Published · 7 studies",
    "Digestive Complaints": "Published · 8 studies",
    "Hay Fever & Asthma": "Published · 6 studies",
    "Headache & Migraine": "Published · 5 studies",
    "Neck & Shoulder Pain": "Published · 4 studies",
    "Parkinson's Disease": "Published · no studies",
    "Stress, Anxiety & Insomnia": "Draft · 6 studies",
    "Support During Cancer Care": "Archived · 4 studies",
    "Women's Health": "Published · 7 studies",
}


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], whole_sample: Path) -> MainWindow:
    """The window on all of the sample."""
    return open_window(whole_sample)


def test_every_page_is_listed_with_its_status_and_the_number_of_its_studies(window: MainWindow) -> None:
    rows = named(window, "Pages", ConditionList).model()
    lines = [rows.index(row, 0) for row in range(rows.rowCount())]
    assert {line.data(): line.data(Role.DETAIL).text for line in lines} == LISTED
    assert window.windowTitle().startswith("Back, Hip, Knee & Leg Pain")


def test_looking_at_every_page_in_both_views_changes_nothing(window: MainWindow, whole_sample: Path) -> None:
    before = {file: file.read_bytes() for file in whole_sample.rglob("*") if file.is_file()}
    for name in LISTED:
        choose(window, name)
        for view in (Qt.Key.Key_2, Qt.Key.Key_1):
            QTest.keyClick(window, view, CTRL)
        assert window.windowTitle().startswith(name)
        assert not window.isWindowModified(), name
        assert state(window) == "Everything is saved.", name
    assert {file: file.read_bytes() for file in whole_sample.rglob("*") if file.is_file()} == before
