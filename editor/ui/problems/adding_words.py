"""Adding a word to the clinic's own list, so that it is right on all pages; undo takes it back."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from editor.session import Place, Session
from editor.session.own_words import WantedWord
from editor.storage import NotSaved, Unconfirmed
from editor.ui.background import Background
from editor.ui.problems.problem_model import Row
from editor.words import tr


class AddingWords(QObject):
    """Writes the list in the background, a word at a time, and tells what became of it."""

    said = Signal(str)
    changed = Signal()
    """The list is another."""
    busy = Signal(bool)
    """Whether a word is being added, or added no longer."""

    def __init__(self, session: Session, current: Callable[[], Row | None], parent: QObject | None = None) -> None:
        """`current` tells the problem that is looked at."""
        super().__init__(parent)
        self._session, self._current = session, current
        self._background = Background(self)
        self._is_writing = False
        session.watch(self._write)

    def add(self) -> None:
        """Add the word of the problem that is looked at."""
        row = self._current()
        if row is not None and row.problem.own_word and not self._is_writing:
            self._keep(WantedWord(row.problem.own_word, is_in=True), row.place)

    def close(self) -> None:
        """Tell nothing more; what is being written is written."""
        self._background.close()

    def _write(self) -> None:
        """See to what undo and redo want."""
        if not self._is_writing and (wanted := self._session.own_words.take()) is not None:
            self._keep(wanted, None)

    def _keep(self, wanted: WantedWord, found_at: Place | None) -> None:
        self._is_writing = True
        self.busy.emit(self._is_writing)
        self._background.run(
            functools.partial(wanted.keep, self._session.folder),
            functools.partial(self._kept, wanted, found_at),
            functools.partial(self._failed, wanted),
        )

    def _kept(self, wanted: WantedWord, found_at: Place | None, _nothing: None) -> None:
        word = wanted.word
        if found_at is not None:
            self._session.word_added(tr("add “{word}” to the clinic's words", word=word), found_at, word)
        if wanted.is_in:
            self._end(tr("“{word}” is one of the clinic's words now, on all pages. Undo takes it back.", word=word))
        else:
            self._end(tr("“{word}” is no longer one of the clinic's words.", word=word))
        self.changed.emit()

    def _failed(self, wanted: WantedWord, error: BaseException) -> None:
        if not isinstance(error, NotSaved):
            self._end("")
            raise error
        if isinstance(error, Unconfirmed):
            self._end(str(error))
            self.changed.emit()
            return
        what = (
            tr("“{word}” was not added to the clinic's words.", word=wanted.word)
            if wanted.is_in
            else tr("“{word}” is still one of the clinic's words.", word=wanted.word)
        )
        advice = tr("Nothing was lost: no page has changed. Try again, or ask whoever looks after your computers.")
        self._end(f"{what} {error.reason} {advice}")

    def _end(self, words: str) -> None:
        self._is_writing = False
        self.busy.emit(self._is_writing)
        if words:
            self.said.emit(words)
        self._write()
