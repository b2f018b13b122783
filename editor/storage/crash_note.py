"""What is left when the program breaks off without a word of Python: a file with the place in the code, for later."""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from editor.paths import app_data
from editor.storage.disk import remove_file
from editor.storage.file_lock import lock_file

_ENDING = ".crash"
_TOLD_ENDING = ".crash-told"
MOST_KEPT = 5


class CrashNote:
    """A file into which the process writes where it was when it breaks off; at its usual end the file goes.

    Nothing is raised: where no file can be made, a crash just leaves none.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or app_data() / "logs"
        self._file: BinaryIO | None = None

    def begin(self) -> bool:
        """Be ready for a crash; the answer is whether an earlier process has crashed, which is told only once."""
        has_crashed = self._tidy()
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = (self._folder / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}{_ENDING}").open("ab")
            lock_file(self._file)
            faulthandler.enable(self._file)
        return has_crashed

    def end(self) -> None:
        """The process ends as it should."""
        file, self._file = self._file, None
        if file is not None:
            faulthandler.disable()
            file.close()
            remove_file(Path(file.name))

    def _tidy(self) -> bool:
        """Look through what processes that have ended left behind."""
        has_crashed = False
        with suppress(OSError):
            for path in self._folder.glob(f"*{_ENDING}"):
                has_crashed = _take_away(path) or has_crashed
            told = sorted(self._folder.glob(f"*{_TOLD_ENDING}"))
            for path in told[:-MOST_KEPT]:
                remove_file(path)
        return has_crashed


def _take_away(path: Path) -> bool:
    """Have a note not be told again; whether there is anything in it. One whose process still runs stays."""
    with suppress(OSError), path.open("ab") as file:
        if not lock_file(file):
            return False
    with suppress(OSError):
        if path.stat().st_size:
            path.replace(path.with_suffix(_TOLD_ENDING))
            return True
        remove_file(path)
    return False
