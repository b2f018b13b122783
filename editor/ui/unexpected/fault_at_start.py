"""Telling of a fault that came up before there was anything else to see."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from editor.ui.unexpected.fault_box import FaultBox, Safety
from editor.ui.unexpected.fault_log import log_fault


def tell_fault(error: Exception) -> None:
    """Log the fault, and show the message until it is closed. The program ends afterwards."""
    fault = log_fault(error)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    box = FaultBox(fault, Safety.NO_WINDOW, str)
    box.show()
    application.exec()
