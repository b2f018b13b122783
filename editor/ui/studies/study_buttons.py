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


class NoStudies(QWidget):
    """What stands where no study is shown: what belongs there and the first step, or why there may be some."""

    def __init__(self, add: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = OneClickButton(add)
        self.setFocusProxy(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 64, 32, 32)
        column.setSpacing(16)
        column.addWidget(self._words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_why(self, *, editable: bool) -> None:
        """Say why no study is here; what is in a file that cannot be edited may not have been understood."""
        self.button.setVisible(editable)
        self._words.setText(
            tr(
                "No studies yet. Paste a link, a DOI, a PubMed number or a citation into the box above, drop a"
                " file here, or paste rows from Excel or a study of another page."
            )
            if editable
            else tr(
                "The studies of this page can't be shown until its file has been mended. "
                "Nothing is lost: what is in the file stays there."
            )
        )
