"""Rows copied from a spreadsheet, put in order, filled in and reworded on the whole website; and all of it undone."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QListView, QPushButton, QTableView

from editor.content.cell_block import CellBlock
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.table_text import text_of
from editor.ui.main_window import MainWindow
from editor.ui.pasting.matching_dialog import MatchingDialog
from editor.ui.replacing.replace_box import ReplaceBox
from editor.ui.studies.study_columns import COLUMNS
from tests.journeys.content_under_git import changed_lines, git, put_under_git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import (
    CTRL,
    RIGHT,
    SHIFT,
    button,
    choose_in_menu,
    click,
    drag,
    go_to_view,
    leave_menu,
    press,
    quit_program,
    save,
    type_words,
)
from tests.journeys.in_sight import message, named, nothing_is_unsaved, stands, the_window, window_comes, windows
from tests.journeys.sending import send_on

ALT = Qt.KeyboardModifier.AltModifier
SHEET = CellBlock(
    (
        ("Journal", "Title", "Summary", "Year", "Author(s)"),
        ("中国针灸", "针灸治疗膝痛", "First line.\n\nSecond “line” & <b>.", "2018", "Tang S, Mo Z"),
        ("Pain", 'A "blind" trial', "- item\n- another item", "2018-04-01", "Mo Z, Zhang R"),
        ("Spine", "Acupuncture: yes or no", "#1 of its kind", "Dec 2017", "Li Y, He J"),
        ("BMJ Open", "'Quoted'", "", "2016", "Wu Q, Chen F"),
        ("Trials", "10.5 weeks of acupuncture", "More followed.", "1 April 2015", "Liang F, Xu S"),
    )
)
PASTED = [row[1] for row in SHEET.rows[1:]]
PUBLISHER = "Society for Trials, Sample Press"
WORD, NEW_WORD = "acupuncture", "needling"
DATE, TITLE, PUBLISHERS = (COLUMNS.index(field_named(STUDY_FIELDS, name)) for name in ("date", "title", "publisher"))


def change_and_undo() -> Journey:
    """Paste, move, fill, replace, save all; undo each step, save all again."""
    yield from stands()
    go_to_view("Studies (7)")
    at_first = titles()
    yield from paste_rows()
    put_in_order()
    fill_publishers()
    yield from replace_everywhere()
    yield from save(SHIFT)
    assert_all_is_saved()

    undo, steps = the_window().commands["undo"], 0
    while undo.isEnabled():
        press(Qt.Key.Key_Z, CTRL)
        steps += 1
    assert steps == len(("replaced", "filled", "typed", "dragged", "moved", "pasted"))
    assert titles() == at_first
    assert not nothing_is_unsaved()
    yield from save(SHIFT)
    quit_program()


def paste_rows() -> Journey:
    """Paste what LibreOffice Calc puts on the clipboard, and agree with what is shown."""
    copied = QMimeData()
    copied.setText(text_of(SHEET))
    copied.setHtml(calc_html(SHEET))
    QApplication.clipboard().setMimeData(copied)
    press(Qt.Key.Key_V, CTRL)
    yield from window_comes(MatchingDialog)
    assert named("The first row is headings", QCheckBox).isChecked()
    dates = ["2018", "2018, Apr 1", "2017, Dec", "2016", "2015, Apr 1"]
    shown = named("The studies that are added", QTableView)
    assert list(zip(words_in(shown, DATE), words_in(shown, TITLE), strict=True)) == list(
        zip(dates, PASTED, strict=True)
    )
    click(button("Add 5 studies"))
    yield from window_comes(MainWindow)
    assert titles()[1:6] == PASTED, titles()


def put_in_order() -> None:
    """Move a row down by the keyboard, and another to the top by its number."""
    kept = titles()[0]
    first, second, third, fourth, fifth = PASTED
    click_number(2)
    press(Qt.Key.Key_Down, ALT)
    assert titles()[1:6] == [first, third, second, fourth, fifth], titles()
    click_number(5)
    numbers = table().verticalHeader()
    drag(numbers, number(5), QPoint(number(0).x(), 2))
    assert titles()[:6] == [fifth, kept, first, third, second, fourth], titles()


def fill_publishers() -> None:
    """Show a column, type a publisher into a cell of it, and fill it down over four rows."""
    headings = table().horizontalHeader()
    click(headings, QPoint(20, headings.height() // 2), RIGHT)
    choose_in_menu("Publisher")
    leave_menu()
    click(table(), cell(2, PUBLISHERS))
    type_words(PUBLISHER)
    press(Qt.Key.Key_Return)
    click(table(), cell(2, PUBLISHERS))
    for _ in range(3):
        press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_D, CTRL)
    assert words_in(table(), PUBLISHERS)[2:6] == [PUBLISHER] * 4, words_in(table(), PUBLISHERS)


def replace_everywhere() -> Journey:
    """Replace a word on all pages and in the shared texts, with one place left as it is."""
    press(Qt.Key.Key_H, CTRL | SHIFT)
    yield from window_comes(ReplaceBox)
    click(named("Find", QLineEdit))
    type_words(WORD)
    click(named("Replace with", QLineEdit))
    type_words(NEW_WORD)
    window = the_window()
    yield Until(window.replacing.run.looked, lambda: not window.replacing.run.is_looking)
    places = named("Places found", QListView)
    click(places, places.visualRect(places.model().index(1, 0)).center())
    press(Qt.Key.Key_Space)
    (replace,) = [found for found in windows(ReplaceBox)[0].findChildren(QPushButton) if "Replace " in found.text()]
    assert replace.text().endswith(" on 9 pages and in the shared texts"), replace.text()
    click(replace)
    assert message().startswith("Replaced "), message()
    press(Qt.Key.Key_Escape)
    yield from window_comes(MainWindow)


def assert_all_is_saved() -> None:
    """The files hold what was done, on the page of the studies and on the others."""
    folder = the_window().session.folder.root
    assert git(folder, "status", "--porcelain").count(" M ") == 10
    added = "\n".join(line[1:] for line in changed_lines(folder) if line.startswith("+"))
    words = (*PASTED[:2], "10.5 weeks of needling", PUBLISHER, "Second “line” & ", "中国针灸")
    missing = [some for some in words if some not in added]
    assert not missing, missing


# The table


def table() -> QTableView:
    """The table of studies."""
    return named("Studies", QTableView)


def words_in(view: QTableView, column: int) -> list[str]:
    """What a column shows, from the top."""
    return [str(view.model().index(row, column).data()) for row in range(view.model().rowCount())]


def titles() -> list[str]:
    """The studies from the top."""
    return words_in(table(), TITLE)


def cell(row: int, column: int) -> QPoint:
    """Where a cell is; it is scrolled to, as one does with the bar below."""
    index = table().model().index(row, column)
    table().scrollTo(index)
    return table().visualRect(index).center()


def number(row: int) -> QPoint:
    """Where a row's number is."""
    numbers = table().verticalHeader()
    return QPoint(8, numbers.sectionViewportPosition(row) + numbers.sectionSize(row) // 2)


def click_number(row: int) -> None:
    """Choose the whole row."""
    click(table().verticalHeader(), number(row))


# The spreadsheet


def calc_html(block: CellBlock) -> str:
    """Cells as LibreOffice Calc writes them: line ends as <br>, numbers with what they are."""
    rows = "".join(f"\t<tr>\n{''.join(map(_calc_cell, row))}\t</tr>\n" for row in block.rows)
    return f'<!DOCTYPE html>\n<html>\n<body>\n<table cellspacing="0" border="0">\n{rows}</table>\n</body>\n</html>'


def _calc_cell(text: str) -> str:
    if text.isdigit():
        return f'\t\t<td align="right" sdval="{text}" sdnum="1033;">{text}</td>\n'
    return f'\t\t<td align="left">{html.escape(text).replace(chr(10), "<br>") or "<br>"}</td>\n'


def test_all_that_was_done_with_rows_of_a_spreadsheet_is_undone_to_the_byte(whole_sample: Path) -> None:
    put_under_git(whole_sample)
    before = bytes_of(whole_sample)
    send_on(change_and_undo, whole_sample)
    assert bytes_of(whole_sample) == before


def bytes_of(folder: Path) -> dict[str, bytes]:
    """All files of the website, and what staff share about it."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
