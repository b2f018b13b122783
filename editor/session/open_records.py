"""The files of one open content folder as they were read, and the records that they say now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from types import MappingProxyType

from editor.checks import Problem
from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.session.answers import Answers
from editor.session.deleted_pages import DeletedPage, DeletedPages, unsaved_deletion
from editor.session.earlier_text import EarlierText
from editor.session.listing import Listing
from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import SITE_PLACE, OpenFile, Place, is_site, left_out, slug_of
from editor.session.own_words import OwnWords
from editor.session.rebased import Rebased
from editor.session.records import Record, merged
from editor.session.undo_history import Step, UndoHistory
from editor.storage import ContentFolder
from editor.words import tr


class OpenRecords:
    """What is open, what of it is not saved, and whom to tell when that changes.

    It is all that a view sees which only looks; the edits and saves are the `Session`'s. A record is a frozen page or
    site, and every edit replaces one.
    """

    def __init__(self, folder: ContentFolder, history: UndoHistory) -> None:
        self.folder = folder
        self.history = history
        self.answers = Answers()
        self.own_words = OwnWords()
        """The findings that are no problem; where others answer, whoever reads that tells the watchers."""
        self._files: dict[Place, OpenFile] = {}
        self._listed: tuple[Place, ...] = ()
        self._name_problems: tuple[Problem, ...] = ()
        self._site_place = SITE_PLACE
        self._now: dict[Place, Record] = {}
        self._touched: set[Place] = set()
        self._gone: dict[Place, Record] = {}
        self._bases: dict[Place, Record] = {}  # where that is not what the file says
        self._taken_off: set[Place] = set()  # earlier addresses: what a page had taken in from there was undone
        self._conflicts: dict[Place, tuple[OpenConflict, ...]] = {}
        self._first_places: dict[Place, Place] = {}  # of pages that were given new addresses
        self._deleted = DeletedPages()
        self._earlier: defaultdict[Place, EarlierText] = defaultdict(EarlierText)
        self._watchers: list[Callable[[], None]] = []

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
        return tuple(sorted(place for place in self._files if not is_site(place) and self.is_there(place)))

    def is_there(self, place: Place) -> bool:
        """Whether a place is in the list: it has a page now, or a file that cannot be shown."""
        return place in self._now or (place in self._files and self._files[place].as_read is None)

    def page(self, place: Place) -> ConditionPage | None:
        """The page as it is now; None where its file cannot be shown, or is not there."""
        record = self._now.get(place)
        return record if isinstance(record, ConditionPage) else None

    def record(self, place: Place) -> Record | None:
        """What the place says now; None where there is no page, or one that cannot be shown."""
        return self._now.get(place)

    def base_of(self, place: Place) -> Record | None:
        """What the words at a place grew from; None where the folder had no such page.

        That is what the file says, unless that cannot be read now, or holds what somebody else has saved and was taken
        off the page again.
        """
        return self._bases.get(place, self._files[place].on_disk if place in self._files else None)

    def is_apart(self, place: Place) -> bool:
        """Whether the words at a place grew from something else than what the file says."""
        return place in self._bases

    def holds_unconfirmed(self, file: OpenFile) -> bool:
        """Whether a file is as a save left it that the drive did not confirm."""
        return file.data is not None and file.data == self._earlier[file.place].unconfirmed

    def was_saved_here(self, place: Place) -> bool:
        """Whether the file was saved here since it was last read."""
        return self._earlier[place].is_known

    def last_words(self, place: Place) -> Record | None:
        """What a page that was deleted here said last."""
        return self._gone.get(place)

    def other_addresses(self, place: Place) -> tuple[Place, ...]:
        """The other places that the same page has had since the folder was opened."""
        first = self._first_places.get(place)
        places = self._first_places.items() if first is not None else ()
        return tuple(other for other, other_first in places if other_first == first and other != place)

    def left_at(self, place: Place) -> tuple[Place, ...]:
        """The page's earlier addresses whose files hold what somebody else wrote there and undo took off the page."""
        return tuple(one for one in self.other_addresses(place) if one in self._taken_off and one not in self._now)

    def saved_first(self, place: Place) -> tuple[Place, ...]:
        """Where a page is now, if the file at this earlier address of it must stay until all its words are there."""
        return tuple(one for one in self.other_addresses(place) if one in self._now and place in self.left_at(one))

    def conflicts_at(self, place: Place) -> tuple[OpenConflict, ...]:
        """What came in conflict at a place and was not decided; some of it may be over by now."""
        return self._conflicts.get(place, ())

    def _open(self, conflicts: tuple[OpenConflict, ...]) -> None:
        self._settle(conflicts)
        for one in conflicts:
            self._conflicts[one.place] = (*self.conflicts_at(one.place), one)

    def _settle(self, conflicts: tuple[OpenConflict, ...]) -> None:
        for one in conflicts:
            others = (other for other in self.conflicts_at(one.place) if not other.is_like(one))
            self._conflicts[one.place] = tuple(others)

    def receive_listing(self, listing: Listing) -> None:
        """Take in what is in the folder."""
        self._listed = listing.places
        self._name_problems = listing.problems
        self._tell()

    def name_problems(self, place: Place) -> tuple[Problem, ...]:
        """What is wrong with the name of a place's file, which may be edited all the same."""
        return tuple(problem for problem in self._name_problems if problem.file == place)

    def receive(self, *files: OpenFile) -> None:
        """Take in files that were read; what was not saved of an earlier reading is replaced by it.

        A page begun here at the same place stays: saving it tells that somebody else was quicker.
        """
        for file in files:
            if not self._was_begun_here(file.place):
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
        self._touched.discard(file.place)
        self._gone.pop(file.place, None)
        self._bases.pop(file.place, None)
        self._taken_off.discard(file.place)
        self._now.pop(file.place, None)
        if file.as_read is not None:
            self._now[file.place] = file.as_read

    def rebase(self, files: Iterable[Rebased]) -> None:
        """Have files as they were read anew be what their places are compared with, and the places say what is given.

        Watchers are told once.
        """
        for rebased in files:
            self._rebase(rebased)
        self._tell()

    def _rebase(self, rebased: Rebased) -> None:
        file, place = rebased.file, rebased.file.place
        known, last_words = self._files.get(place), self._gone.get(place)
        if known is not None:
            self._earlier[place].studies.update(left_out(known, file))
        unconfirmed = self._earlier[place].unconfirmed if known is not None and known.data == file.data else None
        self._take_in(file)
        self._earlier[place].unconfirmed = unconfirmed  # the file itself was not looked at
        if rebased.record != self._now.get(place) or rebased.record != file.on_disk:
            self._show(place, rebased.record)
        if last_words is not None and rebased.record is None:
            self._gone[place] = last_words
        if rebased.base is not None:
            self._bases[place] = rebased.base
        if file.data is None and file.as_read is None:
            del self._files[place]  # nothing is left of it, and nothing was made of it
        for step in rebased.steps:
            self.history.push(step)
        self._open(rebased.conflicts)

    def _take_apart(self, step: Step) -> None:
        """After a step was undone: what it had taken in is taken in again before the next save, and what it had
        decided is open again.
        """
        for change in step.changes if step.takes_in else ():
            file = self._files[change.place]
            if change.before is not None and change.after is not None and file.as_read is not None:
                self._bases[change.place], _ = merged(change.after, change.before, file.as_read)
        if step.takes_in not in (None, step.place):
            self._taken_off.add(step.takes_in)
        self._open(step.settles)

    def _put_together(self, step: Step) -> None:
        """After a step was done again."""
        for change in step.changes if step.takes_in else ():
            self._bases.pop(change.place, None)
        if step.takes_in is not None:
            self._taken_off.discard(step.takes_in)
        self._settle(step.settles)

    def _move_base(self, place: Place, moved: Place) -> None:
        """Have a page that is given a new address take along what it grew from, where its file has more than that."""
        base = self._bases.get(place)
        self._bases.pop(moved, None)
        if isinstance(base, ConditionPage):
            self._bases[moved] = replace(base, slug=slug_of(moved))

    def name_of(self, place: Place) -> str:
        """What staff call a page, or the shared texts."""
        if is_site(place):
            return tr("Shared texts")
        page = self._now.get(place) or self._gone.get(place)
        return ((page.name or "").strip() if page is not None else "") or slug_of(place)

    def is_editable(self, place: Place) -> bool:
        """Whether the place is read, and may be edited."""
        return place in self._files and self._files[place].editable

    def watch(self, watcher: Callable[[], None]) -> None:
        """Have `watcher` called after every change."""
        self._watchers.append(watcher)

    def _tell(self) -> None:
        with ExitStack() as watchers:  # calls them all, though one may fail
            for watcher in reversed(self._watchers):
                watchers.callback(watcher)

    def receive_deleted(self, pages: tuple[DeletedPage, ...]) -> None:
        """Take in what is in the trash."""
        self._deleted.receive(pages)
        self._tell()

    @property
    def deleted_pages(self) -> tuple[DeletedPage, ...]:
        """The pages that can be brought back, those first whose deletion is not saved yet, then the newest."""
        unsaved = (
            unsaved_deletion(self._files[place], self.name_of(place))
            for place in self.unsaved_places
            if place not in self._now and not any(other in self._now for other in self.other_addresses(place))
        )
        return (*unsaved, *self._deleted.listed(self._now))

    def has_been_saved(self, place: Place) -> bool:
        """Whether the page was ever saved, here or at an earlier address: deleted, it is among the deleted pages."""
        places = (place, *self.other_addresses(place))
        is_in_folder = any(self._files[one].data is not None for one in places if one in self._files)
        return is_in_folder or self._deleted.behind(place) is not None

    def is_unsaved(self, place: Place) -> bool:
        """Whether the place differs from its file, or may, as the drive did not confirm the last save."""
        file = self._files.get(place)
        if file is None or place not in self._touched:
            return False
        return self._now.get(place) != file.on_disk or self._earlier[place].unconfirmed is not None

    @property
    def unsaved_places(self) -> tuple[Place, ...]:
        """All places that differ from their files; last those that have no page any more."""
        unsaved = (place for place in self._touched if self.is_unsaved(place))
        return tuple(sorted(unsaved, key=lambda place: (place not in self._now, place)))

    def saved_together(self, place: Place) -> tuple[Place, ...]:
        """What a save of one page means: the page, and the files under its earlier addresses that go with it."""
        earlier = self.other_addresses(place)
        return (place, *(other for other in earlier if other not in self._now and self.is_unsaved(other)))

    def _was_begun_here(self, place: Place) -> bool:
        return not is_site(place) and self.is_unsaved(place) and self._files[place].data is None

    def _taken_addresses(self, but_for: Place | None = None) -> list[str]:
        """The addresses that pages have, those of which visitors are sent on to them, and those not read yet.

        `but_for`: a page whose addresses, earlier ones included, do not count.
        """
        own = set() if but_for is None else {but_for, *self.other_addresses(but_for)}
        taken = [slug_of(place) for place in {*self._files, *self._listed} - own if not is_site(place)]
        for place, file in self._files.items():
            record = self._now.get(place, file.as_read)
            if place not in own and isinstance(record, ConditionPage):
                taken += record.old_slugs or ()
        return taken

    def _show(self, place: Place, record: Record | None) -> None:
        """Have a place say something else now; None takes its page out of the list."""
        self._touched.add(place)
        if record is not None:
            self._now[place] = record
        elif place in self._now:
            self._gone[place] = self._now.pop(place)
