"""Which lines of a page's text are one study, and what each of them is in it.

A page lists its studies in one order of lines, though some may lack one: journal, date, title... That order is learned
from the text, then the likeliest way to read all lines is found (Viterbi's algorithm).
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from editor.references.page_text.roles import Reading, Role

Order = tuple[Role, ...]
"""The lines of a study from its first on."""

USUAL: Order = (Role.JOURNAL, Role.DATE, Role.TITLE, Role.PUBLISHER, Role.SUMMARY, Role.AUTHORS, Role.LINK)
TYPICAL: tuple[Order, ...] = tuple(
    (*(Role[name] for name in names.split()), Role.LINK)
    for names in (
        "JOURNAL DATE TITLE PUBLISHER SUMMARY AUTHORS",
        "JOURNAL DATE TITLE AUTHORS PUBLISHER SUMMARY",
        "DATE JOURNAL TITLE PUBLISHER SUMMARY AUTHORS",
        "DATE TITLE AUTHORS JOURNAL PUBLISHER SUMMARY",
        "TITLE AUTHORS JOURNAL PUBLISHER DATE SUMMARY",
        "TITLE AUTHORS JOURNAL DATE PUBLISHER SUMMARY",
        "TITLE JOURNAL DATE PUBLISHER SUMMARY AUTHORS",
        "TITLE SUMMARY AUTHORS JOURNAL PUBLISHER DATE",
        "AUTHORS TITLE JOURNAL PUBLISHER DATE SUMMARY",
    )
)
"""Orders that are tried beside the one learned: where many studies lack lines, little can be learned."""
_NEVER_FIRST = (Role.PUBLISHER, Role.SUMMARY, Role.LINK)
_SURE, _TITLE_SURE, _SUMMARY_SURE = 1.8, 0.3, -0.2
_START, _NEXT = -4.0, -0.3
_MISSING = {
    Role.JOURNAL: -1.0, Role.DATE: -1.5, Role.TITLE: -4.0, Role.PUBLISHER: -0.4, Role.SUMMARY: -1.0,
    Role.AUTHORS: -1.5, Role.LINK: -0.5,
}  # fmt: skip
_AGAIN = {Role.SUMMARY: -0.6, Role.LINK: -0.2}
"""What a study may have several lines of, and what another one costs."""
_AFTER_GAP, _WITHOUT_GAP = 0.5, -0.3
_ONE_JOURNAL, _TWO_JOURNALS, _USUAL_FIRST = 0.3, -1.5, 0.2
_SAMPLE = 90
"""Lines by which it is decided with which of its lines a study begins."""
_ROOM_FOR_ONE, _LINES_ABOVE = 16, 4
_NAMING = (Role.JOURNAL, Role.PUBLISHER)


@dataclass(frozen=True, slots=True)
class Record:
    """The lines of one study, as numbers among the readings, each with what it is."""

    lines: tuple[tuple[int, Role], ...]

    def of(self, role: Role) -> list[int]:
        """Those of one kind."""
        return [number for number, is_now in self.lines if is_now is role]


def records_in(readings: Sequence[Reading], barred: Sequence[bool]) -> tuple[Record, ...]:
    """The studies of a text, in its order; `barred` are lines known to be none of theirs."""
    labels = [None if is_barred else _label(one) for one, is_barred in zip(readings, barred, strict=True)]
    order, weights = _order(labels, readings), _weights(labels)
    first = next((at for at, label in enumerate(labels) if label in (Role.DATE, Role.AUTHORS, Role.LINK)), None)
    if first is None:
        return ()
    start = max(0, first - 8)
    sample = slice(start, start + _SAMPLE)
    learned = [(*order[at:], *order[:at]) for at in range(len(order)) if order[at] not in _NEVER_FIRST]
    ways = [*learned, *TYPICAL]
    likely = [_likelihood(readings[sample], barred[sample], way, weights) for way in ways]
    found = _read(readings, barred, ways[likely.index(max(likely))], weights)[1]
    return tuple(record for record in found if _is_study(record))


def _likelihood(
    readings: Sequence[Reading], barred: Sequence[bool], way: Order, weights: Mapping[Role, float]
) -> float:
    """How likely lines are studies with this order; it counts too whether a study names one journal or two."""
    score, records = _read(readings, barred, way, weights)
    for record in records:
        named, again = record.of(Role.JOURNAL), record.of(Role.PUBLISHER)
        if named and again:
            is_one = readings[again[0]].words.casefold().startswith(readings[named[0]].words.casefold())
            score += _ONE_JOURNAL if is_one else _TWO_JOURNALS
    return score + (_USUAL_FIRST if way[0] in (Role.JOURNAL, Role.TITLE) else 0.0)


def _label(reading: Reading) -> Role | None:
    """What a line is by itself, if that is likely."""
    score = max(reading.scores)
    if score >= _SURE:
        return Role(reading.scores.index(score))
    if reading.scores[Role.TITLE] >= _TITLE_SURE:
        return Role.TITLE
    return Role.SUMMARY if reading.scores[Role.SUMMARY] > _SUMMARY_SURE else None


def _order(labels: Sequence[Role | None], readings: Sequence[Reading]) -> Order:
    """The order in which the lines of studies follow each other, in a circle: with which it begins is not told."""
    counts = Counter(label for label in labels if label is not None)
    anchors = [role for role in (Role.DATE, Role.AUTHORS, Role.LINK) if counts[role]]
    if not anchors:
        return USUAL
    anchor = max(anchors, key=lambda role: counts[role])
    stretches = _with_publishers(_stretches(labels, anchor), readings)
    seen = {role for stretch in stretches for role in stretch} | {Role.TITLE, Role.SUMMARY}
    rest = [role for role in USUAL if role in seen and role is not anchor]
    before: Counter[tuple[Role, Role]] = Counter()
    for stretch in stretches:
        before.update(itertools.combinations(stretch, 2))
    usual = USUAL.index(anchor)

    def rank(role: Role) -> tuple[int, int]:
        wins = sum(before[role, other] > before[other, role] for other in rest)
        losses = sum(before[other, role] > before[role, other] for other in rest)
        return losses - wins, (USUAL.index(role) - usual) % len(USUAL)

    return (anchor, *sorted(rest, key=rank))


def _stretches(labels: Sequence[Role | None], anchor: Role) -> list[list[tuple[Role, int]]]:
    """What follows each line of the kind that most studies have, until the next, with its number.

    What stands before the only one of them follows in the circle.
    """
    found: list[list[tuple[Role, int]]] = []
    for number, label in enumerate(labels):
        if label is anchor:
            found.append([])
        elif found and label is not None and len(found[-1]) < _ROOM_FOR_ONE:
            found[-1].append((label, number))
    if len(found) == 1:
        first = labels.index(anchor)
        above = range(max(0, first - _LINES_ABOVE), first)
        found[0] += [(label, at) for at in above if (label := labels[at]) not in (None, Role.SUMMARY)]
    return found


def _with_publishers(stretches: Sequence[list[tuple[Role, int]]], readings: Sequence[Reading]) -> list[list[Role]]:
    """The stretches, each role once. Where most name the journal twice, one of the two is that with its publisher."""
    named = [[at for role, at in stretch if role in _NAMING] for stretch in stretches]
    twice = [places[:2] for places in named if len(places) > 1]
    has_two = 2 * len(twice) >= len(stretches)
    lean = [sum(_lean(readings[places[side]]) for places in twice) for side in (0, 1)]
    first, second = (Role.PUBLISHER, Role.JOURNAL) if lean[0] > lean[1] else (Role.JOURNAL, Role.PUBLISHER)
    found: list[list[Role]] = []
    for stretch, places in zip(stretches, named, strict=True):
        if has_two:
            roles = [_told_apart(role, at, places, (first, second)) for role, at in stretch]
        else:
            roles = [Role.JOURNAL if role in _NAMING else role for role, _ in stretch]
        found.append([role for role in dict.fromkeys(roles) if role is not None])
    return found


def _told_apart(role: Role, at: int, places: Sequence[int], names: tuple[Role, Role]) -> Role | None:
    if role not in _NAMING:
        return role
    return names[places.index(at)] if len(places) > 1 and at in places[:2] else None


def _lean(reading: Reading) -> float:
    """How much more a line looks like a journal with its publisher than like a journal alone."""
    return reading.scores[Role.PUBLISHER] - reading.scores[Role.JOURNAL]


def _weights(labels: Sequence[Role | None]) -> Mapping[Role, float]:
    """How much it says that a study lacks a line: little where most lack it."""
    counts = Counter(label for label in labels if label is not None)
    studies = max(counts[Role.DATE], counts[Role.AUTHORS], counts[Role.LINK], 1)
    names = counts[Role.JOURNAL] + counts[Role.PUBLISHER]
    counts[Role.JOURNAL], counts[Role.PUBLISHER] = names, max(0, names - studies)
    counts[Role.TITLE] = counts[Role.SUMMARY] = studies
    return {role: min(1.0, counts[role] / studies) for role in Role}


@dataclass(frozen=True, slots=True)
class _Steps:
    """What it costs to go from one state to another, and whether another study begins so. State 0 is outside."""

    costs: list[list[float]]
    is_new: list[list[bool]]


def _steps(order: Order, weights: Mapping[Role, float], at_new: float) -> _Steps:
    missing = [_MISSING[role] * weights[role] for role in order]
    size = len(order)
    costs = [[0.0] * (size + 1) for _ in range(size + 1)]
    is_new = [[False] * (size + 1) for _ in range(size + 1)]
    for before, after in itertools.product(range(size + 1), repeat=2):
        left_out = sum(missing[before:])
        if after == 0:
            costs[before][after] = left_out if before else 0.0
        elif before == 0:
            costs[before][after], is_new[before][after] = _START + at_new + sum(missing[: after - 1]), True
        elif after > before:
            costs[before][after] = sum(missing[before : after - 1])
        elif after == before and order[after - 1] in _AGAIN:
            costs[before][after] = _AGAIN[order[after - 1]]
        else:
            costs[before][after] = left_out + _NEXT + at_new + sum(missing[: after - 1])
            is_new[before][after] = True
    return _Steps(costs, is_new)


def _read(
    readings: Sequence[Reading], barred: Sequence[bool], order: Order, weights: Mapping[Role, float]
) -> tuple[float, list[Record]]:
    """The likeliest way to read the lines with this order, and how likely it is."""
    has_gaps = any(one.line.gap for one in readings)
    close = _steps(order, weights, _WITHOUT_GAP if has_gaps else 0.0)
    apart = _steps(order, weights, _AFTER_GAP if has_gaps else 0.0)
    size = len(order) + 1
    states = range(size)
    values = [0.0] + [-1e9] * (size - 1)
    came: list[list[int]] = []
    for reading, is_barred in zip(readings, barred, strict=True):
        costs = (apart if reading.line.gap else close).costs
        scores = reading.scores
        here, origins = [0.0] * size, [0] * size
        for after in states:
            if after and is_barred:
                here[after] = -1e9
                continue
            best = max((values[before] + costs[before][after], before) for before in states)
            here[after] = best[0] + (scores[order[after - 1]] if after else 0.0)
            origins[after] = best[1]
        values = here
        came.append(origins)
    ends = [value + (close.costs[state][0] if state else 0.0) for state, value in enumerate(values)]
    state = max(states, key=lambda one: ends[one])
    score = ends[state]
    path = [state]
    for origins in reversed(came):
        path.append(origins[path[-1]])
    return score, _cut(path[-2::-1], order, close)


def _cut(path: Sequence[int], order: Order, steps: _Steps) -> list[Record]:
    found: list[list[tuple[int, Role]]] = []
    before = 0
    for number, state in enumerate(path):
        if state:
            if steps.is_new[before][state] or not found:
                found.append([])
            found[-1].append((number, order[state - 1]))
        before = state
    return [Record(tuple(lines)) for lines in found]


def _is_study(record: Record) -> bool:
    """Whether enough of a study is there: a title with one thing more, or three things without."""
    kinds = {role for _, role in record.lines}
    names_source = bool(kinds & {Role.JOURNAL, Role.PUBLISHER})
    parts = [Role.DATE in kinds, Role.AUTHORS in kinds, Role.LINK in kinds, names_source, Role.SUMMARY in kinds]
    known = sum(parts[:4])
    return known >= 1 if Role.TITLE in kinds else known >= 2 and sum(parts) >= 3
