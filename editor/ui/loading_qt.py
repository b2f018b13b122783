"""Loading Qt for a program that has no time to lose at its start."""

from __future__ import annotations

import builtins
from importlib import import_module


def load_qt() -> None:
    """Load Qt, and have Python import everything else as it did before.

    PySide puts an import of its own in the place of Python's. That reads the source of every module loaded from then
    on, to see whether it could switch on a feature of PySide's, which none here does: a tenth of the time of a start.
    """
    import_of_python = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = import_of_python
