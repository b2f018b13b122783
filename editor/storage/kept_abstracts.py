"""Abstracts that came with imported papers, kept on this PC alone: they are their publishers' own.

A few files in app data hold them all. Nothing in them is worth a word of the user's: what cannot be written or read is
as if it had never been kept.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from editor.paths import app_data
from editor.storage.disk import create_file, patiently, read_dated, remove_file, temporary_name

_FILES = 16
_LARGEST = 50_000_000  # bytes
_MOST = 1000
"""Abstracts of one file; the oldest are forgotten."""

_Abstracts = dict[str, str]


class KeptAbstracts:
    """The abstracts, each under the marks of its paper ("doi:10.5555/1"); for one thread. It blocks on the disk."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder if folder is not None else app_data() / "abstracts"
        self._read: dict[str, tuple[float, _Abstracts]] = {}

    def keep(self, abstracts: Mapping[str, str]) -> bool:
        """Keep these in place of earlier ones under the same marks; whether anything is another now."""
        by_file: defaultdict[str, _Abstracts] = defaultdict(dict)
        for mark, abstract in abstracts.items():
            by_file[_file_of(mark)][mark] = abstract
        other = [name for name, new in by_file.items() if self._keep(name, new)]
        return bool(other)

    def of(self, marks: Iterable[str]) -> str:
        """The abstract under the first of these marks that has one; "" where none has."""
        return next((abstract for mark in marks if (abstract := self._in_file(_file_of(mark)).get(mark))), "")

    def refresh(self) -> bool:
        """Look again for what other windows have kept; whether anything may be another now."""
        changed = [name for name, (date, _) in self._read.items() if self._date_of(name) != date]
        for name in changed:
            del self._read[name]
        return bool(changed)

    def _keep(self, name: str, new: _Abstracts) -> bool:
        self._read.pop(name, None)  # another window may have written it
        known = self._in_file(name)
        if all(known.get(mark) == abstract for mark, abstract in new.items()):
            return False
        kept = {mark: abstract for mark, abstract in known.items() if mark not in new} | new
        newest = dict(list(kept.items())[-_MOST:])
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary = temporary_name(self.folder)
            create_file(temporary, json.dumps(newest, ensure_ascii=False).encode(errors="replace"))
            try:
                patiently(partial(temporary.replace, self.folder / name), seconds=0.5)
            except OSError:
                remove_file(temporary)
        self._read.pop(name, None)
        return True

    def _in_file(self, name: str) -> _Abstracts:
        if name not in self._read:
            self._read[name] = _read(self.folder / name)
        return self._read[name][1]

    def _date_of(self, name: str) -> float:
        try:
            return (self.folder / name).stat().st_mtime
        except OSError:
            return 0


def _read(path: Path) -> tuple[float, _Abstracts]:
    try:
        data, date = read_dated(path, _LARGEST)
        said = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return 0, {}
    if not isinstance(said, dict):
        return date, {}
    return date, {mark: abstract for mark, abstract in said.items() if isinstance(abstract, str)}


def _file_of(mark: str) -> str:
    return f"{hashlib.sha256(mark.encode(errors='replace')).digest()[0] % _FILES:02}.json"
