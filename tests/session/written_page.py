"""What a page's file says, read without the program: by PyYAML's own loader, every value as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS, Field
from editor.content.site import Site
from tests.session.layouts import STUDY_WORDS

Values = dict[str, Any]


@dataclass(frozen=True)
class Words:
    """The known fields of a page or site that say something, by name, and those of its studies in order."""

    fields: Values
    studies: tuple[Values, ...] = ()


@dataclass(frozen=True)
class WrittenFile:
    """A file's words, and what in it is the website's own: keys that the program does not know."""

    words: Words
    unknown: Values
    unknown_of_studies: tuple[Values, ...] = field(default=())


@lru_cache(maxsize=100)  # the loader is slow, and undoing everything leads back to the same bytes
def written(data: bytes, *, site: bool) -> WrittenFile:
    """What these bytes say; nobody may change it."""
    loaded = yaml.load(data, yaml.BaseLoader) or {}
    studies = loaded.get(STUDIES_KEY) or ()
    known = SITE_FIELDS if site else PAGE_FIELDS
    own = {name.keys[0] for name in known} | {STUDIES_KEY}
    study_keys = {name.keys[0] for name in STUDY_FIELDS}
    return WrittenFile(
        Words(_fields(loaded, known), tuple(_fields(study, STUDY_FIELDS) for study in studies)),
        {key: value for key, value in loaded.items() if key not in own},
        tuple({key: value for key, value in study.items() if key not in study_keys} for study in studies),
    )


def words_of(record: ConditionPage | Site) -> Words:
    """What the program holds, in the same form."""
    fields = SITE_FIELDS if isinstance(record, Site) else PAGE_FIELDS
    studies = record.study_list if isinstance(record, ConditionPage) else ()
    return Words(_said(fields, record), tuple(_said(STUDY_FIELDS, study) for study in studies))


def comments(data: bytes, word: str | None = None) -> list[str]:
    """The comments of the study with this word, or those that belong to no study and to no item of a list of texts."""
    found = re.findall(r"(?:^|(?<=\s))#.*?(?=\r?$)", data.decode(), re.MULTILINE)
    if word:
        return [comment for comment in found if word in comment]
    return [comment for comment in found if not any(own in comment for own in (*STUDY_WORDS, "# item"))]


def pieces(data: bytes, word: str) -> list[str]:
    """The text of the study with this word: its lines, or what stands between its braces."""
    text = data.decode()
    braces = re.findall(r"\{[^{}]*\b" + word + r"\b[^{}]*\}", text)
    return braces if braces else [line for line in text.splitlines() if word in line]


def _said(fields: Sequence[Field], record: Any) -> Values:
    values = {known.name: known.of(record) for known in fields}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}


def _fields(mapping: Values, fields: Sequence[Field]) -> Values:
    found: Values = {}
    for known in fields:
        value: Any = mapping
        for key in known.keys:
            value = value.get(key) if isinstance(value, dict) else None
        if value:
            found[known.name] = value
    return found
