"""The card of a problem, by itself: all that its buttons say can be read."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.checks.finding import Fix
from editor.checks.severity import Severity
from editor.content.condition_page import ConditionPage
from editor.session.checking.page_problem import PageProblem
from editor.ui.problems.problem_card import ProblemCard
from editor.ui.problems.problem_model import Row

NARROW = 500
"""Pixels: the card beside list and preview on a small screen."""


def test_no_button_is_narrower_than_its_words(qtbot: QtBot) -> None:
    card = ProblemCard()
    qtbot.addWidget(card)
    card.resize(NARROW, 300)
    fix = Fix("Write “may significantly promote the overall recovery of all”")
    problem = PageProblem("E99", "sounds_certain", Severity.WARN, "It sounds certain.", fixes=(fix,))
    card.show_problem(
        Row("conditions/knee.yaml", ConditionPage("knee"), problem), "Study 1, Summary", is_in_sight=False
    )
    buttons = [button for button in card.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in buttons if "may" in button.text()] == [
        "Write “may significantly promote the overall rec…"
    ]
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
