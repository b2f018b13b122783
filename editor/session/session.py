"""What is open: one door in for every edit, one door out to the views; undo, redo and save."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from editor.checks import Problem
from editor.content.comparison import settled_page, settled_site
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.session.earlier_text import EarlierText
from editor.session.listing import Listing, list_folder
from editor.session.open_file import (
    SITE_PLACE,
    OpenFile,
    Place,
    is_site,
    left_out,
    paired,
    read_file,
    slug_of,
)
from editor.session.records import Record, joined, settled, stepped
from editor.session.saving import SaveFailed, SaveJob, SaveResult, run_save
from editor.session.undo_history import Step, UndoHistory
from editor.storage import ContentFolder
from editor.words import tr


class NotEditable(Exception):
    """The file is not read yet, or has problems that must be mended before it may be changed."""


class NotTaken(Exception):
    """Another version of a file cannot be worked with, so nothing was changed: the words say why and what to do."""


class Session:
    """One open content folder. It lives on one thread and never waits for the disk, `save` and `open` aside.

    A record is a frozen page or site. Every edit replaces one; whoever watches is told and looks again.
    """

    def __init__(self, folder: ContentFolder, clock: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self.history = UndoHistory(clock)
        self._files: dict[Place, OpenFile] = {}
        self._name_problems: tuple[Problem, ...] = ()
        self._site_place = SITE_PLACE
        self._now: dict[Place, Record] = {}
        self._earlier: defaultdict[Place, EarlierText] = defaultdict(EarlierText)
        self._watchers: list[Callable[[], None]] = []

    @classmethod
    def open(cls, root: Path) -> Session:
        """A session on a folder with everything read; it blocks on the disk."""
        folder = ContentFolder(root)
        session = cls(folder)
        listing = list_folder(folder)
        session.receive_listing(listing)
        session.receive(*(read_file(folder, place) for place in listing.places))
        return session

    # What is open

    @property
    def files(self) -> Mapping[Place, OpenFile]:
        """Every file read so far, the site's included, as on disk."""
        return MappingProxyType(self._files)

    @property
    def site_place(self) -> Place:
        """Where the site's texts are, or, until they are read, most likely are."""
        return self._site_place

    @property
    def site(self) -> Site:
        """The site's texts as they are now; empty until they are read."""
        record = self._now.get(self._site_place)
        return record if isinstance(record, Site) else Site()

    @property
    def page_places(self) -> tuple[Place, ...]:
        """The pages' places in the order of their names."""
        return tuple(sorted(place for place in self._files if not is_site(place)))

    def page(self, place: Place) -> ConditionPage | None:
        """The page as it is now; None where its file cannot be shown, or is not there."""
        record = self._now.get(place)
        return record if isinstance(record, ConditionPage) else None

    def receive_listing(self, listing: Listing) -> None:
        """Take in what is in the folder."""
        self._name_problems = listing.problems
        self._tell()

    def name_problems(self, place: Place) -> tuple[Problem, ...]:
        """What is wrong with the name of a place's file, which may be edited all the same."""
        return tuple(problem for problem in self._name_problems if problem.file == place)

    def receive(self, *files: OpenFile) -> None:
        """Take in files that were read; what was not saved of an earlier reading is replaced by it."""
        for file in files:
            self._take_in(file)
        self._tell()

    def _take_in(self, file: OpenFile) -> None:
        if file.place in self._files:
            self.history.end_typing()
        if is_site(file.place):
            self._files.pop(self._site_place, None)
            self._now.pop(self._site_place, None)
            self._site_place = file.place
        self._files[file.place] = file
        self._earlier[file.place].forget_versions()
        self._now.pop(file.place, None)
        if file.as_read is not None:
            self._now[file.place] = file.as_read

    def take_other(self, file: OpenFile) -> None:
        """Let a colleague's version of a file take the place of the one worked on, as a step that undo takes back.

        Undo brings one's own changes back, unsaved, beside the colleague's; only where both changed the same words
        one's own stand. Raises NotTaken where the colleague's version cannot be edited.
        """
        place = file.place
        old, mine = self._files.get(place), self._now.get(place)
        if not file.editable or file.as_read is None or old is None or mine is None:
            raise NotTaken(_why_not_taken(file))
        file = paired(file, old)
        label = tr("take the other version of {page}", page=self.name_of(place))
        self._earlier[place].studies.update(left_out(old, file))
        self._take_in(file)
        theirs = self._now[place]
        mine = settled(joined(old.as_read, mine, theirs), file.as_read)
        if mine != theirs:
            self.history.push(Step(label, place, mine, theirs))
        self._tell()

    def name_of(self, place: Place) -> str:
        """What staff call a page, or the shared texts."""
        if is_site(place):
            return tr("Shared texts")
        page = self.page(place)
        return ((page.name or "").strip() if page is not None else "") or slug_of(place)

    def is_editable(self, place: Place) -> bool:
        """Whether the place is read, and may be edited."""
        return place in self._files and self._files[place].editable

    def watch(self, watcher: Callable[[], None]) -> None:
        """Have `watcher` called after every change."""
        self._watchers.append(watcher)

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()

    # Editing

    def edit_page(
        self,
        label: str,
        place: Place,
        change: Callable[[ConditionPage], ConditionPage],
        merge_key: str | None = None,
    ) -> None:
        """Change a page; `label` names the step for undo. NotEditable where the page is not read or has problems."""
        page, file = self.page(place), self._files.get(place)
        if page is None or file is None or not file.editable or not isinstance(file.as_read, ConditionPage):
            raise NotEditable(place)
        self._put(label, place, page, settled_page(change(page), file.as_read), merge_key)

    def edit_site(self, label: str, change: Callable[[Site], Site], merge_key: str | None = None) -> None:
        """Change the site's texts; NotEditable where they are not read or have problems."""
        file = self._files.get(self._site_place)
        if file is None or not file.editable or not isinstance(file.as_read, Site):
            raise NotEditable(self._site_place)
        self._put(label, self._site_place, self.site, settled_site(change(self.site), file.as_read), merge_key)

    def _put(self, label: str, place: Place, before: Record, after: Record, merge_key: str | None) -> None:
        if before == after:
            return
        self.history.push(Step(label, place, before, after, merge_key))
        self._now[place] = after
        self._tell()

    def undo(self) -> str | None:
        """Take back the last step. Nothing changes where something else came in between: the answer says why."""
        step = self.history.next_undo
        if step is None:
            return None
        refusal = self._replace(step.place, step.after, step.before)
        if refusal is None:
            self.history.undone()
            self._tell()
        return refusal

    def redo(self) -> str | None:
        """Do the step last undone again; the answer as for `undo`."""
        step = self.history.next_redo
        if step is None:
            return None
        refusal = self._replace(step.place, step.before, step.after)
        if refusal is None:
            self.history.redone()
            self._tell()
        return refusal

    def _replace(self, place: Place, expected: Record, wanted: Record) -> str | None:
        if not self.is_editable(place):
            return _BROKEN
        record = stepped(self._now.get(place), expected, wanted)
        if record is None:
            return _CLASH
        self._now[place] = record
        return None

    # Saving

    def is_unsaved(self, place: Place) -> bool:
        """Whether the place differs from its file, or may, as the drive did not confirm the last save."""
        if place not in self._now:
            return False
        return self._now[place] != self._files[place].as_read or self._earlier[place].unconfirmed is not None

    @property
    def unsaved_places(self) -> tuple[Place, ...]:
        """All places that differ from their files."""
        return tuple(sorted(place for place in self._now if self.is_unsaved(place)))

    def prepare_save(self, place: Place) -> SaveJob:
        """The save of a place as it is now, to be run by `run_save` on any thread.

        NotEditable where the file is not read or has problems.
        """
        if not self.is_editable(place):
            raise NotEditable(place)
        self.history.end_typing()
        file, record, earlier = self._files[place], self._now[place], self._earlier[place]
        called = tr("the shared texts") if is_site(place) else tr("the page “{page}”", page=self.name_of(place))
        return SaveJob(
            self.folder, file, record, called, dict(earlier.studies), earlier.bytes_of(record), earlier.unconfirmed
        )

    def finish_save(self, result: SaveResult) -> None:
        """Take in the result of a save; what was typed since then stays, and is unsaved."""
        job = result.job
        file, earlier = job.file, self._earlier[job.file.place]
        if isinstance(result, SaveFailed):
            if result.unconfirmed is not None:
                earlier.unconfirmed = result.unconfirmed
                self._tell()
            return
        if not job.is_needed:
            return
        earlier.unconfirmed = None
        if file.data is not None and file.as_read is not None and not earlier.is_known:
            earlier.keep(file.as_read, file.data)
        earlier.keep(job.record, result.source.data)
        earlier.studies.update(result.removed)
        self._files[file.place] = replace(file, data=result.source.data, source=result.source, as_read=job.record)
        self._tell()

    def save(self, place: Place) -> SaveResult:
        """Save a place and wait for it."""
        result = run_save(self.prepare_save(place))
        self.finish_save(result)
        return result


def _why_not_taken(file: OpenFile) -> str:
    why = " ".join(problem.sentence() for problem in file.problems)
    return tr("The other version can't be opened. {why} Nothing was lost: your words are still here.", why=why)


_CLASH = tr("This step no longer fits, because the same words have been changed since then. Nothing was changed.")
_BROKEN = tr("This step has to wait until the problems in the page's file have been mended. Nothing was changed.")
