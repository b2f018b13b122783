"""What is typed into a date's box: as typed while one types, and in the form of the file once the box is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from editor.content.dates import StudyDate
from editor.content.entering import as_entered
from editor.content.fields import Field
from editor.markup.text_change import TextChange
from editor.ui.forms.text_box import TextBox

COMES_BACK = (
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Why the keyboard leaves for a while only."""
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DateEntry(QObject):
    """Watches a box. A text that nobody has typed there, as from a file or by undo, is never changed."""

    typed = Signal()
    left = Signal()
    replaced = Signal()
    """The box shows another text than the one typed."""

    def __init__(self, field: Field, box: TextBox) -> None:
        super().__init__(box)
        self._field, self._box = field, box
        self._before = box.text()
        self._typed: str | None = None
        box.edited.connect(self._keep_typed)
        box.textChanged.connect(self._look)
        box.left.connect(self.enter)
        box.installEventFilter(self)

    @property
    def entered(self) -> str:
        """What the text becomes once the box is left."""
        return as_entered(self._field, self._box.text(), self._before)

    def enter(self) -> None:
        """Have the text in the form of the file, if it was typed and is understood."""
        self._put(self.entered)
        self.left.emit()

    def take(self, date: StudyDate) -> None:
        """Have this date in the box, in place of a text that can be two."""
        self._put(as_entered(self._field, date.edtf, self._before))
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the text before a key leaves the box: what is then asked is what Tab leads to."""
        if isinstance(event, QFocusEvent):
            if event.lostFocus() and event.reason() not in COMES_BACK:
                self.enter()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _LEAVING:
            self.enter()
        return super().eventFilter(watched, event)

    def _put(self, text: str) -> None:
        self._before = text
        if text != self._box.text():
            self._box.put(TextChange(0, len(self._box.shown()), text, (len(text), len(text))))

    def _keep_typed(self, text: str) -> None:
        self._typed = text

    def _look(self) -> None:
        if self._box.text() == self._typed:
            self.typed.emit()
        else:
            self._typed, self._before = None, self._box.text()
            self.replaced.emit()
