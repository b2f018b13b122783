"""What two sources say of the same paper, in one reference."""

from __future__ import annotations

from dataclasses import fields, replace

from editor.references.reference import Reference


def are_same_paper(one: Reference, other: Reference) -> bool:
    """Whether both have the same DOI, or no two DOIs and the same PubMed number."""
    if one.doi and other.doi:
        return one.doi.casefold() == other.doi.casefold()
    return bool(one.pmid) and one.pmid == other.pmid


def joined(first: Reference, other: Reference) -> Reference:
    """What the first says; where it says nothing, what the other does; and the kinds and notices of both."""
    missing = {field.name: getattr(other, field.name) for field in fields(first) if not getattr(first, field.name)}
    and_others = (first if first.authors else other).and_others
    kinds = tuple(dict.fromkeys((*first.kinds, *other.kinds)))
    told = {(notice.kind, notice.doi.casefold()) for notice in first.notices}
    kinds_told = {notice.kind for notice in first.notices}
    notices = tuple(
        notice
        for notice in other.notices
        if (notice.kind, notice.doi.casefold()) not in told and (notice.doi or notice.kind not in kinds_told)
    )
    return replace(first, **missing | {"kinds": kinds, "notices": first.notices + notices, "and_others": and_others})
