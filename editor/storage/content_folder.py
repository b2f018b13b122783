"""One open content folder on disk: what is in it, reading it, and saving into it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from editor.storage.disk import (
    LOCK,
    OURS,
    TEMPORARY,
    create_file,
    flush_folder,
    read_dated,
    read_file,
    remove_file,
    temporary_name,
)
from editor.storage.faults import OutsideFolder, not_saved, unconfirmed, unreachable
from editor.storage.file_names import PAGES_FOLDER, SHARED_BY_STAFF
from editor.storage.folder_listing import is_file, is_page, is_site_name, list_files, site_order
from editor.storage.page_removal import PageRemoval
from editor.storage.page_save import PageSave
from editor.storage.record_files import PUBLISHER_RECORDS
from editor.storage.refusals import ChangedOnDisk, NotSaved, Unreachable
from editor.storage.slugs import refused_slug
from editor.storage.trash import TrashedFile, trashed_files, trashed_now
from editor.storage.version_history import VersionHistory
from editor.words import tr
from editor.yaml_text import PAGE_LIMITS, Unreadable, YamlText

_STALE_AFTER = 3600.0  # seconds; a save takes a few, and the clocks of PCs and servers differ by more


@dataclass(frozen=True)
class SaveReport:
    """A save that went through; `warning` says what else did not, as a sentence; `trashed` is what was deleted."""

    warning: str | None = None
    trashed: TrashedFile | None = None


class ContentFolder:
    """The files of the website's content folder `root`; what belongs to this PC alone goes to `history`.

    Files are named relative to `root`, with "/" on every system: "conditions/back-pain.yaml".
    """

    def __init__(self, root: Path, history: VersionHistory | None = None) -> None:
        self.root = root.absolute()
        self.history = history if history is not None else VersionHistory()

    def is_away(self) -> bool:
        """Whether there is nothing of a website at the moment, as where a drive is not connected."""
        return explain_folder(self.root) is not None

    def page_files(self) -> tuple[str, ...]:
        """The pages' files, sorted; hidden files, folders and our own temporaries are none. Raises Unreachable."""
        try:
            with os.scandir(self.root / PAGES_FOLDER) as entries:
                found = [entry.name for entry in entries if is_page(entry)]
        except OSError as error:
            if isinstance(error, FileNotFoundError) and self.root.is_dir():
                return ()
            raise unreachable(error, str(self.root)) from error
        return tuple(sorted(f"{PAGES_FOLDER}/{name}" for name in found))

    def site_files(self) -> tuple[str, ...]:
        """The files of what all pages share; of several, where there should be one, the first counts.

        Raises Unreachable.
        """
        try:
            with os.scandir(self.root) as entries:
                found = [entry.name for entry in entries if is_site_name(entry.name) and is_file(entry)]
        except OSError as error:
            raise unreachable(error, str(self.root)) from error
        return tuple(sorted(found, key=site_order))

    def read(self, name: str) -> bytes:
        """What the file holds. Raises Unreachable, also for what is no ordinary file or larger than any page."""
        return self.read_dated(name)[0]

    def read_dated(self, name: str) -> tuple[bytes, float]:
        """What the file holds, and when it was changed last, in seconds since 1970. Raises as `read`."""
        try:
            return read_dated(self._resolved(name), PAGE_LIMITS.size)
        except OSError as error:
            raise unreachable(error, name) from error

    def save(self, name: str, data: bytes, expected: bytes | None, called: str | None = None) -> SaveReport:
        """Put `data` into the file, which held `expected` when it was read; None: a new file.

        `called` is what staff call it within a sentence, as in "the page “Back pain”", for messages. Returns when the
        new file is on the disk for certain. Raises NotSaved, ChangedOnDisk, Unconfirmed.
        """
        called = called or name
        _check_readable(called, data)
        if expected is None:
            self._check_name(name)
        try:
            target = self._resolved(name)
        except OSError as error:
            raise not_saved(error, called) from error
        save = PageSave(called, target, data, expected, PAGE_LIMITS.size)
        return SaveReport(save.run(partial(self._keep_old, name, called)))

    def rewrite(self, name: str, called: str, change: Callable[[bytes], bytes]) -> None:
        """Have the file hold what `change` makes of what it holds, of nothing where there is none.

        Where somebody else saves it meanwhile, their change stays too. `called` as in `save`. Raises NotSaved,
        Unconfirmed.
        """
        try:
            target = self._resolved(name)
            expected = read_file(target, PAGE_LIMITS.size) if target.exists() else None
        except OSError as error:
            raise not_saved(error, called) from error
        while True:
            data = change(expected or b"")
            if data == (expected or b""):
                return
            try:
                # That this PC has no room for the earlier version is told with the next save of a page.
                PageSave(called, target, data, expected, PAGE_LIMITS.size).run(partial(self._keep_old, name, called))
            except ChangedOnDisk as changed:
                expected = changed.current
            else:
                return

    def delete(self, name: str, expected: bytes, called: str) -> SaveReport:
        """Move the page's file, which held `expected` when it was read, to the trash.

        Raises NotSaved, ChangedOnDisk, Unconfirmed.
        """
        trashed = trashed_now(name)
        warning = self._remove(name, expected, called, trashed.entry)
        return SaveReport(warning, trashed if (self.root / trashed.entry).exists() else None)

    def remove_moved(self, name: str, expected: bytes, called: str) -> SaveReport:
        """Take away a page's file whose words have got another address; the history keeps it, the trash does not.

        Raises as `delete`.
        """
        away = temporary_name(Path(PAGES_FOLDER)).as_posix()
        warning = self._remove(name, expected, called, away)
        remove_file(self.root / away)  # what stays is swept later
        return SaveReport(warning)

    def _remove(self, name: str, expected: bytes, called: str, destination: str) -> str | None:
        try:
            target = self._resolved(str(PurePosixPath(name).parent)) / PurePosixPath(name).name
            away = self._resolved(destination)
        except OSError as error:
            raise not_saved(error, called) from error
        removal = PageRemoval(called, target, expected, away, PAGE_LIMITS.size)
        return removal.run(partial(self._keep_old, name, called))

    def trash(self) -> tuple[TrashedFile, ...]:
        """The deleted pages, newest first. Raises Unreachable."""
        try:
            return trashed_files(self.root, PAGES_FOLDER)
        except OSError as error:
            raise unreachable(error, str(self.root)) from error

    def empty_from_trash(self, trashed: TrashedFile) -> None:
        """Take a page that was brought back out of the trash; the history keeps what it held there."""
        try:
            place = self._resolved(trashed.entry)
            self.history.keep(self.root, trashed.name, read_file(place, PAGE_LIMITS.size))
        except OSError:
            return  # better twice than not at all
        remove_file(place)

    def save_copy(self, data: bytes, target: Path) -> None:
        """Write `data` to a new file anywhere, as a way out when saving fails. Raises NotSaved, Unconfirmed."""
        try:
            create_file(target, data)
        except FileExistsError as error:
            reason = tr("There is already a file {file}.", file=target.name)
            raise NotSaved(reason, tr("Choose another name for the copy.")) from error
        except OSError as error:
            raise not_saved(error, str(target)) from error
        try:
            flush_folder(target.parent)
        except OSError as error:
            raise unconfirmed(str(target)) from error

    def sweep(self) -> int:
        """Remove the temporaries and locks that killed programs have left behind; how many went."""
        shared = (self.root / name for name in (PAGES_FOLDER, SHARED_BY_STAFF, PUBLISHER_RECORDS))
        places = (self.root, *shared, self.history.folder)
        return sum(remove_file(path) for place in places for path in _stale_files(place))

    def _resolved(self, name: str) -> Path:
        """The place of a file, all links followed. Raises OutsideFolder and OSError."""
        parts = PurePosixPath(name).parts
        try:
            root = self.root.resolve(strict=True)
            place = root.joinpath(*parts).resolve()
        except (RuntimeError, ValueError) as error:  # links in a circle; a name with a NUL
            raise OutsideFolder from error
        if not parts or ".." in parts or not place.is_relative_to(root) or place == root:
            raise OutsideFolder
        return place

    def _keep_old(self, name: str, called: str, old: bytes) -> str | None:
        """Put what a file held into the history; a warning when that fails, which must not stop a save."""
        try:
            self.history.keep(self.root, name, old)
        except OSError:
            return tr(
                "Saved, but the earlier version of {file} could not be kept on this computer. "
                "Make sure that this computer's own disk has room.",
                file=called,
            )
        return None

    def _check_name(self, name: str) -> None:
        """Raises NotSaved when a new page may not have this name, or when the place of a drive is empty."""
        try:
            list_files(self.root)
            pages = self.page_files()
        except Unreachable as error:
            raise NotSaved(error.reason, error.advice) from error
        if name in pages or not name.startswith(f"{PAGES_FOLDER}/"):
            return  # that the file is there already is seen, and told, while saving
        slug, *others = (_slug(page) for page in (name, *pages))
        refusal = refused_slug(slug, others)
        if refusal is not None:
            raise NotSaved(refusal, tr("Choose another name."))


