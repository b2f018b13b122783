"""The message at the end of an export: what it did, or why there is none, with what one may want to do then."""

from __future__ import annotations

import functools
from collections.abc import Callable
from math import ceil
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.ui.other_programs import open_or_tell
from editor.words import tr

WIDTH = 560
"""Pixels of the words: lines of some 80 letters."""
_MOST_OF_THE_SCREEN = 0.6
"""How much of the screen's height the words may take; more of them are scrolled."""


class ExportMessage(QDialog):
    """Says all of `text`, however long; it `warns` where something has to be mended. Deleted when it is closed."""

    def __init__(self, text: str, window: QWidget, *, warns: bool) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export"))
        self.warns = warns
        self._words = QTextEdit()
        self._words.setPlainText(text)
        self._sign = QLabel()
        self._buttons = QDialogButtonBox()
        self._close = self._add(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self._close.setDefault(True)
        self._close.setFocus()

    def text(self) -> str:
        """All that it says."""
        return self._words.toPlainText()

    def offer_files(self, page: Path) -> None:
        """Offer to look at this page, and at the folder in which it is."""
        self._offer_to_open(tr("Open in browser"), page)
        self.offer_folder(page.parent)

    def offer_folder(self, folder: Path) -> None:
        """Offer to look at this folder."""
        self._offer_to_open(tr("Show the folder"), folder)

    def offer_copy(self, words: str) -> None:
        """Offer to copy these words, to be sent to somebody."""
        button = self._add(tr("Copy these words"), QDialogButtonBox.ButtonRole.ActionRole)
        button.setToolTip(tr("Copy what is wrong with the look, to send it to the person who looks after your website"))
        button.clicked.connect(functools.partial(self._copy, button, words))

    def offer_another_place(self, words: str, ask: Callable[[], None]) -> None:
        """Offer to ask again where to export to; that closes this."""
        button = self._add(words, QDialogButtonBox.ButtonRole.AcceptRole)
        button.clicked.connect(self.accept)
        self.accepted.connect(ask)
        button.setDefault(True)
        button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self.text(), self)

    def _offer_to_open(self, words: str, path: Path) -> None:
        button = self._add(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(functools.partial(open_or_tell, QUrl.fromLocalFile(str(path)), self))

    def _copy(self, button: QPushButton, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        button.setText(tr("Copied"))
        announce(tr("Copied"), button)

    def _add(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self._buttons.addButton(words, role)
        button.setMinimumHeight(LEAST_HEIGHT)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        signs = QStyle.StandardPixmap
        sign = signs.SP_MessageBoxWarning if self.warns else signs.SP_MessageBoxInformation
        size = self.style().pixelMetric(QStyle.PixelMetric.PM_MessageBoxIconSize, None, self)
        icon = self.style().standardIcon(sign, None, self)
        self._sign.setPixmap(icon.pixmap(QSize(size, size), self.devicePixelRatio()))
        self._sign.setAccessibleName(tr("Warning") if self.warns else tr("For your information"))
        self._lay_out_words()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self._buttons)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _lay_out_words(self) -> None:
        """A path goes on in the next line wherever it has to; no sign is put into it, as it may be copied."""
        words = self._words
        words.setAccessibleName(tr("What the export did"))
        words.setReadOnly(True)
        words.setTabChangesFocus(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setFrameShape(QFrame.Shape.NoFrame)
        words.viewport().setAutoFillBackground(False)
        words.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        measured = words.document().clone()  # the document itself is as wide as the box before it is shown
        measured.setDefaultTextOption(words.document().defaultTextOption())
        measured.setTextWidth(WIDTH - words.verticalScrollBar().sizeHint().width())
        most = round(self.screen().availableSize().height() * _MOST_OF_THE_SCREEN)
        words.setFixedSize(WIDTH, min(ceil(measured.size().height()), most))
