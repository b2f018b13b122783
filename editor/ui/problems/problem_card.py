"""The card of one problem, below the texts, the studies or the list: what it is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.checks.finding import Fix
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.forms.wrapping_row import WrappingRow
from editor.ui.look.announcing import announce
from editor.ui.look.headings import make_heading
from editor.ui.look.tips import as_typed
from editor.ui.problems.answer_words import answer_words
from editor.ui.problems.problem_model import Row
from editor.ui.problems.severity_look import SEVERITY_HELP, SEVERITY_WORDS, severity_colour, severity_icon
from editor.words import tr

_SIGN = 20
"""Pixels."""
_LONGEST = 48
"""Characters of a button."""


class ProblemCard(QFrame):
    """Shows a problem; hidden where there is none to show."""

    closed = Signal()
    fix_wanted = Signal(Fix)
    """One of the ways to mend the problem is to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: Row | None = None
        self.show_me = QPushButton(tr("Show me"))
        self.add_word = QPushButton()
        self.not_here = QPushButton(tr("Not a problem here..."))
        self.ask_again = QPushButton(tr("Ask again"))
        self.previous = QPushButton(tr("Previous"))
        self.next = QPushButton(tr("Next"))
        self.put_away = QPushButton(tr("Close"))
        self._answers, self._fixes = WrappingRow(), QButtonGroup(self)
        self._fixes.idClicked.connect(self._want)
        self._sign, self._severity = QLabel(), QLabel()
        self._where, self._message, self._source = QuietLine(), QLabel(), QuietLine()
        self._lay_out()
        self.put_away.clicked.connect(self.closed)
        self.hide()

    @property
    def fixes(self) -> list[QAbstractButton]:
        """The buttons in sight that mend the problem, as it is said there."""
        return [button for button in self._fixes.buttons() if not button.isHidden()]

    def _add(self, button: QPushButton) -> None:
        button.setMinimumHeight(LEAST_HEIGHT)
        self._answers.addWidget(button)

    def show_problem(self, row: Row, where: str, *, is_in_sight: bool) -> None:
        """Show a problem; `is_in_sight`: its words are there above, so that nobody needs to be shown them."""
        is_other, self.row = self.row is None or not row.is_same(self.row), row
        problem = row.problem
        self._sign.setPixmap(severity_icon(problem.severity).pixmap(QSize(_SIGN, _SIGN), self.devicePixelRatio()))
        self._severity.setText(SEVERITY_WORDS[problem.severity])
        self._severity.setToolTip(SEVERITY_HELP[problem.severity])
        self._where.setText(where)
        self._message.setText(problem.message)
        self._offer(problem.fixes if row.answer is None else ())
        self.not_here.setVisible(row.answer is None and bool(problem.marks))
        self._offer_word(problem.own_word if row.answer is None else "")
        self.ask_again.setVisible(row.answer is not None)
        if row.answer is not None:
            self._severity.setText(tr("Not a problem"))
            self._message.setText(f"{problem.message}\n{answer_words(row.answer)}")
        self._source.setText(tr("Based on: {sources}", sources="; ".join(problem.sources)) if problem.sources else "")
        self._source.setVisible(bool(problem.sources) and not is_in_sight)
        self.show_me.setVisible(not is_in_sight)
        self._colour()
        self.show()
        if is_other and is_in_sight:
            announce(self.text(), self)

    def say_solved(self) -> None:
        """Say that nothing is left of the problem that was shown."""
        if self.row is not None:
            self.row = None
            self._severity.setText(tr("Done"))
            self._sign.clear()
            self._where.setText("")
            self._message.setText(tr("This is no longer a problem."))
            self._source.hide()
            self._offer(())
            for button in (self.show_me, self.add_word, self.not_here, self.ask_again):
                button.hide()
            self._colour()
            announce(self._message.text(), self)

    def text(self) -> str:
        """All that is said of the problem."""
        said = (self._severity.text(), self._where.text(), self._message.text(), self._source.text())
        return "\n".join(filter(None, said))

    def _offer(self, fixes: Sequence[Fix]) -> None:
        """Have a button for each of these, after the one that shows the words."""
        for number in range(len(self._fixes.buttons()), len(fixes)):
            button = QPushButton(autoDefault=False)
            button.setMinimumHeight(LEAST_HEIGHT)
            self._fixes.addButton(button, number)
            self._answers.insert_widget(1 + number, button)
            QWidget.setTabOrder(self._fixes.button(number - 1) if number else self.show_me, button)
        for number, offered in enumerate(self._fixes.buttons()):
            offered.setVisible(number < len(fixes))
            if number < len(fixes):
                label = fixes[number].label
                offered.setText(_on_button(label))
                offered.setAccessibleName(label)
                offered.setToolTip(as_typed(tr("{what}: you see what becomes of it first", what=label)))

    def _offer_word(self, word: str) -> None:
        """Have a button that adds this word to the clinic's own."""
        self.add_word.setText(tr("Add “{word}” to the clinic's words", word=word))
        self.add_word.setToolTip(as_typed(tr("No page calls “{word}” a mistake any more", word=word)))
        self.add_word.setVisible(bool(word))

    def _want(self, number: int) -> None:
        if self.row is not None and number < len(self.row.problem.fixes):
            self.fix_wanted.emit(self.row.problem.fixes[number])

    def _colour(self) -> None:
        palette = QPalette()
        if self.row is not None:
            colour = severity_colour(self.row.problem.severity, palette)
            palette.setColor(QPalette.ColorRole.WindowText, colour)
        self._severity.setPalette(palette)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        make_heading(self._severity)
        for label in (self._severity, self._message):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.setSpacing(8)
        for label in (self._sign, self._severity):
            top.addWidget(label)
        top.addWidget(self._where, 1)
        self._where.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for button in (self.previous, self.next, self.put_away):
            button.setMinimumHeight(LEAST_HEIGHT)
            top.addWidget(button)
        for button in (self.show_me, self.add_word, self.not_here, self.ask_again):
            self._add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._message)
        column.addWidget(self._source)
        column.addSpacing(4)
        column.addLayout(self._answers)


def _on_button(words: str) -> str:
    """The words as a button has them that asks before it does something."""
    shown = f"{words}..." if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    return shown.replace("&", "&&")
