"""The slim row of buttons for bold, italic, links and lists, and the line in its place that asks for an address."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QToolButton, QWidget

from editor.markup.addresses import typed_address
from editor.words import tr

ICON_SIZE = 18
BUTTON_SIZE = 30
"""Pixels."""


class FormatBar(QStackedWidget):
    """Offers the formatting actions; shows the line for an address while one is asked for."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = LinkLine()
        self.addWidget(_buttons(actions))
        self.addWidget(self.link)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def ask(self, address: str, *, is_link: bool) -> None:
        """Ask for an address, with this one to begin with; `is_link`: what is there now leads to it."""
        self.setCurrentWidget(self.link)
        self.link.ask(address, is_link=is_link)

    def show_buttons(self) -> None:
        """Show the buttons again."""
        self.setCurrentIndex(0)


class LinkLine(QWidget):
    """A line for a link's address, and what can be done with it."""

    chosen = Signal(str)
    """The words shall lead to this address; "" for nowhere."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = QLineEdit()
        self._address.setAccessibleName(tr("Where the link leads"))
        self._address.setPlaceholderText(tr("https://... or an e-mail address"))
        self._address.setClearButtonEnabled(True)
        self._set = QPushButton(tr("Set link"))
        self._remove = QPushButton(tr("Remove link"))
        self._cancel = QPushButton(tr("Cancel"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._address, 1)
        self._address.setMinimumHeight(BUTTON_SIZE)
        for button in (self._set, self._remove, self._cancel):
            line.addWidget(button)
            button.setAutoDefault(False)
            button.setMinimumHeight(BUTTON_SIZE)
        self._address.textChanged.connect(self._look)
        self._set.clicked.connect(self._choose)
        self._remove.clicked.connect(self._take_away)
        self._cancel.clicked.connect(self.left)

    def ask(self, address: str, *, is_link: bool) -> None:
        """Show an address, ready to be typed over."""
        self._remove.setVisible(is_link)
        self._address.setText(address)
        self._look()
        self._address.selectAll()
        self._address.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
            elif self._set.isEnabled():
                self._choose()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        is_address = bool(typed_address(self._address.text()))
        self._set.setEnabled(is_address)
        self._set.setToolTip("" if is_address else tr("Type an address such as https://clinic.example first."))

    def _choose(self) -> None:
        self.chosen.emit(typed_address(self._address.text()))

    def _take_away(self) -> None:
        self.chosen.emit("")


def _buttons(actions: Sequence[QAction]) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    for action in actions:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setFixedSize(BUTTON_SIZE, BUTTON_SIZE)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text; each has its key
        button.setAccessibleName(action.text())
        line.addWidget(button)
    line.addStretch(1)
    return row
