"""Which files of a content folder other programs have changed, found by their content, never by times alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from editor.storage.content_folder import ContentFolder
from editor.storage.folder_listing import FileMark, FolderListing, list_files
from editor.storage.refusals import Unreachable
from editor.yaml_text import PAGE_LIMITS, Unreadable, YamlText

SETTLES_IN = 0.25
"""Seconds for which a file must hold the same before it counts as changed: it may be caught half written."""
COMES_BACK_IN = 2.5
"""The same for a file that is gone, empty or no YAML: other programs replace files in several steps."""
READ_IN_TURN = 20
"""How many of the files that look unchanged are read all the same, at each look."""
_CONFLICT_MARKS = ("conflicted copy", "sync-conflict", "case conflict")


class KnownFile(Protocol):
    """What is known of a file: its bytes, None where it is not there, and the time it had when they were read."""

    @property
    def data(self) -> bytes | None: ...
    @property
    def changed(self) -> float: ...


class Content(NamedTuple):
    """What a file holds, and when it was changed last."""

    data: bytes
    changed: float


@dataclass(frozen=True, slots=True)
class Look:
    """What one look has found: files that hold something else than is known, None where they are gone.

    `again_in`: in so many seconds another look will tell whether more has changed; None where nothing is in doubt.
    """

    changed: Mapping[str, Content | None]
    again_in: float | None = None


class _Proof(NamedTuple):
    """That a file held what is believed of it, and its mark then."""

    mark: FileMark | None
    data: bytes | None


class _Doubt(NamedTuple):
    """Something else that a file was found to hold, and when that counts as a change if it stays."""

    data: bytes | None
    due: float


class FolderWatch:
    """Compares a content folder with what is known of it, look by look; each change is told once.

    A look opens only files whose listing has changed, those to be watched closely, and some of the others in turn. It
    blocks on the disk; one look at a time, on any thread.
    """

    def __init__(self, folder: ContentFolder, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._proofs: dict[str, _Proof] = {}
        self._doubts: dict[str, _Doubt] = {}
        self._told: dict[str, tuple[bytes | None, bytes | None]] = {}  # what was known then, and what was told
        self._turn = 0

    def look(self, known: Mapping[str, KnownFile], closely: Collection[str] = (), *, all_of_them: bool = False) -> Look:
        """What has changed since the last look, or since it became known. Raises Unreachable for the whole folder."""
        listing = list_files(self._folder.root)
        self._forget(known, listing)
        doubts, self._doubts = self._doubts, {}
        wanted = listing.files if all_of_them else {*closely, *doubts, *self._in_turn(listing)}
        changed: dict[str, Content | None] = {}
        for name, content in self._found(listing, known, wanted):
            data, believed, now = content and content.data, self._believed(name, known), self._clock()
            if data == believed:
                self._proofs[name] = _Proof(listing.files.get(name), believed)
                continue
            doubt = doubts.get(name)
            if doubt is None or doubt.data != data:
                doubt = _Doubt(data, now + _patience(data))
            if now < doubt.due:
                self._doubts[name] = doubt
            else:
                self._told[name] = _data_of(name, known), data
                changed[name] = content
        return Look(changed, min((doubt.due - self._clock() for doubt in self._doubts.values()), default=None))

    def tell_again(self, names: Collection[str]) -> None:
        """Forget that anything was told of these files."""
        for name in names:
            self._told.pop(name, None)

    def _found(
        self, listing: FolderListing, known: Mapping[str, KnownFile], wanted: Container[str]
    ) -> Iterator[tuple[str, Content | None]]:
        """What there is now of the files that are wanted or look changed, and of those that have gone."""
        for name, mark in listing.files.items():
            if name not in wanted and self._looks_unchanged(name, mark, known):
                continue
            if name not in known and _is_conflicted_copy(name):
                continue
            try:
                content = Content(*self._folder.read_dated(name))
            except Unreachable:
                continue  # in use, or gone since it was listed: the next look tells
            yield name, content
        for name in _missing(listing, known):
            yield name, None

    def _in_turn(self, listing: FolderListing) -> list[str]:
        """Some more files each time."""
        names = sorted(listing.files)
        begin = self._turn if self._turn < len(names) else 0
        self._turn = begin + READ_IN_TURN
        return names[begin : self._turn]

    def _believed(self, name: str, known: Mapping[str, KnownFile]) -> bytes | None:
        """What the file should hold: what was told last, until that becomes known, or else what is known."""
        told = self._told.get(name)
        return _data_of(name, known) if told is None else told[1]

    def _forget(self, known: Mapping[str, KnownFile], listing: FolderListing) -> None:
        """Let go of what does not hold any more."""
        for name in [name for name, told in self._told.items() if told[0] is not _data_of(name, known)]:
            del self._told[name]
        for name in [name for name in self._proofs if name not in known and name not in listing.files]:
            del self._proofs[name]

    def _looks_unchanged(self, name: str, mark: FileMark, known: Mapping[str, KnownFile]) -> bool:
        """Whether the listing is still that of a file that held what is believed of it."""
        believed, proof = self._believed(name, known), self._proofs.get(name)
        if proof is not None and proof.data is believed:
            return proof.mark == mark
        file = known.get(name)
        return file is not None and file.data is believed and mark[:2] == (len(believed or b""), file.changed)


def _data_of(name: str, known: Mapping[str, KnownFile]) -> bytes | None:
    return known[name].data if name in known else None


def _missing(listing: FolderListing, known: Mapping[str, KnownFile]) -> Iterator[str]:
    """Which known files are not there; where another file has become the site's, the one before is of no interest."""
    has_site = any(_is_site(name) for name in listing.files)
    for name, file in known.items():
        is_told = not has_site if _is_site(name) else listing.tells_pages
        if is_told and file.data is not None and name not in listing.files:
            yield name


def _is_site(name: str) -> bool:
    return "/" not in name


def _patience(data: bytes | None) -> float:
    """For how long a file must hold this before it is believed."""
    if data is None or not data.strip():
        return COMES_BACK_IN
    try:
        YamlText.read(data, PAGE_LIMITS)
    except Unreadable:
        return COMES_BACK_IN
    return SETTLES_IN


def _is_conflicted_copy(name: str) -> bool:
    """Whether a sync tool has put this file beside a page that two have changed."""
    return any(mark in name.lower() for mark in _CONFLICT_MARKS)
