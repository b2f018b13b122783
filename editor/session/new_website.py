"""Making a website's first pages: from suggestions that the clinic checks, or as a copy of the sample."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from urllib.parse import urlsplit

from editor.content.reading import read_site
from editor.content.site import Site
from editor.content.writing import write_site
from editor.paths import resources, sample_content
from editor.session.open_file import SITE_PLACE
from editor.storage import NotMade
from editor.storage.new_folder import free_place, make_content_folder
from editor.words import tr
from editor.yaml_text import Refused

_INVITATION = "Get in touch"
"""The words of the suggested invitation to book that become a link."""
_SAMPLE = tr("Clinic pages (sample)")
_COPY = re.compile(rf"{re.escape(_SAMPLE)}(?: \d+)?")
_BREAKS_A_LINK = frozenset(" ()<>[]\\\"'`")


@dataclass(frozen=True, slots=True)
class NewWebsite:
    """What a clinic says of its new website; `language` in BCP 47, `address` as `web_address` gives it."""

    clinic: str
    language: str
    address: str = ""


def web_address(text: str) -> str | None:
    """A typed address of a website as a whole one, "" for none; None where it cannot be one."""
    text = text.strip()
    if not text:
        return ""
    address = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = parts.hostname or ""
    looks_right = "." in host.strip(".") and ".." not in host and parts.scheme in {"http", "https"}
    if parts.username is not None:  # an e-mail address
        return None
    return address if looks_right and not _BREAKS_A_LINK & set(address) else None


def make_website(root: Path, wanted: NewWebsite) -> None:
    """Make a content folder at `root` of suggested texts and a draft page. It blocks on the disk. Raises NotMade."""
    files = _shipped(resources() / "new_website")
    reading = read_site(files[SITE_PLACE])
    assert reading.source is not None
    assert reading.site is not None
    try:
        written = write_site(reading.source, reading.site, _own(reading.site, wanted))
    except Refused as refused:  # half of a character that takes two, as a broken copy can leave it
        reason = tr("The clinic's name has a character in it that no file can hold.")
        raise NotMade(reason, tr("Type the name anew.")) from refused
    make_content_folder(root, {**files, SITE_PLACE: written.data})


@dataclass(frozen=True, slots=True)
class SampleCopy:
    """A copy of the sample that was made before, and when it was last saved, or made, in local time."""

    root: Path
    saved: datetime


def last_sample_copy(documents: Path) -> SampleCopy | None:
    """The copy of the sample in `documents` that was saved last; None if there is none. It blocks on the disk."""
    try:
        roots = [root for root in documents.iterdir() if _COPY.fullmatch(root.name) and (root / SITE_PLACE).is_file()]
        copies = [SampleCopy(root, _last_saved(root)) for root in roots]
    except OSError:
        return None  # what is the matter is told when a new copy cannot be made
    return max(copies, key=attrgetter("saved"), default=None)


def _last_saved(root: Path) -> datetime:
    """When a page or the shared texts were written last. Raises OSError."""
    files = [root / SITE_PLACE, *(root / "conditions").glob("*.y*ml")]
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in files)).astimezone()


def copy_sample(documents: Path) -> Path:
    """Copy the sample website into a new folder in `documents`: its place. It blocks on the disk. Raises NotMade."""
    files = _shipped(sample_content())
    try:
        root = free_place(documents, _SAMPLE)
    except OSError as error:
        reason = tr("The folder {folder} can't be reached.", folder=documents)
        raise NotMade(reason, tr("Ask whoever looks after your computers.")) from error
    make_content_folder(root, files)
    return root


def _own(site: Site, wanted: NewWebsite) -> Site:
    """The suggestions with what the clinic says."""
    invitation = site.research.call_to_action or ""
    if wanted.address:
        invitation = invitation.replace(_INVITATION, f"[{_INVITATION}]({wanted.address})")
    return replace(
        site,
        name=wanted.clinic.strip(),
        language=wanted.language,
        url=wanted.address,
        research=replace(site.research, call_to_action=invitation),
    )


def _shipped(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder that ships with the program, by name. Raises NotMade."""
    try:
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    except OSError:
        files = {}
    if SITE_PLACE not in files:
        raise NotMade(
            tr("A part of this program is missing on this computer: {file}.", file=folder.name),
            tr("Install the program again, or ask whoever looks after your computers."),
        )
    return dict(sorted(files.items()))
