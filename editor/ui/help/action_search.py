"""A search over everything that can be done: type a word, press Enter. Pages can be gone to as well."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.session import OpenRecords, Place
from editor.ui.actions.action import Actions, keys_of
from editor.ui.actions.help_actions import SEARCH
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.announcing import announce
from editor.words import tr

WIDTH = 560
TOP = 64
"""Pixels: how wide the search is in a window that has the room, and how far below the window's top."""
ROWS_SHOWN = 12
MOST_FOUND = 50
_MOVES_IN_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen: what it is called, its keys, why it cannot be done now ("" if it can).

    `more_words`: by these it is found too.
    """

    words: str
    run: Callable[[], None]
    keys: str = ""
    obstacle: str = ""
    more_words: str = ""


def found(choices: Iterable[Choice], text: str) -> list[Choice]:
    """The choices in which every word of `text` occurs, the closest first: those that begin with it."""
    wanted = text.casefold().split()
    ranks = ((choice, _rank(choice, wanted)) for choice in choices)
    fitting = [(rank, choice) for choice, rank in ranks if rank is not None]
    return [choice for _, choice in sorted(fitting, key=_closeness)[:MOST_FOUND]]


def _closeness(ranked: tuple[int, Choice]) -> tuple[int, bool]:
    rank, choice = ranked
    return rank, bool(choice.obstacle)  # of two that fit alike, first the one that can be done


def _rank(choice: Choice, wanted: list[str]) -> int | None:
    """How well a choice fits, 0 the best; None where it does not."""
    words = choice.words.casefold()
    if words.startswith(" ".join(wanted)):
        return 0
    if all(f" {word}" in f" {words}" for word in wanted):
        return 1
    if all(word in words for word in wanted):
        return 2
    return 3 if all(word in f"{words} {choice.more_words.casefold()}" for word in wanted) else None


def action_choices(actions: Actions) -> list[Choice]:
    """Every action but the search itself."""
    return [
        Choice(
            action.text().replace("&&", "&").rstrip("."),
            action.trigger,
            keys_of(action),
            action.statusTip(),
            action.toolTip(),
        )
        for action in actions.all
        if action.objectName() != SEARCH
    ]


def page_choices(session: OpenRecords, go_to: Callable[[Place], None]) -> list[Choice]:
    """Every page that can be gone to."""
    return [
        Choice(tr("Go to {page}", page=session.name_of(place)), functools.partial(go_to, place), more_words=tr("page"))
        for place in (session.site_place, *session.page_places)
    ]


class ActionSearch(QFrame):
    """A box and what is found, over the window; Escape or a click elsewhere closes it."""

    def __init__(self, actions: list[Choice], pages: list[Choice], window: QWidget) -> None:
        """All actions are shown before anything is typed; pages are found once something is."""
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._actions = actions
        self._pages = pages
        self._found: list[Choice] = []
        self._box = QLineEdit()
        self._rows = QStandardItemModel(0, 2, self)
        self._list = QTreeView()
        self._nothing = QLabel(tr("Nothing found. Try another word."))
        self._below = QStackedWidget()
        self._lay_out()
        self._box.textChanged.connect(self._find)
        self._box.returnPressed.connect(self._run_current)
        self._box.installEventFilter(self)
        self._list.clicked.connect(self._run)
        self._list.selectionModel().currentChanged.connect(self._tell_current)

    def open(self) -> None:
        """Show it in the upper middle of the window, ready to type."""
        self._find("")
        self.setFixedWidth(min(WIDTH, self._window.width() - 32))
        self.adjustSize()
        self.move(self._window.mapToGlobal(QPoint((self._window.width() - self.width()) // 2, TOP)))
        self.show()
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the arrow keys move in the list while the box keeps the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES_IN_LIST:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        self._found = found([*self._actions, *self._pages], text) if text.strip() else self._actions
        self._rows.removeRows(0, self._rows.rowCount())
        grey = self.palette().placeholderText()  # paler, what is in the way could hardly be read
        for choice in self._found:
            self._rows.appendRow(_row(choice, grey))
        self._below.setCurrentWidget(self._list if self._found else self._nothing)
        self._list.setCurrentIndex(self._rows.index(0, 0))
        if not self._found:
            announce(self._nothing.text(), self._box)

    def _tell_current(self, current: QModelIndex) -> None:
        """The box keeps the keyboard, so a screen reader would not say which line is chosen."""
        if current.isValid():
            choice = self._found[current.row()]
            announce(". ".join(filter(None, (choice.words, choice.obstacle or choice.keys))), self._box)

    def _run_current(self) -> None:
        self._run(self._list.currentIndex())

    def _run(self, index: QModelIndex) -> None:
        choice = self._found[index.row()] if index.isValid() else None
        if choice is not None and not choice.obstacle:
            self.close()
            choice.run()

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(tr("Search actions"))
        self._box.setPlaceholderText(tr("What would you like to do?"))
        self._box.setAccessibleName(tr("Search actions"))
        self._box.setMinimumHeight(LEAST_HEIGHT)
        self._list.setModel(self._rows)
        self._list.setAccessibleName(tr("Actions found"))
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        header = self._list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._below.setFixedHeight(ROWS_SHOWN * LEAST_HEIGHT)
        self._below.addWidget(self._list)
        self._below.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self._below)


def _row(choice: Choice, grey: QBrush) -> list[QStandardItem]:
    """The name, and at the end of the line its keys or what is in the way."""
    name, note = QStandardItem(choice.words), QStandardItem(choice.obstacle or choice.keys)
    name.setSizeHint(QSize(0, LEAST_HEIGHT))
    note.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    note.setForeground(grey)
    if choice.obstacle:
        name.setForeground(grey)
    return [name, note]
