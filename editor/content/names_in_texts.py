"""Where a page's name stands in texts, as it does in those of a copy that is another page's now."""

from __future__ import annotations

import re

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, Field
from editor.content.search_text import single_spaced


def speaks_of(text: str | None, page: ConditionPage) -> bool:
    """Whether the name of the page stands in a text, in either of its forms, in capitals or not, on one line or two."""
    if not text:
        return False
    names = [re.escape(single_spaced(name)) for name in (page.name, page.name_in_text) if name and name.strip()]
    found = re.search(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", single_spaced(text), re.IGNORECASE)
    return bool(names) and found is not None


def fields_that_speak_of(page: ConditionPage, other: ConditionPage) -> tuple[Field, ...]:
    """The fields of `page`, beside its own name, in which the name of another stands."""
    fields = (field for field in PAGE_FIELDS if field.name not in ("name", "name_in_text"))
    return tuple(field for field in fields if speaks_of(field.text_of(page), other))
