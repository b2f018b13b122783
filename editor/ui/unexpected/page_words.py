"""The words of the open page, for a report that is to hold them."""

from __future__ import annotations

import json

from editor.content.condition_page import ConditionPage
from editor.content.record_values import values_of_change
from editor.content.site import Site
from editor.session import Place, Session, is_site, slug_of


def page_words(session: Session, place: Place) -> str:
    """All words of a page, or of the shared texts, as they are now."""
    record = session.record(place)
    nothing = Site() if is_site(place) else ConditionPage(slug_of(place))
    words = {} if record is None else values_of_change(nothing, record)
    return f"{place}\n{json.dumps(words, ensure_ascii=False, indent=1)}\n"
