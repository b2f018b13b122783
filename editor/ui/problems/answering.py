"""Answering that a problem is none here, and asking again."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.checks.answers import Answer
from editor.session import Session
from editor.ui.forms.text_box import finish_typing
from editor.ui.problems.answer_box import AnswerBox
from editor.ui.problems.problem_model import Row
from editor.words import tr


class Answering(QObject):
    """Asks for the reason, and has the session know. `name` is who answered last, remembered from start to start."""

    said = Signal(str)

    def __init__(self, session: Session, current: Callable[[], Row | None], within: QWidget) -> None:
        """`current` tells the problem that is looked at."""
        super().__init__(within)
        self._session, self._current, self._within = session, current, within
        self.name = ""

    def answer(self) -> None:
        """Ask why the problem that is looked at is none."""
        row = self._current()
        if row is None or row.answer is not None or not row.problem.marks:
            return
        finish_typing()
        box = AnswerBox(row.problem.message, self.name, self._within.window())
        box.agreed.connect(functools.partial(self._take, row))
        box.open()

    def ask_again(self) -> None:
        """Take back what was answered to the problem that is looked at."""
        row = self._current()
        if row is None or row.answer is None:
            return
        label = tr("ask again in {page}", page=self._session.name_of(row.place))
        self._session.answer(label, row.place, row.answer.mark, None)
        self.said.emit(tr("It is in the list of problems again."))

    def _take(self, row: Row, reason: str, name: str) -> None:
        self.name = name
        problem, page = row.problem, self._session.name_of(row.place)
        answer = Answer(
            problem.marks[0], problem.rule, page, problem.words, problem.message, reason, name, date.today()
        )
        self._session.answer(tr("“not a problem here” in {page}", page=page), row.place, answer.mark, answer)
        self.said.emit(tr("Kept as not a problem here. Undo brings it back."))
