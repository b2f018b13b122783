"""Asks which field each column of pasted rows is, and shows the studies that come of it before there are any."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor.content.cell_block import CellBlock
from editor.content.column_matching import count_of_studies, guessed, has_headings, studies_of
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.ui.look.headings import make_heading
from editor.ui.pasting.column_choices import ColumnChoices
from editor.ui.studies.study_cells import CellLook
from editor.ui.studies.study_columns import COLUMNS
from editor.ui.studies.study_model import StudyModel
from editor.words import tr, tr_count

WANTED_SIZE = QSize(880, 620)
"""Pixels, where the screen has them."""
SHOWN = 20
"""Studies in the preview."""
_COLUMN_WIDTHS = {"title": 260, "summary": 260, "authors": 160, "journal": 160}


class MatchingDialog(QDialog):
    """Tells the new studies in `agreed`; closed in any other way it changes nothing. Deleted when it is closed."""

    agreed = Signal(tuple)

    def __init__(self, block: CellBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._block = block
        self._heading = QLabel()
        self.headings = QCheckBox(tr("The first row is headings"))
        self.columns = ColumnChoices(block)
        self._told = QuietLine()
        self._studies = StudyModel(self)
        self.preview = QTableView()
        self._buttons = QDialogButtonBox()
        self.add = QPushButton()
        self._lay_out()
        self.headings.setChecked(has_headings(block))
        self.headings.toggled.connect(self._guess)
        self.columns.chosen.connect(self._show_studies)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        self._guess()

    def _guess(self) -> None:
        headings = self.headings.isChecked()
        self.columns.show_matching(guessed(self._block, headings=headings), headings=headings)
        self._show_studies()

    def _show_studies(self) -> None:
        """Show the first of the studies that would be made, and say how many there are."""
        headings, matching = self.headings.isChecked(), self.columns.matching
        rows = self._block.height - headings
        count = count_of_studies(self._block, matching, headings=headings)
        first = studies_of(self._block, matching, headings=headings, most=SHOWN)
        self._studies.show_studies(first, editable=False)
        for place, column in enumerate(COLUMNS):
            self.preview.setColumnHidden(place, column not in matching)
        title = tr_count("Paste 1 row", "Paste {count} rows", rows)
        self.setWindowTitle(title)
        self._heading.setText(title)
        self.add.setText(tr_count("Add 1 study", "Add {count} studies", count))
        self.add.setEnabled(count > 0)
        self.add.setToolTip("" if count else tr("Choose what at least one column is."))
        self._told.setText(self._told_of(count, rows))

    def _told_of(self, count: int, rows: int) -> str:
        if not count:
            return tr("Choose above what the columns are.")
        words = tr_count(
            "This study is added; nothing else on the page changes.",
            "These {count} studies are added; nothing else on the page changes.",
            count,
        )
        if count > SHOWN:
            words += " " + tr("The first {count} are shown.", count=SHOWN)
        if count < rows:
            words += " " + tr_count(
                "1 row says nothing in these columns.", "{count} rows say nothing in these columns.", rows - count
            )
        return words

    def _agree(self) -> None:
        studies = studies_of(self._block, self.columns.matching, headings=self.headings.isChecked())
        self.accept()
        self.agreed.emit(studies)

    # Putting it together

    def _lay_out(self) -> None:
        make_heading(self._heading)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self.headings.setMinimumHeight(LEAST_HEIGHT)
        question = QLabel(tr("Say what each column is. What is left out is not pasted."))
        question.setWordWrap(True)
        self._lay_out_preview()
        self._lay_out_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self._heading, question, self.headings):
            column.addWidget(widget)
        column.addWidget(self.columns, 3)
        column.addWidget(self._told)
        column.addWidget(self.preview, 2)
        column.addWidget(self._buttons)
        resize_to_fit(self, WANTED_SIZE)

    def _lay_out_preview(self) -> None:
        self.preview.setModel(self._studies)
        self.preview.setItemDelegate(CellLook(self.preview))
        self.preview.horizontalHeader().setStretchLastSection(True)
        self.preview.setAccessibleName(tr("The studies that are added"))
        self.preview.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.preview.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.preview.setTabKeyNavigation(False)
        self.preview.setAlternatingRowColors(True)
        self.preview.setShowGrid(False)
        self.preview.setWordWrap(False)
        self.preview.verticalHeader().hide()
        self.preview.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.preview.verticalHeader().setDefaultSectionSize(LEAST_HEIGHT)
        for place, field in enumerate(COLUMNS):
            self.preview.setColumnWidth(place, _COLUMN_WIDTHS.get(field.name, 100))

    def _lay_out_buttons(self) -> None:
        self._buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.add, cancel):
            button.setMinimumHeight(LEAST_HEIGHT)
        self.add.setDefault(True)
