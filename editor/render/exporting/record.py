"""What an export remembers in the folder that it writes: of what each file was made, and what it wrote.

It saves work, as far as page and written file still have the bytes that it names, and it knows what is to be removed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from editor.content.condition_page import Status

RECORD_NAME = ".clinic-export.json"
_FORMAT = 1
_OUR_NAMES = re.compile(r"[^/\\:]+\.html|sitemap\.xml|(?:images|theme)(?:/(?!\.\.?/|\.\.?$)[^/\\]+)+")
"""Nothing else is ever removed, whatever a record says."""


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What is known of a page without reading it again.

    `input` is the digest of all that it was made of, `output` that of its file, "" where it has none. `pictures` are
    the pictures that it shows, such as "images/clinic.jpg", each with the digest of what stands inside the page's own
    file, "" where nothing does. `last_reviewed` is a whole day in EDTF or "".
    """

    slug: str
    status: str
    name: str = ""
    description: str = ""
    aliases: tuple[str, ...] = ()
    last_reviewed: str = ""
    pictures: tuple[tuple[str, str], ...] = ()
    input: str = ""
    output: str = ""

    @property
    def effective_status(self) -> Status | None:
        """The status; None where the word is not one of those that there are."""
        return Status(self.status) if self.status in set(Status) else None


_PAGE_VALUES = tuple(one.name for one in fields(PageRecord))


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """What was exported: pages by their file in the content folder, the digests of all other files by their name.

    `index` is the digest of what the list of all conditions was made of. `leftovers` are the digests that files of ours
    may have beside: of an export that did not come to its end, and of what should have gone and could not be removed.
    """

    pages: dict[str, PageRecord] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    index: str = ""
    leftovers: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def outputs(self) -> dict[str, str]:
        """Every file that is exported, with its digest."""
        return {page_name(page.slug): page.output for page in self.pages.values() if page.output} | self.files

    def names(self) -> dict[str, frozenset[str]]:
        """Every file that is ours, with all digests by which it is known as that."""
        found = {name: frozenset((one,)) for name, one in self.outputs().items()}
        return found | {name: found.get(name, frozenset()).union(more) for name, more in self.leftovers.items()}

    def to_bytes(self) -> bytes:
        """As it is written: the same record gives the same bytes."""
        files, leftovers = (json.dumps(dict(sorted(one.items())), indent=0) for one in (self.files, self.leftovers))
        pages = (f"{json.dumps(file)}: {json.dumps(_values_of(page))}" for file, page in sorted(self.pages.items()))
        head = f'{{"format": {_FORMAT}, "index": {json.dumps(self.index)}, "files": {files},'
        head += f' "leftovers": {leftovers}, "pages": {{\n'
        return (head + ",\n".join(pages) + "\n}}\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> ExportRecord:
        """The record that `to_bytes` wrote. Raises ValueError for anything else."""
        try:
            return _record_of(json.loads(data))
        except (TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ValueError("not a record of an export") from error


def read_record(to: Path) -> ExportRecord | None:
    """The record of the last export to this folder; None where there is none.

    Raises OSError where it cannot be read, and ValueError where it is damaged or of another version.
    """
    try:
        data = (to / RECORD_NAME).read_bytes()
    except FileNotFoundError:
        return None
    return ExportRecord.from_bytes(data)


def page_name(slug: str) -> str:
    """The name of a page's file."""
    return f"{slug}.html"


def _values_of(page: PageRecord) -> dict[str, Any]:
    return {name: getattr(page, name) for name in _PAGE_VALUES}


def _record_of(data: dict[str, Any]) -> ExportRecord:
    if data["format"] != _FORMAT:
        raise ValueError("a record of another version")
    pages = {file: _page_of(page) for file, page in data["pages"].items()}
    return ExportRecord(
        {file: page for file, page in pages.items() if _is_ours(page_name(page.slug))},
        {name: _text(found) for name, found in data["files"].items() if _is_ours(name)},
        _text(data["index"]),
        {name: tuple(map(_text, found)) for name, found in data["leftovers"].items() if _is_ours(name)},
    )


def _is_ours(name: str) -> bool:
    return _OUR_NAMES.fullmatch(name) is not None


def _page_of(data: dict[str, Any]) -> PageRecord:
    aliases = tuple(map(_text, data["aliases"]))
    pictures = tuple((_text(name), _text(found)) for name, found in data["pictures"])
    texts = {name: _text(data[name]) for name in _PAGE_VALUES if name not in ("aliases", "pictures")}
    return PageRecord(**texts, aliases=aliases, pictures=pictures)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is expected here")
    return value
