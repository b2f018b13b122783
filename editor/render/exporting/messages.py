"""What an export and its workers tell each other. Both are this very program, so the messages are pickled values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from editor.content.condition_page import ConditionPage
    from editor.content.site import Site
    from editor.render.exporting.record import PageRecord
    from editor.render.exporting.report import Notice
    from editor.render.exporting.source import ExportOptions
    from editor.render.theme import Theme, ThemeFault

_SECONDS = 2.0
_BYTES_A_SECOND = 50_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all pages of an export; finished pages go to `staging`, named by their number.

    `style` is what gives each page its style, in its head. `has_index`: the list of all conditions stands beside the
    pages. `faults` tell which templates of the website's own took too long and are left out of `theme` therefore.
    """

    site: Site
    theme: Theme
    style: Markup
    options: ExportOptions
    content_folder: Path
    staging: Path
    has_index: bool = True
    faults: tuple[ThemeFault, ...] = ()


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page to make: its file's bytes or, where it is not saved yet, the page itself.

    `seconds` is how long it may take. `aloud`: the worker says before each part which one it is at.
    """

    number: int
    slug: str
    content: bytes | ConditionPage
    seconds: float
    aloud: bool = False


@dataclass(frozen=True, slots=True)
class IndexJob:
    """The list of all conditions, to be made; of the pages it needs what the list shows, and nothing else."""

    number: int
    pages: tuple[ConditionPage, ...]
    seconds: float
    aloud: bool = False


Job = PageJob | IndexJob


@dataclass(frozen=True, slots=True)
class At:
    """The worker begins with this part, which may take so many seconds: what staff call it, as a sentence begins."""

    part: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a job.

    `output` is the digest of the file that was made, "" where there is none; `problem` then says why, "" where the
    page's status asks for none. `record` is what is known of a page, None where it cannot be read. `notices` tell what
    is wrong with the website's own look, and which pictures pages cannot show. `is_unwritable`: the disk took no file.
    """

    number: int
    output: str = ""
    record: PageRecord | None = None
    problem: str = ""
    notices: tuple[Notice, ...] = ()
    is_unwritable: bool = False


def words_file(staging: Path, number: int) -> Path:
    """Where a worker leaves its last words when job number `number` takes too long."""
    return staging / f"words-{number}"


def page_file(staging: Path, number: int) -> Path:
    """Where a worker puts what it makes of job number `number`."""
    return staging / f"page-{number}"


def seconds_for(content: bytes | str) -> float:
    """How long a page with this content may take."""
    return _SECONDS + len(content) / _BYTES_A_SECOND
