"""The table of studies under hands that know Excel: each action of `spreadsheet_hands.py`, in one window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from editor.content.fields import STUDY_FIELDS, field_named
from editor.ui.main_window import MainWindow
from editor.ui.studies.study_columns import COLUMNS
from tests.ui.records import named
from tests.ui.studies.spreadsheet_hands import HANDS, Hand, as_text

FIELDS = {letter: field_named(STUDY_FIELDS, name) for letter, name in zip("ABCDE", (
    "date", "title", "journal", "publisher", "note"), strict=True)}  # fmt: skip
ROWS = ("2021|T1|J1|P1|N1", "2020|T2|J2||N2", "2019|T3|||", "2018|T4||P4|N4", "2017|T5|J5|P5|", "2016|T6|J6|P6|N6")
LEFT = Qt.MouseButton.LeftButton


def cells_of(area: str) -> list[str]:
    """The cells of "B2", "B2:C3" or "B2 D4:D5"."""
    found = []
    for part in area.split():
        first, _, last = part.partition(":")
        last = last or first
        columns = range(ord(first[0]), ord(last[0]) + 1)
        found += [f"{chr(column)}{row}" for row in range(int(first[1:]), int(last[1:]) + 1) for column in columns]
    return found


class Sheet:
    """The table of studies in a window, with the names that a spreadsheet gives to cells."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.table = window.view.studies.table
        window.view.studies.table.shown_columns = ("date", "title", "journal", "publisher", "note")
        window.show_studies()
        self.first = self.texts()

    def texts(self) -> dict[str, str]:
        """What each cell has in the page, without the empty ones."""
        page = self.window.editing.page
        assert page is not None
        return {
            f"{letter}{row}": text
            for row, study in enumerate(page.study_list, start=1)
            for letter, field in FIELDS.items()
            if (text := field.text_of(study))
        }

    def name(self, row: int, column: int) -> str:
        letter = next(letter for letter, field in FIELDS.items() if field is COLUMNS[column])
        return f"{letter}{row + 1}"

    def place(self, cell: str) -> QPoint:
        index = self.table.model().index(int(cell[1:]) - 1, COLUMNS.index(FIELDS[cell[0]]))
        self.table.scrollTo(index)
        return self.table.visualRect(index).center()

    def do(self, step: str) -> None:
        """One step of a hand."""
        kind, colon, rest = step.partition(":")
        *keys, last = step.split("+")
        if kind == "type":
            for letter in rest:
                QTest.keyClicks(self.focus(), letter)
        elif kind == "compose":
            for composed, committed in (("zhen", ""), ("zhen jiu", ""), ("", rest)):
                event = QInputMethodEvent(composed, [])
                event.setCommitString(committed)
                QApplication.sendEvent(self.focus(), event)
        elif kind == "copied":
            data = QMimeData()
            cells = rest.replace("|", "\t").replace("/", "\n")
            data.setText('"' + cells.replace("~", "\n") + '"' if "~" in cells else cells)
            QGuiApplication.clipboard().setMimeData(data)
        elif kind in ("hide", "show"):
            left_out = rest if kind == "hide" else ""
            self.table.header.show_columns(field.name for letter, field in FIELDS.items() if letter != left_out)
        elif kind == "drag":
            self.drag(*rest.split(":"))
        elif kind == "twice":
            self.click(rest, Qt.KeyboardModifier.NoModifier)
            QTest.mouseDClick(self.table.viewport(), LEFT, pos=self.place(rest))
        elif colon:
            self.click_heading(kind, rest)
        elif last[0] in FIELDS and last[1:].isdigit():
            self.click(last, modifiers(keys))
        else:
            self.press(step)

    def press(self, keys: str) -> None:
        pressed = QKeySequence(keys)[0]
        key = pressed.key()
        if key == Qt.Key.Key_Tab and pressed.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            key = Qt.Key.Key_Backtab
        QTest.keyClick(self.focus(), key, pressed.keyboardModifiers())

    def click(self, cell: str, keys: Qt.KeyboardModifier) -> None:
        QTest.mouseClick(self.table.viewport(), LEFT, keys, self.place(cell))

    def click_heading(self, kind: str, which: str) -> None:
        *keys, kind = kind.split("+")
        header = self.table.verticalHeader() if kind == "number" else self.table.horizontalHeader()
        section = int(which) - 1 if kind == "number" else COLUMNS.index(FIELDS[which])
        along = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        at = QPoint(header.width() // 2, along) if kind == "number" else QPoint(along, header.height() // 2)
        QTest.mouseClick(header.viewport(), LEFT, modifiers(keys), at)

    def drag(self, first: str, last: str) -> None:
        viewport = self.table.viewport()
        QTest.mousePress(viewport, LEFT, pos=self.place(first))
        QTest.mouseMove(viewport, self.place(last) - QPoint(3, 0))
        QTest.mouseMove(viewport, self.place(last))
        QTest.mouseRelease(viewport, LEFT, pos=self.place(last))

    def focus(self) -> QWidget:
        """What has the keyboard: a question that is asked, before what is behind it."""
        widget = QApplication.activeModalWidget() or QApplication.focusWidget()
        assert widget is not None
        return widget

    def begin_anew(self) -> int:
        """Take everything back; how many steps that took."""
        steps = 0
        while self.window.session.history.next_undo is not None:
            self.window.editing.undo()
            steps += 1
        return steps

    def wrong_with(self, hand: Hand) -> str:
        """What an action did otherwise than the table says."""
        QGuiApplication.clipboard().clear()
        assert QTest.qWaitForWindowActive(self.window)  # again, after a question
        for step in hand.steps.split():
            self.do(step)
        chosen = {self.name(row, column) for row, column in self.table.cells.grid().cells}
        current = self.table.currentIndex()
        now = self.texts()
        titles = [now.get(f"B{row}", "") for row in range(1, self.table.model().rowCount() + 1)]
        changed = {cell: now.get(cell, "") for cell in now | self.first if now.get(cell) != self.first.get(cell)}
        if len(titles) != 6 and not hand.cells:  # whole studies came or went: their titles tell
            changed = {}
        elif "B" in "".join(hand.cells):
            titles = hand.titles.split()
        found = (self.name(current.row(), current.column()), chosen, changed, titles)
        wanted = (hand.at, set(cells_of(hand.chosen or hand.at)), dict(hand.cells), hand.titles.split())
        said = named(self.window, "Message", QLabel).text()
        wrong = "" if found == wanted else f"{found} and not {wanted}"
        wrong += f", said {said!r}" if hand.said not in said else ""
        steps = self.begin_anew()
        if steps != (hand.undo if now != self.first else 0) or self.texts() != self.first:
            wrong += f", {steps} steps of undo led to {self.texts()}"
        return wrong


def modifiers(names: list[str]) -> Qt.KeyboardModifier:
    known = {"Shift": Qt.KeyboardModifier.ShiftModifier, "Ctrl": Qt.KeyboardModifier.ControlModifier}
    keys = Qt.KeyboardModifier.NoModifier
    for name in names:
        keys |= known[name]
    return keys


def write_page(folder: Path) -> None:
    (folder / "conditions").mkdir(parents=True)
    (folder / "site.yaml").write_text("name: Clinic\n", encoding="utf-8")
    names = [field.name for field in FIELDS.values()]
    lines = ["name: Pain", "studies:"]
    for row in ROWS:
        texts = [f'{name}: "{text}"' for name, text in zip(names, row.split("|"), strict=True)]
        lines += [f"  - {texts[0]}", *(f"    {text}" for text in texts[1:])]
    (folder / "conditions" / "pain.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_each_action_does_what_the_table_says(open_window: Callable[[Path], MainWindow], tmp_path: Path) -> None:
    write_page(tmp_path / "content")
    sheet = Sheet(open_window(tmp_path / "content"))
    wrong = {hand.action: found for hand in HANDS if (found := sheet.wrong_with(hand))}
    assert not wrong, "\n".join(f"{action}: {found}" for action, found in wrong.items())


def test_the_table_is_whole_and_each_difference_has_its_reason() -> None:
    assert len(HANDS) >= 40
    assert len({hand.action for hand in HANDS}) == len(HANDS)
    for hand in HANDS:
        assert hand.here.startswith("the same") or hand.why, hand.action
    text = as_text(HANDS)
    for hand in HANDS:
        assert f". {hand.action}" in text
        assert hand.here in text
