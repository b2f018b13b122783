"""What PubMed's two formats share: how it states dates, journals and notices."""

from __future__ import annotations

import re

from editor.references.reading.plain_texts import doi_in, plain
from editor.references.reading.source_dates import source_date
from editor.references.reference import Notice, NoticeKind

_CATALOGUED = re.compile(r" [:=] .*| \((?:Clinical research ed\.|[^()]+, [^()]+)\)\Z")
_CITED_ON = re.compile(r"\. ((?:1[89]|20)[0-9]{2}[^;:.]*)")


def printed_journal(text: str) -> str:
    """A journal as it calls itself, without "(Clinical research ed.)" and what else PubMed adds, and others copy."""
    return _CATALOGUED.sub("", plain(text))


def notice_in(kind: NoticeKind, citation: str) -> Notice:
    """The notice that PubMed cites: "Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/..."."""
    found = _CITED_ON.search(citation)
    return Notice(kind, source_date(found[1]) if found else "", doi_in(citation))
