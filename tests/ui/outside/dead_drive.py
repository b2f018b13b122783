"""A drive that stops to answer, which no machine that runs tests has."""

from __future__ import annotations

import threading
from pathlib import Path


class DeadDrive:
    """A drive that does not answer at all from a moment on, until it does again; and who has asked it."""

    def __init__(self) -> None:
        self.answers = threading.Event()
        self.answers.set()
        self.asked_by: set[str] = set()

    def at(self, place: Path) -> Path:
        """The same place on this drive."""
        drive = self

        class DrivePath(type(Path())):
            def __fspath__(self) -> str:
                if not drive.answers.is_set():
                    drive.asked_by.add(threading.current_thread().name)
                    if threading.current_thread() is not threading.main_thread():
                        drive.answers.wait(60)
                return super().__fspath__()

        return DrivePath(place)
