"""The view of all that was found: on the chosen page or on all pages, the worst first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.session import Place
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.problems.claim_line import ClaimLine
from editor.ui.problems.page_problems import Counts
from editor.ui.problems.problem_delegate import ProblemDelegate
from editor.ui.problems.problem_model import ProblemModel, Row
from editor.ui.problems.severity_look import count_words
from editor.words import tr

_LEAST_LINES = 4
"""Of text: a low window still shows a whole problem."""
_BELOW_TOP = 48
"""Pixels."""


class ProblemList(QWidget):
    """Shows problems and tells which one is chosen, and which is to be gone to."""

    chosen = Signal(object)
    """The row of the problem that is chosen now."""
    entered = Signal()
    """The chosen problem is to be gone to."""
    scope_changed = Signal()

    def __init__(self, name_of: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ProblemModel(name_of, self)
        self.list = _Rows()
        self.list.setModel(self.model)
        self.of_page = QPushButton(tr("This page"))
        self.of_all = QPushButton(tr("All pages"))
        self.of_answered = QPushButton(tr("Not a problem"))
        self._counts = QuietLine()
        self._state = QuietLine()
        self.claim = ClaimLine()
        self._nothing = QuietLine()
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.entered_row.connect(self.entered)
        for button in (self.of_page, self.of_all):
            button.toggled.connect(self.scope_changed)

    @property
    def shows_all(self) -> bool:
        """Whether the problems of all pages are wanted."""
        return self.of_all.isChecked()

    @property
    def shows_answered(self) -> bool:
        """Whether those are wanted that staff have answered as no problem."""
        return self.of_answered.isChecked()

    def show_rows(self, rows: Sequence[Row], current: Row | None, counts: Counts, nothing: str) -> None:
        """Show these problems with one of them chosen; where there is none, `nothing` says why."""
        scrolled = self.list.verticalScrollBar().value()
        self.model.show_rows(rows, of_all=not self.of_page.isChecked())
        self.choose(current)
        self.list.verticalScrollBar().setValue(scrolled)
        self._counts.setText(count_words(counts))
        self._nothing.setText("" if rows else nothing)

    def choose(self, current: Row | None) -> None:
        """Have a problem chosen in the list, if it is there."""
        at = self.model.place_of(current) if current is not None else self.model.index(-1)
        if at != self.list.currentIndex():
            self.list.setCurrentIndex(at)

    def show_state(self, words: str) -> None:
        """Say how far checking is; "" where all is checked."""
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def show_counts(self, of_page: Counts, of_all: Counts, answered: int) -> None:
        """Say on the buttons how many problems there are, in their tips how many hints beside them; the last one is
        there where some are answered.
        """
        self.of_page.setText(tr("This page ({count})", count=of_page.problems))
        self.of_page.setToolTip(count_words(of_page))
        self.of_all.setText(tr("All pages ({count})", count=of_all.problems))
        self.of_all.setToolTip(count_words(of_all))
        self.of_answered.setText(tr("Not a problem ({count})", count=answered))
        self.of_answered.setVisible(bool(answered) or self.shows_answered)

    def _tell(self) -> None:
        current = self.list.currentIndex()
        if current.isValid():
            self.chosen.emit(self.model.row(current))

    def _lay_out(self) -> None:
        self.setFocusProxy(self.list)
        scopes = QButtonGroup(self)
        top = QHBoxLayout()
        top.setContentsMargins(8, 8, 8, 8)
        top.setSpacing(8)
        for button in (self.of_page, self.of_all, self.of_answered):
            button.setCheckable(True)
            button.setMinimumHeight(LEAST_HEIGHT)
            scopes.addButton(button)
            top.addWidget(button)
        self.of_page.setChecked(True)
        top.addWidget(self._counts, 1)
        self._counts.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._state.setContentsMargins(12, 0, 12, 8)
        self._state.hide()
        self._nothing.setContentsMargins(16, _BELOW_TOP, 16, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        middle = QGridLayout()
        middle.addWidget(self.list, 0, 0)
        middle.addWidget(self._nothing, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.claim)
        column.addWidget(self._state)
        column.addLayout(middle, 1)


class _Rows(QListView):
    """The list itself; Enter and a double click go to a problem."""

    entered_row = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(ProblemDelegate(self))
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Problems, the worst first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing())
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.entered_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():  # the card below may need much of the height
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)
