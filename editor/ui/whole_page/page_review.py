"""The page that a text comes to, passage by passage and study by study, before there is such a page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor.content.fields import STUDY_FIELDS, Field, field_named
from editor.content.search_text import single_spaced
from editor.references.page_text.found import FoundStudy
from editor.references.page_text.page_of_text import PageFromText
from editor.ui.forms.layouts import study_card
from editor.ui.forms.quiet_words import QuietButton, QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.ui.whole_page.passage_view import PassageView
from editor.ui.whole_page.review_rows import STUDY, ReviewRows
from editor.words import tr, tr_count

_SHARES = [400, 560]


class PageReview(QWidget):
    """Shows what was found and takes in what is put right; `page_found` is what was decided up to now."""

    changed = Signal()
    add_to_existing = Signal()
    """The studies are wanted on the page that has this name already."""

    def __init__(self, remark: Callable[[str], str], parent: QWidget | None = None) -> None:
        """`remark` says, of a name, the address the page gets, and whether there is such a page."""
        super().__init__(parent)
        self._remark = remark
        self._found = PageFromText.nothing()
        self._shown: tuple[str, int] | None = None
        self.name = QLineEdit()
        self.in_text = QLineEdit()
        self._told = QuietLine()
        self._about_name = QuietLine()
        self.existing = QuietButton(tr("Add the studies to that page instead"))
        self.rows = ReviewRows()
        self.passage = PassageView()
        self.card = study_card()
        self._to_check = QLabel()
        self._study = QWidget()
        self._details = QStackedWidget()
        self._lay_out()
        self.rows.row_chosen.connect(self._show_row)
        self.rows.ticked.connect(self.changed)
        self.passage.decided.connect(self._place)
        self.card.edited.connect(self._correct)
        self.name.textChanged.connect(self.show_name)
        self.existing.clicked.connect(self.add_to_existing)

    def show_found(self, found: PageFromText) -> None:
        """Show what a text comes to."""
        self._found, self._shown = found, None
        self._told.setText(_told(found))
        self.name.setText(found.name.text)
        self.in_text.setText(found.name_in_text.text)
        self.rows.show_found(found)
        self.show_name()

    def show_name(self) -> None:
        """Say what would come of the name that stands there."""
        found, name = self._found.name, self.page_name
        doubt = tr("Please check: {reason}", reason=found.unsure) if found.unsure and name == found.text else ""
        self._about_name.setText(" ".join(filter(None, (doubt, self._remark(name) if name else ""))))
        self.name.setAccessibleDescription(self._about_name.text())
        self.changed.emit()

    @property
    def page_found(self) -> PageFromText:
        """What was found, as it was put right."""
        return self._found.named(self.page_name, single_spaced(self.in_text.text()))

    @property
    def page_name(self) -> str:
        """The name that the page is to have."""
        return single_spaced(self.name.text())

    @property
    def studies(self) -> tuple[FoundStudy, ...]:
        """The studies that are ticked."""
        return tuple(self._found.studies[number] for number in self.rows.ticked_studies())

    def show_existing(self, *, is_there: bool) -> None:
        """Offer, or no longer, to add to a page that is there."""
        self.existing.setVisible(is_there)

    def _show_row(self, kind: str, number: int) -> None:
        self._shown = kind, number
        if kind == STUDY:
            study = self._found.studies[number]
            self.card.show_record(study.study, editable=True)
            self._show_notes(study)
            self._details.setCurrentWidget(self._study)
            self.card.to_top()
            if study.unsure:
                self.card.bring(field_named(STUDY_FIELDS, next(iter(study.unsure))))
        else:
            self.passage.show_passage(self._found.passages[number])
            self._details.setCurrentWidget(self.passage)

    def _show_notes(self, study: FoundStudy) -> None:
        notes = {name: tr("Please check: {reason}", reason=reason) for name, reason in study.unsure.items()}
        self.card.show_notes(notes)
        labels = ", ".join(field.label for field in STUDY_FIELDS if field.name in notes)
        self._to_check.setText(tr("Please check: {fields}", fields=labels))
        self._to_check.setVisible(bool(notes))

    def _place(self, goes: str) -> None:
        if self._shown is not None:
            self._found = self._found.placed(self._shown[1], goes)
            self.rows.show_again(self._found)

    def _correct(self, field: Field, text: str) -> None:
        if self._shown is not None:
            number = self._shown[1]
            study = self._found.studies[number].corrected(field.name, text)
            self._found = self._found.with_study(number, study)
            self.card.show_record(study.study, editable=True)
            self._show_notes(study)
            self.rows.show_again(self._found)

    def _lay_out(self) -> None:
        names = QGridLayout()
        names.setHorizontalSpacing(16)
        names.setVerticalSpacing(4)
        boxes = ((self.name, tr("Name of the page")), (self.in_text, tr("Name within a sentence")))
        for column, (box, words) in enumerate(boxes):
            label = QLabel(words)
            make_heading(label)
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.setMinimumHeight(LEAST_HEIGHT)
            names.addWidget(label, 0, column)
            names.addWidget(box, 1, column)
        names.addWidget(self._about_name, 2, 0)
        names.addWidget(self.existing, 2, 1, Qt.AlignmentFlag.AlignLeft)
        make_heading(self._to_check)
        self._to_check.setWordWrap(True)
        self._to_check.setContentsMargins(16, 8, 16, 0)
        study = QVBoxLayout(self._study)
        study.setContentsMargins(0, 0, 0, 0)
        study.setSpacing(0)
        study.addWidget(self._to_check)
        study.addWidget(self.card, 1)
        for widget in (self.passage, self._study):
            self._details.addWidget(widget)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.rows)
        splitter.addWidget(self._details)
        splitter.setSizes(_SHARES)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(8)
        column_of_all.addWidget(self._told)
        column_of_all.addLayout(names)
        column_of_all.addWidget(splitter, 1)


def _told(found: PageFromText) -> str:
    studies = tr_count("1 study was found.", "{count} studies were found.", len(found.studies))
    checks = found.doubts
    to_check = tr_count("1 thing is not sure", "{count} things are not sure", checks)
    words = tr("{count} and says “Please check”.", count=to_check) if checks == 1 else ""
    if checks > 1:
        words = tr("{count} and say “Please check”.", count=to_check)
    left = tr_count(
        "1 part of the text is left out, unless you choose otherwise.",
        "{count} parts of the text are left out, unless you choose otherwise.",
        len(found.left),
    )
    return " ".join(filter(None, (tr("Nothing is made yet."), studies, words, left if found.left else "")))
