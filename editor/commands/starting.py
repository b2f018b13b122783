"""The content folder that a command is given."""

from __future__ import annotations

from pathlib import Path

from editor.commands.saying import say_error
from editor.storage import ContentFolder, Unreachable, explain_folder


def content_folder(root: Path) -> ContentFolder | None:
    """The content folder at `root`; None, with the reason said, where there is none whose pages can be listed."""
    if (reason := explain_folder(root)) is not None:
        say_error(reason)
        return None
    folder = ContentFolder(root)
    try:
        folder.site_files()
        folder.page_files()
    except Unreachable as unreachable:
        say_error(str(unreachable))
        return None
    return folder
