"""What folders are called, so that two copies of one website can be told apart."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from editor.storage.settings import FolderSettings
from editor.words import tr


def folder_words(folder: FolderSettings, known: Iterable[FolderSettings]) -> str:
    """The clinic's name; where another known folder has the same one, with what the places differ in.

    Without a name it is the folder's own.
    """
    clinic, place = folder.clinic or Path(folder.root).name, _distinct_place(folder, known)
    return tr("{clinic} ({place})", clinic=clinic, place=place) if place else clinic


def folder_entry(folder: FolderSettings, known: Iterable[FolderSettings]) -> str:
    """The same for a list, whose entries one tells apart by how they begin."""
    clinic, place = folder.clinic or Path(folder.root).name, _distinct_place(folder, known)
    return tr("{place} ({clinic})", clinic=clinic, place=place) if place else clinic


def _distinct_place(folder: FolderSettings, known: Iterable[FolderSettings]) -> str:
    """What tells the place from those of known folders with the same clinic's name; "" where there are none."""
    alike = [Path(other.root) for other in known if other.root != folder.root and other.clinic == folder.clinic]
    return _place(Path(folder.root), alike) if folder.clinic and alike else ""


def _place(root: Path, others: Iterable[Path]) -> str:
    """As many of the last folders of `root` as tell it from the others."""
    parts, different = root.parts, [other.parts for other in others]
    for count in range(1, len(parts)):
        if all(other[-count:] != parts[-count:] for other in different):
            return str(Path(*parts[-count:]))
    return str(root)
