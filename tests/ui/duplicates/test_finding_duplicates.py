"""Studies that stand more than once: listed, merged, compared and told apart, through the window."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.carrying.carrying_box import CarryingBox
from editor.ui.comparing.difference_list import rows_below
from editor.ui.duplicates.duplicates_box import DuplicatesBox
from editor.ui.duplicates.merging_box import MergingBox
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, choose

KNEE = """\
name: Knee & leg
studies:
  # the first one
  - title: Acupuncture for chronic knee pain in older adults
    date: "2018-04-01"
    doi: 10.1/knee
    summary: It helped.   # our words
  - title: Something else
  - title: ACUPUNCTURE for chronic knee pain in older adults
    date: "2018"
    id: 17
    journal: Pain
    summary: It helped much.
"""
HIP = """\
name: Hip
studies:
  - title: Something else
  - title: "Acupuncture for chronic knee pain in older adults: a trial"
    date: "2018"
"""
TWICE, ACROSS = "1 study stands twice on a page", "1 study stands on several pages, perhaps on purpose"
PERHAPS = "1 pair is perhaps the same study"
TITLE = "Acupuncture for chronic knee pain in older adults"


@pytest.fixture
def folder(sample_folder: Path) -> Path:
    """Two pages: a study stands twice on one, another on both, and a third looks like the first."""
    for path in (sample_folder / "conditions").iterdir():
        path.unlink()
    for name, text in (("knee", KNEE), ("hip", HIP)):
        (sample_folder / "conditions" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return sample_folder


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the list of duplicates open beside it."""
    window = open_window(folder)
    choose(window, "Knee")
    window.show_texts()
    window.commands["find_duplicates"].trigger()
    qtbot.waitUntil(lambda: bool(sections(window)))
    return window


def open_box(window: MainWindow) -> DuplicatesBox:
    (box,) = [one for one in window.findChildren(DuplicatesBox) if one.isVisible()]
    return box


def sections(window: MainWindow) -> dict[str, list[tuple[str, str]]]:
    return {
        section.text(0): [(row.text(0), row.text(1)) for row in rows_below(section)]
        for section in open_box(window).list.pages()
    }


