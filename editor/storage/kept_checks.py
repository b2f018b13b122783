"""What was found on the pages of content folders, kept on this PC so that only what has changed is checked again.

It is a file of JSON for each folder. Nothing in it is worth a word of the user's: what cannot be written or read is as
if it had never been kept.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from editor.paths import app_data
from editor.storage.disk import create_file, patiently, read_file, remove_file, temporary_name
from editor.storage.own_folders import own_name

_MOST_FOLDERS = 50
_LARGEST = 50_000_000  # bytes
_ENDING = ".json"


class KeptChecks:
    """What was found in the content folder `root`, kept in `folder`, which is in the app data unless it is given."""

    def __init__(self, root: Path, folder: Path | None = None) -> None:
        self._folder = folder if folder is not None else app_data() / "checks"
        self._file = self._folder / (own_name(root.name, str(root.resolve())) + _ENDING)

    def read(self) -> Any:
        """What was kept last, as JSON has it; None where nothing is there that can be read."""
        try:
            return json.loads(read_file(self._file, _LARGEST))
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, said: Any) -> None:
        """Keep this in place of what was kept before, and forget the folders that were checked longest ago."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            temporary = temporary_name(self._folder)
            create_file(temporary, json.dumps(said).encode())
            try:
                patiently(partial(temporary.replace, self._file), seconds=0.5)
            except OSError:
                remove_file(temporary)

    def _sweep(self) -> None:
        files = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime)
        for path in files[: max(len(files) + 1 - _MOST_FOLDERS, 0)]:
            remove_file(path)
