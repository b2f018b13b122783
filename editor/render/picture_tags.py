"""The pictures in a text: which of them a page shows, and what stands in place of the others."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from urllib.parse import unquote

from editor.render.pictures import PICTURE_KINDS
from editor.words import tr

_IN_FOLDER = re.compile(r"images/(?!/|.*(?:\.\.|//))[^\\:?#]+", re.DOTALL)
_NOWHERE = re.compile(r"\.\.|\\|\0")
_FROM_TOP = re.compile(r"(?:\./|/)(?=images/)")
_TAG = re.compile(r'<([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_LONGEST_NAME = 80


def picture_source(address: str) -> str:
    """The address, such as "images/knee.png", of a picture of the content folder; "" for one from anywhere else.

    "./" and "/" before it go: pages lie beside that folder, wherever a text's author believes it to be.
    """
    name = _FROM_TOP.sub("", address.strip(), count=1)
    if not _IN_FOLDER.fullmatch(name) or _NOWHERE.search(unquote(name)) or not _has_kind(name):
        return ""
    return name.replace(" ", "%20")


def with_descriptions(cleaned: str) -> str:
    """Cleaned HTML in which a picture that cannot be shown is its description, and each other one has one."""
    return _TAG.sub(_described, cleaned) if "<img" in cleaned else cleaned


def refused_pictures(unsafe: str) -> tuple[str, ...]:
    """The addresses of those pictures in HTML that no page shows, each once, as they were typed."""
    reading = _Sources()
    reading.feed(unsafe)
    reading.close()
    return tuple(dict.fromkeys(one for one in reading.found if one.strip() and not picture_source(one)))


def refusal(address: str, page: str) -> str:
    """Why the page of this name goes without a picture that it names, and what to do."""
    short = address if len(address) <= _LONGEST_NAME else f"{address[:_LONGEST_NAME]}…"
    if not _has_kind(address.strip()):
        return tr(
            "The page “{page}” does not show the picture {picture}, as its kind is none that pages can show."
            " Pictures' names end in {endings}.",
            picture=short,
            page=page,
            endings=", ".join(PICTURE_KINDS),
        )
    return tr(
        "The page “{page}” does not show the picture {picture}, as it does not come from the folder images."
        " Put it there, and write images/ before its name.",
        picture=short,
        page=page,
    )


def why_refused(address: str) -> str:
    """The same to somebody who sees which page and picture it is."""
    if not _has_kind(address.strip()):
        endings = ", ".join(PICTURE_KINDS)
        return tr("Its kind is none that pages can show: pictures' names end in {endings}.", endings=endings)
    return tr("It does not come from the folder “images”. Put it there, and write images/ before its name.")


def _has_kind(address: str) -> bool:
    return unquote(address).lower().endswith(tuple(PICTURE_KINDS))


def _described(tag: re.Match[str]) -> str:
    if tag[1] != "img":
        return tag[0]
    attributes = dict(_ATTRIBUTE.findall(tag[2]))
    if "src" not in attributes:
        return html.escape(html.unescape(attributes.get("alt", "")), quote=False)
    return tag[0] if "alt" in attributes else f'<img alt=""{tag[2]}>'


class _Sources(HTMLParser):
    """The addresses of all pictures in HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found += (value for name, value in attrs if name == "src" and value)
