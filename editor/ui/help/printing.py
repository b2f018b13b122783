"""Help on paper: a fixed number of A4 pages, whatever letters the computer has."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPagedPaintDevice, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinterInfo

from editor.words import tr

MARGIN = 18.0
"""Millimetres."""
POINTS = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""How big the letters may be: the first size with which all fits."""
_INCH = 25.4


def why_no_printing() -> str:
    """Why there is nothing to print on, "" where there is: elsewhere than on Windows one can always print to a file."""
    if sys.platform != "win32" or QPrinterInfo.availablePrinterNames():
        return ""
    return tr("This computer has no printer yet. Ask whoever looks after your computers to add one.")


def print_on(device: QPagedPaintDevice, text: str, pages: int) -> None:
    """Print a text, in HTML, on so many pages of A4."""
    page = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    document = QTextDocument()
    document.setHtml(text)
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch() / _INCH
    document.setDocumentMargin(MARGIN * dots)
    millimetres = page.size(QPageSize.Unit.Millimeter)
    for points in POINTS:
        document.setDefaultFont(_font(points))
        document.setPageSize(QSizeF(millimetres.width() * dots, millimetres.height() * dots))
        if document.pageCount() <= pages:
            break
    document.print_(device)


def _font(points: float) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    return font
