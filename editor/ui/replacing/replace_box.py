"""The window of find and replace: what is looked for and where, and below it every place that would change."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.content.literal_search import Search
from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.fitting import resize_to_fit
from editor.ui.replacing.found_delegate import FoundDelegate
from editor.ui.replacing.found_model import FoundModel
from editor.ui.replacing.replace_run import Where
from editor.words import tr

_SIZE = QSize(900, 700)


class ReplaceBox(QDialog):
    """Asks what to replace, beside the window, which stays usable. Nothing changes until its button is pressed."""

    asked = Signal()
    """Something else is to be looked for."""
    reworded = Signal()
    """Other words are to come in the place of those found."""
    confirmed = Signal()
    undone = Signal()
    """What was replaced last is to be taken back."""
    entered = Signal(QModelIndex)
    """One wants to see a place."""

    def __init__(self, model: FoundModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find and replace"))
        self.words = _line(tr("Find"))
        self.new_words = _line(tr("Replace with"))
        self.where = QComboBox()
        self.match_case = _box(tr("Match capitals"), tr("Find words only with the capitals as you typed them"))
        self.whole_words = _box(tr("Whole words only"), tr("“pain” is not found in “painful”"))
        self.links = _box(
            tr("Links and numbers too"), tr("Look into addresses of links, DOIs and PubMed numbers as well")
        )
        self.list = QListView()
        self.list.setModel(model)
        self.replace = QPushButton(tr("Replace"))
        self._close = QPushButton(tr("Close"))
        self._undo = QuietButton(tr("Undo"))
        self._summary = QuietLine()
        self._message = QLabel()
        self._lay_out()
        self._connect()

    @property
    def search(self) -> Search:
        """What is to be looked for."""
        return Search(self.words.text(), self.match_case.isChecked(), self.whole_words.isChecked())

    def offer(self, actions: list[QAction]) -> None:
        """Have these keys work here too."""
        self.addActions(actions)

    def show_where(self, choices: dict[Where, str], chosen: Where) -> None:
        """Offer to look in these places."""
        if [self.where.itemText(row) for row in range(self.where.count())] != list(choices.values()):
            self.where.clear()
            for where, words in choices.items():
                self.where.addItem(words, where)
        self.where.setCurrentIndex(self.where.findData(chosen))

    def chosen_where(self) -> Where:
        """Where to look."""
        where: Where = self.where.currentData()
        return where

    def begin(self, words: str) -> None:
        """Be ready for the words to find; these, if any, are suggested."""
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, message: str, *, can_undo: bool = False) -> None:
        """Say what has been done; "" for nothing."""
        self._message.setText(message)
        self._undo.setVisible(can_undo)

    def show_found(self, summary: str, button: str, obstacle: str) -> None:
        """Say what was found, and what the button does or why it does nothing now."""
        self._summary.setText(summary)
        self.replace.setText(button)
        self.replace.setEnabled(not obstacle)
        self.replace.setToolTip(obstacle)

    def choose(self, index: QModelIndex) -> None:
        """Have a row chosen and in sight."""
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _go_to_list(self) -> None:
        """Go on from what is typed to what was found."""
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.asked)
        self.words.returnPressed.connect(self._go_to_list)
        self.new_words.textChanged.connect(self.reworded)
        self.new_words.returnPressed.connect(self._go_to_list)
        self.where.activated.connect(self.asked)
        for box in (self.match_case, self.whole_words, self.links):
            box.toggled.connect(self.asked)
        self.list.activated.connect(self.entered)
        self.replace.clicked.connect(self.confirmed)
        self._undo.clicked.connect(self.undone)
        self._close.clicked.connect(self.close)

    # Putting it together

    def _lay_out(self) -> None:
        self.where.setAccessibleName(tr("Where"))
        self.where.setMinimumHeight(LEAST_HEIGHT)
        self.list.setAccessibleName(tr("Places found"))
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._undo.setAccessibleName(tr("Undo what was replaced"))
        self._undo.hide()
        for button in (self.replace, self._close):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(self._questions())
        column.addWidget(self._summary)
        column.addWidget(self.list, 1)
        column.addLayout(self._answers())
        resize_to_fit(self, _SIZE)

    def _questions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        choices = WrappingRow()
        for widget in (self.where, self.match_case, self.whole_words, self.links):
            choices.addWidget(widget)
        for row, (name, box) in enumerate(((tr("Find"), self.words), (tr("Replace with"), self.new_words))):
            label = QLabel(name)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        where = QLabel(tr("Where"))
        where.setBuddy(self.where)
        where.setMinimumHeight(LEAST_HEIGHT)
        grid.addWidget(where, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(choices, 2, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _answers(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._message, 1)
        for button in (self._undo, self.replace, self._close):
            line.addWidget(button)
        return line


def _line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setMinimumHeight(LEAST_HEIGHT)
    return line


def _box(text: str, tip: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(tip)
    box.setMinimumHeight(LEAST_HEIGHT)
    return box
