"""A file of the content folder as it was last read or written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from editor.content.condition_page import ConditionPage
from editor.content.pairing import pair_studies
from editor.content.quick_reading import quick_page
from editor.content.reading import FileProblem, PageReading, SiteReading, read_page, read_site
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.session.records import Record
from editor.storage import ContentFolder, Unreachable
from editor.storage.file_names import SITE_FILES
from editor.yaml_text import PAGE_LIMITS, YamlText

if TYPE_CHECKING:
    from editor.content.writing import RememberedStudy

Place = str
"""A file's name within the content folder, such as "conditions/back-pain.yaml"."""

SITE_PLACE: Place = SITE_FILES[0]
"""Where the site's texts go when the folder has no such file yet."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """What is known of one file: its bytes (None: it does not exist yet), and what they say.

    `as_read` is None where nothing can be shown; a file with problems is shown as far as it goes and never changed.
    `changed` is when it was written last, by the clock of its drive or of this program, in seconds since 1970; 0 where
    that is not known.
    """

    place: Place
    data: bytes | None
    source: YamlText | None
    as_read: Record | None
    problems: tuple[FileProblem, ...] = ()
    changed: float = 0

    @property
    def editable(self) -> bool:
        """Whether the file may be changed."""
        return self.source is not None and self.as_read is not None and not self.problems

    @property
    def on_disk(self) -> Record | None:
        """What the folder says at this place; None where it has no such page, or one that cannot be shown."""
        return None if self.data is None and not is_site(self.place) else self.as_read


def slug_of(place: Place) -> str:
    """The page's address, which its file is named after."""
    return PurePosixPath(place).stem


def is_site(place: Place) -> bool:
    """Whether the place is the site's own file."""
    return "/" not in place


def read_file(folder: ContentFolder, place: Place) -> OpenFile:
    """Read one file. It blocks on the disk and raises nothing: what is wrong stands in the answer.

    A site's file that the folder does not have is empty, and made by the first save. Most pages are read in half the
    time it takes to find out what only a save needs of them.
    """
    try:
        if is_site(place) and not folder.site_files():
            return new_file(SITE_PLACE)
        data, changed = folder.read_dated(place)
    except Unreachable as unreachable:
        problem = FileProblem(None, unreachable.reason, unreachable.advice)
        return OpenFile(place, None, None, None, (problem,))
    page = None if is_site(place) else quick_page(data, slug_of(place))
    if page is None:
        return file_of(place, data, changed)
    return OpenFile(place, data, YamlText.of_readable(data, PAGE_LIMITS), page, (), changed)


def file_of(place: Place, data: bytes, changed: float = 0) -> OpenFile:
    """What these bytes say at this place."""
    if is_site(place):
        site: SiteReading = read_site(data)
        return OpenFile(place, data, site.source, site.site, site.problems, changed)
    page: PageReading = read_page(data, slug_of(place))
    return OpenFile(place, data, page.source, page.page, page.problems, changed)


def new_file(place: Place) -> OpenFile:
    """A file that the folder does not have yet."""
    nothing: Record = Site() if is_site(place) else ConditionPage(slug_of(place))
    return OpenFile(place, None, YamlText.read(b""), nothing)


def as_file_of(file: OpenFile, place: Place) -> OpenFile:
    """A file that the folder does not have yet, to be written as `file` is: with its comments, quoting and keys."""
    read = file.as_read
    assert isinstance(read, ConditionPage)
    return replace(file, place=place, data=None, as_read=replace(read, slug=slug_of(place)))


def paired(file: OpenFile, base: Record | None, mine: Record | None) -> OpenFile:
    """The file with its studies under the keys by which they are known, going by their words.

    That is in `base`, what the file said before, and for what is new since then in `mine`: two people may have added
    the same study.
    """
    read = file.as_read
    if not isinstance(read, ConditionPage) or read.studies is None:
        return file
    known = base.study_list if isinstance(base, ConditionPage) else ()
    studies = pair_studies(known, read.studies)
    keys = {study.key for study in known}
    added = [study for study in mine.study_list if study.key not in keys] if isinstance(mine, ConditionPage) else []
    new = [study for study in studies if study.key not in keys]
    same = dict(zip((study.key for study in new), pair_studies(added, new, by_place=False), strict=True))
    return replace(file, as_read=replace(read, studies=tuple(same.get(study.key, study) for study in studies)))


def left_out(before: OpenFile, now: OpenFile) -> Mapping[StudyKey, RememberedStudy]:
    """The studies that the file no longer has, with the lines that they had."""
    from editor.content.writing import remember_removed  # as in `saving`

    if before.source is None or not isinstance(before.as_read, ConditionPage):
        return {}
    return (
        remember_removed(before.source, before.as_read, now.as_read) if isinstance(now.as_read, ConditionPage) else {}
    )
