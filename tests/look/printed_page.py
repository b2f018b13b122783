"""What stands on the sheets of a printed page."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument


def sheets(pdf: bytes) -> list[str]:
    """The text of each sheet."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready, document.error()
    texts = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return texts
