"""What is wrong with a file that cannot be read or changed, in which line, and what to do."""

from __future__ import annotations

import itertools
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.content.reading import FileProblem
from editor.session import OpenFile, is_site
from editor.ui.broken.scrolled_words import ScrolledWords
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.forms.wrapping_row import WrappingRow
from editor.words import tr, tr_count

MOST_SHOWN = 5


class ProblemView(QWidget):
    """Shows the problems of one file; there is nothing to see where it has none."""

    changed = Signal()
    """Another file is shown, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: OpenFile | None = None
        self._names: tuple[str, ...] = ()
        self._heading = QLabel()
        self._words = QLabel()
        self.mend = QPushButton(tr("Mend it..."))
        self.look = QPushButton(tr("Show the file..."))
        self.copy = QPushButton(tr("Copy for IT"))
        self._lay_out()
        self.hide()

    def show_file(self, file: OpenFile | None, names: tuple[str, ...] = ()) -> None:
        """Show what is wrong with this file, and, in `names`, with its name."""
        if file is self.file and names == self._names:
            return
        self.file, self._names = file, names
        self.setVisible(file is not None and bool(file.problems or names))
        self._offer(can_be_mended=False)
        if file is not None and names and not file.problems:
            self._heading.setText(tr("This file's name needs mending."))
            self._words.setText("\n\n".join((tr("The file is {file}.", file=file.place), *names)))
        self.changed.emit()

    def offer_mending(self, file: OpenFile) -> None:
        """Offer to mend this file, if it is the one that is shown."""
        if file is self.file:
            self._offer(can_be_mended=True)

    def show_unreadable_folder(self, why: str) -> None:
        """Show why there are no files at all."""
        self._heading.setText(tr("The pages can't be opened."))
        self._words.setText(why)
        self.show()

    def text(self) -> str:
        """All that is shown."""
        return f"{self._heading.text()}\n{self._words.text()}"

    def _offer(self, *, can_be_mended: bool) -> None:
        file = self.file
        has_problems = file is not None and bool(file.problems)
        if file is not None and has_problems:
            self._heading.setText(_heading(file))
            self._words.setText("\n\n".join((problem_text(file, can_be_mended=can_be_mended), *self._names)))
        self.mend.setVisible(can_be_mended)
        self.look.setVisible(has_problems and file is not None and file.data is not None)
        self.copy.setVisible(has_problems)

    def _lay_out(self) -> None:
        font = QFont(self._heading.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._heading.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for label in (self._heading, self._words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMargin(4)  # room for the mark of the keyboard beside the words
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        column.addWidget(self._heading)
        column.addWidget(ScrolledWords(self._words))
        row, line = WrappingRow(), QHBoxLayout()
        line.setContentsMargins(4, 0, 0, 0)  # below the words
        line.addLayout(row)
        self.mend.setToolTip(tr("See what would be changed in the file; nothing is saved before you have seen it"))
        self.look.setToolTip(tr("See all lines of the file, with those marked that have a problem"))
        self.copy.setToolTip(tr("Copy what somebody who can mend the file has to know, to paste it into an email"))
        for button in (self.mend, self.look, self.copy):
            button.setMinimumHeight(LEAST_HEIGHT)
            button.hide()
            row.addWidget(button)
        column.addLayout(line)
        self._words.setAccessibleDescription(tr("What is wrong with this file"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def problem_text(file: OpenFile, *, can_be_mended: bool = False) -> str:
    """The problems of a file, the first few of them, each with its line; advice that several share stands once.

    Where it can be mended here, that is the advice; else what can be worked on all the same is said too.
    """
    paragraphs = [tr("The file is {file}. Nothing in it was changed.", file=file.place)]
    for advice, problems in itertools.groupby(file.problems[:MOST_SHOWN], key=attrgetter("advice")):
        paragraphs += map(_reason, problems)
        if not can_be_mended:
            paragraphs.append(advice)
    more = len(file.problems) - MOST_SHOWN
    if more > 0:
        paragraphs.append(tr_count("There is 1 more problem.", "There are {count} more problems.", more))
    if can_be_mended:
        paragraphs.append(tr("This can be mended here: you see what changes before anything is saved."))
    elif is_site(file.place):
        paragraphs.append(tr("The pages can be worked on meanwhile, and nothing of what you save there is lost."))
    else:
        paragraphs.append(tr("All other pages can be worked on meanwhile."))
    return "\n\n".join(paragraphs)


def _heading(file: OpenFile) -> str:
    can_be_read = file.as_read is not None
    if is_site(file.place):
        if can_be_read:
            return tr("The shared texts can be read, but not changed.")
        return tr("The shared texts can't be shown.")
    return tr("This page can be read, but not changed.") if can_be_read else tr("This page can't be shown.")


def _reason(problem: FileProblem) -> str:
    where = "" if problem.line is None else tr("Line {line}:", line=problem.line) + " "
    return where + problem.reason
