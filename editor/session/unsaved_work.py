"""What is not saved, told to a journal as it changes, and read from the journal of a program that has ended."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from editor.content.condition_page import ConditionPage
from editor.content.differences import Clashes
from editor.content.record_values import Values, changed_record, values_of_change
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.session.open_file import OpenFile, Place, is_site, slug_of
from editor.session.open_records import OpenRecords
from editor.session.records import Record


@dataclass(frozen=True, slots=True)
class Lines:
    """What a page without a file is to be written with: the bytes of the file that it was moved or brought back from.

    `keys` are those of the studies there.
    """

    data: bytes
    keys: tuple[StudyKey, ...]


_State = tuple[Record | None, Record | None, Clashes, Lines | None]
"""What the file says, what it is to say, where the two are to be decided between, and the lines for one to be made."""


@dataclass(frozen=True, slots=True)
class UnsavedWork:
    """What somebody made of a file and did not save.

    `base` is what the file said, None where it was not there yet; `mine` what it was to say, None where the page was
    deleted; `time` when it changed last, in UTC. `clashes` is where both sides had changed the same, and nobody has
    decided: by study and field. `lines` are for a page that has no file.
    """

    place: Place
    base: Record | None
    mine: Record | None
    time: datetime
    clashes: Clashes = frozenset()
    lines: Lines | None = None


class UnsavedWorkTold:
    """What a journal has been told of a session, so that each record holds no more than what is new."""

    def __init__(self, session: OpenRecords) -> None:
        self._session = session
        self._told: dict[Place, _State] | None = None

    def news(self) -> Values | None:
        """What has changed since this was last asked, to be written as one record; None: nothing."""
        session, told = self._session, self._told or {}
        now = {place: _state_of(session, place) for place in session.unsaved_places}
        places: dict[Place, Values | None] = {place: None for place in told if place not in now}
        for place, state in now.items():
            entry = _entry(place, told.get(place), state)
            if entry:
                places[place] = entry
        is_whole, self._told = self._told is None, now
        if not places and not is_whole:
            return None
        return {"time": datetime.now(UTC).isoformat(), "whole": is_whole, "places": places}

    def forget(self) -> None:
        """Have the next record hold everything, and count alone."""
        self._told = None


def journal_record(news: Values) -> bytes:
    """The bytes of a record. It takes its time where there is much news."""
    return json.dumps(news, separators=(",", ":")).encode()


def records_of(work: Iterable[UnsavedWork]) -> tuple[bytes, ...]:
    """The records of a journal that holds this work and no other; its times stay."""
    return tuple(
        journal_record(
            {
                "time": one.time.isoformat(),
                "whole": number == 0,
                "places": {one.place: _entry(one.place, None, (one.base, one.mine, one.clashes, one.lines))},
            }
        )
        for number, one in enumerate(work)
    )


def work_of(records: Iterable[bytes]) -> tuple[UnsavedWork, ...]:
    """What the records of a journal add up to: all that was not saved at the end. What is damaged ends it."""
    found: dict[Place, UnsavedWork] = {}
    for record in records:
        try:
            found = _after(found, json.loads(record))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            break
    return tuple(found[place] for place in sorted(found))


def _state_of(session: OpenRecords, place: Place) -> _State:
    mine, file = session.record(place), session.files[place].as_read
    seen = () if mine is None or file is None else (one.seen_now(mine, file) for one in session.conflicts_at(place))
    clashes = frozenset((one.study, None if one.field is None else one.field.name) for one in seen if one is not None)
    return session.base_of(place), mine, clashes, None if mine is None else _lines_of(session.files[place])


def _lines_of(file: OpenFile) -> Lines | None:
    if file.data is not None or file.source is None or not isinstance(file.as_read, ConditionPage):
        return None
    data = file.source.data
    return Lines(data, tuple(study.key for study in file.as_read.study_list)) if data else None


def _entry(place: Place, told: _State | None, now: _State) -> Values:
    """What is new at a place since it was told."""
    entry: Values = {}
    (base, mine, clashes, lines), before = now, None if told is None else told[1]
    if told is None or told[0] is not base:
        entry["base"] = None if base is None else values_of_change(_nothing(place), base)
        before = base
    if mine is not before:
        entry["mine"] = None if mine is None else values_of_change(before or _nothing(place), mine)
    if clashes != (frozenset() if told is None else told[2]):
        entry["clashes"] = sorted(clashes, key=str)
    if lines != (None if told is None else told[3]):
        entry["lines"] = None if lines is None else {"data": lines.data.decode("latin-1"), "keys": lines.keys}
    return entry


def _after(found: dict[Place, UnsavedWork], news: Values) -> dict[Place, UnsavedWork]:
    """What there is after one more record. Raises what damaged values cause."""
    time = datetime.fromisoformat(news["time"])
    found = {} if news["whole"] else found
    after = dict(found)
    for place, entry in news["places"].items():
        if entry is None:
            after.pop(place, None)
            continue
        known = found.get(place)
        known = known or UnsavedWork(place, None, None, time)
        base, mine, clashes, lines = known.base, known.mine, known.clashes, known.lines
        if "base" in entry:
            base = mine = None if entry["base"] is None else changed_record(_nothing(place), entry["base"])
        if "mine" in entry:
            mine = None if entry["mine"] is None else changed_record(mine or _nothing(place), entry["mine"])
        if "clashes" in entry:
            clashes = frozenset((study, field) for study, field in entry["clashes"])
        if "lines" in entry:
            written = entry["lines"]
            lines = written and Lines(written["data"].encode("latin-1"), tuple(written["keys"]))
        after[place] = UnsavedWork(place, base, mine, time, clashes, lines)
    return after


def _nothing(place: Place) -> Record:
    return Site() if is_site(place) else ConditionPage(slug_of(place))
