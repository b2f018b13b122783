"""The end of the program, which a drive that does not answer may not hold up for ever."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time

from PySide6.QtWidgets import QApplication

from editor.ui.background import Background

PATIENCE = 5.0
"""Seconds that what still runs has to come to its end, once the last window has closed."""


def end_what_waits(application: QApplication, status: int) -> None:
    """After the event loop: wait for what runs in the background, and end the program if that takes too long.

    Python itself would wait without end. Nothing is lost: a window waits for its saves and its journal before it
    closes, unless the user gives a save up, and one that is cut off leaves the old file or the new one.
    """
    for owner in (application, *application.topLevelWidgets()):
        for background in owner.findChildren(Background):
            background.close()
    end = time.monotonic() + PATIENCE
    others = [each for each in threading.enumerate() if each is not threading.current_thread() and not each.daemon]
    for thread in others:
        thread.join(max(0.0, end - time.monotonic()))
    stuck = [thread.name for thread in others if thread.is_alive()]
    if not stuck:
        return
    logging.getLogger(__name__).warning("Ended while these still waited, as for a drive: %s", ", ".join(stuck))
    logging.shutdown()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(status)
