"""Cards that show one thing to be mended: the lines before and after, or two texts to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QRadioButton, QWidget

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS
from editor.session.mending import Choice, Mend
from editor.ui.comparing.marked_words import show_marked
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.headings import make_heading
from editor.words import tr

_MOST_LINES = 8


class MendCard(QFrame):
    """Lines that follow each other, as they are and as they would be, with the difference marked."""

    def __init__(self, mends: Sequence[Mend]) -> None:
        super().__init__()
        first, last = mends[0], mends[-1]
        where = tr("Line {line}: {what}", line=first.line, what=first.what)
        if last is not first:
            where = tr("Lines {first} to {last}: {what}", first=first.line, last=last.line, what=first.what)
        before = "\n".join(mend.before for mend in mends)
        after = "\n".join(mend.after or "" for mend in mends)
        texts = [(tr("Now"), before)]
        if first.after is not None:
            texts.append((tr("Mended"), after))
        boxes = [_box(tr("{name}, line {line}", name=name, line=first.line), text) for name, text in texts]
        grid = _grid(self, where)
        for row, ((name, _), box) in enumerate(zip(texts, boxes, strict=True), 1):
            label = QLabel(name)
            label.setMinimumHeight(LEAST_HEIGHT)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(box, row, 1)
        if first.after is None:
            grid.addWidget(QLabel(tr("Mended")), 2, 0)
            grid.addWidget(QLabel(tr("This line goes.") if "\n" not in before else tr("These lines go.")), 2, 1)
        else:
            show_marked(boxes[0], boxes[1], (before, after))
        if "\t" in before:
            for box in boxes:
                _show_white_space(box)
        grid.setColumnStretch(1, 1)


class ChoiceCard(QFrame):
    """Two texts of which one stays; neither is chosen at first."""

    chosen = Signal()

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.buttons = [QRadioButton(tr("Keep line {line}", line=line)) for line in choice.lines]
        heading = tr(
            "{field} stands in the file twice and says two things. Which one stays?", field=_called(choice.key)
        )
        grid = _grid(self, heading)
        for column, (button, text) in enumerate(zip(self.buttons, choice.texts, strict=True)):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.setAccessibleName(tr("{keep}: {text}", keep=button.text(), text=text or tr("nothing")))
            button.toggled.connect(self.chosen)
            grid.addWidget(button, 1, column)
            grid.addWidget(
                _box(tr("What line {line} says", line=choice.lines[column]), text or tr("nothing")), 2, column
            )
            grid.setColumnStretch(column, 1)

    @property
    def choice(self) -> int | None:
        """Which of the two stays; None while that is not chosen."""
        return next((number for number, button in enumerate(self.buttons) if button.isChecked()), None)


def _called(key: str) -> str:
    """What staff call a field, with its key, which stands in the file."""
    fields = (*PAGE_FIELDS, *STUDY_FIELDS, *SITE_FIELDS)
    label = next((field.label for field in fields if field.keys[-1] == key), "")
    return tr("“{label}” ({key})", label=label, key=key) if label else tr("“{key}”", key=key)


def _grid(card: QWidget, heading: str) -> QGridLayout:
    words = QLabel(heading)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    make_heading(words)
    grid = QGridLayout(card)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(8)
    grid.addWidget(words, 0, 0, 1, 2)
    return grid


def _box(name: str, text: str) -> QPlainTextEdit:
    """A text that can be read and copied, as high as its lines."""
    box = QPlainTextEdit(text)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName(name)
    box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    box.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines = min(_MOST_LINES, max(text.count("\n") + 1, 1 + len(text) // 80))
    frame = 2 * (box.frameWidth() + round(box.document().documentMargin()))
    box.setFixedHeight(max(LEAST_HEIGHT, lines * box.fontMetrics().lineSpacing() + frame))
    return box


def _show_white_space(box: QPlainTextEdit) -> None:
    option = box.document().defaultTextOption()
    option.setFlags(option.flags() | QTextOption.Flag.ShowTabsAndSpaces)
    box.document().setDefaultTextOption(option)
