"""Making a content folder where there was none: all of it, or nothing."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path, PurePosixPath

from editor.storage.disk import create_file, flush_folder, remove_file
from editor.storage.faults import not_saved
from editor.storage.folder_look import LITTER
from editor.storage.refusals import NotMade
from editor.words import tr


def make_content_folder(root: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder `root`, which may be there as long as it is empty, with these files by name.

    When it returns, they are on the disk. Raises NotMade; then all that was made before is gone again.
    """
    with ExitStack() as undo:
        try:
            for folder in (*reversed(root.parents), root):
                _make_folder(folder, undo)
            if any(entry.name.lower() not in LITTER for entry in root.iterdir()):
                raise NotMade(tr("{folder} is not empty.", folder=root), tr("Choose an empty folder, or a new one."))
            for name, data in files.items():
                _make_file(root, PurePosixPath(name), data, undo)
        except (OSError, ValueError) as error:
            raise NotMade(_reason(error, root), tr("Choose another place.")) from error
        undo.pop_all()


def free_place(parent: Path, name: str) -> Path:
    """Where a new folder called `name` can be in `parent`: "name", else "name 2", "name 3"... Raises OSError."""
    names = itertools.chain((name,), (f"{name} {number}" for number in itertools.count(2)))
    return next(place for place in map(parent.joinpath, names) if not place.exists() and not place.is_symlink())


def _make_file(root: Path, name: PurePosixPath, data: bytes, undo: ExitStack) -> None:
    folder = root
    for part in name.parts[:-1]:
        folder /= part
        _make_folder(folder, undo)
    place = folder / name.name
    create_file(place, data)
    undo.callback(remove_file, place)
    flush_folder(folder)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    if folder.is_dir():
        return
    folder.mkdir()
    undo.callback(_remove_folder, folder)
    flush_folder(folder.parent)


def _remove_folder(folder: Path) -> None:
    with suppress(OSError):  # somebody else has put something there already
        folder.rmdir()


def _reason(error: OSError | ValueError, root: Path) -> str:
    if isinstance(error, ValueError):
        return tr("No folder can be called {folder}.", folder=root)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return tr("There is a file where the folder {folder} should be.", folder=root)
    return not_saved(error, str(root)).reason
