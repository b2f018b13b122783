"""Which files the packaged program brings beside its code: whole folders, so that a new file is never forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("resources", "sample_content")
FOR_DEVELOPERS = ("resources/packaging", "resources/screenshots")


def shipped_files(root: Path) -> Iterator[tuple[Path, str]]:
    """Each file of the checkout that is read at run time, with its folder in the program (seen from its root)."""
    left_out = {root / folder for folder in FOR_DEVELOPERS}
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            if file.is_file() and left_out.isdisjoint(file.parents):
                yield file, file.parent.relative_to(root).as_posix()
