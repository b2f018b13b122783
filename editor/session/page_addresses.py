"""Which place, and with it which address, a page gets that is new or renamed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from editor.content.addresses import slug_of_name
from editor.content.condition_page import ConditionPage
from editor.session.open_file import OpenFile, Place, is_site, slug_of
from editor.storage import address_key, refused_slug

_FOLDER = "conditions"


def free_place(name: str, files: Mapping[Place, OpenFile]) -> Place:
    """A place for a page of this name, whose address no page has, had before, or gave up just now."""
    return f"{_FOLDER}/{_free_slug(slug_of_name(name), files)}.yaml"


def place_beside(place: Place, name: str, files: Mapping[Place, OpenFile]) -> Place:
    """Where a page goes whose address is made anew from its name; `place` itself where that is the same."""
    slug = slug_of_name(name)
    if address_key(slug) == address_key(slug_of(place)):
        return place
    others = {other: file for other, file in files.items() if other != place}
    return str(PurePosixPath(place).with_name(_free_slug(slug, others) + PurePosixPath(place).suffix))


def place_again(place: Place, files: Mapping[Place, OpenFile]) -> Place:
    """Where a page goes that was at a place before: there, unless that is taken."""
    if refused_slug(slug_of(place), _addresses(files)) is None:
        return place
    return free_place(slug_of(place), files)


def _free_slug(wanted: str, files: Mapping[Place, OpenFile]) -> str:
    taken = list(_addresses(files))
    numbered = (f"{wanted}-{number}" for number in itertools.count(2))
    return next(slug for slug in itertools.chain([wanted], numbered) if refused_slug(slug, taken) is None)


def _addresses(files: Mapping[Place, OpenFile]) -> Iterator[str]:
    """The addresses that pages have, and those of which visitors are sent on to them."""
    for place, file in files.items():
        if not is_site(place):
            yield slug_of(place)
        if isinstance(file.as_read, ConditionPage):
            yield from file.as_read.old_slugs or ()
