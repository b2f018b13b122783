"""The line below a date's box: how the date shows on the page, and where it can be two days, the question which."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.content.dates import AmbiguousDate, StudyDate, read_date
from editor.content.entering import as_entered
from editor.content.fields import Field
from editor.ui.forms.date_entry import DateEntry
from editor.ui.forms.date_words import doubt, echo
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.announcing import announce
from editor.ui.look.icons import icon

_PAUSE = 700
"""Milliseconds without a key, after which a text counts as typed to its end: what is half typed is not in doubt."""


class DateHint(QWidget):
    """Watches a box; the question has a button for each day, in the order usual in the language of the website."""

    said = Signal()

    def __init__(self, field: Field, box: TextBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._box = field, box
        self._entry = DateEntry(field, box)
        self._flag = _Flag()
        self._words = QuietLine()
        self._days: tuple[StudyDate, ...] = ()
        self._follows_other = False
        self._said = ""
        self.buttons = (QPushButton(), QPushButton())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._tell)
        self._entry.typed.connect(self._follow_box)
        self._entry.replaced.connect(self._follow_other)
        self._entry.left.connect(self._settle)
        self._lay_out()
        self._settle()

    @property
    def asks(self) -> bool:
        """Whether it asks which of two days is meant."""
        return bool(self._days)

    def finish(self) -> None:
        """Take the text as typed to its end."""
        if self._pause.isActive():
            self._tell()

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self._settle()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._flag, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        choices = WrappingRow()
        for button in self.buttons:
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(True)  # Enter presses it
            button.clicked.connect(self._choose)
            choices.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addLayout(choices)

    def _follow(self) -> None:
        """While one types, only say what the page shows: nobody is asked about half a date."""
        self._show(echo(self._field, self._becomes), is_doubtful=False)
        self._pause.start()

    def _follow_box(self) -> None:
        self._follows_other = False
        self._follow()

    def _follow_other(self) -> None:
        """Show a text that came from elsewhere; where it is being typed, as in a cell that the card shows, follow."""
        self._follows_other = _is_typed()
        if self._follows_other:
            self._follow()
        else:
            self._show_all()

    def _settle(self) -> None:
        """The box is left: what was typed has to be told, unless it has been."""
        self._follows_other = False
        if self._pause.isActive():
            self._tell()
        else:
            self._show_all()

    def _tell(self) -> None:
        self._pause.stop()
        is_typed_here, said = not self._follows_other, self._said
        self._follows_other = self._follows_other and _is_typed()
        self._show_all()
        if is_typed_here and self._said != said:
            announce(self._said, self)

    @property
    def _becomes(self) -> str:
        """What the text becomes once the box is left in which it is typed."""
        return as_entered(self._field, self._box.text(), "") if self._follows_other else self._entry.entered

    def _show_all(self) -> None:
        text = self._box.text()
        found, doubtful = read_date(text), doubt(self._field, text)
        days = (found.day_first, found.month_first) if isinstance(found, AmbiguousDate) else ()
        is_asked = not self._box.isReadOnly()
        self._show(doubtful or echo(self._field, self._becomes), is_doubtful=bool(doubtful))
        self._offer(days[:: -1 if self.locale().territory() == QLocale.Country.UnitedStates else 1] if is_asked else ())
        self._said = self._words.text()
        self._box.setAccessibleDescription(f"{self._field.help} {self._said}".strip())

    def _show(self, words: str, *, is_doubtful: bool) -> None:
        self._words.setText(words)
        self._flag.setVisible(is_doubtful)
        if not is_doubtful:
            self._offer(())
        self.said.emit()

    def _offer(self, days: tuple[StudyDate, ...]) -> None:
        self._days = days
        if not days and any(button.hasFocus() for button in self.buttons):
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)  # as undo has answered: Qt would take what comes next
        for button, day in zip(self.buttons, days, strict=False):
            button.setText(day.in_words)
        for button in self.buttons:
            button.setVisible(bool(days))

    def _choose(self) -> None:
        for button, day in zip(self.buttons, self._days, strict=False):
            if button is self.sender():
                self._box.setFocus(Qt.FocusReason.OtherFocusReason)
                self._entry.take(day)
                return


class _Flag(QWidget):
    """A flag as high as a line of words, in their colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().lineSpacing()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon("flag").paint(QPainter(self), QRect(self.rect()))


def _is_typed() -> bool:
    """Whether some text has the keyboard."""
    return isinstance(QApplication.focusWidget(), TextBox)


def language_locale(language: str | None) -> QLocale:
    """The locale of a website's language; where no country is stated, English is that of Australia."""
    tag = (language or "").strip().replace("_", "-")
    return QLocale(tag if tag.casefold() not in ("", "en") else "en-AU")
