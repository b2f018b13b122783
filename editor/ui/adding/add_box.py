"""The one box for what studies come from: a link, an identifier, a citation, a file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from editor.ui.forms.quiet_words import CutLine, QuietButton, QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.words import tr

_MOST_LETTERS = 10_000_000
_MOST_IN_BOX = 1000
"""Letters: a longer text is none that one would look at in a line."""
_BAR_WIDTH = 120
_TAKING, _WORKING, _FOUND = range(3)
_FILE, _LOOK_UP = tr("From a file..."), tr("Look up")
_NAMES = (
    (tr("Add studies from a file"), tr("Choose a file from PubMed, a journal, Zotero, EndNote or a spreadsheet")),
    (tr("Look up what is in the box"), tr("See which studies these are, before any is added")),
)
"""Of the button, for screen readers, and its tip: without words in the box, and with some."""


class AddBox(QWidget):
    """Takes words in, tells them at Enter or its button, and shows what is being done with them, with a way to stop.

    Where no words are in it, its button asks for a file.
    What was found while somebody worked elsewhere waits in it. What it has to say stands below it until other words are
    typed.
    """

    words_given = Signal(str)
    file_wanted = Signal()
    cancelled = Signal()
    look_wanted = Signal()
    """What was found is to be shown."""
    left = Signal()
    """What was found is not wanted any more."""
    by_hand_wanted = Signal()
    """What could not be found is to be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.button = QPushButton(_FILE)
        self.cancel = QPushButton(tr("Cancel"))
        self.look = QPushButton(tr("Look at them..."))
        self.leave = QPushButton(tr("Leave them"))
        self.by_hand = QuietButton(tr("Fill it in by hand"))
        self._doing = CutLine()
        self._found = CutLine()
        self._bar = QProgressBar()
        self._hint = QuietLine()
        self._places = QStackedLayout()
        self._lay_out()
        self.line.returnPressed.connect(self._tell)
        self.line.text_pasted.connect(self.words_given)
        self.line.textEdited.connect(self.forget_hint)
        self.line.textChanged.connect(self._follow)
        self.button.clicked.connect(self._press)
        self.cancel.clicked.connect(self.cancelled)
        self.look.clicked.connect(self.look_wanted)
        self.leave.clicked.connect(self.left)
        self.by_hand.clicked.connect(self.by_hand_wanted)
        self._follow()

    def say(self, words: str, *, by_hand: bool = False) -> None:
        """Say this below the box; "" for nothing. `by_hand`: and offer to type what could not be found."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        if not by_hand and self.by_hand.hasFocus():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.by_hand.setVisible(by_hand)
        announce(words, self.line)

    def invite(self) -> None:
        """Say what happens to what is being dragged over the studies."""
        self.say(tr("Drop it here to see which studies are in it. Nothing is added by that."))

    def forget_hint(self) -> None:
        """Say nothing any more."""
        self.say("")

    @property
    def hint(self) -> str:
        """What is said below the box."""
        return self._hint.text()

    @property
    def doing(self) -> str:
        """What is said to be done."""
        return self._doing.words

    def show_working(self, words: str, share: float | None = None) -> None:
        """Show what is being done, and how much of it is done, from 0 to 1, where that is known."""
        has_keyboard = self._has_keyboard
        self._doing.say(words)
        self._bar.setRange(0, 0 if share is None else 100)
        self._bar.setValue(0 if share is None else round(share * 100))
        if not self.is_working:
            self.say("")
            announce(words, self.line)
        self._places.setCurrentIndex(_WORKING)
        if has_keyboard:
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_done(self) -> None:
        """Take words in again."""
        has_keyboard = self._has_keyboard
        self._places.setCurrentIndex(_TAKING)
        self._bar.setRange(0, 100)
        if has_keyboard:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, words: str) -> None:
        """Say what was found, until somebody wants to look at it or not."""
        has_keyboard = self._has_keyboard
        self._found.say(words)
        self._places.setCurrentIndex(_FOUND)
        if has_keyboard:
            self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def found(self) -> str:
        """What is said to have been found."""
        return self._found.words if self._places.currentIndex() == _FOUND else ""

    @property
    def is_working(self) -> bool:
        """Whether it shows that something is being done."""
        return self._places.currentIndex() == _WORKING

    @property
    def _has_keyboard(self) -> bool:
        """Whether the keyboard is in what is shown now, and would go with it."""
        return self._places.currentWidget().isAncestorOf(self.window().focusWidget())

    def offer(self, words: str, hint: str) -> None:
        """Have these words stand in the box, and keys go to it; Undo there brings back what one typed before."""
        self.line.selectAll()
        self.line.insert(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(hint)

    def take_keyboard(self) -> None:
        """Have keys go to what is in sight: the words, or what stops the work or shows what was found."""
        places: tuple[QWidget, ...] = (self.line, self.cancel, self.look)
        places[self._places.currentIndex()].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def set_usable(self, usable: bool, why_not: str = "") -> None:
        """Take words in, or say why there is no page to add to."""
        self.line.setEnabled(usable)
        self.line.setToolTip(why_not)
        self._follow()

    def forget(self, words: str) -> None:
        """Empty the box, if these are the words that stand in it; Undo there brings back nothing from before."""
        self.line.setText("" if self.line.text() == words else self.line.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_working:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self._has_words:
            self._tell()
        else:
            self.file_wanted.emit()

    def _tell(self) -> None:
        if self._has_words:
            self.words_given.emit(self.line.text())

    @property
    def _has_words(self) -> bool:
        return bool(self.line.text().strip())

    def _follow(self) -> None:
        name, tip = _NAMES[self._has_words]
        self.button.setText(_LOOK_UP if self._has_words else _FILE)
        self.button.setAccessibleName(name)
        self.button.setEnabled(self.line.isEnabled())
        self.button.setToolTip(self.line.toolTip() or tip)

    def _lay_out(self) -> None:
        words = max(map(self.button.fontMetrics().horizontalAdvance, (_FILE, _LOOK_UP)))
        frame = self.button.sizeHint().width() - self.button.fontMetrics().horizontalAdvance(self.button.text())
        self.button.setFixedWidth(words + frame)  # so that nothing moves when the first letter is typed
        self.cancel.setAccessibleName(tr("Stop looking for studies; nothing is added"))
        for button in (self.button, self.cancel, self.look, self.leave):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("How far it is"))
        self.look.setAccessibleName(tr("Look at the studies that were found"))
        self.leave.setAccessibleName(tr("Leave the studies that were found; nothing is added"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._places)  # before it has a widget: one without a parent would be shown as a window
        taking, working = (self.line, self.button), (self._doing, self._bar, self.cancel)
        for widgets in (taking, working, (self._found, self.look, self.leave)):
            place = QWidget()
            row = QHBoxLayout(place)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for number, widget in enumerate(widgets):
                row.addWidget(widget, 0 if number else 1)
            self._places.addWidget(place)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._hint, 1)
        below.addWidget(self.by_hand)
        column.addLayout(below)
        self.by_hand.setToolTip(tr("Add a study with the number or link that you pasted, and type the rest"))
        self.say("")
        self.setFocusProxy(self.line)


class _Line(QLineEdit):
    """Keeps the lines of what is pasted; a long text is told at once, as nobody looks at it in a line.

    Undo and redo are the window's where there is nothing of its own: after studies were added they take these back.
    """

    text_pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_MOST_LETTERS)
        self.setPlaceholderText(tr("Paste a link, DOI, PubMed number or citation, or drop a file"))
        self.setAccessibleName(tr("Add studies: paste a link, DOI, PubMed number or citation"))
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setAcceptDrops(False)  # what is dropped on it is dropped on the studies

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            nothing_back = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            nothing_again = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if nothing_back or nothing_again:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        words = QApplication.clipboard().text()
        if len(words) > _MOST_IN_BOX:
            self.text_pasted.emit(words)
        else:
            super().paste()
