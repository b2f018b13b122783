"""Where the program's own files are: beside the source, in an installed wheel, or in a packaged program."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

APP_NAME = "clinic-page-editor"
CHECK_ARGUMENT = "--check-process"
"""The hidden argument with which the program is its own checking process."""
CHECK_WORKER_ARGUMENT = "--check-worker"
"""The hidden argument with which the program is one of the processes that check a whole folder's pages."""


def resources() -> Path:
    """The folder of templates, styles, icons, rules, schema and translations that ships with the program."""
    return _shipped("resources")


def sample_content() -> Path:
    """The sample website's content folder that ships with the program; it is copied, never opened itself."""
    return _shipped("sample_content")


def app_data() -> Path:
    """The folder of what belongs to one PC alone: history, unsaved work, settings. It need not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def documents() -> Path:
    """The folder in which the user keeps documents. It need not exist yet."""
    return platformdirs.user_documents_path()


def downloads() -> Path:
    """The folder in which the user's browser puts files. It need not exist yet."""
    return platformdirs.user_downloads_path()


def _shipped(name: str) -> Path:
    packaged = getattr(sys, "_MEIPASS", None)
    if packaged is not None:
        return Path(packaged) / name
    package = Path(__file__).resolve().parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
