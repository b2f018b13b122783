"""Finding out, when a file is read again, which of its studies are those already known."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from editor.content.study import Study, StudyKey, bare_doi, bare_pmid


def pair_studies(known: Sequence[Study], read: Sequence[Study], *, by_place: bool = True) -> tuple[Study, ...]:
    """The read studies, each with the key of the known one that it is; the others keep the key they were given.

    They are paired by all their texts, then DOI, PubMed number, title and, unless that says nothing here, place between
    paired neighbours, each only where it leaves no choice.
    """
    keys: dict[StudyKey, StudyKey] = {}
    """From the key a study was read with to the one it is known by."""
    for mark in (_all_texts, _doi, _pmid, _title):
        _pair(known, read, mark, keys)
    if by_place:
        _pair_by_place(known, read, keys)
    return tuple(replace(study, key=keys[study.key]) if study.key in keys else study for study in read)


def _all_texts(study: Study) -> Hashable:
    return replace(study, key="")


def _doi(study: Study) -> Hashable:
    return bare_doi(study.doi or "").casefold()


def _pmid(study: Study) -> Hashable:
    return bare_pmid(study.pmid or "")


def _title(study: Study) -> Hashable:
    return " ".join((study.title or "").split()).casefold()


def _pair(
    known: Sequence[Study],
    read: Sequence[Study],
    mark: Callable[[Study], Hashable],
    keys: dict[StudyKey, StudyKey],
) -> None:
    """Pair what bears the same mark, if one on each side does; of several with all the same texts, one by one."""
    paired = set(keys.values())
    marked = _marked((study for study in known if study.key not in paired), mark)
    for bearing, studies in _marked((study for study in read if study.key not in keys), mark).items():
        candidates = marked.get(bearing, [])
        if len(studies) == len(candidates) == 1 or mark is _all_texts:
            keys.update(zip(studies, candidates, strict=False))


def _marked(studies: Iterable[Study], mark: Callable[[Study], Hashable]) -> dict[Hashable, list[StudyKey]]:
    found: dict[Hashable, list[StudyKey]] = {}
    for study in studies:
        if bearing := mark(study):
            found.setdefault(bearing, []).append(study.key)
    return found


def _pair_by_place(known: Sequence[Study], read: Sequence[Study], keys: dict[StudyKey, StudyKey]) -> None:
    """Pair what stands in the same gap between paired studies, unless a DOI or PubMed number says it is another."""
    left = _gaps(known, {key: key for key in keys.values()})
    for gap, studies in _gaps(read, keys).items():
        candidates = left.get(gap, [])
        if len(candidates) == len(studies) and not any(map(_differ, candidates, studies)):
            keys.update((study.key, candidate.key) for candidate, study in zip(candidates, studies, strict=True))


def _gaps(
    studies: Sequence[Study], keys: dict[StudyKey, StudyKey]
) -> dict[tuple[StudyKey | None, StudyKey | None], list[Study]]:
    """The studies that are not paired, by the paired ones just above and below them."""
    found: dict[tuple[StudyKey | None, StudyKey | None], list[Study]] = {}
    above: StudyKey | None = None
    gap: list[Study] = []
    for study in studies:
        if study.key not in keys:
            gap.append(study)
            continue
        below = keys[study.key]
        if gap:
            found[above, below] = gap
        above, gap = below, []
    if gap:
        found[above, None] = gap
    return found


def _differ(one: Study, other: Study) -> bool:
    return any(mark(one) and mark(other) and mark(one) != mark(other) for mark in (_doi, _pmid))
