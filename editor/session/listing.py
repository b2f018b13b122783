"""What is in a content folder, before any of it is read."""

from __future__ import annotations

from dataclasses import dataclass

from editor.checks import Problem, name_problems
from editor.session.open_file import SITE_PLACE, Place
from editor.storage import ContentFolder


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to be read, the site's first, and what is wrong with the files' names."""

    places: tuple[Place, ...]
    problems: tuple[Problem, ...]


def list_folder(folder: ContentFolder) -> Listing:
    """Look what is in the folder. It blocks on the disk. Raises Unreachable."""
    sites, pages = folder.site_files(), folder.page_files()
    return Listing((next(iter(sites), SITE_PLACE), *pages), name_problems((*sites, *pages)))
