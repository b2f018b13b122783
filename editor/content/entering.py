"""What a text becomes when it is entered into a field: typed and left, pasted or filled in."""

from __future__ import annotations

from editor.content.dates import StudyDate, in_form_of, read_date
from editor.content.fields import Field, Kind


def as_entered(field: Field, text: str, before: str) -> str:
    """The text as the record keeps it, in the place of what the field said before; what was not changed stays.

    A date takes the form that a file has it in: EDTF, or as printed where such a one stood there. What is not
    understood, and what can be two days, stays as it is, as do the texts of all other fields.
    """
    if field.kind is not Kind.DATE or text == before:
        return text
    found = read_date(text)
    return in_form_of(found.edtf, before) if isinstance(found, StudyDate) else text
