"""The line below a study's title that names other pages."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.carrying.standing_line import Agreement, OtherPage, StandingLine
from editor.ui.look.tips import in_lines
from tests.ui.records import named


def card_naming(qtbot: QtBot, name: str) -> QWidget:
    """A box with the line below it, which names a page."""
    card, box = QWidget(), QLineEdit()
    qtbot.addWidget(card)
    line = StandingLine(box)
    column = QVBoxLayout(card)
    column.addWidget(box)
    column.addWidget(line)
    line.show_pages((OtherPage("conditions/a.yaml", name, "1"),), Agreement())
    return card


def test_a_long_name_of_a_page_is_shortened_and_told_whole_in_its_tip(qtbot: QtBot) -> None:
    name = "Back, hip, knee & leg pain " * 12
    card = card_naming(qtbot, name)
    link = named(card, f"Go to {name}", QToolButton)
    assert card.minimumSizeHint().width() < 400
    assert link.text().startswith("Back, hip, knee && leg pain")
    assert link.text().endswith("…")
    assert link.toolTip() == in_lines(name)


def test_a_name_as_pages_have_them_is_shown_whole(qtbot: QtBot) -> None:
    card = card_naming(qtbot, "Headache & Migraine")
    link = named(card, "Go to Headache & Migraine", QToolButton)
    assert (link.text(), link.toolTip()) == ("Headache && Migraine", "Go to this study there")
