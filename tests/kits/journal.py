"""For the fault kit: types one field into the program's journal, and says what a restart would offer."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from editor.content.condition_page import ConditionPage
from editor.session import Session, file_of
from editor.session.unsaved_work import work_of
from editor.storage import ContentFolder
from editor.storage.journal import Journal, left_behind
from editor.ui.background import Background
from editor.ui.saving.journaling import Journaling

ROOT = Path("clinic")
PLACE = "conditions/back-pain.yaml"
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class Typing(QObject):
    """Types the introduction of a page, a letter at each turn of the event loop, and prints how many were typed."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._session = Session(ContentFolder(ROOT))
        self._session.receive(file_of(PLACE, b"name: Back pain\n"))
        self._background = Background(self)
        self._journaling = Journaling(self._session, Journal(ROOT, folder), self._background, self)
        self._text = ""
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        self._text += ALPHABET[len(self._text) % len(ALPHABET)]
        self._session.edit_page("type", PLACE, self._with_text, merge_key="intro")
        print(len(self._text), flush=True)

    def _with_text(self, page: ConditionPage) -> ConditionPage:
        return replace(page, intro=self._text)


def recover(folder: str) -> str:
    """The text that a restart would offer for the page's introduction, "" for none."""
    for journal in left_behind(ROOT, Path(folder)):
        work = work_of(journal.records())
        journal.leave()
        for unsaved in work:
            if isinstance(unsaved.mine, ConditionPage):
                return unsaved.mine.intro or ""
    return ""


def main(folder: str) -> int:
    """Type until killed."""
    application = QCoreApplication()
    typing = Typing(Path(folder))
    typing.setParent(application)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
