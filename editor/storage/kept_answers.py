"""Answers of services that know papers, kept on this PC with the time of asking, for when it is offline.

Each is a file of its own in app data: a line of JSON that says when it came and from whom, then the answer as it came.
Nothing in it is worth a word of the user's: what cannot be written or read is as if it had never been kept.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from editor.paths import app_data
from editor.storage.disk import create_file, patiently, read_file, remove_file, temporary_name
from editor.storage.own_folders import own_name

MOST_ANSWERS = 2000
"""Files; most are of some 10 kB."""
_LARGEST = 10_000_000  # bytes
_ENDING = ".answer"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What `source` answered at `asked_at`, in UTC."""

    data: bytes
    asked_at: datetime
    source: str


class KeptAnswers:
    """The answers, each under the name of its question; from any thread, and beside a second copy of the program."""

    def __init__(self, folder: Path | None = None, most: int = MOST_ANSWERS) -> None:
        self.folder = folder if folder is not None else app_data() / "answers"
        self._most = most

    def keep(self, name: str, answer: KeptAnswer) -> None:
        """Keep an answer in place of an earlier one of that name, and forget the oldest where there are too many."""
        said = {"of": name, "asked_at": answer.asked_at.astimezone(UTC).isoformat(), "source": answer.source}
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            temporary = temporary_name(self.folder)
            create_file(temporary, json.dumps(said).encode() + b"\n" + answer.data)
            try:
                patiently(partial(temporary.replace, self._path(name)), seconds=0.5)
            except OSError:
                remove_file(temporary)

    def kept(self, name: str) -> KeptAnswer | None:
        """The answer kept under that name; None where there is none that can be read."""
        try:
            first, _, data = read_file(self._path(name), _LARGEST).partition(b"\n")
            said = json.loads(first)
            asked_at = datetime.fromisoformat(said["asked_at"])
            asked_at.astimezone()  # the year 1 in UTC is no time of this place
            if said["of"] != name or asked_at.tzinfo is None or not isinstance(said["source"], str):
                return None
        except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
            return None
        return KeptAnswer(data, asked_at, said["source"])

    def _path(self, name: str) -> Path:
        return self.folder / (own_name(name, name) + _ENDING)

    def _sweep(self) -> None:
        """Leave room for one more; and none for what a program that was killed has left."""
        files = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in files[: max(len(files) + 1 - self._most, 0)]:
            remove_file(path)
