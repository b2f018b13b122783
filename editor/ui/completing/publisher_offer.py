"""Below the box of a study's publisher: the line that other studies of the same journal have."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.look.announcing import announce
from editor.words import tr


class PublisherOffer(QWidget):
    """Offers one publisher line; there is nothing to see where there is none to offer."""

    taken = Signal(str)

    def __init__(self, box: QWidget) -> None:
        """An offer that Tab reaches after this box."""
        super().__init__()
        self._box = box
        self._publisher = ""
        self._words, self._use = QuietLine(), QuietButton(tr("Use it"))
        self._use.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def offer(self, publisher: str) -> None:
        """Offer this line, "" for none."""
        if publisher == self._publisher:
            return
        self._publisher = publisher
        self._words.setText(tr("Other studies from this journal have: “{publisher}”.", publisher=publisher))
        self._use.setAccessibleName(tr("Use “{publisher}”", publisher=publisher))
        self.setVisible(bool(publisher))
        if publisher:
            QWidget.setTabOrder(self._box, self._use)
            announce(self._words.text(), self._box)

    def _take(self) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes
        self.taken.emit(self._publisher)
