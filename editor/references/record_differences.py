"""What the publisher's record of a paper has otherwise than the study on a page."""

from __future__ import annotations

from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.study import Study
from editor.references.comparing import Weight
from editor.references.field_comparison import FieldPair, field_pairs
from editor.references.reference import Reference
from editor.references.study_of import study_of

COMPARED = tuple(field_named(STUDY_FIELDS, name) for name in ("title", "authors", "journal", "date"))
NUMBERS = tuple(field_named(STUDY_FIELDS, name) for name in ("doi", "pmid"))
"""Only offered where the page has none: by them the record was found."""


def record_pairs(study: Study, reference: Reference) -> tuple[FieldPair, ...]:
    """The fields in which a record says anything, those that agree among them; publisher and link are the clinic's."""
    pairs = {pair.field.name: pair for pair in field_pairs(study, study_of(reference)) if pair.comes.strip()}
    numbers = [pair for field in NUMBERS if (pair := pairs.get(field.name)) is not None and pair.fills]
    return (*(pairs[field.name] for field in COMPARED if field.name in pairs), *numbers)


def differs(study: Study, reference: Reference) -> tuple[FieldPair, ...]:
    """The fields in which a record says something else; other letters, and what could be added, are no such thing."""
    return tuple(pair for pair in record_pairs(study, reference) if pair.weight is Weight.OTHER)
