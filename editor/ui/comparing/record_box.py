"""Comparing a study with its publisher's record: the look-up, the choice of a paper, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.content.study import Study
from editor.references.comparing import Weight
from editor.references.publisher_records import PublisherRecord
from editor.references.record_differences import record_pairs
from editor.references.reference import Notice, Reference
from editor.ui.comparing.record_rows import RecordRows
from editor.ui.comparing.record_words import candidate_words, same_words, title_of
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.local_times import day_words
from editor.ui.look.announcing import announce
from editor.ui.look.fitting import resize_to_fit
from editor.ui.look.headings import make_heading
from editor.ui.notices.notice_strip import NoticeStrip
from editor.words import tr, tr_count

_SIZE = QSize(780, 400)


class RecordBox(QDialog):
    """Says what goes on and what came of it; nothing changes before "Take". Escape changes nothing. Deleted at its end.

    What is to be done is told: to stop looking up, to look by the title, to ask anew, which of some papers it is, and
    what to take.
    """

    find_wanted = Signal()
    asking_wanted = Signal()
    stopped = Signal()
    picked = Signal(int)
    agreed = Signal(object)
    """The fields to take, a tuple of `FieldPair`."""

    def __init__(self, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare with the publisher's record"))
        self._study = study
        self._rows: RecordRows | None = None
        self._list: QListWidget | None = None
        self._heading, self._words, self._origin = QLabel(title_of(study)), QLabel(), QuietLine()
        self.notices = NoticeStrip()
        self._bar = QProgressBar()
        self._place = QVBoxLayout()
        self._buttons = QDialogButtonBox()
        self.take = self._button("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.pick = self._button(tr("This is it"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.by_title = self._button(tr("Find it by its title"), QDialogButtonBox.ButtonRole.ActionRole)
        self.again = self._button(tr("Ask again"), QDialogButtonBox.ButtonRole.ActionRole)
        self._close = self._button(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()

    def words(self) -> str:
        """What it says above all."""
        return self._words.text()

    def origin(self) -> str:
        """From where and when the record is."""
        return self._origin.text()

    @property
    def rows(self) -> RecordRows | None:
        """What differs, while that is shown."""
        return self._rows

    @property
    def candidates(self) -> QListWidget | None:
        """The papers to choose from, while these are shown."""
        return self._list

    def show_working(self, words: str) -> None:
        """Show that something is looked up."""
        self._show(words)
        self._bar.show()
        self._close.setText(tr("Cancel"))

    def show_failure(self, words: str, *, can_find: bool) -> None:
        """Say why there is no record; with `can_find`, offer to look for the paper by its title."""
        self._show(words)
        self.again.setVisible(not can_find)
        self.by_title.setVisible(can_find)
        way_on = self.by_title if can_find else self.again
        way_on.setDefault(True)
        way_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_candidates(self, references: Sequence[Reference]) -> None:
        """Ask which of these papers the study is."""
        self._show(tr("Which of these papers is it? Nothing is changed yet."))
        chooser = QListWidget()
        chooser.setAccessibleName(tr("Papers that are like it"))
        chooser.setWordWrap(True)
        chooser.setSpacing(4)
        chooser.addItems([candidate_words(reference) for reference in references])
        chooser.setCurrentRow(0)
        chooser.itemDoubleClicked.connect(self._pick)
        self._list = chooser
        self._place.addWidget(chooser)
        self.pick.show()
        self.pick.setDefault(True)
        chooser.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_record(self, record: PublisherRecord, notices: tuple[Notice, ...], note: str = "") -> None:
        """Show what the record says otherwise; `note` tells why it is no newer one."""
        pairs = record_pairs(self._study, record.reference)
        differing = [pair for pair in pairs if pair.weight is not Weight.NONE]
        day = _day(record.asked_on)
        if differing:
            words = tr("Tick what to take over from the record. Undo takes it back.")
        else:
            words = same_words(pairs, day)
        self._show(words)
        asked = tr("Record of {source}, asked {day}.", source=record.source, day=day)
        agreeing = [pair.field.label for pair in pairs if pair.weight is Weight.NONE]
        same = tr("The same in both: {fields}.", fields=tr(", ").join(agreeing)) if agreeing and differing else ""
        self._origin.setText(" ".join(filter(None, (asked, note, same))))
        self._origin.show()
        self.notices.show_notices(notices)
        self.again.show()
        if differing:
            self._rows = RecordRows(differing)
            self._rows.ticked.connect(self._count)
            self._place.addWidget(self._rows)
            self.take.show()
            self.take.setDefault(True)
            self._rows.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._count()
        else:
            self._close.setDefault(True)
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        self.stopped.emit()
        super().done(result)

    def _show(self, words: str) -> None:
        """Say this, and show nothing else."""
        for part in (self._rows, self._list):
            if part is not None:
                part.hide()
                part.deleteLater()
        self._rows = self._list = None
        for widget in (self._bar, self._origin, self.take, self.pick, self.by_title, self.again):
            widget.hide()
        self.notices.show_notices(())
        self._close.setText(tr("Close"))
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setText(words)
        announce(words, self._words)

    def _count(self) -> None:
        count = 0 if self._rows is None else len(self._rows.taken())
        self.take.setEnabled(bool(count))
        self.take.setText(tr_count("Take 1 field", "Take {count} fields", count) if count else tr("Take fields"))
        self.take.setToolTip("" if count else tr("Tick what shall be taken over."))

    def _agree(self) -> None:
        taken = () if self._rows is None else self._rows.taken()
        self.accept()
        self.agreed.emit(taken)

    def _pick(self) -> None:
        if self._list is not None:
            self.picked.emit(self._list.currentRow())

    # Putting it together

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = self._buttons.addButton(words, role)
        button.setMinimumHeight(LEAST_HEIGHT)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.take.clicked.connect(self._agree)
        self.pick.clicked.connect(self._pick)
        self.by_title.clicked.connect(self.find_wanted)
        self.again.clicked.connect(self.asking_wanted)
        self._close.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        make_heading(self._heading)
        for label in (self._heading, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Looking up"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self._heading, self.notices, self._words, self._bar, self._origin):
            column.addWidget(widget)
        column.addLayout(self._place, 1)
        column.addStretch(0)
        column.addWidget(self._buttons)
        resize_to_fit(self, _SIZE)


def _day(asked_on: date) -> str:
    return tr("today") if asked_on == date.today() else tr("on {day}", day=day_words(asked_on))
