"""Taking in what somebody else changes in the folder, saying so, and asking where both have changed the same words."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.session import (
    Followed,
    News,
    OpenFile,
    Place,
    Session,
    both_versions,
    decide,
    follow,
    keep_versions,
    read_trash,
    take_in_again,
    undecided,
)
from editor.ui.background import Background
from editor.ui.forms.text_box import finish_composing
from editor.ui.outside.news_words import news_words
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.outside.conflict_box import ConflictBox, Decisions


class Following(QObject):
    """Brings files that were read anew into the session, and conflicts before the user."""

    said = Signal(str)
    read_again = Signal(list)
    """What was noticed at these places came at a bad moment: they shall be looked at again."""
    decided = Signal(list)
    """These places waited for a decision to be saved, and have it."""

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self._holds = 0
        self._later: dict[Place, None] = {}
        self._to_save: tuple[Place, ...] = ()
        self.box: ConflictBox | None = None

    def take(self, files: Sequence[OpenFile]) -> None:
        """Take in files as they were read anew: each since the session's own file there became what it is.

        One without data is a page that is gone; a folder that cannot be reached has lost no pages. While that is held
        up, as during a save, or a question is open, nothing is taken in; then the places are told with `read_again`.
        """
        if self._holds or self.box is not None:
            self._later.update(dict.fromkeys(file.place for file in files))
            return
        followed = self.take_now(files)
        self._ask(tuple(dict.fromkeys(conflict.place for conflict in followed.conflicts)))

    def take_now(self, files: Sequence[OpenFile]) -> Followed:
        """Take in files, and leave the question about conflicts for later."""
        finish_composing()
        followed = follow(self._session, files)
        said = news_words(followed.news, self._session.name_of)
        if said:
            self.said.emit(said)
        if News.WENT in followed.news.values():  # a colleague's program has put it into the trash
            work = functools.partial(read_trash, self._session.folder)
            self._background.run(work, self._session.receive_deleted, self._fail)
        return followed

    def hold(self) -> None:
        """Take nothing in: a save has begun, and what is read now may be older than what is written; or somebody looks
        at a page beside another version of it.
        """
        self._holds += 1

    def release(self) -> None:
        """What `hold` was for has ended."""
        self._holds -= 1
        self._go_on()

    def is_decided(self, place: Place) -> bool:
        """Whether a place may be saved; before that, what undo took off it of somebody else's changes is put back."""
        came = take_in_again(self._session, place)
        if News.PARTED in came.values():
            self.said.emit(news_words(came, self._session.name_of))
        elif came:
            self.said.emit(
                tr(
                    "What was changed on another computer is on “{page}” again, so that a save keeps it.",
                    page=self._session.name_of(place),
                )
            )
        return not undecided(self._session, [place])

    def ask_before_save(self, places: Sequence[Place]) -> None:
        """Ask about the conflicts at these places, which are saved once they are decided."""
        self._to_save = tuple(dict.fromkeys((*self._to_save, *places)))
        self._ask(self._to_save)
        if self.box is None:  # it was decided meanwhile
            self._tell_decided()

    def _ask(self, places: Sequence[Place]) -> None:
        found = undecided(self._session, places)
        if not found or self.box is not None:
            return
        from editor.ui.outside.conflict_box import ConflictBox  # seldom needed

        box = self.box = ConflictBox(found, self._window)
        box.decided.connect(self._decide)
        box.finished.connect(box.deleteLater)
        box.open()

    def _decide(self, decisions: Decisions) -> None:
        self.box = None
        versions = both_versions(self._session, decisions)
        decide(self._session, decisions)
        if versions:
            self._background.run(functools.partial(keep_versions, versions), self._kept, self._fail_to_keep)
        open_still = undecided(self._session, [one.place for one, _ in decisions])
        if open_still:
            self._to_save = ()
            self.said.emit(tr("Your own words are on the page. You are asked again before they are saved."))
        else:
            self._tell_decided()
        self._go_on()

    def _tell_decided(self) -> None:
        to_save, self._to_save = self._to_save, ()
        if to_save:
            self.decided.emit(list(to_save))

    def _go_on(self) -> None:
        if self._later and not self._holds and self.box is None:
            places, self._later = list(self._later), {}
            self.read_again.emit(places)

    def _kept(self, _nothing: None) -> None:
        """Both versions are in the history, where nobody has asked for them yet."""

    def _fail(self, error: BaseException) -> None:
        raise error

    def _fail_to_keep(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self.said.emit(
            tr("The words that are not on the page could not be kept on this computer: its disk is full or protected.")
        )
