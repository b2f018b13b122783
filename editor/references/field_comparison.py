"""What two entries of one study say, field by field, and taking some of it over.

What differs only in the way it is written is not told as a difference: a date's form, an address before a DOI, capitals
and dashes. Nor is a date that says less than the one that is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from editor.content.dates import understood_date
from editor.content.entering import as_entered
from editor.content.fields import STUDY_FIELDS, Field, Kind
from editor.content.search_text import folded
from editor.content.study import Study, bare_doi, bare_pmid

_WORD = re.compile(r"\w+")
_BEFORE_HOST = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field as it is now and as it comes, each "" for nothing; `comes` is in the form in which it would be kept."""

    field: Field
    now: str
    comes: str
    agrees: bool
    """Both mean the same, or there is nothing to take."""

    @property
    def fills(self) -> bool:
        """Whether nothing is there now."""
        return not self.now.strip()


def field_pairs(now: Study | None, comes: Study) -> tuple[FieldPair, ...]:
    """The fields in which either says anything, in the order of a study's card; `now` is None for a new study."""
    pairs = (_pair(field, "" if now is None else field.text_of(now), field.text_of(comes)) for field in STUDY_FIELDS)
    return tuple(pair for pair in pairs if pair.now.strip() or pair.comes.strip())


def differences(now: Study, comes: Study) -> tuple[FieldPair, ...]:
    """The fields in which something comes that is not there."""
    return tuple(pair for pair in field_pairs(now, comes) if not pair.agrees)


def with_taken(study: Study, taken: Iterable[FieldPair]) -> Study:
    """The study with these fields as they come, each only where the study still says what was compared."""
    for pair in taken:
        if pair.field.text_of(study) == pair.now:
            study = pair.field.set_text(study, pair.comes)
    return study


def _pair(field: Field, now: str, comes: str) -> FieldPair:
    comes = as_entered(field, comes, now)
    return FieldPair(field, now, comes, not comes.strip() or _agree(field, now, comes))


def _agree(field: Field, now: str, comes: str) -> bool:
    if not now.strip():
        return False
    if field.kind is Kind.DATE:
        one, other = understood_date(now), understood_date(comes)
        if one is not None and other is not None:
            return f"{one.edtf}-".startswith(f"{other.edtf}-")
    return _meaning(field, now) == _meaning(field, comes)


def _meaning(field: Field, text: str) -> str:
    """The text without what does not count in its field."""
    text = text.strip()
    if field.name == "doi":
        return bare_doi(text).casefold()
    if field.name == "pmid":
        return bare_pmid(text) or text
    if field.name == "url":
        doi = bare_doi(text)
        return doi.casefold() if doi.startswith("10.") else _BEFORE_HOST.sub("", text).rstrip("/")
    if field.kind in (Kind.LINE, Kind.MARKDOWN):
        return " ".join(_WORD.findall(folded(text))) or text
    return text
