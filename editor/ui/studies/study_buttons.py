"""The buttons above the table of studies, and the place that stands where there is no study yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.studies.study_columns import ColumnsMenu
from editor.words import tr


class StudyButton(QToolButton):
    """Does an action; with the mouse it leaves the keyboard where it is, on the study.

    It shows the action's short words, as it stands among studies; a screen reader says what it is called elsewhere.
    """

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setAccessibleName(self._action.text().replace("&&", "&"))


class MoveButton(StudyButton):
    """An arrow, which needs no words; it is pressed several times in a row."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(action, parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setMinimumWidth(LEAST_HEIGHT)


class OneClickButton(StudyButton):
    """Takes a double click for one click: who is used to double clicks deletes one study, not two."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class ColumnsButton(QToolButton):
    """Opens the menu of columns."""

    def __init__(self, menu: ColumnsMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(tr("Columns"))
        self.setAccessibleName(tr("Columns of the table"))
        self.setToolTip(tr("Choose what the table shows"))
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def nothing_yet(add: QAction) -> QWidget:
    """What stands where a page has no study: what belongs there, and the first step."""
    words = QLabel(tr("No studies yet. Add the first one, or paste rows from Excel or a study of another page."))
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    empty = QWidget()
    column = QVBoxLayout(empty)
    column.setContentsMargins(32, 64, 32, 32)
    column.setSpacing(16)
    column.addWidget(words)
    button = OneClickButton(add)
    empty.setFocusProxy(button)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return empty
