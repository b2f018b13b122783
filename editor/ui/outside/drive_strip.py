"""The strip under the tool bar that says when the content folder, most often on a network drive, cannot be reached."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.ui.forms.notice import Notice
from editor.ui.look.announcing import announce
from editor.words import tr

AWAY_STATE = tr("Your work is safe here; can't reach the clinic drive.")


class DriveStrip(QWidget):
    """Says that the drive is away, that nothing is lost, and what happens next; else there is nothing to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._notice)
        self.hide()

    def above(self, below: QWidget) -> QWidget:
        """The two of them as one."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self)
        column.addWidget(below, 1)
        return both

    def show_drive(self, *, is_away: bool, for_later: Sequence[str]) -> None:
        """Say whether the drive is away; `for_later` are the names of what is saved once it is back."""
        words = drive_words(for_later) if is_away else ""
        if words == self._notice.text():
            return
        self._notice.say(words)
        self.setVisible(is_away)
        announce(words, self._notice)

    def text(self) -> str:
        """What is said."""
        return self._notice.text()


def drive_words(for_later: Sequence[str]) -> str:
    """What the strip says while the drive is away."""
    what = tr("Can't reach the clinic drive. Your work is safe here.")
    if not for_later:
        then = tr("You can go on working. What you save now is put on the drive as soon as it is back.")
    elif len(for_later) == 1:
        then = tr(
            "“{page}” is saved by itself as soon as the drive is back. Leave this window open until then.",
            page=for_later[0],
        )
    else:
        then = tr(
            "{count} pages are saved by themselves as soon as the drive is back. Leave this window open until then.",
            count=len(for_later),
        )
    return f"{what} {then}"
