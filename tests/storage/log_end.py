"""The end of the program's log, which otherwise comes with the process."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler


def end_log() -> None:
    """Close the log's file."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()
