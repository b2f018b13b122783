"""One save, as a value: prepared by the session, done on any thread, and its result handed back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.content.writing import RememberedStudy, write_page, write_site
from editor.session.open_file import OpenFile, Record
from editor.storage import ChangedOnDisk, ContentFolder, NotSaved
from editor.words import tr
from editor.yaml_text import Refused, YamlText


@dataclass(frozen=True, slots=True)
class SaveJob:
    """What to save: the file as read, the record now, and what is remembered of the file's earlier lines.

    `earlier_bytes` are those of a version of this file that said just what the record says now; they are written as
    they were, so that undoing everything gives back the first bytes.
    """

    folder: ContentFolder
    file: OpenFile
    record: Record
    remembered: Mapping[StudyKey, RememberedStudy] = field(default_factory=dict)
    earlier_bytes: bytes | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """The file holds the record now, and was read back; `warning` is something the user should know all the same."""

    job: SaveJob
    source: YamlText
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """Not saved, or not known to be; `error` says what happened and what to do."""

    job: SaveJob
    error: NotSaved


SaveResult = Saved | SaveFailed


def run_save(job: SaveJob) -> SaveResult:
    """Write the file. It blocks on the disk; nothing is written unless all of it can be."""
    try:
        written = _written(job)
    except Refused as refused:
        return SaveFailed(job, NotSaved(refused.reason, _ASK))
    try:
        report = job.folder.save(job.file.place, written.data, job.file.data)
    except ChangedOnDisk as changed:
        if changed.current == written.data:
            return Saved(job, written)
        return SaveFailed(job, changed)
    except NotSaved as not_saved:
        return SaveFailed(job, not_saved)
    return Saved(job, written, report.warning)


_ASK = tr("The file was left as it is. Save a copy elsewhere, and ask the website's developer.")


def _written(job: SaveJob) -> YamlText:
    """The file's new text; Refused where it cannot be made without touching something else."""
    if job.earlier_bytes is not None:
        return YamlText.read(job.earlier_bytes)
    source, as_read, now = job.file.source, job.file.as_read, job.record
    assert source is not None
    if isinstance(now, ConditionPage) and isinstance(as_read, ConditionPage):
        return write_page(source, as_read, now, job.remembered)
    assert isinstance(now, Site)
    assert isinstance(as_read, Site)
    return write_site(source, as_read, now)
