"""Which names files and folders may have on every computer that shares them; a page's file name is its address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from editor.words import tr

_LONGEST_FOLDER = 60  # letters; with those of a user's documents it leaves room for the pages in it
_LONGEST = 120  # bytes: with ".yaml" and a deep folder that still fits into Windows' 260 characters
_DEVICE = re.compile(r"(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
_SEPARATORS = '/\\:<>"|?*'
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"  # parts of ordinary words in Persian and Hindi


def refused_slug(slug: str, existing: Iterable[str]) -> str | None:
    """Why `slug` cannot name a new page beside the slugs `existing`, as a sentence; None when it can."""
    return next(_refusals(slug, existing), None)


def _refusals(slug: str, existing: Iterable[str]) -> Iterator[str]:
    if not slug.strip():
        yield tr("The page needs a name for its address.")
    if len(unicodedata.normalize("NFD", slug).encode(errors="surrogatepass")) > _LONGEST:
        yield tr("The address is too long: choose a shorter one.")
    for letter in slug:
        if letter in _SEPARATORS:
            yield tr("The address can't contain {letter}.", letter=letter)
        if _is_invisible(letter):
            yield tr("The address contains a character that can't be seen: type it anew.")
    if slug != slug.strip() or slug.endswith("."):
        yield tr("The address can't begin or end with a space, nor end with a full stop.")
    if slug.startswith("."):
        yield tr("The address can't begin with a full stop.")
    if _DEVICE.fullmatch(slug):
        yield tr("Windows keeps the name {slug} for itself: choose another.", slug=slug)
    for other in existing:
        if address_key(other) == address_key(slug):
            yield tr("There is already a page with the address {slug}.", slug=other)


def address_key(slug: str) -> str:
    """The same for names that some file systems hold for the same: capitals and ways of writing accents."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", slug).casefold())


def folder_name(text: str) -> str:
    """The name that a folder called `text` has on every system; "" where none of its letters can stand in one."""
    letters = (" " if letter in _SEPARATORS or _is_invisible(letter) else letter for letter in text)
    name = " ".join("".join(letters).split())[:_LONGEST_FOLDER].strip(". ")
    return f"{name} website" if _DEVICE.fullmatch(name) else name


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in _INVISIBLE and letter not in _JOINERS
