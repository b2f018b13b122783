from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from editor.ui.actions.action import Action, Actions, Menu


class Kettle:
    """Something that can be done, or not now."""

    def __init__(self) -> None:
        self.done = 0
        self.obstacle = ""
        self.label = "Boil tea"

    def boil(self) -> None:
        self.done += 1

    def why_not(self) -> str:
        return self.obstacle

    def words(self) -> str:
        return self.label

    def is_hot(self) -> bool:
        return self.done > 0


def actions_of(kettle: Kettle) -> Actions:
    boil = Action("boil", "Boil", "Heat the water", kettle.boil, "Ctrl+K", kettle.why_not, kettle.words, kettle.is_hot)
    return Actions((boil,))


def test_an_action_runs_once_when_triggered() -> None:
    kettle = Kettle()
    actions = actions_of(kettle)
    actions["boil"].trigger()
    assert kettle.done == 1


def test_what_cannot_be_done_is_grey_and_its_tip_says_why() -> None:
    kettle = Kettle()
    actions = actions_of(kettle)
    kettle.obstacle = "There is no water."
    actions.update()
    assert not actions["boil"].isEnabled()
    assert actions["boil"].toolTip() == "There is no water."
    kettle.obstacle = ""
    actions.update()
    assert actions["boil"].isEnabled()
    assert actions["boil"].toolTip() == "Heat the water (Ctrl+K)"


def test_the_words_of_the_moment_are_literal_and_buttons_stay_short() -> None:
    kettle = Kettle()
    actions = actions_of(kettle)
    kettle.label = "Boil tea & milk"
    actions.update()
    assert actions["boil"].text() == "Boil tea && milk"
    assert actions["boil"].iconText() == "Boil"


def test_a_switch_shows_what_is_on() -> None:
    kettle = Kettle()
    actions = actions_of(kettle)
    actions.update()
    assert not actions["boil"].isChecked()
    kettle.boil()
    actions.update()
    assert actions["boil"].isChecked()


def test_menus_hold_the_actions_with_their_keys(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions = actions_of(Kettle())
    actions.fill(bar, (Menu("Kitchen", ("", "boil")),))
    (menu,) = bar.findChildren(QMenu)
    assert [action.isSeparator() for action in menu.actions()] == [True, False]
    assert actions["boil"].shortcut() == QKeySequence("Ctrl+K")
