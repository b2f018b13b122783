"""After everything is read: whether a program that ended has left unsaved work, and what shall become of it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.session import LeftWork, Place, Session, UnsavedWork, bring_back, is_of, left_work, records_of, work_of
from editor.session.records import Record
from editor.storage.journal import LeftJournal, left_behind, left_elsewhere, put_aside
from editor.ui.background import Background
from editor.ui.saving.journaling import Journaling
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.recovery.recovery_box import Chosen, RecoveryBox

Found = list[tuple[LeftJournal, tuple[UnsavedWork, ...]]]

ASKING_STATE = tr("There is unsaved work from before: nothing of it is lost, and it waits for your answer.")
"""For the status line, while the question is open."""


class Recovery(QObject):
    """Offers the work of each journal that was left behind, the oldest first. What is not decided stays for later."""

    said = Signal(str)
    asking = Signal()
    answered = Signal()
    """The question is answered, or put off: from `asking` until then no page may change."""

    def __init__(self, session: Session, journaling: Journaling, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._journaling = journaling
        self._background = background
        self._window = window
        self._found: Found = []
        self._waits: tuple[LeftWork, ...] = ()
        self._left: tuple[LeftWork, ...] = ()
        self._shown: dict[Place, tuple[Record | None, bool]] = {}
        """What the places said when it was asked about them, and whether they could be edited."""
        self.box: RecoveryBox | None = None

    def start(self) -> None:
        """Look for journals, in the background. Everything in the folder must have been read."""
        root = self._session.folder.root
        look = functools.partial(left_behind, own=self._journaling.path)
        self._background.run(functools.partial(_found, look, root), self._receive, _raise)
        self._background.run(functools.partial(_found, left_elsewhere, root), self._receive_from_elsewhere, _raise)

    def ask_again(self) -> None:
        """Look for what was not decided, or declined as another folder's, and ask; where there is none, say so."""
        if self.box is None:
            look = functools.partial(_found_anywhere, self._session.folder.root, self._journaling.path)
            self._background.run(look, self._receive_again, _raise)

    def close(self) -> None:
        """Leave what is not decided for the next start."""
        for journal, _ in self._found:
            journal.leave()
        self._found.clear()

    def _receive(self, found: Found) -> None:
        self._found += found
        if self.box is None:
            self._next()

    def _receive_from_elsewhere(self, found: Found) -> None:
        """Take what is about this folder, which then was moved or renamed, or whose drive has another letter."""
        ours: Found = []
        for journal, work in found:
            if is_of(self._session, work):
                ours.append((journal, work))
            else:
                journal.leave()
        self._receive(ours)

    def _receive_again(self, found: tuple[Found, Found]) -> None:
        here, elsewhere = found
        self._receive(here)
        self._receive_from_elsewhere(elsewhere)
        if self.box is None:
            self.said.emit(tr("There is no unsaved work from before."))

    def _next(self) -> None:
        while self._found:
            left = left_work(self._session, self._found[0][1])
            self._waits = tuple(one for one in left if one.obstacle)
            self._left = tuple(one for one in left if not one.obstacle)
            if len(left) > len(self._waits):
                self._ask(left)
                return
            self._put_away()

    def _ask(self, left: tuple[LeftWork, ...]) -> None:
        from editor.ui.recovery.recovery_box import RecoveryBox  # seldom needed

        self._shown = {one.place: self._now(one.place) for one in left}
        box = self.box = RecoveryBox(left, self._window)
        box.answered.connect(self._bring_back)
        box.postponed.connect(self._postpone)
        box.finished.connect(box.deleteLater)
        self.asking.emit()
        box.open()

    def _bring_back(self, chosen: Chosen) -> None:
        """Put it into the session, and into the journal of this program before the old one goes."""
        self.box = None
        is_as_shown = all(self._now(place) == shown for place, shown in self._shown.items())
        try:
            if chosen and is_as_shown:
                bring_back(self._session, chosen)
        finally:
            self.answered.emit()
        if chosen and not is_as_shown:  # a save has taken in what somebody else had saved
            self.said.emit(_CHANGED)
            self._next()
            return
        try:
            self._journaling.flush()
        except OSError:
            if chosen:
                self.said.emit(_BACK)
            self._postpone()  # it is offered again rather than lost
            return
        self._put_away(is_back=bool(chosen), aside=self._leaves_some(chosen))
        self._next()

    def _leaves_some(self, chosen: Chosen) -> bool:
        """Whether something that could come back was not chosen."""
        wanted = {left.place: len(differences) for left, differences in chosen}
        offered = {left.place: len(left.comparison.differences) if left.comparison else 0 for left in self._left}
        return wanted != offered

    def _now(self, place: Place) -> tuple[Record | None, bool]:
        return self._session.record(place), self._session.is_editable(place)

    def _put_away(self, *, is_back: bool = False, aside: bool = False) -> None:
        """End a journal that is decided, but for what could not be offered: that stays for the next start."""
        back = _BACK if is_back else ""
        names = tr(", ").join(left.called for left in self._waits)
        kept = tr("Changes not saved are kept until the file is mended: {pages}.", pages=names) if names else ""
        journal, _ = self._found.pop(0)
        aside = aside and journal.path.parent == self._journaling.path.parent
        if back or kept or aside:
            self.said.emit(" ".join(words for words in (back, kept, _ASIDE if aside else "") if words))
        try:
            if not is_back and journal.path.parent != self._journaling.path.parent:
                journal.decline(self._session.folder.root)  # it may be wanted where it is from, once that is back
            elif self._waits:
                journal.leave_only(records_of(left.work for left in self._waits))
            else:
                journal.put_away(aside=aside)
        except OSError:
            journal.leave()

    def _postpone(self) -> None:
        if self.box is not None:
            self.box = None
            self.answered.emit()
        self._found.pop(0)[0].leave()
        self._next()


_BACK = tr("Your changes are back. They are not saved yet: look at them, then save.")
_ASIDE = tr("What you left out is kept on this computer for a month: choose File, “Unsaved work from before...”.")
_CHANGED = tr("The pages were changed meanwhile. Nothing is lost: look at them once more, then choose.")


def _found(look: Callable[[Path], tuple[LeftJournal, ...]], root: Path) -> Found:
    """The journals with what they add up to. It blocks on the disk. One that cannot be read is left where it is."""
    found: Found = []
    for journal in look(root):
        try:
            found.append((journal, work_of(journal.records())))
        except OSError:
            journal.leave()
    return found


def _found_anywhere(root: Path, own: Path) -> tuple[Found, Found]:
    """What was left of this folder or put aside, and what of those that are gone, declined ones too."""
    behind = functools.partial(left_behind, own=own)
    return _found(behind, root) + _found(put_aside, root), _found(
        functools.partial(left_elsewhere, also_declined=True), root
    )


def _raise(error: BaseException) -> None:
    raise error
