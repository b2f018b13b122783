"""Words that a screen reader says although the keyboard is elsewhere."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(words: str, shown_by: QWidget) -> None:
    """Have a screen reader, if one is running, say these words when it has said what it is saying."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(shown_by, words))
