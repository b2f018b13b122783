"""Runs the program's own main() with a driver inside: `python -m tests.journeys.run_driven MODULE JOURNEY [FOLDER]`."""

from __future__ import annotations

import importlib
import sys
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from editor.__main__ import main
from tests.journeys.driver import Driver


def run_driven(module: str, journey: str, *arguments: str) -> int:
    """Send the program on a journey; the answer is its exit status."""
    begin = getattr(importlib.import_module(module), journey)
    drivers: list[Driver] = []
    own_exec = QApplication.exec

    def driven_exec(*_: QApplication) -> int:
        drivers.append(Driver(begin()))
        drivers[0].start()
        return own_exec()

    with patch.object(QApplication, "exec", driven_exec):
        return main(arguments)


if __name__ == "__main__":
    sys.exit(run_driven(*sys.argv[1:]))
