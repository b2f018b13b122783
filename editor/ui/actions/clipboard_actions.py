"""Cut, copy and paste, wherever the keyboard is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from editor.ui.actions.action import Action
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.cut_and_paste import CutAndPaste

_Key = QKeySequence.StandardKey

CLIPBOARD_MENU = ("cut", "copy", "paste")


def clipboard_actions(hands: CutAndPaste) -> tuple[Action, ...]:
    """For the menu alone: texts and the table take these keys themselves, so no key comes from here."""
    return (
        Action(
            "cut",
            tr("Cut"),
            tr("Take away the selected words or studies, to paste them elsewhere"),
            hands.cut,
            _Key.Cut,
            hands.why_not_cut,
            local=True,
        ),
        Action(
            "copy",
            tr("Copy"),
            tr("Copy the selected words or studies"),
            hands.copy,
            _Key.Copy,
            hands.why_not_copy,
            local=True,
        ),
        Action(
            "paste",
            tr("Paste"),
            tr("Put in what was cut or copied last"),
            hands.paste,
            _Key.Paste,
            hands.why_not_paste,
            local=True,
        ),
    )
