"""What is open: one door in for every edit, one door out to the views; undo, redo and save."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from editor.checks.answers import Answer
from editor.content.comparison import settled_page, settled_site
from editor.content.condition_page import ConditionPage, Status
from editor.content.page_changes import duplicate_page
from editor.content.site import Site
from editor.session.deleted_pages import DeletedPage, read_trash, trashed_page
from editor.session.listing import list_folder
from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import (
    OpenFile,
    Place,
    as_file_of,
    is_site,
    new_file,
    read_file,
    slug_of,
)
from editor.session.open_records import OpenRecords
from editor.session.page_addresses import new_place, place_after, place_again
from editor.session.records import Clash, Record, merged, stepped
from editor.session.saving import SaveFailed, SaveJob, SaveResult, run_save
from editor.session.undo_history import AddedWord, Answered, Change, Step, UndoHistory
from editor.storage import ContentFolder, NotSaved
from editor.words import tr


class NotEditable(Exception):
    """The file is not read yet, or has problems that must be mended before it may be changed."""


class Session(OpenRecords):
    """One open content folder with all that can be done to it: edits, undo, saves; whoever watches is told of each.

    It lives on one thread and never waits for the disk, `save` and `open` aside.
    """

    def __init__(self, folder: ContentFolder, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(folder, UndoHistory(clock))

    @classmethod
    def open(cls, root: Path) -> Session:
        """A session on a folder with everything read; it blocks on the disk."""
        folder = ContentFolder(root)
        session = cls(folder)
        listing = list_folder(folder)
        session.receive_listing(listing)
        session.receive(*(read_file(folder, place) for place in listing.places))
        session.receive_deleted(read_trash(folder))
        return session

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

    def put_records(
        self,
        label: str,
        records: Mapping[Place, Record | None],
        settles: tuple[OpenConflict, ...] = (),
        files: Iterable[OpenFile] = (),
    ) -> None:
        """Have several places say something else in one step; None: the page goes, and a page may be a new one.

        `files` are what new pages are to be written with. That settles conflicts until it is undone. NotEditable where
        a file has problems, and then nothing is changed.
        """
        for place in records:
            if place in self._files and not self.is_editable(place):
                raise NotEditable(place)
        for file in (*files, *map(new_file, records)):
            self._files.setdefault(file.place, file)
        changes = [Change(place, self._now.get(place), record) for place, record in records.items()]
        changed = tuple(change for change in changes if change.before != change.after)
        self._settle(settles)
        if changed or settles:  # what was decided may leave the words as they are, and can be taken back all the same
            self._do(Step(label, changed or tuple(changes), settles=settles))
        else:
            self._tell()

    def _put(self, label: str, place: Place, before: Record, after: Record, merge_key: str | None) -> None:
        if before != after:
            self._do(Step(label, (Change(place, before, after),), merge_key))

    def answer(self, label: str, place: Place, mark: str, answer: Answer | None) -> None:
        """Say that a finding at a place is no problem, by the mark of that; None takes back what was said."""
        self._do(Step(label, (), answered=Answered(place, mark, self.answers.of((mark,)), answer)))

    def word_added(self, label: str, place: Place, word: str) -> None:
        """Have undo take back that a word of this place has been added to the clinic's list."""
        self.history.push(Step(label, (), added_word=AddedWord(place, word)))
        self._tell()

    def _do(self, step: Step) -> None:
        self.history.push(step)
        for change in step.changes:
            self._show(change.place, change.after)
        if step.answered is not None:
            self.answers.put(step.answered.mark, step.answered.after)
        self._tell()

    def undo(self) -> str | None:
        """Take back the last step. Nothing changes where something else came in between: the answer says why.

        Where it will not fit later either, `skip_undo` leaves it out.
        """
        step = self.history.next_undo
        if step is None:
            return None
        refusal = self._replace([(change.place, change.after, change.before) for change in step.changes])
        if refusal is None:
            self._take_apart(step)
            if step.answered is not None:
                self.answers.put(step.answered.mark, step.answered.before)
            if step.added_word is not None:
                self.own_words.drop(step.added_word.word)
            self.history.undone()
            self._tell()
        elif refusal is _CLASH:
            self.history.refused()
            return f"{_CLASH} {_SKIP}"
        return refusal

    def skip_undo(self) -> None:
        """Leave what the step did that was just refused as it is, so that an undo takes back the one before."""
        self.history.skip()
        self._tell()

    def redo(self) -> str | None:
        """Do the step last undone again; the answer as for `undo`."""
        step = self.history.next_redo
        if step is None:
            return None
        refusal = self._replace([(change.place, change.before, change.after) for change in step.changes])
        if refusal is None:
            self._put_together(step)
            if step.answered is not None:
                self.answers.put(step.answered.mark, step.answered.after)
            if step.added_word is not None:
                self.own_words.add(step.added_word.word)
            self.history.redone()
            self._tell()
        return refusal

    def _replace(self, changes: list[tuple[Place, Record | None, Record | None]]) -> str | None:
        """Make each (place, expected, wanted), or none of them."""
        records: dict[Place, Record | None] = {}
        for place, was, wanted in changes:
            where = " " + tr("Where: {page}.", page=self.name_of(place)) if len(changes) > 1 else ""
            if not self.is_editable(place):
                return _BROKEN + where
            try:
                records[place] = stepped(self._now.get(place), was, wanted)
            except Clash:
                return _CLASH + where
        for place, record in records.items():
            self._show(place, record)
        return None

    # Pages that come and go

    def place_of_new(self, name: str) -> Place:
        """The place that a new page of this name would get."""
        return new_place(name, self._taken_addresses())

    def place_renamed(self, place: Place, name: str) -> Place:
        """The place that a page would have whose address is made anew from this name."""
        return place_after(place, name, self._taken_addresses(but_for=place))

    def new_page(self, name: str) -> Place:
        """Begin a page as a draft; the place it gets."""
        place = self.place_of_new(name)
        page = ConditionPage(slug_of(place), name=name, status=Status.DRAFT)
        return self._begin(tr("new page {page}", page=name), new_file(place), page)

    def duplicate_page(self, place: Place, name: str) -> Place:
        """Begin a page with the wording of another, without its studies and review; the place it gets."""
        page = self._editable_page(place)
        copy = self.place_of_new(name)
        label = tr("duplicate {page} as {name}", page=self.name_of(place), name=name)
        return self._begin(label, new_file(copy), duplicate_page(page, slug_of(copy), name))

    def rename_page(self, place: Place, name: str, *, new_address: bool = False) -> Place:
        """Give a page another name, and with `new_address` the address made from it; the place that it has then."""
        page = self._editable_page(place)
        label = tr("rename {page} to {name}", page=self.name_of(place), name=name)
        moved = self.place_renamed(place, name) if new_address else place
        if moved == place:
            self._put(label, place, page, replace(page, name=name), None)
            return place
        if moved not in self._files or self._files[moved].data is None:  # else it is one that the page had before
            self._files[moved] = as_file_of(self._files[place], moved)
            self._move_base(place, moved)
        self._earlier[moved].studies.update(self._earlier[place].studies)
        self._first_places[moved] = self._first_places.setdefault(place, place)
        earlier = [slug for slug in page.old_slugs or () if slug not in (page.slug, slug_of(moved))]
        if self._files[place].data is not None:  # visitors may have seen it there
            earlier.append(page.slug)
        renamed = replace(page, slug=slug_of(moved), name=name, old_slugs=tuple(earlier))
        self._do(Step(label, (Change(moved, None, renamed), Change(place, page, None))))
        return moved

    def delete_page(self, place: Place) -> None:
        """Take a page out of the list; a save puts its file into the trash."""
        label = tr("delete {page}", page=self.name_of(place))
        page = self._editable_page(place)
        for earlier in self.other_addresses(place):  # its file may still be there
            slugs = tuple(slug for slug in page.old_slugs or () if slug != slug_of(earlier))
            self._gone[earlier] = replace(page, slug=slug_of(earlier), old_slugs=slugs)
        self._do(Step(label, (Change(place, page, None),)))

    def restore_page(self, deleted: DeletedPage) -> Place:
        """Bring a deleted page back; the place it gets, another one where its own is taken. Raises NotEditable."""
        label = tr("bring back {page}", page=deleted.name)
        if deleted.trashed is None:
            self._do(Step(label, (Change(deleted.place, None, self._gone[deleted.place]),)))
            return deleted.place
        page = deleted.file.as_read
        if not deleted.file.editable or not isinstance(page, ConditionPage):
            raise NotEditable(deleted.place)
        place = deleted.place
        if self._deleted.behind(place) is not deleted.trashed:
            place = place_again(place, self._taken_addresses())
        file = as_file_of(deleted.file, place)
        self._deleted.bring_back(deleted, place)
        if place == deleted.place and deleted.file.data is not None:
            self._earlier[place].keep(page, deleted.file.data)
        return self._begin(label, file, replace(page, slug=slug_of(place)))

    def _begin(self, label: str, file: OpenFile, page: ConditionPage) -> Place:
        self._files[file.place] = file
        self._do(Step(label, (Change(file.place, None, page),)))
        return file.place

    def _editable_page(self, place: Place) -> ConditionPage:
        page = self.page(place)
        if page is None or not self.is_editable(place):
            raise NotEditable(place)
        return page

    # Saving

    def prepare_save(self, place: Place) -> SaveJob:
        """The save of a place as it is now, to be run by `run_save` on any thread.

        Before it, `take_in_again` brings back what undo took off of others' changes, and `undecided` tells what to ask.
        NotEditable where the file is not read or has problems.
        """
        if not self.is_editable(place):
            raise NotEditable(place)
        self.history.end_typing()
        file, record, earlier = self._files[place], self._now.get(place), self._earlier[place]
        elsewhere = [other for other in self.other_addresses(place) if other in self._now]
        return SaveJob(
            self.folder,
            file,
            record,
            self._called(place),
            dict(earlier.studies),
            None if record is None else earlier.bytes_of(record),
            earlier.unconfirmed,
            self._deleted.behind(place),
            last_words=self._gone.get(place),
            is_moved=bool(elsewhere),
            waits=record is None and any(self.is_unsaved(one) or place in self.left_at(one) for one in elsewhere),
        )

    def prepare_again(self, job: SaveJob) -> SaveJob:
        """A save that failed, to be run once more with the words that were to be saved then.

        Where the file is another by now, the page came or went, there was something to decide, or the words were taken
        back, which the file may hold all the same, it is the save of what is there now. Raises as `prepare_save`.
        """
        place = job.file.place
        now = self.prepare_save(place)
        if now.file is not job.file or place in self._conflicts or job.record is None or now.record is None:
            return now
        if now.record == job.file.on_disk:
            return now
        return replace(now, record=job.record, earlier_bytes=self._earlier[place].bytes_of(job.record))

    def refused_save(self, place: Place) -> SaveFailed:
        """The answer to a save of a place whose file has problems; a copy elsewhere can be made of it."""
        job = SaveJob(self.folder, new_file(place), self._now.get(place), self._called(place))
        reason = tr("The file of {file} was changed on another computer and has to be mended first.", file=job.called)
        advice = tr(
            "Choose it in the list: there you see what is wrong, and often it can be mended at once."
            " Until then you can save a copy elsewhere."
        )
        return SaveFailed(job, NotSaved(reason, advice))

    def _called(self, place: Place) -> str:
        """What staff call a file within a sentence."""
        return tr("the shared texts") if is_site(place) else tr("the page “{page}”", page=self.name_of(place))

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
        self._conflicts.pop(file.place, None)
        if file.data is not None and file.as_read is not None and not earlier.is_known:
            earlier.keep(file.as_read, file.data)
        if job.record is None:
            self._bases.pop(file.place, None)
            self._taken_off.discard(file.place)
            last = replace(file, data=result.source.data, source=result.source, as_read=job.last_words or file.as_read)
            self._files[file.place] = replace(file, data=None)
            if result.trashed is not None:
                self._deleted.put(trashed_page(last, result.trashed))
        else:
            earlier.keep(job.record, result.source.data)
            earlier.studies.update(result.removed)
            self._files[file.place] = replace(
                file, data=result.source.data, source=result.source, as_read=job.record, changed=time.time()
            )
            self._deleted.saved(file.place)
            base = self._bases.get(file.place)
            if base is not None and file.as_read is not None:  # what it brought of others was undone while it ran
                self._bases[file.place], _ = merged(file.as_read, base, job.record)
        self._tell()

    def save(self, place: Place) -> SaveResult:
        """Save a place and wait for it."""
        result = run_save(self.prepare_save(place))
        self.finish_save(result)
        return result


_CLASH = tr("This step no longer fits, because the same words have been changed since then. Nothing was changed.")
_SKIP = tr("Undo once more to leave it as it is and go on to the change before it.")
_BROKEN = tr("This step has to wait until the problems in the page's file have been mended. Nothing was changed.")
