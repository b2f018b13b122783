"""One named history of edits for the whole folder."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from editor.checks.answers import Answer
from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import Place
from editor.session.records import Record

TYPING_PAUSE = 2.0
"""Seconds: typing after a longer pause is a step of its own."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does at one place: the whole record `before` and `after`, None where there is no page."""

    place: Place
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Answered:
    """That a finding at `place` was answered as no problem, or an answer taken back: None where there is none."""

    place: Place
    mark: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True, slots=True)
class AddedWord:
    """That a word found at `place` was added to the clinic's list of words."""

    place: Place
    word: str


@dataclass(frozen=True, slots=True)
class Step:
    """One edit, which may change several places, the answer to a finding, or a word added to the clinic's list.

    Steps with the same `merge_key` that follow each other closely at one place become one; None never does. One with
    `takes_in` adds to one's own words what somebody else has saved in the file of that place, which may be an earlier
    address of the page; one that `settles` conflicts decides them.
    """

    label: str
    changes: tuple[Change, ...]
    merge_key: str | None = None
    takes_in: Place | None = None
    settles: tuple[OpenConflict, ...] = ()
    answered: Answered | None = None
    added_word: AddedWord | None = None

    @property
    def place(self) -> Place:
        """Where one goes to see the step."""
        beside = self.answered or self.added_word
        return self.changes[0].place if beside is None else beside.place

    @property
    def is_across(self) -> bool:
        """Whether it changes several places that are there before and after, so that none of them is where it is."""
        ends = [(change.before, change.after) for change in self.changes]
        return len(ends) > 1 and all(before is not None and after is not None for before, after in ends)

    def followed_by(self, later: Step) -> Step:
        """Both as one step; they are at one place."""
        return replace(self, changes=(replace(self.changes[0], after=later.changes[0].after),))

    @property
    def changes_nothing(self) -> bool:
        """Whether all is as before."""
        return all(change.before == change.after for change in self.changes)


class UndoHistory:
    """The steps done, and behind them those undone."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._steps: list[Step] = []
        self._done = 0
        self._typed_at: float | None = None
        self._refused = False

    @property
    def next_undo(self) -> Step | None:
        """The step that an undo takes back."""
        return self._steps[self._done - 1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that a redo does again."""
        return self._steps[self._done] if self._done < len(self._steps) else None

    def push(self, step: Step) -> None:
        """Add a step just done; what had been undone can no longer be redone."""
        del self._steps[self._done :]
        last = self.next_undo
        now = self._clock()
        typing = step.merge_key is not None
        if last is not None and self._continues(last, step, now):
            self._steps[-1] = last.followed_by(step)
            if self._steps[-1].changes_nothing:  # what was typed has been deleted again
                del self._steps[-1]
                typing = False
        else:
            self._steps.append(step)
        self._done = len(self._steps)
        self._typed_at = now if typing else None
        self._refused = False

    def end_typing(self) -> None:
        """Let the next step be one of its own, whatever its merge key; and try before a step is skipped."""
        self._typed_at = None
        self._refused = False

    def resume_typing(self, since: Record | None = None) -> None:
        """Let typing that has not ended go on as if there had been no pause, nor any since the place said `since`."""
        last = self.next_undo
        if last is None or self._typed_at is None:
            return
        self._typed_at = self._clock()
        for first in reversed(range(self._done)):
            step = self._steps[first]
            if (step.merge_key, step.place) != (last.merge_key, last.place):
                return
            if step.changes[0].before == since:
                self._steps[first:] = [step.followed_by(last)]
                self._done = len(self._steps)
                return

    def undone(self) -> None:
        """The next undo has been done."""
        self._done -= 1
        self.end_typing()

    def refused(self) -> None:
        """The next undo no longer fits."""
        self._refused = True

    @property
    def can_skip(self) -> bool:
        """Whether the next undo was just refused, so that only without it those before can be undone."""
        return self._refused

    def skip(self) -> None:
        """Forget the next undo: what it did stays as it is now."""
        self._done -= 1
        del self._steps[self._done]
        self.end_typing()

    def redone(self) -> None:
        """The next redo has been done."""
        self._done += 1
        self.end_typing()

    def _continues(self, last: Step, step: Step, now: float) -> bool:
        return (
            step.merge_key is not None
            and (step.merge_key, step.place) == (last.merge_key, last.place)
            and self._typed_at is not None
            and now - self._typed_at <= TYPING_PAUSE
        )
