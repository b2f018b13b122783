"""One proposed study beside the list of all: what is done with it, and its fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QSplitter, QTableView, QVBoxLayout, QWidget

from editor.ui.adding.field_model import COMES, FIELD, FOUND, NOW, FieldModel
from editor.ui.adding.review_choices import ReviewChoices, Way, ways_of
from editor.ui.adding.review_words import NameOf, notice_words, now_heading, standing_words, title_of, way_words
from editor.ui.comparing.difference_words import Sides
from editor.ui.comparing.two_texts import TwoTexts
from editor.ui.forms.choice_box import Choice, ChoiceBox
from editor.ui.forms.field_words import plain_field_words
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.colours import alarm_colour
from editor.ui.look.headings import make_heading
from editor.words import tr

_FIELD_WIDTH, _NOW_WIDTH, _LEAST_WIDTH = 160, 230, 80
"""Pixels."""
_SHARES = [340, 130]


class ProposalView(QWidget):
    """Shows a proposal by its number, and takes what is decided about it."""

    decided = Signal(int)
    """The number of the proposal about which something was decided."""

    def __init__(self, choices: ReviewChoices, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._name_of = name_of
        self._number = -1
        self._title, self._notice, self._standing = QLabel(), QLabel(), QuietLine()
        self.way = ChoiceBox(())
        self.model = FieldModel(choices, self)
        self.table = QTableView()
        self.note = QuietLine()
        self.texts = TwoTexts(Sides(tr("There now"), FOUND))
        self._lay_out()
        self.model.ticked.connect(self.decided)
        self.way.edited.connect(self._choose_way)
        self.table.selectionModel().currentRowChanged.connect(self._show_texts)

    def show_proposal(self, number: int) -> None:
        """Show this proposal."""
        self._number = number
        proposal = self._choices.proposals[number]
        self._title.setText(title_of(proposal.found.study))
        self._notice.setText(_notice_line(notice_words(proposal)))
        self._notice.setVisible(bool(self._notice.text()))
        self._standing.setText(standing_words(proposal, self._name_of))
        self._offer_ways()
        self._show_fields()

    def show_again(self) -> None:
        """Show what was decided elsewhere."""
        self.model.show_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _offer_ways(self) -> None:
        """Have a choice where more than one thing can be done."""
        proposal = self._choices.proposals[self._number]
        ways = ways_of(proposal)
        words = (Choice(str(place), way_words(proposal, way, self._name_of)) for place, way in enumerate(ways))
        self.way.offer(tuple(words))
        self.way.show_text(str(ways.index(self._way)))
        self.way.setVisible(len(ways) > 1)

    @property
    def _way(self) -> Way:
        return self._choices.way(self._number)

    def _choose_way(self, place: str) -> None:
        self._choices.choose_way(self._number, ways_of(self._choices.proposals[self._number])[int(place)])
        self._show_fields()
        self.decided.emit(self._number)

    def _show_fields(self) -> None:
        heading = now_heading(self._way, self._name_of)
        self.texts.show_headings(Sides(heading, FOUND))
        self.table.setColumnHidden(NOW, not heading)
        self.model.show_proposal(self._number)
        wanted = self.table.sizeHintForColumn(FIELD)
        self.table.setColumnWidth(FIELD, max(wanted, self.table.columnWidth(FIELD)))
        first = next((row for row in range(self.model.rowCount()) if not self.model.pair(row).agrees), 0)
        self.table.setCurrentIndex(self.model.index(first, FIELD))

    def _show_texts(self, current: QModelIndex) -> None:
        if current.isValid():
            pair = self.model.pair(current.row())
            now, comes = (plain_field_words(pair.field, text) for text in (pair.now, pair.comes))
            self.texts.show_texts(Sides(now, comes))
            self.note.setText(self.model.note(current.row()))
            self.note.setVisible(bool(self.note.text()))

    # Putting it together

    def _lay_out(self) -> None:
        for label in (self._title, self._notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            make_heading(label)
        self._colour()
        self._lay_out_table()
        self.way.setAccessibleName(tr("What to do with this study"))
        for text in (self.texts.mine, self.texts.theirs):
            text.setMinimumHeight(2 * LEAST_HEIGHT)
        below = QWidget()
        under = QVBoxLayout(below)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(4)
        under.addWidget(self.note)
        under.addWidget(self.texts, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(below)
        splitter.setSizes(_SHARES)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(4)
        for label in (self._title, self._notice, self._standing):
            column.addWidget(label)
        column.addWidget(self.way)
        column.addWidget(splitter, 1)

    def _lay_out_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(tr("Fields of the study"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)
        table.horizontalHeader().setMinimumSectionSize(_LEAST_WIDTH)
        table.horizontalHeader().setSectionResizeMode(COMES, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((FIELD, _FIELD_WIDTH), (NOW, _NOW_WIDTH)):
            table.setColumnWidth(column, width)

    def _colour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, alarm_colour(QGuiApplication.palette()))
        if self._notice.palette().color(QPalette.ColorRole.WindowText) != alarm_colour(QGuiApplication.palette()):
            self._notice.setPalette(palette)


def _notice_line(notice: str) -> str:
    return tr("{notice}: see on the journal's page why, before you add it.", notice=notice) if notice else ""
