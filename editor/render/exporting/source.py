"""What is exported: the site's texts, and the pages of its folder as they are on disk or in the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.content.condition_page import ConditionPage, Status
from editor.content.reading import FileProblem, SiteReading
from editor.content.site import Site
from editor.render.exporting.report import SharedTextsUnreadable
from editor.render.theme import Delivery
from editor.words import tr


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of the folder: `content` is what its file held, the page itself where it is not saved yet, or None,
    so that the file is read when its turn comes.
    """

    file: str
    content: bytes | ConditionPage | None = None

    @property
    def slug(self) -> str:
        """The page's address, which its file is named after."""
        return self.file.rpartition("/")[2].rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Source:
    """A content folder to export. Unless it is `whole`, these are some of its pages, and the others stay exported."""

    folder: Path
    site: Site
    pages: Sequence[SourcePage]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is wanted: drafts too, and each page as one file with style and pictures inside."""

    drafts: bool = False
    single_file: bool = False

    @property
    def delivery(self) -> Delivery:
        """How pages come by the files of their look."""
        return Delivery.SINGLE_FILE if self.single_file else Delivery.LINKED

    def wants(self, status: Status | None) -> bool:
        """Whether pages with this status are exported."""
        return status is Status.PUBLISHED or (self.drafts and status is Status.DRAFT)


def readable_site(reading: SiteReading) -> Site:
    """The site's texts. Raises SharedTextsUnreadable where their file has problems."""
    if reading.site is None or reading.problems:
        raise SharedTextsUnreadable(
            tr(
                "The texts that all pages share cannot be read: {why}"
                " Nothing was exported, as no page is complete without them.",
                why=sentences(reading.problems),
            )
        )
    return reading.site


def sentences(problems: Sequence[FileProblem]) -> str:
    """What is wrong with a file, in one run of words."""
    return " ".join(problem.sentence() for problem in problems)
