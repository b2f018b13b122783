"""The fields of a study beside those of the publisher's record, each with a tick to take it over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from editor.references.comparing import Weight
from editor.references.field_comparison import FieldPair
from editor.ui.forms.field_words import field_words
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.words import tr

_REMARKS = {
    Weight.OTHER: tr("Says something else"),
    Weight.SPELLING: tr("Only written in another way"),
}


class RecordRows(QScrollArea):
    """What differs, row by row; ticked at first is only what the page lacks."""

    ticked = Signal()
    """Something was ticked, or is no more."""

    def __init__(self, pairs: Sequence[FieldPair], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs = tuple(pairs)
        self.boxes = tuple(_tick_box(pair) for pair in self._pairs)
        for box in self.boxes:
            box.toggled.connect(self._tell)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def taken(self) -> tuple[FieldPair, ...]:
        """What is ticked."""
        return tuple(pair for pair, box in zip(self._pairs, self.boxes, strict=True) if box.isChecked())

    def _tell(self) -> None:
        self.ticked.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, words in enumerate((tr("Take over"), tr("On this page"), tr("In the publisher's record"))):
            heading = QLabel(words)
            make_heading(heading)
            grid.addWidget(heading, 0, column)
        for number, (pair, box) in enumerate(zip(self._pairs, self.boxes, strict=True)):
            row = 1 + 2 * number
            grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text(pair, pair.now), row, 1)
            grid.addWidget(_text(pair, pair.comes), row, 2)
            grid.addWidget(QuietLine(_remark(pair)), row + 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(1 + 2 * len(self._pairs), 1)
        self.setWidget(inside)


def _tick_box(pair: FieldPair) -> QCheckBox:
    box = QCheckBox(pair.field.label)
    box.setMinimumHeight(LEAST_HEIGHT)
    box.setChecked(pair.weight is Weight.MISSING)
    now, comes = _shown(pair, pair.now), _shown(pair, pair.comes)
    box.setAccessibleDescription(
        tr("{remark}. On this page: {now}. In the record: {comes}", remark=_remark(pair), now=now, comes=comes)
    )
    return box


def _text(pair: FieldPair, text: str) -> QLabel:
    label = QLabel(_shown(pair, text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setContentsMargins(0, 5, 0, 0)
    return label


def _shown(pair: FieldPair, text: str) -> str:
    """A text as staff read it."""
    return field_words(pair.field, text) or tr("Nothing")


def _remark(pair: FieldPair) -> str:
    if pair.weight is Weight.MISSING:
        return tr("Not on this page yet") if pair.fills else tr("The record says it more exactly")
    return _REMARKS[pair.weight]
