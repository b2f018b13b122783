"""What is wrong with a file that cannot be read or changed, in which line, and what to do."""

from __future__ import annotations

import itertools
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor.content.reading import FileProblem
from editor.session import OpenFile, is_site
from editor.words import tr, tr_count

MOST_SHOWN = 5


class ProblemView(QWidget):
    """Shows the problems of one file; there is nothing to see where it has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: OpenFile | None = None
        self._names: tuple[str, ...] = ()
        self._heading = QLabel()
        self._words = QLabel()
        self._lay_out()
        self.hide()

    def show_file(self, file: OpenFile | None, names: tuple[str, ...] = ()) -> None:
        """Show what is wrong with this file, and, in `names`, with its name."""
        if file is self._file and names == self._names:
            return
        self._file, self._names = file, names
        self.setVisible(file is not None and bool(file.problems or names))
        if file is not None and file.problems:
            self._heading.setText(_heading(file))
            self._words.setText("\n\n".join((problem_text(file), *names)))
        elif file is not None and names:
            self._heading.setText(tr("This file's name needs mending."))
            self._words.setText("\n\n".join((tr("The file is {file}.", file=file.place), *names)))

    def show_unreadable_folder(self, why: str) -> None:
        """Show why there are no files at all."""
        self._heading.setText(tr("The pages can't be opened."))
        self._words.setText(why)
        self.show()

    def text(self) -> str:
        """All that is shown."""
        return f"{self._heading.text()}\n{self._words.text()}"

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
            column.addWidget(label)
        self._words.setAccessibleName(tr("What is wrong with this file"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def problem_text(file: OpenFile) -> str:
    """The problems of a file, the first few of them, each with its line; advice that several share stands once."""
    paragraphs = [tr("The file is {file}. Nothing in it was changed.", file=file.place)]
    for advice, problems in itertools.groupby(file.problems[:MOST_SHOWN], key=attrgetter("advice")):
        paragraphs += [*map(_reason, problems), advice]
    more = len(file.problems) - MOST_SHOWN
    if more > 0:
        paragraphs.append(tr_count("There is 1 more problem.", "There are {count} more problems.", more))
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
