"""What two entries of one study say, field by field, and taking some of it over.

What differs only in the way it is written is not told as a difference; see `comparing.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor.content.entering import as_entered
from editor.content.fields import STUDY_FIELDS, Field, field_named
from editor.content.study import Study
from editor.references.comparing import Weight, weigh

_TITLE = field_named(STUDY_FIELDS, "title")
_FIELDS = (_TITLE, *(field for field in STUDY_FIELDS if field is not _TITLE))


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field as it is now and as it comes, each "" for nothing; `comes` is in the form in which it would be kept."""

    field: Field
    now: str
    comes: str
    agrees: bool
    """Both mean the same, or there is nothing to take."""

    @property
    def weight(self) -> Weight:
        """How much it weighs that the two say different things."""
        return weigh(self.field, self.now, self.comes)

    @property
    def fills(self) -> bool:
        """Whether nothing is there now."""
        return not self.now.strip()


def field_pairs(now: Study | None, comes: Study) -> tuple[FieldPair, ...]:
    """The fields in which either says anything, the title first; `now` is None for a new study."""
    pairs = (_pair(field, "" if now is None else field.text_of(now), field.text_of(comes)) for field in _FIELDS)
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
    return FieldPair(field, now, comes, weigh(field, now, comes) in (Weight.NONE, Weight.SPELLING))
