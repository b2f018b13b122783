"""Imports a file for the reference kit, which wants plain dicts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from editor.references.reading import references_in
from editor.references.reference import Author, Reference


def import_file(path: str) -> list[dict[str, Any]]:
    """The records of the file, in the kit's form. Raises UnsupportedFormat."""
    file = Path(path)
    return [_record(reference) for reference in references_in(file.read_bytes(), file.name).references]


def _record(reference: Reference) -> dict[str, Any]:
    return asdict(reference) | {"authors": [_author(author) for author in reference.authors]}


def _author(author: Author) -> dict[str, str]:
    if author.organisation:
        return {"literal": author.organisation}
    return {"family": author.family, "given": author.given}
