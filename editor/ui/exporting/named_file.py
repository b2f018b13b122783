"""A file that somebody has named for an export."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from editor.render.exporting.report import NotWritten, PlaceRefused
from editor.render.exporting.site_export import check_target
from editor.storage.disk import create_file, patiently, remove_file, temporary_name
from editor.words import tr


def named_file(to: Path, endings: Sequence[str], content_folder: Path) -> Path:
    """The file that is meant by the name `to`: one that ends otherwise gets the first of the endings.

    Raises NotExported for a place in the content folder, and for a file that is there and was not named in full.
    """
    check_target(to.parent, content_folder)
    file = to if to.suffix.lower() in endings else to.with_name(to.name + endings[0])
    if file != to and file.exists():
        raise PlaceRefused(
            tr(
                "There is a file {file} already. Nothing was exported. Choose another name, or type this one.",
                file=file,
            )
        )
    return file


def put(data: bytes, file: Path) -> None:
    """Write the file, which is replaced whole if it is there. Raises NotWritten."""
    new = temporary_name(file.parent)
    try:
        create_file(new, data)
        patiently(partial(new.replace, file))
    except OSError as error:
        remove_file(new)
        raise NotWritten(file) from error
