"""The log in this PC's app data, for whoever mends the program: what it met, and nothing of what anybody typed.

Each process writes files of its own, so that two never tear one. Loading this takes a start longer than it may, so it
is loaded when there is something to write, or once the window stands.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

import editor
from editor.paths import app_data
from editor.storage.disk import remove_file
from editor.storage.error_trace import trace_of
from editor.storage.file_lock import lock_file

LARGEST = 1_000_000  # bytes
MOST_FILES = 5
WINDOW = "window"
_ENDING = ".log"
_CAN_LOSE_OPEN_FILES = sys.platform != "win32"
"""Whether a file can be removed that a program is writing."""


def log_folder() -> Path:
    """The folder of the logs. It need not exist yet."""
    return app_data() / "logs"


def start_log(kind: str, folder: Path | None = None) -> None:
    """Write what is logged from now on to a file; of files left by other processes keep the newest.

    `kind` names this process in the file's name: `WINDOW`, or what works for a window, such as "worker". Nothing is
    raised and nothing shown where the disk does not take it. Called again it changes nothing.
    """
    root = logging.getLogger()
    if any(isinstance(handler, _LogFile) for handler in root.handlers):
        return
    place = folder or log_folder()
    _sweep(place, kind)
    file = _LogFile(place, kind)
    file.setFormatter(_WithoutTexts())
    root.addHandler(file)
    logging.getLogger(editor.__name__).setLevel(logging.INFO)


def log_error(kind: str, error: BaseException) -> None:
    """Write down an error that nobody caught, into the log of this kind of process."""
    start_log(kind)
    logging.getLogger(editor.__name__).error("An unexpected error", exc_info=error)


class _LogFile(RotatingFileHandler):
    """A file that is made with its first line, begun anew where it was swept away, and that never disturbs."""

    def __init__(self, folder: Path, kind: str) -> None:
        path = folder / f"{kind}-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}{_ENDING}"
        super().__init__(path, maxBytes=LARGEST, backupCount=MOST_FILES - 2, encoding="utf-8", delay=True)
        self._kind = kind

    def emit(self, record: logging.LogRecord) -> None:
        if self.stream is not None and not Path(self.baseFilename).exists():
            self.close()
        super().emit(record)

    def doRollover(self) -> None:
        super().doRollover()
        _sweep(Path(self.baseFilename).parent, self._kind)

    def handleError(self, record: logging.LogRecord) -> None:
        """A disk that takes no log is no trouble of the user's."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        stream = super()._open()
        if _CAN_LOSE_OPEN_FILES:
            lock_file(stream)
        return stream


class _WithoutTexts(logging.Formatter):
    """Leaves out what may quote a text: the messages of errors, and those of other people's libraries."""

    def format(self, record: logging.LogRecord) -> str:
        is_ours = record.name.partition(".")[0] == editor.__name__
        words = record.getMessage() if is_ours else "-"
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {words}"
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else f"{line}\n{trace_of(error)}"


def _sweep(folder: Path, kind: str) -> None:
    """Leave room for one more file of this kind; those that are being written stay, however quiet it is in them.

    A window leaves room for one of a worker too. A worker takes away only what other workers have left: the window
    that it works for still writes.
    """
    with suppress(OSError):
        files = [path for path in folder.iterdir() if _ENDING in path.suffixes]
        oldest = sorted(files, key=lambda path: path.stat().st_mtime)
        if kind == WINDOW:
            too_many = len(files) + 2 - MOST_FILES
        else:
            too_many = len(files) + 1 - MOST_FILES
            oldest = [path for path in oldest if path.name.startswith(f"{kind}-")]
        for path in [path for path in oldest if not _is_written(path)][: max(too_many, 0)]:
            remove_file(path)


def _is_written(path: Path) -> bool:
    """Whether a running program has the file, as far as that has to be asked for."""
    if not _CAN_LOSE_OPEN_FILES:
        return False
    with path.open("rb") as file:
        return not lock_file(file)
