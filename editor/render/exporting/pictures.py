"""The pictures that a page shows, and putting them inside it."""

from __future__ import annotations

import html
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from editor.render.exporting.digests import digest
from editor.render.pictures import data_inside, picture_kind
from editor.render.theme_addresses import data_address

_TAG = re.compile(r"""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")


def pictures_in(page: str) -> tuple[str, ...]:
    """The names of the pictures that a page shows, each once, such as "images/clinic.jpg"."""
    if "images/" not in page:
        return ()
    sources = (_source_of(tag) for tag in _TAG.finditer(page))
    return tuple(dict.fromkeys(_name(source[2]) for source in sources if source is not None))


def with_pictures_inside(page: str, content_folder: Path) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The page with its pictures inside, and their names with the digests of what is inside it.

    A picture that is not there, or is too large, is shown by its description and has the digest "". It blocks on the
    disk.
    """
    found: dict[str, str] = {}

    def inside(tag: re.Match[str]) -> str:
        source = _source_of(tag)
        if source is None:
            return tag[0]
        name = _name(source[2])
        data = data_inside(content_folder, name)
        found[name] = digest(data) if data else ""
        address = f' src="{data_address(picture_kind(name), data)}"' if data else ""
        return tag[0][: source.start()] + address + tag[0][source.end() :]

    return (_TAG.sub(inside, page) if "images/" in page else page), tuple(found.items())


def digest_inside(content_folder: Path, name: str) -> str:
    """The digest of a picture that goes inside a page; "" for one that does not. It blocks on the disk."""
    data = data_inside(content_folder, name)
    return digest(data) if data else ""


def _source_of(tag: re.Match[str]) -> re.Match[str] | None:
    """The attribute of a tag that names one of the folder's pictures."""
    for attribute in _ATTRIBUTE.finditer(tag[0]):
        if attribute[1].lower() == "src" and _name(attribute[2]):
            return attribute
    return None


def _name(written: str) -> str:
    """The picture's name, of the address as it stands in the page, mostly in quotes; "" where that leads elsewhere."""
    address = html.unescape(written.strip("\"'")).partition("#")[0].partition("?")[0]
    name = posixpath.normpath(unquote(address, errors="surrogateescape"))
    return name if name.startswith("images/") and "\\" not in name else ""
