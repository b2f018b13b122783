"""Studies on the clipboard: for this program exactly as they are, for others as rows of cells."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from editor.content.cell_block import CellBlock
from editor.content.fields import STUDY_FIELDS, Field
from editor.content.study import Study


class NotStudies(Exception):
    """The data is not what `as_data` makes."""


def as_data(studies: Iterable[Study]) -> bytes:
    """All known fields of the studies; neither their keys nor what else the website's developer keeps with them."""
    texts = [{field.name: text for field in STUDY_FIELDS if (text := field.of(study)) is not None} for study in studies]
    return json.dumps({"studies": texts}).encode()


def of_data(data: bytes) -> tuple[Study, ...]:
    """Studies of their own with the texts that were copied. Raises NotStudies."""
    try:
        texts = json.loads(data)["studies"]
        studies = tuple(_study(fields) for fields in texts)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as wrong:
        raise NotStudies from wrong
    if not studies:
        raise NotStudies
    return studies


def rows_of(studies: Iterable[Study], fields: Sequence[Field]) -> CellBlock:
    """A row for each study, with its texts as written."""
    return CellBlock(tuple(tuple(field.text_of(study) for field in fields) for study in studies))


def _study(texts: dict[str, object]) -> Study:
    study = Study()
    for field in STUDY_FIELDS:
        text = texts.get(field.name)
        if text is None:
            continue
        if not isinstance(text, str):
            raise TypeError(field.name)
        text.encode()  # half a character, which no file can hold, is a ValueError
        study = field.set(study, text)
    return study
