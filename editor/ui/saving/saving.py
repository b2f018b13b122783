"""Saving from the window: in the background, one file after the other, and never silently in vain.

What fails for a reason that may be over in a while is told once, and then tried again quietly.
"""

from __future__ import annotations

import functools
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.session import OpenFile, Place, SaveFailed, SaveJob, SaveResult, Session, file_of, is_site, run_save
from editor.storage import ChangedOnDisk, NotSaved
from editor.ui.background import Background
from editor.ui.forms.text_box import finish_typing
from editor.ui.outside.following import Following
from editor.ui.saving.copies import Copies
from editor.ui.saving.failed_saves import FailedSaves
from editor.ui.saving.not_saved_box import NotSavedBox
from editor.words import tr

MOST_CATCHING_UP = 5
"""How many times one save takes in what others have saved meanwhile, before it is told as one that failed."""


class Saving(QObject):
    """Saves files of a session, and shows what could not be saved together with the ways out.

    Where somebody else was quicker, their changes are taken in and the save is tried again; the user is asked only
    where both have changed the same words.
    """

    changed = Signal()
    """Something began or ended."""
    ended = Signal(bool)
    """All that was asked for has been tried, a save or copies. False: not all of it is done, and a message, a question
    or the strip about the drive tells the user why.
    """
    said = Signal(str)
    found_away = Signal()
    """The content folder could not be reached: what was to be saved waits for `go_on`, with all that follows."""

    def __init__(self, session: Session, background: Background, following: Following, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._following = following
        self._window = window
        self._copies = Copies(background, window)
        self._copies.said.connect(self.said)
        self._copies.ended.connect(self.ended)
        self._waiting: list[Place] = []
        self._failed: list[SaveFailed] = []
        self._undecided: list[Place] = []
        self._caught_up: Counter[Place] = Counter()
        self._put_off_since: set[Place] = set()
        """What was to be saved once more, by then with newer words, while its save ran or after it."""
        self.failures = FailedSaves(session, self)
        self.failures.due.connect(self._try_again)
        self._is_quiet = False
        self._is_held = False
        self.running: Place | None = None
        self.last_saved: datetime | None = None
        self._saved: list[Place] = []
        self._saves = 0
        following.decided.connect(self.save)

    @property
    def is_busy(self) -> bool:
        """Whether anything is on its way to the disk, copies included."""
        return self.running is not None or self._copies.is_writing

    @property
    def is_waited_for(self) -> bool:
        """Whether anything is on its way to the disk that the user has asked for just now."""
        return self._copies.is_writing or (self.running is not None and not self._is_quiet)

    @property
    def has_saved_shared_texts_alone(self) -> bool:
        """Whether the last save brought the shared texts to the disk, and no page."""
        return bool(self._saved) and all(is_site(place) for place in self._saved)

    @property
    def has_saved_once(self) -> bool:
        """Whether the last save was the first of this window that brought anything to the disk."""
        return self._saves == 1

    @property
    def for_later(self) -> tuple[Place, ...]:
        """What was to be saved, and waits for the drive to be back."""
        return tuple(failure.job.file.place for failure in self.failures.all if failure.is_away)

    def hold(self) -> None:
        """Have all saves wait: the drive is away."""
        self._is_held = True

    def go_on(self) -> None:
        """Save what waits for the drive, which is back: the words that were to be saved then.

        What failed for another reason is tried again in a while, as ever: its turn may have come while this was held.
        """
        self._is_held = False
        if self.for_later:
            self._try_again(self.for_later)
        elif self.running is None:  # else the end of what runs leads there
            self.failures.wait()

    def save(self, places: Sequence[Place]) -> None:
        """Save these files, as they are when their turn comes. What was said of the step before is taken back."""
        finish_typing()
        self.said.emit("")
        self._is_quiet = False
        self.failures.begin_anew()
        if self._is_held:
            self._put_off(places)
            self._tell_end(all_is_well=False)
            if self.running is None:  # else the end of what runs tells it
                self._tell_failed()
        else:
            self._line_up(places)

    def save_copies(self) -> None:
        """Ask where copies of all that is not saved shall go."""
        session = self._session
        self._copies.ask_where(
            [
                session.prepare_save(one) if session.is_editable(one) else session.refused_save(one).job
                for one in session.unsaved_places
            ]
        )

    def _try_again(self, places: Sequence[Place]) -> None:
        """Save what could not be saved before, and say nothing where it still can't for a reason that may pass."""
        if self.running is None and not self._is_held:  # else it waits for the end of what runs, or for `go_on`
            self._is_quiet = True
            self._line_up(places)

    def _line_up(self, places: Sequence[Place]) -> None:
        for place in places:
            needed = (*self._session.saved_first(place), place)
            self._waiting += [one for one in needed if one not in self._waiting]
        if self.running is None:
            self._saved.clear()
            self._caught_up.clear()
            self._following.hold()
            self._step(self._next)

    def _step(self, step: Callable[[], None]) -> None:
        """Take a step of a save. A fault of ours, as of a pane that shows what has changed, ends it."""
        is_done = False
        try:
            step()
            is_done = True
        finally:
            if not is_done:
                self._give_up()

    def _next(self) -> None:
        while self._waiting:
            place = self.running = self._waiting.pop(0)
            if not self._session.is_editable(place):
                self._failed.append(self._session.refused_save(place))
            elif not self._following.is_decided(place):
                self._undecided.append(place)
                self.failures.forget(place)  # what comes next is the decision, and it leads here again
            else:
                self._begin(place)
                return
        self._end(all_is_well=not self._failed and not self._undecided and not self._is_held)

    def _begin(self, place: Place) -> None:
        failed = self.failures.job_of(place) if self._is_quiet else None
        job = self._session.prepare_save(place) if failed is None else self._session.prepare_again(failed)
        self._put_off_since.discard(place)
        self.changed.emit()
        self._background.run(functools.partial(run_save, job), self._finish, self._fail)

    def _put_off(self, places: Sequence[Place]) -> None:
        away = NotSaved(
            tr("The clinic drive can't be reached."),
            tr("It is saved by itself as soon as the drive is back."),
            passing=tr("the clinic drive can't be reached"),
        )
        is_editable = self._session.is_editable
        refused = [self._session.refused_save(place) for place in places if not is_editable(place)]
        self._failed += refused
        jobs = [self._session.prepare_save(place) for place in places if is_editable(place)]
        self.failures.keep([*refused, *(SaveFailed(job, away, is_away=True) for job in jobs)])
        self._put_off_since.update(job.file.place for job in jobs)

    def _waits_with_newer_words(self, job: SaveJob) -> bool:
        """Whether other words than those of this save, which has ended, are promised to be saved later."""
        kept = self.failures.job_of(job.file.place)
        return kept is not None and job.file.place in self._put_off_since and kept.record != job.record

    def _keep(self, failed: Sequence[SaveFailed]) -> None:
        self.failures.keep(failure for failure in failed if not self._waits_with_newer_words(failure.job))

    def _finish(self, result: SaveResult) -> None:
        self._step(functools.partial(self._take, result))

    def _take(self, result: SaveResult) -> None:
        place = result.job.file.place
        if isinstance(result, SaveFailed):
            self._session.finish_save(result)  # first: the file may hold what was undone meanwhile
            if isinstance(result.error, ChangedOnDisk) and self._caught_up[place] < MOST_CATCHING_UP:
                self._caught_up[place] += 1
                work = functools.partial(_as_found, place, result.error.current)
                self._background.run(work, self._catch_up, self._fail)
                return
            if result.is_away:
                self._keep([result])
                self._put_off(self._waiting)
                self._waiting.clear()
                self._is_held = True
            else:
                self._failed.append(result)
        elif result.job.is_needed:  # else nothing was written: the file under an old address waits for the new one
            self._saved.append(place)
            if not self._waits_with_newer_words(result.job):
                self.failures.forget(place)
            if self._is_quiet:
                self.said.emit(tr("What could not be saved before is saved now."))
            self.last_saved = datetime.now().astimezone()
            if result.warning is not None:
                self.said.emit(result.warning)
            self._session.finish_save(result)
        self._next()

    def _catch_up(self, file: OpenFile) -> None:
        self._step(functools.partial(self._take_in, file))

    def _take_in(self, file: OpenFile) -> None:
        """Take in what somebody else has saved, and try again."""
        self._following.take_now([file])
        self._waiting.insert(0, file.place)
        self._next()

    def _fail(self, error: BaseException) -> None:
        """A fault of ours: tell it as one, and leave nothing waiting for an end that never comes."""
        self._give_up()
        raise error

    def _give_up(self) -> None:
        self._waiting.clear()
        if self.running is not None:
            if self.running not in self._put_off_since:
                self.failures.forget(self.running)
            self._end(all_is_well=False)

    def _end(self, *, all_is_well: bool) -> None:
        self.running = None
        self._saves += bool(self._saved)
        self._keep(self._failed)
        if self._is_quiet:
            self._failed = [failure for failure in self._failed if not failure.error.passing]
            all_is_well = not self._failed and not self._undecided and not self._is_held
        self._following.release()
        self._tell_end(all_is_well=all_is_well)
        if self._is_held:
            self.found_away.emit()
        self._tell_failed()

    def _tell_failed(self) -> None:
        failed, self._failed = self._failed, []
        if not failed:
            self._go_on()
            return
        box = NotSavedBox(failed, self._session.name_of, self._window)
        box.save_wanted.connect(self.save)
        box.copies_wanted.connect(self._copies.ask_where)
        box.finished.connect(self._go_on)
        box.open()

    def _go_on(self) -> None:
        """After all that was to be told: ask what has to be decided, and wait to try again what may go through."""
        waits, self._undecided = self._undecided, []
        if waits:
            self._following.ask_before_save(waits)
        self.failures.wait()

    def _tell_end(self, *, all_is_well: bool) -> None:
        self.changed.emit()
        self.ended.emit(all_is_well)


def _as_found(place: Place, data: bytes | None) -> OpenFile:
    """What a save has found in the place of what was read before."""
    return OpenFile(place, None, None, None) if data is None else file_of(place, data, time.time())
