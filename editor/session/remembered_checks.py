"""What a check of a content folder has found, remembered on this PC for the pages that are still as they were."""

from __future__ import annotations

import functools
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

from editor.checks import Problem
from editor.checks.severity import Severity
from editor.paths import resources
from editor.render.exporting.digests import digest_of_all, file_digest, program_digest
from editor.storage.file_names import PICTURES_FOLDER, SHARED_BY_STAFF
from editor.storage.kept_abstracts import KeptAbstracts
from editor.storage.kept_answers import KeptAnswers
from editor.storage.kept_checks import KeptChecks
from editor.storage.kept_links import KeptLinks
from editor.storage.trash import TRASH

_ROOMS = ("checks", "references", "session", "storage")
_LIBRARIES = ("rapidfuzz",)
_READ = ("rules", "dictionaries")
"""What rules are read from, in the program's resources."""
_NAMES = tuple(field.name for field in fields(Problem))


class RememberedChecks:
    """Problems by the digest of the page that has them. `context` is the digest of all else that they depend on."""

    def __init__(self, kept: KeptChecks, context: str) -> None:
        self._kept = kept
        self._context = context
        self._before = _pages_of(kept.read(), context)
        self._now: dict[str, list[dict[str, Any]]] = {}

    def of(self, file: str, content: bytes) -> list[Problem] | None:
        """What was found when the file held the same; None where that is not known."""
        key = digest_of_all(file, content)
        try:
            found = [Problem(**{**one, "severity": Severity(one["severity"])}) for one in self._before[key]]
        except (LookupError, TypeError, ValueError):
            return None
        self._now[key] = self._before[key]
        return found

    def take(self, file: str, content: bytes, problems: list[Problem]) -> None:
        """Remember what was found."""
        self._now[digest_of_all(file, content)] = [_as_json(problem) for problem in problems]

    def keep(self) -> None:
        """Put it where the next check finds it; what this one has not asked for is forgotten."""
        if self._now != self._before:
            self._kept.write({"context": self._context, "pages": self._now})


def _as_json(problem: Problem) -> dict[str, Any]:
    return {name: getattr(problem, name) for name in _NAMES}


@functools.cache
def checking_digest() -> str:
    """The digest of this program as far as it checks pages, its rules and dictionaries included."""
    folders = (resources() / name for name in _READ)
    read = (digest_of_all(name, file_digest(folder / name)) for folder in folders for name in _files_in(folder))
    return digest_of_all(program_digest(_ROOMS, _LIBRARIES), *read)


def digest_beside(root: Path) -> str:
    """The digest of what pages' problems depend on in the content folder, beside the site's texts and the look: what
    staff share there, and which pictures there are. It blocks on the disk.
    """
    shared, trash = root / SHARED_BY_STAFF, Path(TRASH).name
    files = (name for name in _files_in(shared) if not name.startswith(f"{trash}/"))
    return digest_of_all(
        *(digest_of_all(name, file_digest(shared / name)) for name in files), "", *_files_in(root / PICTURES_FOLDER)
    )


def answers_mark() -> str:
    """What becomes another text when an answer, an abstract or what came of links is kept on this PC. It blocks on the
    disk.
    """
    return "\n".join(map(_mark_of, (KeptAnswers().folder, KeptAbstracts().folder, KeptLinks().folder)))


def _mark_of(folder: Path) -> str:
    try:
        with os.scandir(folder) as entries:
            return repr(sorted((entry.name, entry.stat().st_mtime_ns) for entry in entries))
    except OSError:  # there is none yet
        return ""


def _files_in(folder: Path) -> list[str]:
    """The names of all files in a folder and in those within it, sorted; links to folders are not followed."""
    found = (Path(parent, name) for parent, _, names in os.walk(folder) for name in names)
    return sorted(file.relative_to(folder).as_posix() for file in found)


def _pages_of(kept: Any, context: str) -> dict[str, list[dict[str, Any]]]:
    """What was kept of pages in this context."""
    if not isinstance(kept, dict) or kept.get("context") != context or not isinstance(kept.get("pages"), dict):
        return {}
    pages: dict[str, list[dict[str, Any]]] = kept["pages"]
    return pages
