"""Conflicts as they are to be shown, and what becomes of them by choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from editor.content.conflict_choices import Keep, with_choices
from editor.content.differences import Comparison, Difference
from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import Place
from editor.session.saving import SaveJob, copy_of
from editor.session.session import Session
from editor.storage import NotSaved
from editor.words import tr

Choices = Mapping[Difference, Keep]


@dataclass(frozen=True, slots=True)
class Undecided:
    """The conflicts of one file that nobody has decided: `comparison` tells them alone, as they are now."""

    place: Place
    called: str
    comparison: Comparison
    conflicts: tuple[OpenConflict, ...]


@dataclass(frozen=True, slots=True)
class BothVersions:
    """What a file would have become with mine, and what it holds."""

    mine: SaveJob
    theirs: bytes | None


def undecided(session: Session, places: Iterable[Place]) -> tuple[Undecided, ...]:
    """What has to be decided before these places are saved."""
    return tuple(one for place in places if (one := _undecided(session, place)) is not None)


def _undecided(session: Session, place: Place) -> Undecided | None:
    now = session.record(place)
    if now is None or not session.is_editable(place):
        return None
    file = session.files[place].as_read
    assert file is not None
    seen = [(one.seen_now(now, file), one) for one in session.conflicts_at(place)]
    found = [(difference, one) for difference, one in seen if difference is not None]
    if not found:
        return None
    comparison = Comparison(file, now, tuple(difference for difference, _ in found))
    return Undecided(place, session.name_of(place), comparison, tuple(one for _, one in found))


def decide(session: Session, choices: Sequence[tuple[Undecided, Choices]]) -> None:
    """Do what was chosen, as one step that undo takes back; what was not chosen is asked again.

    The pages must be as they were when the conflicts were told.
    """
    records, settled = {}, []
    for one, chosen in choices:
        now = session.record(one.place)
        assert now is not None
        records[one.place] = with_choices(now, one.comparison.theirs, chosen.items())
        pairs = zip(one.comparison.differences, one.conflicts, strict=True)
        settled += [conflict for difference, conflict in pairs if difference in chosen]
    names = ", ".join(one.called for one, chosen in choices if chosen)
    session.put_records(tr("decision about {page}", page=names), records, tuple(settled))


def both_versions(session: Session, choices: Sequence[tuple[Undecided, Choices]]) -> tuple[BothVersions, ...]:
    """The two versions of each file that something was chosen for, as they are before that is done."""
    places = [one.place for one, chosen in choices if chosen]
    return tuple(BothVersions(session.prepare_save(place), session.files[place].data) for place in places)


def keep_versions(versions: Iterable[BothVersions]) -> None:
    """Put both versions into the history of this PC, whatever was decided. It blocks on the disk. Raises OSError."""
    for one in versions:
        folder, place = one.mine.folder, one.mine.file.place
        with suppress(NotSaved):  # words that no file can hold are on the page, and one undo away
            folder.history.keep(folder.root, place, copy_of(one.mine))
        if one.theirs is not None:
            folder.history.keep(folder.root, place, one.theirs)
