"""Bold, italic, links and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.forms.formatting import Formatting

FORMAT_MENU = ("bold", "italic", "link", "", "dotted_list", "numbered_list")
FORMAT_BUTTONS = tuple(name for name in FORMAT_MENU if name)


def format_actions(formatting: Formatting) -> tuple[Action, ...]:
    """What can be done to words."""
    return (
        Action(
            "bold",
            tr("Bold"),
            tr("Make the selected words bold, or plain again"),
            formatting.switch_bold,
            QKeySequence.StandardKey.Bold,
            formatting.obstacle,
            is_on=formatting.is_bold,
            icon="bold",
        ),
        Action(
            "italic",
            tr("Italic"),
            tr("Make the selected words italic, or plain again"),
            formatting.switch_italic,
            QKeySequence.StandardKey.Italic,
            formatting.obstacle,
            is_on=formatting.is_italic,
            icon="italic",
        ),
        Action(
            "link",
            tr("Link..."),
            tr("Have the selected words lead to another page, or change where they lead"),
            formatting.ask_link,
            "Ctrl+K",
            formatting.obstacle,
            is_on=formatting.is_link,
            icon="link",
        ),
        Action(
            "dotted_list",
            tr("List with dots"),
            tr("Make the selected lines a list, or paragraphs again"),
            formatting.switch_dotted,
            "Ctrl+Shift+L",
            formatting.obstacle,
            is_on=formatting.is_dotted,
            icon="list",
        ),
        Action(
            "numbered_list",
            tr("Numbered list"),
            tr("Make the selected lines a numbered list, or paragraphs again"),
            formatting.switch_numbered,
            "Ctrl+Shift+N",
            formatting.obstacle,
            is_on=formatting.is_numbered,
            icon="numbered_list",
        ),
    )
