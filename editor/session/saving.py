"""One save, as a value: prepared by the session, done on any thread, and its result handed back.

What writes is loaded with the first save: the window stands without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.content.condition_page import ConditionPage
from editor.content.repeated_texts import changes_elsewhere
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.session.open_file import OpenFile
from editor.session.records import Record
from editor.storage import ChangedOnDisk, ContentFolder, NotSaved, SaveReport, TrashedFile, Unconfirmed
from editor.words import tr
from editor.yaml_text import PAGE_LIMITS, Refused, YamlText

if TYPE_CHECKING:
    from editor.content.writing import RememberedStudy


@dataclass(frozen=True, slots=True)
class SaveJob:
    """What to save: the file as read, the record now, and what is remembered of the file's earlier lines.

    `called` is what staff call the file within a sentence.
    `earlier_bytes` are those of a version of this file that said just what the record says now; they are written as
    they were, so that undoing everything gives back the first bytes. `unconfirmed` are those of a save of this file
    that the drive did not confirm: the file may hold them. A record that is None takes the page's file away: into the
    trash with its `last_words`, or where the page `is_moved` to another address for good, and then it `waits` until
    the page is saved there. `brought_back` is in the trash until the page is saved.
    """

    folder: ContentFolder
    file: OpenFile
    record: Record | None
    called: str
    remembered: Mapping[StudyKey, RememberedStudy] = field(default_factory=dict)
    earlier_bytes: bytes | None = None
    unconfirmed: bytes | None = None
    brought_back: TrashedFile | None = None
    last_words: Record | None = None
    is_moved: bool = False
    waits: bool = False

    @property
    def is_needed(self) -> bool:
        """Whether the file may differ from the record."""
        return not self.waits and (self.record != self.file.on_disk or self.unconfirmed is not None)


@dataclass(frozen=True, slots=True)
class Saved:
    """The file holds the record now, and was read back; `warning` is something the user should know all the same.

    `removed` are the studies that the save took out of the file, with their lines; `trashed` is where a deleted page
    is now.
    """

    job: SaveJob
    source: YamlText
    warning: str | None = None
    removed: Mapping[StudyKey, RememberedStudy] = field(default_factory=dict)
    trashed: TrashedFile | None = None


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """Not saved, or not known to be; `error` says what happened and what to do.

    `unconfirmed` are the bytes that the file may hold now. `is_away`: the whole content folder cannot be reached.
    """

    job: SaveJob
    error: NotSaved
    unconfirmed: bytes | None = None
    is_away: bool = False


SaveResult = Saved | SaveFailed


def run_save(job: SaveJob) -> SaveResult:
    """Write the file. It blocks on the disk; nothing is written unless all of it can be, or where nothing differs."""
    result = _run(job)
    if isinstance(result, SaveFailed) and not isinstance(result.error, ChangedOnDisk):
        return replace(result, is_away=job.folder.is_away())
    return result


def _run(job: SaveJob) -> SaveResult:
    if not job.is_needed:
        assert job.file.source is not None
        return Saved(job, job.file.source)
    if job.record is None:
        return _take_away(job)
    try:
        written = _written(job)
    except Refused as refused:
        return SaveFailed(job, NotSaved(refused.reason, _ASK))
    try:
        report = _save(job, written.data)
    except Unconfirmed as unconfirmed:
        return SaveFailed(job, unconfirmed, written.data)
    except NotSaved as not_saved:
        return SaveFailed(job, not_saved)
    if job.brought_back is not None:
        job.folder.empty_from_trash(job.brought_back)
    warnings = [report.warning, _repeated(job, written)]
    return Saved(job, written, " ".join(warning for warning in warnings if warning) or None, _removed(job))


def _take_away(job: SaveJob) -> SaveResult:
    """Move the page's file into the trash, or away where the page has another address."""
    source, expected = job.file.source, job.unconfirmed or job.file.data
    assert source is not None
    if expected is None:
        return Saved(job, source)
    has_new_words = job.last_words not in (None, job.file.as_read) and job.file.data is not None
    if has_new_words and not job.is_moved:  # what was typed last goes into the trash too
        written = _run(replace(job, record=job.last_words, brought_back=None))
        if isinstance(written, SaveFailed):
            return replace(written, job=job)
        source, expected = written.source, written.source.data
    try:
        report = _remove(job, expected)
    except NotSaved as not_saved:
        return SaveFailed(job, not_saved, expected if expected != job.file.data else None)
    return Saved(job, source, report.warning, trashed=report.trashed)


def _remove(job: SaveJob, expected: bytes) -> SaveReport:
    remove = job.folder.remove_moved if job.is_moved else job.folder.delete
    try:
        return remove(job.file.place, expected, job.called)
    except ChangedOnDisk as changed:
        if job.file.data is None or changed.current != job.file.data:
            raise
    return remove(job.file.place, job.file.data, job.called)


def _repeated(job: SaveJob, written: YamlText) -> str | None:
    """Words for a change that the website shows in a second place, where no field of ours shows it."""
    if job.file.source is None or not changes_elsewhere(job.file.source, written):
        return None
    return tr(
        "{file} is saved. A text that you changed is repeated in another place by the website's developer,"
        " so it changes there as well.",
        file=job.called[:1].upper() + job.called[1:],
    )


_ASK = tr("The file was left as it is. Save a copy elsewhere, and ask the website's developer.")


def _save(job: SaveJob, data: bytes) -> SaveReport:
    """Save over what the file held when it was read, or over what a save that was not confirmed has put there."""
    place = job.file.place
    try:
        return job.folder.save(place, data, job.file.data, job.called)
    except ChangedOnDisk as changed:
        if changed.current is None or changed.current != job.unconfirmed:
            raise
    return job.folder.save(place, data, job.unconfirmed, job.called)


def _written(job: SaveJob) -> YamlText:
    """The file's new text; Refused where it cannot be made without touching something else."""
    from editor.content.writing import write_page, write_site

    if job.earlier_bytes is not None:
        return YamlText.read(job.earlier_bytes, PAGE_LIMITS)
    source, as_read, now = job.file.source, job.file.as_read, job.record
    assert source is not None
    if isinstance(now, ConditionPage) and isinstance(as_read, ConditionPage):
        return write_page(source, as_read, now, job.remembered)
    assert isinstance(now, Site)
    assert isinstance(as_read, Site)
    return write_site(source, as_read, now)


def _removed(job: SaveJob) -> Mapping[StudyKey, RememberedStudy]:
    from editor.content.writing import remember_removed

    source, as_read, now = job.file.source, job.file.as_read, job.record
    if source is None or not isinstance(as_read, ConditionPage) or not isinstance(now, ConditionPage):
        return {}
    return remember_removed(source, as_read, now)


def copy_of(job: SaveJob) -> bytes:
    """What a copy elsewhere holds: the file as it would have been saved, or all the words in a file of their own.

    Of a page that could not be deleted it is what the file held.

    Raises NotSaved where no file can hold the words.
    """
    from editor.content.writing import write_page, write_site

    now = job.record
    if now is None:
        return job.file.data or b""
    with suppress(Refused):
        return _written(job).data
    empty = YamlText.read(b"")
    try:
        if isinstance(now, ConditionPage):
            return write_page(empty, ConditionPage(now.slug), now).data
        return write_site(empty, Site(), now).data
    except Refused as refused:
        advice = tr("Take the words back with Undo that you typed or pasted last, and save again.")
        raise NotSaved(refused.reason, advice) from refused
