"""A drive that answers late, which no machine that runs tests has."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path


def on_slow_drive(place: Path, answers: threading.Event) -> Path:
    """The same place as one of a drive that tells nothing of it until it `answers`, or for a minute."""

    class SlowPath(type(Path())):
        def is_dir(self) -> bool:
            answers.wait(60)
            return super().is_dir()

        def iterdir(self) -> Iterator[Path]:
            answers.wait(60)
            return super().iterdir()

    return SlowPath(place)
