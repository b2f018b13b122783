"""Where the program's own files are: beside the source, in an installed wheel, or in a packaged program."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

APP_NAME = "clinic-page-editor"


def resources() -> Path:
    """The folder of templates, styles, icons, rules, schema and translations that ships with the program."""
    packaged = getattr(sys, "_MEIPASS", None)
    if packaged is not None:
        return Path(packaged) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def app_data() -> Path:
    """The folder of what belongs to one PC alone: history, unsaved work, caches. It need not exist yet."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))
