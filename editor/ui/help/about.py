"""What this program is: its version, whose it is, and which pages are open; what one is asked for on the telephone."""

from __future__ import annotations

import html
import platform
from math import ceil

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QTextBrowser, QVBoxLayout, QWidget

from editor import __version__
from editor.session import OpenRecords
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.other_programs import open_or_tell
from editor.words import tr

WIDTH = 520
"""Pixels of the words."""


class AboutBox(QDialog):
    """Shows it; the address for new versions opens in the user's browser, and only when it is clicked."""

    def __init__(self, session: OpenRecords, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About this program"))
        self.words = QTextBrowser()
        self.words.setAccessibleName(tr("About this program"))
        self.words.setHtml(about_text(session))
        self.words.setOpenLinks(False)
        self.words.anchorClicked.connect(self._open)
        self._lay_out_words()
        buttons = QDialogButtonBox()
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setMinimumHeight(LEAST_HEIGHT)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(buttons)
        close.setFocus()

    def _lay_out_words(self) -> None:
        """A path goes on in the next line wherever it has to; no sign is put into it, as it may be copied."""
        words = self.words
        words.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setFrameShape(QFrame.Shape.NoFrame)
        words.viewport().setAutoFillBackground(False)
        measured = words.document().clone()  # the document itself is as wide as the box before it is shown
        measured.setDefaultTextOption(words.document().defaultTextOption())
        measured.setTextWidth(WIDTH)
        words.setMinimumSize(WIDTH, ceil(measured.size().height()))

    def _open(self, address: QUrl) -> None:
        open_or_tell(address, self)


def about_text(session: OpenRecords) -> str:
    """The words of the box, as HTML; the address for new versions is a link only where it is a website's."""
    address = (session.site.updates_from or "").strip()
    rows = [
        (tr("Version"), __version__),
        (tr("The pages are in"), str(session.folder.root)),
        (tr("New versions"), address),
        (tr("Licence"), tr("MIT: free to use, to change and to pass on")),
        (tr("Made with"), f"Qt {qVersion()} (LGPL 3), Python {platform.python_version()}"),
    ]
    lines = "".join(_row(name, text) for name, text in rows if text)
    return f"<h3>{html.escape(tr('Clinic Page Editor'))}</h3><table cellpadding='3'>{lines}</table>"


def _row(name: str, text: str) -> str:
    return f"<tr><td><b>{html.escape(name)}</b>&nbsp;&nbsp;</td><td>{_linked(text)}</td></tr>"


def _linked(text: str) -> str:
    shown = html.escape(text)
    return f'<a href="{shown}">{shown}</a>' if text.startswith(("https://", "http://")) else shown
