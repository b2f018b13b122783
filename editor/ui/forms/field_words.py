"""What a field of a study says, as staff read it."""

from __future__ import annotations

from editor.content.dates import printed_date
from editor.content.fields import Field, Kind
from editor.markup.plain_words import plain_words
from editor.ui.forms.choice_box import STUDY_TYPE_CHOICES, label_of


def field_words(field: Field, text: str) -> str:
    """A date as the page prints it, a kind of study by its name; another text as it is written. "" stays empty."""
    if not text.strip():
        return ""
    if field.kind is Kind.DATE:
        return printed_date(text.strip())
    return label_of(STUDY_TYPE_CHOICES, text) if field.kind is Kind.STUDY_TYPE else text


def plain_field_words(field: Field, text: str) -> str:
    """The same, and of a text with marks for bold and links only its words."""
    return plain_words(text) if field.kind is Kind.MARKDOWN else field_words(field, text)
