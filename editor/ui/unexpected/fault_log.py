"""What the window's process writes to its log. Loaded late, since no start has the time for it."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import qVersion

from editor import __version__
from editor.storage.program_log import WINDOW, log_error, start_log
from editor.ui.unexpected.fault_report import Fault, fault_of


def log_fault(error: Exception) -> Fault:
    """Log an error, on any thread; the answer is what is to be told of it."""
    log_error(WINDOW, error)
    return fault_of(error)


def log_start() -> None:
    """Begin the log, which from then on takes all that is logged."""
    start_log(WINDOW)
    logging.getLogger(__name__).info("Clinic Page Editor %s, Qt %s, %s", __version__, qVersion(), sys.platform)
