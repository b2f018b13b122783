"""The program's application in a benchmark, and what a benchmark is asked on its command line."""

from __future__ import annotations

import argparse
import os
import sys

from PySide6.QtWidgets import QApplication

from editor.ui.garbage import GarbageCollection
from editor.ui.preview.preparation import prepare


def asked(description: str | None, **numbers: int | list[int]) -> argparse.Namespace:
    """What the command line says: an option for each of these, with what it is unless given."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in numbers.items():
        parser.add_argument(f"--{name}", type=int, nargs="+" if isinstance(usual, list) else None, default=usual)
    return parser.parse_args()


def begun() -> QApplication:
    """The application, made as the program makes it; without the browser's sandbox for root, who cannot have it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    prepare()
    application = QApplication(sys.argv[:1])
    GarbageCollection(application)
    return application
