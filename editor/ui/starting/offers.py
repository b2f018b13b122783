"""A calm window that says where one is and offers some ways on, each with a line of explanation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.words import tr

WIDTH = 560
"""Pixels: lines of some 70 letters."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A way on: what it is called, what it brings, and what it does."""

    title: str
    line: str
    run: Callable[[], None]


class OfferWindow(QDialog):
    """Shows one matter at a time; it stays, whatever is chosen, until it is closed or has another matter to show."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = _label()
        make_heading(self._heading, 1.5)
        self._words = _label()
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._column = QVBoxLayout(self)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        self._buttons: list[OfferButton] = []
        self._back = QPushButton(tr("Back"))
        self._close = QPushButton(tr("Cancel") if parent is not None else tr("Close"))
        self._run_back: Callable[[], None] | None = None
        self._lay_out()

    def show_matter(
        self, heading: str, words: str, offers: Sequence[Offer], back: Callable[[], None] | None = None
    ) -> None:
        """Show this in place of what was shown; `back` is where one came from."""
        self._heading.setText(heading)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._run_back = back
        self._back.setVisible(back is not None)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [OfferButton(offer, self) for offer in offers]
        for button in self._buttons:
            self._ways.addWidget(button)
            button.show()
        (self._buttons[0] if self._buttons else self._close).setFocus(Qt.FocusReason.OtherFocusReason)
        fit_height(self, self._column)

    def stop_offering(self) -> None:
        """Take no further offer: one has been taken, and what comes of it is on its way."""
        for button in self._buttons:
            button.setEnabled(False)

    def _go_back(self) -> None:
        if self._run_back is not None:
            self._run_back()

    def _lay_out(self) -> None:
        for button in (self._back, self._close):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(False)
        self._back.clicked.connect(self._go_back)
        self._close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._close)
        self._column.setContentsMargins(32, 32, 32, 24)
        self._column.setSpacing(16)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._words)
        self._column.addLayout(self._ways)
        self._column.addStretch(1)
        self._column.addLayout(foot)


class OfferButton(QPushButton):
    """A wide button with an offer's title and line."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = offer.run
        self.setAccessibleName(offer.title)
        self.setAccessibleDescription(offer.line)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        title, line = _label(offer.title), _label(offer.line)
        make_heading(title)
        for label in (title, line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setForegroundRole(QPalette.ColorRole.ButtonText)
            self._column.addWidget(label)
        self.clicked.connect(self._take)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Who clicks twice means it once."""
        event.accept()

    def _take(self) -> None:
        self._run()


def fit_height(dialog: QDialog, column: QLayout) -> None:
    """Have a dialog of the usual width be as high as the words in it need."""
    column.activate()
    dialog.setFixedSize(WIDTH, column.totalHeightForWidth(WIDTH))


def breakable(path: Path) -> str:
    """A path that can go on in the next line behind each of its folders."""
    return re.sub(r"([/\\])", "\\1\u200b", str(path))


def _label(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
