"""The window that lists studies that stand more than once, or perhaps do, and asks what shall be done."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from editor.content.same_studies import Standing
from editor.session import Place
from editor.ui.comparing.difference_list import DifferenceList, number_of, rows_below
from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.duplicates.duplicate_words import (
    Found,
    Kind,
    NumberOf,
    go_words,
    place_words,
    section_words,
    study_words,
    title_words,
    where_words,
)
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(960, 660)


class DuplicatesBox(QDialog):
    """Stands beside the window, which stays usable. Deleted when it is closed."""

    scope_chosen = Signal()
    joined = Signal(Found)
    """These are the same study: what differs is to be merged or compared."""
    parted = Signal(Found)
    """These are not the same study."""
    wanted = Signal(Standing)
    """One wants to go to a study."""

    def __init__(self, name_of: Callable[[Place], str], number_of_study: NumberOf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find duplicates"))
        self._name_of, self._number_of = name_of, number_of_study
        self._found: Sequence[Found] = ()
        self.scope = QComboBox()
        self.told = QuietLine()
        self.list = DifferenceList(tr("Studies that stand more than once"))
        self.texts = TwoTexts(Sides(tr("The one"), tr("The other")))
        self.join, self.part, self.go_one, self.go_other = (QPushButton() for _ in range(4))
        self.same = QuietLine(tr("They say the same, so there is nothing to compare."))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self.scope.activated.connect(self.scope_chosen)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.join.clicked.connect(self._join)
        self.part.clicked.connect(self._part)
        self.go_one.clicked.connect(self._go_to_one)
        self.go_other.clicked.connect(self._go_to_other)
        self.close_button.clicked.connect(self.close)

    @property
    def is_of_page(self) -> bool:
        """Whether only the duplicates of the chosen page are wanted."""
        return self.scope.currentIndex() == 1

    def offer(self, actions: Sequence[QAction]) -> None:
        """Have the keys of these actions work here too."""
        self.addActions(list(actions))

    def show_found(self, found: Sequence[Found], told: str) -> None:
        """List what was found; `told` says how much was looked at."""
        chosen = self._place_of_chosen()
        self._found = found
        self.told.setText(told)
        self.list.clear()
        rows = []
        for kind, group in itertools.groupby(enumerate(found), _kind):
            here = list(group)
            section = self.list.add_page(section_words(kind, len(here)))
            for number, one in here:
                where = where_words(one.standings, self._name_of, self._number_of)
                rows.append(self.list.add_difference(section, number, title_words(one.standings[0]), where))
        self.list.expandAll()
        if rows:
            self.list.setCurrentItem(rows[min(chosen, len(rows) - 1)])
        self._show_chosen()

    def chosen(self) -> Found | None:
        """What is chosen in the list."""
        item = self.list.currentItem()
        if item is None:
            return None
        row = item if item.parent() is not None else next(rows_below(item))
        return self._found[number_of(row)]

    def _place_of_chosen(self) -> int:
        item = self.list.currentItem()
        return number_of(item) if item is not None and item.parent() is not None else 0

    def _show_chosen(self) -> None:
        found = self.chosen()
        for button in (self.join, self.part, self.go_one, self.go_other):
            button.setEnabled(found is not None)
        self.same.hide()
        if found is None:
            self.texts.show_texts(Sides("", ""))
            return
        one, other = found.two
        self.texts.show_headings(Sides(self._place_words(one), self._place_words(other)))
        self.texts.show_texts(Sides(study_words(one), study_words(other)))
        self.join.setVisible(not found.says_the_same)
        self.same.setVisible(found.says_the_same)
        is_question = found.kind is Kind.PERHAPS
        self.part.setVisible(is_question)
        if is_question:
            self.join.setText(tr("Same study..."))
        else:
            self.join.setText(tr("Merge into one...") if found.is_on_one_page else tr("Compare..."))
        self.join.setToolTip(
            tr("Choose field by field what one of them shall say, and have the other go")
            if found.is_on_one_page
            else tr("See what differs, and carry over what you tick; both stay on their pages")
        )
        self.go_one.setText(self._go_words(one))
        self.go_other.setText(self._go_words(other))

    def _place_words(self, standing: Standing) -> str:
        return place_words(self._name_of(standing.page), self._number_of(standing))

    def _go_words(self, standing: Standing) -> str:
        return go_words(self._name_of(standing.page), self._number_of(standing))

    def _join(self) -> None:
        found = self.chosen()
        if found is not None:
            self.joined.emit(found)

    def _part(self) -> None:
        found = self.chosen()
        if found is not None:
            self.parted.emit(found)

    def _go_to_one(self) -> None:
        found = self.chosen()
        if found is not None:
            self.wanted.emit(found.two[0])

    def _go_to_other(self) -> None:
        found = self.chosen()
        if found is not None:
            self.wanted.emit(found.two[1])

    # Putting it together

    def _lay_out(self) -> None:
        self.scope.addItems([tr("On the whole website"), tr("On this page")])
        self.scope.setAccessibleName(tr("Where"))
        self.part.setText(tr("Not the same"))
        self.part.setToolTip(tr("They are two studies: this is not asked again until the program is closed"))
        self.join.setText(tr("Merge into one..."))
        self.go_one.setText(tr("Go to the one"))
        self.go_other.setText(tr("Go to the other"))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.texts)
        splitter.setSizes([_SIZE.height() // 2, _SIZE.height() // 2])
        answers, doors = QHBoxLayout(), QHBoxLayout()
        for line, buttons in ((answers, (self.join, self.part)), (doors, (self.go_one, self.go_other))):
            line.setSpacing(8)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
        self.same.setWordWrap(False)
        answers.insertWidget(0, self.same)
        doors.addWidget(self.close_button)
        for widget in (self.scope, self.join, self.part, self.go_one, self.go_other, self.close_button):
            widget.setMinimumHeight(LEAST_HEIGHT)
        for button in (self.join, self.part, self.go_one, self.go_other, self.close_button):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.scope, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        column.addWidget(splitter, 1)
        column.addLayout(answers)
        column.addLayout(doors)
        resize_to_fit(self, _SIZE)


def _kind(numbered: tuple[int, Found]) -> Kind:
    return numbered[1].kind