def explain_folder(root: Path) -> str | None:
    """Why `root` cannot be opened as a content folder, as plain sentences; None when it can."""
    try:
        if any(is_site_name(path.name) for path in root.iterdir()) or (root / PAGES_FOLDER).is_dir():
            return None
    except NotADirectoryError:
        return tr("{folder} is a file. Choose the folder that holds the website's pages.", folder=root)
    except OSError as error:
        return str(unreachable(error, str(root)))
    return tr(
        "{folder} holds no website pages: there is neither a file site.yaml nor a folder conditions in it. "
        "Choose the folder that holds them.",
        folder=root,
    )


def _check_readable(called: str, data: bytes) -> None:
    """What could not be read again must not reach the disk. Raises NotSaved."""
    try:
        YamlText.read(data, PAGE_LIMITS)
    except Unreadable as error:
        reason = tr("The new text of {file} could not be read back: {reason}", file=called, reason=error.reason)
        raise NotSaved(reason, tr("Save a copy elsewhere, and ask whoever looks after your website.")) from error


def _slug(name: str) -> str:
    return name.removeprefix(f"{PAGES_FOLDER}/").rpartition(".")[0]


def _stale_files(folder: Path) -> Iterator[Path]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return  # swept another time
    for entry in entries:
        if entry.name.startswith(OURS) and entry.name.endswith((TEMPORARY, LOCK)):
            try:
                age = time.time() - entry.stat(follow_symlinks=False).st_mtime
            except OSError:
                continue  # gone by itself
            if abs(age) > _STALE_AFTER:
                yield Path(entry.path)
