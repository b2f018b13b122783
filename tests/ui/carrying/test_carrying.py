"""The same study on several pages: going there, and carrying a correction over, through the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from editor.ui.carrying.carrying_box import CarryingBox
from editor.ui.carrying.standing_line import StandingLine
from editor.ui.comparing.difference_list import rows_below
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, choose

PAGE = """\
# {name}
name: {name}
studies:
  - title: Another one on {name}
    date: "2015"
  - journal: "JAMA"   # as printed
    title: 'Acupuncture for Chronic Pain'
    date: "2018-04-01"
    summary: {summary}
    doi: 10.1001/Jama.2018.1
"""
SUMMARIES = {"Knee": "We found much.", "Neck": "In necks, it helped.", "Ache & pain": "We found much."}


@pytest.fixture
def folder(sample_folder: Path) -> Path:
    """Three pages with one study in common; one of them words its summary for its condition."""
    for path in (sample_folder / "conditions").iterdir():
        path.unlink()
    for name, summary in SUMMARIES.items():
        text = PAGE.format(name=name, summary=summary)
        (sample_folder / "conditions" / f"{name[:4].strip().lower()}.yaml").write_text(text, encoding="utf-8")
    return sample_folder


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the common study of the page "Knee" chosen."""
    window = open_window(folder)
    choose(window, "Knee")
    window.show_studies()
    qtbot.waitUntil(lambda: window.across_pages.knowing.is_complete)
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Down)
    return window


def line_words(window: MainWindow) -> list[str]:
    """What the line below the title says, from left to right and top to bottom, buttons too."""
    (line,) = window.findChildren(StandingLine)
    if not line.isVisible():
        return []
    shown = [part for part in line.findChildren(QLabel) + line.findChildren(QToolButton) if part.isVisible()]
    return [part.text() for part in sorted(shown, key=lambda part: (part.y(), part.x()))]


def press_button(window: MainWindow, words: str) -> None:
    (line,) = window.findChildren(StandingLine)
    (button,) = [one for one in line.findChildren(QToolButton) if words in (one.text(), one.accessibleName())]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(window: MainWindow, name: str, text: str) -> None:
    box = named(window.view.studies.card, name, TextBox)
    window.view.studies.card.ensureWidgetVisible(box)
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClick(box, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(box, text)


def open_box(window: MainWindow) -> CarryingBox:
    (box,) = window.findChildren(CarryingBox)
    return box


def rows(box: CarryingBox) -> list[str]:
    return [
        f"{page.text(0)}: {row.text(0)} {row.text(1)} {row.checkState(0).name}".replace("  ", " ")
        for page in box.list.pages()
        for row in rows_below(page)
    ]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "conditions").iterdir()}


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def save(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):  # without a window manager it is not by itself, after a question
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_S, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.session.unsaved_places == (), timeout=20_000)


def test_the_card_tells_where_else_a_study_stands_and_goes_there(window: MainWindow) -> None:
    others = ["This study is also on 2 other pages:", "Ache && pain", "Neck"]
    assert line_words(window) == [*others, "Its words differ on 1 of them.", "Compare..."]
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Up)
    assert line_words(window) == []
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Down)
    title = named(window.view.studies.card, "Title", TextBox)
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Tab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    link = window.focusWidget()
    assert link.accessibleName() == "Go to Neck"
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert window.editing.place == "conditions/neck.yaml"
    assert window.editing.study is not None
    assert window.editing.study.summary == "In necks, it helped."
    assert line_words(window)[1:3] == ["Ache && pain", "Knee"]
    assert window.focusWidget() is title


def test_a_correction_is_carried_over_and_undone_without_a_trace(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    before = files(folder)
    type_into(window, "Date", "2018-04-02")
    type_into(window, "Summary", "We found more.")
    assert line_words(window)[3:] == ["The old words still stand there.", "Carry this over to 2 other pages..."]
    press_button(window, "Carry this over to 2 other pages...")
    box = open_box(window)
    assert rows(box) == [
        "Ache & pain: Date Checked",
        "Ache & pain: Summary Checked",
        "Neck: Date Checked",
        "Neck: Summary has other words there Unchecked",
    ]
    box.list.setCurrentItem(list(rows_below(list(box.list.pages())[1]))[1])
    assert (box.texts.mine.toPlainText(), box.texts.theirs.toPlainText()) == ("In necks, it helped.", "We found more.")
    assert box.carry.text() == "Change 2 pages"
    QTest.mouseClick(box.carry, Qt.MouseButton.LeftButton)
    del box
    assert line_words(window)[3:] == ["Its words differ on 1 of them.", "Compare..."]
    assert message(window) == "2 pages changed. Undo takes them back."
    save(window, qtbot)
    wanted = {name: text.replace(b"2018-04-01", b"2018-04-02") for name, text in before.items()}
    for name in ("knee.yaml", "ache.yaml"):
        wanted[name] = wanted[name].replace(b"We found much.", b"We found more.")
    assert files(folder) == wanted
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert message(window) == "Undone: change to a study on 2 other pages."
    while window.session.history.next_undo is not None:
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    save(window, qtbot)
    assert files(folder) == before


def test_cancel_changes_nothing_and_what_is_unticked_stays(window: MainWindow) -> None:
    type_into(window, "Title", "Acupuncture for Pain")
    press_button(window, "Carry this over to 2 other pages...")
    box = open_box(window)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    del box
    assert window.session.unsaved_places == ("conditions/knee.yaml",)


def test_pages_whose_studies_could_not_be_read_are_named(
    open_window: Callable[[Path], MainWindow], folder: Path, qtbot: QtBot
) -> None:
    (folder / "conditions/hip.yaml").write_text("name: [Hip", encoding="utf-8")
    (folder / "conditions/wrist.yaml").write_text("name: Wrist\nstudies:\n  1: {title: A}\n", encoding="utf-8")
    window = open_window(folder)
    choose(window, "Knee")
    window.show_studies()
    qtbot.waitUntil(lambda: window.across_pages.knowing.is_complete)
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Down)
    press_button(window, "Compare...")
    box = open_box(window)
    said = [label.text() for label in box.findChildren(QLabel)]
    assert "Not looked at, as their files have to be mended first: hip, Wrist." in said
    box.reject()
    del box
