"""Printing the report into a PDF, by a page of the preview's kind: nothing in it runs or calls out."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize

from editor.ui.background import Background
from editor.ui.preview.preview_page import PageServer, PreviewPage, preview_profile

_MARGIN = 18.0
"""Millimetres."""
_PATIENCE_MS = 60_000


class ReportPrinting(QObject):
    """Prints one report, and goes. `done` has the bytes of the PDF."""

    done = Signal(bytes)
    failed = Signal()

    def __init__(self, html: str, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        server = PageServer(background, self)
        server.page_html = html
        profile = preview_profile(server)
        self._page = PreviewPage(profile, self)
        profile.setParent(self)  # after the page, which it must outlive
        self._page.loadFinished.connect(self._print)
        self._page.renderProcessTerminated.connect(self._fail)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._fail)

    def start(self) -> None:
        """Begin."""
        self._patience.start()
        self._page.load_empty()

    def _print(self, is_loaded: bool) -> None:
        if not is_loaded:
            self._fail()
            return
        margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
        self._page.printToPdf(self._take, layout)

    def _take(self, pdf: QByteArray) -> None:
        if pdf.startsWith(b"%PDF"):
            self._end()
            self.done.emit(pdf.data())
        else:
            self._fail()

    def _fail(self) -> None:
        if self._patience.isActive():
            self._end()
            self.failed.emit()

    def _end(self) -> None:
        self._patience.stop()
        self.deleteLater()
