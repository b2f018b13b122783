"""Where a study's link leads, and the DOI and PubMed number that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from editor.references.identifiers import IdentifierKind, identifier_of
from editor.references.page_text.found import Found
from editor.references.page_text.roles import Reading, Role
from editor.words import tr

_DOI_SITES = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_FIELDS = {IdentifierKind.DOI: "doi", IdentifierKind.PMID: "pmid"}


def identifiers_of(lines: Sequence[Reading], links: Sequence[Reading]) -> dict[str, Found]:
    """The link, DOI and PubMed number of a study, by the names of the fields; others as a note."""
    found: dict[str, Found] = {}
    others = [line.words for line in links if line.words and identifier_of(line.words) is None]
    for line in lines:
        words = line.words if line.scores[Role.LINK] > 0 else ""
        for field, text, unsure in (*_of_address(line.address), *_of_words(words)):
            first = found.setdefault(field, Found(text, line.line.text, line.line.number, unsure))
            if first.text != text:
                others.append(text)
    if others:
        note = tr("The text has this too: {links}", links=", ".join(dict.fromkeys(others)))
        found["note"] = Found(note)
    return found


def _of_address(address: str) -> Iterator[tuple[str, str, str]]:
    identifier = identifier_of(address) if address else None
    field = "" if identifier is None else _FIELDS.get(identifier.kind, "")
    is_its_own_link = field == "pmid" or (field == "doi" and urlsplit(address).hostname in _DOI_SITES)
    if address and not is_its_own_link:
        yield "url", address, ""
    if identifier is not None and field:
        stands_there = identifier.value.casefold() in unquote(address).casefold()
        yield field, identifier.value, "" if stands_there else tr("It was worked out from the link's address.")


def _of_words(words: str) -> Iterator[tuple[str, str, str]]:
    identifier = identifier_of(words) if words else None
    if identifier is not None and identifier.kind in _FIELDS:
        yield _FIELDS[identifier.kind], identifier.value, ""