def choose_row(window: MainWindow, section: str) -> None:
    tree = open_box(window).list
    (found,) = [one for one in tree.pages() if one.text(0) == section]
    at = tree.visualItemRect(next(rows_below(found))).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def press(window: MainWindow, words: str) -> None:
    (button,) = [one for one in open_box(window).findChildren(QPushButton) if one.text() == words and one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def test_they_are_listed_with_where_they_stand_and_gone_to(window: MainWindow) -> None:
    choose_row(window, TWICE)
    assert not open_box(window).same.isVisible()
    assert "Date\n2018, Apr 1" in open_box(window).texts.mine.toPlainText()
    assert sections(window) == {
        TWICE: [(TITLE, "Knee & leg (studies 1, 3)")],
        PERHAPS: [(f"{TITLE}: a trial", "Hip (study 2), Knee & leg (study 1)")],
        ACROSS: [("Something else", "Hip (study 1), Knee & leg (study 2)")],
    }
    assert open_box(window).told.text() == "5 studies were looked at."
    choose_row(window, ACROSS)
    assert open_box(window).texts.mine.toPlainText() == "Title\nSomething else"
    assert open_box(window).texts.mine.accessibleName() == "Hip, study 1"
    assert open_box(window).texts.theirs.accessibleName() == "Knee & leg, study 2"
    assert open_box(window).same.isVisible()
    assert not open_box(window).join.isVisible(), "it would do nothing"
    press(window, "Go to study 1 of Hip")
    assert window.editing.place == "conditions/hip.yaml"
    assert window.editing.study is not None
    assert window.editing.study.title == "Something else"
    assert window.view.shows_studies
    open_box(window).scope.setCurrentIndex(1)
    open_box(window).scope.activated.emit(1)
    assert TWICE not in sections(window)
    open_box(window).close()


def test_two_entries_are_merged_field_by_field_and_undo_brings_both_back(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    before = (folder / "conditions/knee.yaml").read_bytes()
    choose_row(window, TWICE)
    press(window, "Merge into one...")
    (box,) = window.findChildren(MergingBox)
    rows = [(row.text(0), row.text(1), row.text(2), row.checkState(0).name) for row in box.list.rows()]
    assert rows == [
        ("Title", TITLE, TITLE.replace("Acupuncture", "ACUPUNCTURE"), "Unchecked"),
        ("Journal", "", "Pain", "Checked"),
        ("Date", "2018, Apr 1", "2018", "Unchecked"),
        ("Summary", "It helped.", "It helped much.", "Unchecked"),
        ("DOI", "10.1/knee", "", "Unchecked"),
    ]
    assert [box.texts.mine.toPlainText()[:6], box.texts.theirs.toPlainText()[:6]] == ["Acupun", "ACUPUN"]
    assert box.list.columnWidth(0) > box.list.fontMetrics().horizontalAdvance("Summary") + 16
    assert box.list.visualItemRect(next(box.list.rows())).height() >= LEAST_HEIGHT
    assert not list(box.list.rows())[4].flags() & Qt.ItemFlag.ItemIsUserCheckable
    QTest.mouseClick(box.merge, Qt.MouseButton.LeftButton)
    del box
    assert message(window) == "Two entries are one study now. Undo brings both back."
    qtbot.waitUntil(lambda: TWICE not in sections(window))
    QTest.keyClick(open_box(window), Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.session.unsaved_places == (), timeout=20_000)
    saved = (folder / "conditions/knee.yaml").read_text(encoding="utf-8")
    assert saved == KNEE[: KNEE.index("  - title: ACUPUNCTURE")].replace(
        "# our words\n", "# our words\n    journal: Pain\n"
    )
    QTest.keyClick(open_box(window), Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: TWICE in sections(window))
    QTest.keyClick(open_box(window), Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.session.unsaved_places == (), timeout=20_000)
    assert (folder / "conditions/knee.yaml").read_bytes() == before
    open_box(window).close()


def test_the_other_entry_may_stay(window: MainWindow) -> None:
    choose_row(window, TWICE)
    press(window, "Merge into one...")
    (box,) = window.findChildren(MergingBox)
    assert "more is kept with the one that goes: “id: 17”. It goes too" in box.lost.text()
    assert box.texts.mine.toPlainText() == TITLE
    QTest.keyClick(box.kept, Qt.Key.Key_Down)
    assert "“the first one”, “our words”" in box.lost.text()
    assert [row.text(0) for row in box.list.rows() if row.checkState(0) == Qt.CheckState.Checked] == ["DOI"]
    QTest.mouseClick(box.merge, Qt.MouseButton.LeftButton)
    del box
    assert window.editing.page is not None
    assert [study.summary for study in window.editing.page.study_list] == [None, "It helped much."]
    assert window.editing.page.study_list[1].doi == "10.1/knee"
    open_box(window).close()


def test_the_entry_that_has_more_in_the_file_stays_at_first(
    open_window: Callable[[Path], MainWindow], folder: Path, qtbot: QtBot
) -> None:
    file = folder / "conditions/knee.yaml"
    file.write_text(KNEE.replace("  # the first one\n", "").replace("   # our words", ""), encoding="utf-8")
    window = open_window(folder)
    window.commands["find_duplicates"].trigger()
    qtbot.waitUntil(lambda: bool(sections(window)))
    choose_row(window, TWICE)
    press(window, "Merge into one...")
    (box,) = window.findChildren(MergingBox)
    assert box.kept.currentIndex() == 1
    assert not box.lost.isVisible()
    QTest.mouseClick(box.cancel, Qt.MouseButton.LeftButton)
    del box
    open_box(window).close()


def test_a_question_is_not_asked_again_once_it_is_answered(window: MainWindow, qtbot: QtBot) -> None:
    choose_row(window, PERHAPS)
    press(window, "Not the same")
    assert PERHAPS not in sections(window)
    open_box(window).close()
    window.commands["find_duplicates"].trigger()
    qtbot.waitUntil(lambda: bool(sections(window)))
    assert PERHAPS not in sections(window)
    open_box(window).close()


def test_the_same_study_on_two_pages_is_compared_and_then_decided(window: MainWindow) -> None:
    choose_row(window, PERHAPS)
    press(window, "Same study...")
    (box,) = window.findChildren(CarryingBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    del box
    assert window.session.unsaved_places == ()
    assert window.editing.place == "conditions/hip.yaml"
    open_box(window).close()


def test_what_has_just_gone_is_neither_gone_to_nor_compared(window: MainWindow) -> None:
    choose_row(window, ACROSS)
    box = open_box(window)
    found = box.chosen()
    assert found is not None
    window.editing.choose("conditions/hip.yaml")
    window.commands["delete_page"].trigger()
    for ask in (functools.partial(box.wanted.emit, found.two[0]), functools.partial(box.joined.emit, found)):
        window.status.say("")
        ask()  # as before the list has followed
        assert message(window) == "This study is not there any more."
        assert window.editing.place == "conditions/knee.yaml"
        assert not window.findChildren(CarryingBox)
    box.close()
    del box
