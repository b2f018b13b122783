"""Which place, and with it which address, a page gets that is new, renamed or brought back."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from pathlib import PurePosixPath

from editor.content.addresses import slug_of_name
from editor.session.open_file import Place, slug_of
from editor.storage import address_key, refused_slug
from editor.storage.file_names import ENDINGS, PAGES_FOLDER


def new_place(name: str, taken: Collection[str]) -> Place:
    """A place for a page of this name, whose address is none of those taken."""
    return f"{PAGES_FOLDER}/{_free_slug(slug_of_name(name), taken)}{ENDINGS[0]}"


def place_after(place: Place, name: str, taken: Collection[str]) -> Place:
    """Where a page goes whose address is made anew from its name; `place` itself where that is the same."""
    slug = slug_of_name(name)
    if address_key(slug) == address_key(slug_of(place)):
        return place
    return str(PurePosixPath(place).with_name(_free_slug(slug, taken) + PurePosixPath(place).suffix))


def place_again(place: Place, taken: Collection[str]) -> Place:
    """Where a page goes that was at a place before: there, unless that is taken."""
    if refused_slug(slug_of(place), taken) is None:
        return place
    return new_place(slug_of(place), taken)


def _free_slug(wanted: str, taken: Collection[str]) -> str:
    numbered = (f"{wanted}-{number}" for number in itertools.count(2))
    return next(slug for slug in itertools.chain([wanted], numbered) if refused_slug(slug, taken) is None)
