"""Whether what was copied plainly is references, and not words or cells for a table."""

from __future__ import annotations

import re

from editor.references.identifiers import identifier_of

_RECORDS = re.compile(
    r"\A\s*(?:"
    r"TY\s{1,2}-\s"
    r"|PMID\s?-\s?[0-9]"
    r"|@[A-Za-z]+\s*\{\s*[^\s{},]*\s*,"
    r"|(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<(?:PubmedArticle|PubmedArticleSet|xml>\s*<records)\b"
    r"|\[?\s*\{\s*\"(?:[^\"]*\"\s*:.{0,2000}?\")?(?:DOI|title|container-title)\"\s*:"
    r")",
    re.DOTALL,
)
_LOOKED_AT = 20_000
_LONGEST_IDENTIFIER = 2000
"""Characters."""


def are_plainly_records(text: str) -> bool:
    """Whether a text begins as files of references do."""
    return _RECORDS.match(text[:_LOOKED_AT]) is not None


def is_plainly_identifier(text: str) -> bool:
    """Whether the whole text is a DOI, or a link that holds one, or a PubMed number that says so."""
    text = text.strip()
    return 0 < len(text) <= _LONGEST_IDENTIFIER and not text.isdecimal() and identifier_of(text) is not None
