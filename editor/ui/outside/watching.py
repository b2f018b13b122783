"""Noticing what other programs change in the content folder, and when the whole folder goes away and returns."""

from __future__ import annotations

import functools
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from editor.session import OpenFile, OutsideFiles, Place, look_outside
from editor.storage import Unreachable
from editor.storage.folder_watch import FolderWatch
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.outside.folder_hints import FolderHints
from editor.ui.saving.saving import Saving

LOOK_EVERY_MS = 3000
_AFTER_HINT_MS = 150
_DOUBT_MS = 500
LONGEST_MS = 20_000
"""A drive that has not answered by then counts as away: some never say so."""
_RETURNING_S = 5.0
"""A drive is back when all is as it stays, but at the latest so many seconds after it answered again."""
_FAST_S = 0.25
FRESH_S = 1.0
"""Seconds for which a look that was fast says that the drive answers: the window may have been busy since."""


class _Drive(Enum):
    """Whether the content folder can be reached."""

    THERE = auto()
    IN_DOUBT = auto()
    AWAY = auto()
    RETURNING = auto()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look has found, what was known when it began, how many seconds it took, and when it ended."""

    known: Mapping[Place, OpenFile]
    outside: OutsideFiles
    took: float
    ended: float


class Watching(QObject):
    """Looks at the content folder every few seconds in the background, never twice at once and not while a save runs.

    What has changed by content is told. News from the system make the next look come sooner; changes made on other PCs
    bring none.
    """

    changed = Signal(list)
    """These files (OpenFile) were changed by others: read anew, new ones too; without data, those that are gone."""
    looked = Signal()
    """A look has ended, and what it found has been told."""
    lost = Signal()
    """The content folder cannot be reached any more."""
    returned = Signal()
    """It can be reached again, and what has changed meanwhile has been told."""

    def __init__(
        self, editing: Editing, saving: Saving, parent: QObject | None = None, *, longest_ms: int = LONGEST_MS
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._session = editing.session
        self._saving = saving
        self._watch = FolderWatch(self._session.folder)
        self._background = Background(self)  # a drive that does not answer holds up nothing else
        self._hints = FolderHints(self)
        self._hints.came.connect(self.look_soon)
        self.lost.connect(saving.hold)
        self.returned.connect(saving.go_on)
        saving.changed.connect(self._see_progress)
        saving.ended.connect(self._go_on)
        saving.found_away.connect(self.lose)
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._look)
        self._patience = QTimer(self, singleShot=True, interval=longest_ms)
        self._patience.timeout.connect(self.lose)
        self._drive = _Drive.THERE
        self._returning_since = 0.0
        self._is_looking = False
        self._is_hinted = False
        self._waits_for_save = False
        self._to_tell_again: set[Place] = set()
        self._seen: _Seen | None = None
        self._slowness_ms = 0

    @property
    def is_away(self) -> bool:
        """Whether the content folder cannot be reached, as far as is known."""
        return self._drive in (_Drive.AWAY, _Drive.RETURNING)

    def start(self) -> None:
        """Begin to look; everything in the folder has been read."""
        self._wait(_AFTER_HINT_MS)

    def close(self) -> None:
        """Look no more."""
        self._pause.stop()
        self._patience.stop()
        self._hints.stop()
        self._background.close()

    def look_soon(self) -> None:
        """Look at the folder in a moment: something may have changed."""
        if self._is_looking:
            self._is_hinted = True
        elif self._pause.isActive() and self._pause.remainingTime() > _AFTER_HINT_MS:
            self._wait(_AFTER_HINT_MS)

    def tell_again(self, places: Collection[Place]) -> None:
        """Tell once more what has changed at these places: it could not be taken in."""
        self._to_tell_again.update(places)
        self.look_soon()

    def lose(self) -> None:
        """Know that the folder cannot be reached."""
        if not self.is_away:
            self._drive = _Drive.AWAY
            self._hints.stop()
            self.lost.emit()
        if not self._is_looking:
            self._wait(LOOK_EVERY_MS)

    def _look(self) -> None:
        self._pause.stop()
        if self._is_looking:
            return
        if self._saving.running is not None:
            self._wait_for_save()
        elif self._seen is not None:
            self._tell()
        else:
            self._is_looking, self._is_hinted = True, False
            known = dict(self._session.files)
            closely = {self._editing.place, *self._session.unsaved_places}
            look = functools.partial(
                _look_at,
                self._watch,
                known,
                closely,
                all_of_them=self._drive is _Drive.AWAY,
                tell_again=tuple(self._to_tell_again),
            )
            self._to_tell_again.clear()
            self._patience.start()
            self._background.run(look, self._take, self._fail)

    def _wait_for_save(self) -> None:
        self._waits_for_save = True
        self._patience.start()

    def _see_progress(self) -> None:
        """Of several saves, another one has begun."""
        if self._waits_for_save and self._saving.running is not None:
            self._patience.start()

    def _go_on(self) -> None:
        """The saves have ended."""
        if self._waits_for_save and self._saving.running is None:
            self._waits_for_save = False
            self._patience.stop()
            self._look()

    def _take(self, seen: _Seen) -> None:
        self._is_looking = False
        self._patience.stop()
        if seen.took < _FAST_S and time.monotonic() - seen.ended < FRESH_S:  # later it might hold up the window
            self._hints.mind(self._session.folder.root, self._editing.place)
        self._seen = seen
        if self._saving.running is None:
            self._tell()
        else:
            self._wait_for_save()  # what it brings is no news

    def _tell(self) -> None:
        """Tell what is still news, and when to look next."""
        seen, self._seen = self._seen, None
        if seen is None:
            return
        self._slowness_ms = round(seen.took * 1000)
        again = seen.outside.again_in
        self._wait(LOOK_EVERY_MS if again is None else min(round(again * 1000) + 10, LOOK_EVERY_MS))
        news = [file for file in seen.outside.files if _is_as_before(file.place, seen.known, self._session.files)]
        if news:
            self.changed.emit(news)
        self._find(is_settled=again is None)
        self.looked.emit()

    def _find(self, *, is_settled: bool) -> None:
        """The folder is there."""
        if self._drive is _Drive.AWAY:
            self._drive, self._returning_since = _Drive.RETURNING, time.monotonic()
        if self._drive is not _Drive.RETURNING:
            self._drive = _Drive.THERE
        elif is_settled or time.monotonic() - self._returning_since > _RETURNING_S:
            self._drive = _Drive.THERE
            self.returned.emit()

    def _fail(self, error: BaseException) -> None:
        self._is_looking = False
        self._patience.stop()
        if not isinstance(error, Unreachable):  # a fault of ours: it ends the watch, and must not hold back saves
            self._hints.stop()
            self._find(is_settled=True)
            raise error
        if self._drive is _Drive.THERE:
            self._drive = _Drive.IN_DOUBT
            self._wait(_DOUBT_MS)
        else:
            self._drive = _Drive.AWAY if self._drive is _Drive.RETURNING else self._drive
            self.lose()
        self.looked.emit()

    def _wait(self, milliseconds: int) -> None:
        """Look after this time; a drive that answers slowly is left in peace for as long as it took."""
        if self._is_hinted:
            milliseconds = min(milliseconds, _AFTER_HINT_MS)
        self._pause.start(max(milliseconds, self._slowness_ms))


def _look_at(
    watch: FolderWatch,
    known: Mapping[Place, OpenFile],
    closely: Collection[Place],
    *,
    all_of_them: bool,
    tell_again: Collection[Place],
) -> _Seen:
    began = time.monotonic()
    watch.tell_again(tell_again)
    outside = look_outside(watch, known, closely, all_of_them=all_of_them)
    ended = time.monotonic()
    return _Seen(known, outside, ended - began, ended)


def _is_as_before(place: Place, known: Mapping[Place, OpenFile], now: Mapping[Place, OpenFile]) -> bool:
    """Whether nothing was saved or read here since the look began, which would make its answer old."""
    before, after = known.get(place), now.get(place)
    return (None if before is None else before.data) is (None if after is None else after.data)
