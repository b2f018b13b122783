"""The address of a page: the part of it that stands for the page, made from the page's name."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
"""Letters; longer addresses are cut at a word."""

_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc]")
_LATIN_GAPS = re.compile(r"[^a-z0-9]+")
_GAPS = re.compile(r"[\W_]+")


def slug_of_name(name: str) -> str:
    """The name as an address: "Parkinson's & Co" is "parkinsons-co"; in a script without a-z the letters stay."""
    letters = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", name).casefold())
    latin = _LATIN_GAPS.sub("-", _without_accents(letters)).strip("-")
    slug = latin or _GAPS.sub("-", unicodedata.normalize("NFC", letters)).strip("-") or "page"
    return slug if len(slug) <= LONGEST else _cut(slug)


def _without_accents(letters: str) -> str:
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _cut(slug: str) -> str:
    head = slug[: LONGEST + 1].rpartition("-")[0]
    return head or slug[:LONGEST]
