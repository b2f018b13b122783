"""The studies of a page on a desk of their own, with no window around them."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.page_changes import put_study, remove_study
from editor.ui.actions.action import Action, Actions
from editor.ui.forms.text_box import TextBox
from editor.ui.studies.studies_view import StudiesView
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_table import StudyTable
from tests.ui.records import named

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """Keeps a page and the chosen studies, as the session and the window do."""

    def __init__(self) -> None:
        self.page, self.keys = ConditionPage("pain"), ("",)
        self.view = StudiesView()
        add = Action("add_study", "Add study", "Add a study", self._add)
        delete = Action("delete_study", "Delete", "Delete the study", self.delete, "Del", local=True)
        self.actions = Actions((add, delete), self.view)
        self.view.offer(self.actions, ["add_study", "delete_study"], ["add_study", "", "delete_study"])
        self.view.edited.connect(self.edit)
        self.view.restored.connect(self.edit)
        self.view.chosen.connect(self.choose)

    @property
    def table(self) -> StudyTable:
        return self.view.table

    @property
    def titles(self) -> list[str]:
        return [study.title or "" for study in self.page.study_list]

    def show(self, page: ConditionPage, *keys: str, editable: bool = True) -> None:
        self.page, self.keys = page, keys
        self.view.show_page(page, keys, editable=editable)

    def edit(self, key: str, field: Field, text: str) -> None:
        found = self.page.study(key)
        assert found is not None
        self.show(put_study(self.page, field.set_text(found, text)), *self.keys)

    def choose(self, keys: tuple[str, ...]) -> None:
        if keys != self.keys:
            self.show(self.page, *keys)

    def delete(self) -> None:
        left = functools.reduce(remove_study, self.keys, self.page)
        self.show(left, *[study.key for study in left.study_list[:1]])

    def _add(self) -> None:
        pass

    def text_in_card(self, name: str = "Title") -> str:
        return named(self.view.card, name, TextBox).text()

    def column(self, name: str) -> int:
        return next(column for column, field in enumerate(COLUMNS) if field.name == name)

    def shown(self, row: int, name: str) -> str:
        """What a cell shows."""
        return str(self.table.model().index(row, self.column(name)).data())

    def cell(self, row: int, name: str = "title") -> QPoint:
        return self.table.visualRect(self.table.model().index(row, self.column(name))).center()

    def click(self, row: int, name: str = "title", keys: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, keys, self.cell(row, name))

    def click_number(self, row: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Click the number of a row."""
        numbers = self.table.verticalHeader()
        at = QPoint(numbers.width() // 2, numbers.sectionViewportPosition(row) + numbers.sectionSize(row) // 2)
        QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, keys, at)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self._focus(), key, keys)

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(self._focus(), letter)

    def open_cell(self, row: int, name: str = "title") -> QWidget:
        """Open a cell with a double click."""
        self.click(row, name)
        QTest.mouseDClick(self.table.viewport(), Qt.MouseButton.LeftButton, NO_KEY, self.cell(row, name))
        return self.open_box()

    def open_box(self) -> QWidget:
        """The box of the cell that is being edited."""
        box = self.table.indexWidget(self.table.currentIndex())
        assert box is not None
        return box

    def _focus(self) -> QWidget:
        focus = self.view.focusWidget()
        assert focus is not None
        return focus
