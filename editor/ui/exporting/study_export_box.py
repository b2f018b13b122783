"""The question which studies to export, and as what kind of file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from editor.ui.exporting.study_file_kinds import STUDY_FILE_KINDS, StudyFileKind
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.fitting import resize_to_fit
from editor.words import tr

_SIZE = QSize(440, 0)


@dataclass(frozen=True, slots=True)
class Selection:
    """Studies that can be exported together: a word for them, and what they are called in the question."""

    name: str
    words: str


class StudyExportBox(QDialog):
    """Asks both at once, with what was chosen last; Escape exports nothing. Deleted when it is closed."""

    agreed = Signal(str, object)
    """The name of the selection, and the kind of file."""

    def __init__(
        self, selections: Sequence[Selection], first: str, kind: StudyFileKind, parent: QWidget | None = None
    ) -> None:
        """`first` is the name of the selection that is proposed."""
        super().__init__(parent)
        self.setWindowTitle(tr("Export studies"))
        self._selections = tuple(selections)
        self._which, self._kinds = QButtonGroup(self), QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        which = [(one.words, "") for one in self._selections]
        column.addWidget(_choices(tr("Which studies"), which, self._which))
        column.addWidget(_choices(tr("Kind of file"), [(one.name, one.use) for one in STUDY_FILE_KINDS], self._kinds))
        proposed = self._which.button([one.name for one in self._selections].index(first))
        proposed.setChecked(True)
        self._kinds.button(STUDY_FILE_KINDS.index(kind)).setChecked(True)
        proposed.setFocus(Qt.FocusReason.OtherFocusReason)
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(tr("Choose where..."), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        for button in buttons.buttons():
            button.setMinimumHeight(LEAST_HEIGHT)
        go_on.setDefault(True)
        buttons.accepted.connect(self._agree)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.finished.connect(self.deleteLater)
        resize_to_fit(self, _SIZE.expandedTo(self.sizeHint()))

    def _agree(self) -> None:
        name = self._selections[self._which.checkedId()].name
        kind = STUDY_FILE_KINDS[self._kinds.checkedId()]
        self.accept()
        self.agreed.emit(name, kind)


def _choices(title: str, choices: Sequence[tuple[str, str]], group: QButtonGroup) -> QGroupBox:
    """One of several, each with a line of help."""
    box = QGroupBox(title)
    column = QVBoxLayout(box)
    column.setSpacing(0)
    for number, (words, help_words) in enumerate(choices):
        button = QRadioButton(words.replace("&", "&&"))
        button.setMinimumHeight(LEAST_HEIGHT)
        button.setAccessibleDescription(help_words)
        group.addButton(button, number)
        column.addWidget(button)
        if help_words:
            line = QuietLine(help_words)
            line.setContentsMargins(24, 0, 0, 4)
            column.addWidget(line)
    return box
