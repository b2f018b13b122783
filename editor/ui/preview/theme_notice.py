"""The line that says that the website's own look has a fault, and what opens from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.render.theme import ThemeFault
from editor.ui.forms.quiet_words import QuietButton
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.words import tr, tr_count

_MOST_TOLD = 12
_WIDTH = 420


class ThemeNotice(QuietButton):
    """One line, where there is a fault; all of it is its tip, and opens when it is clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._faults: tuple[ThemeFault, ...] = ()
        self._line = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.hide()

    def show_faults(self, faults: Sequence[ThemeFault]) -> None:
        """Say that there are these faults, or nothing where there is none."""
        faults = tuple(dict.fromkeys(faults))
        if faults == self._faults:
            return
        self._faults = faults
        self._line = fault_line(faults)
        self.setAccessibleName(self._line)
        self.setToolTip(fault_words(faults))
        self.setVisible(bool(faults))
        self._elide()
        announce(self._line, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 16  # the button's own margins
        elided = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        self.setText(elided.replace("&", "&&"))

    def _open(self) -> None:
        words = _FaultWords(fault_words(self._faults), self)
        words.setFixedWidth(_WIDTH)
        words.adjustSize()
        words.move(self.mapToGlobal(QPoint(min(0, self.width() - words.width()), self.height())))
        words.show()


class _FaultWords(QFrame):
    """All that is known of the faults; Escape or a click elsewhere closes it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._words = words
        text = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setAccessibleDescription(tr("What is wrong with the website's own look"))
        copy = QPushButton(tr("Copy these words"))
        copy.setMinimumHeight(LEAST_HEIGHT)
        copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(text)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self.close()


def fault_line(faults: Sequence[ThemeFault]) -> str:
    """The faults in one line; "" for none."""
    if not faults:
        return ""
    first = faults[0]
    place = first.file if first.line is None else tr("{file}, line {line}", file=first.file, line=first.line)
    if len(faults) > 1:
        return tr("The website's own look has {count} faults, one in {place}.", count=len(faults), place=place)
    line = tr("A file of the website's own look has a fault: {place}.", place=place)
    return f"{line} {tr('The built-in look is shown instead.')}" if first.is_replaced else line


def fault_words(faults: Sequence[ThemeFault]) -> str:
    """Everything that is known of the faults, for whoever looks after the website; "" for none."""
    if not faults:
        return ""
    told = [fault.sentence() for fault in faults[:_MOST_TOLD]]
    more = len(faults) - len(told)
    if more:
        told.append(tr_count("There is one fault more.", "There are {count} faults more.", more))
    calming = tr("Your texts are not affected. This is for the person who looks after your website:")
    return "\n\n".join((calming, *told))
