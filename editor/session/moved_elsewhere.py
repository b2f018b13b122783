"""Pages that somebody else has given another address: what was changed here goes along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.content.differences import difference_of
from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import OpenFile, Place, paired, slug_of
from editor.session.open_records import OpenRecords
from editor.session.rebased import Rebased
from editor.session.records import merged, settled
from editor.session.undo_history import Change, Step
from editor.words import tr


@dataclass(frozen=True, slots=True)
class MovedElsewhere:
    """A page with unsaved changes that was at a place, and its file as somebody else has put it at another one."""

    place: Place
    file: OpenFile


def moved_elsewhere(session: OpenRecords, files: Sequence[OpenFile]) -> tuple[MovedElsewhere, ...]:
    """Which pages with unsaved changes are at another address now that these files were read anew.

    The two sides of a move may be noticed one after the other, the new file first or last.
    """
    came = [file for file in files if file.place not in session.files and file.editable]
    now = {**session.files, **{file.place: file for file in files}}
    moved: list[MovedElsewhere] = []
    for place in _without_their_files(session, files):
        target = next(_targets(session, place, came, now.values()), None)
        if target is not None and all(one.file.place != target.place for one in moved):
            moved.append(MovedElsewhere(place, target))
    return tuple(moved)


def _without_their_files(session: OpenRecords, files: Iterable[OpenFile]) -> Iterator[Place]:
    """The pages with unsaved changes whose files are gone."""
    gone = {file.place for file in files if file.data is None}
    back = {file.place for file in files if file.data is not None}
    for place, known in session.files.items():
        is_gone = place in gone or (known.data is None and place not in back)
        was_there = known.as_read != ConditionPage(slug_of(place)) and not session.other_addresses(place)
        is_edited = known.editable and session.page(place) is not None and session.is_unsaved(place)
        if is_gone and was_there and is_edited:
            yield place


def _targets(
    session: OpenRecords, place: Place, came: Iterable[OpenFile], now: Iterable[OpenFile]
) -> Iterator[OpenFile]:
    """The files that the page may be in now, the surest first."""
    slug = slug_of(place)
    yield from (file for file in came if _names(file, slug))
    base = _base_of(session, place)
    yield from (file for file in came if _page_in(paired(file, base, None)) == _at(base, file.place))
    if session.files[place].data is not None:  # it has gone only now, and its new file may have been noticed before
        yield from (
            file
            for file in now
            if file.data is not None and file.editable and _names(file, slug) and not session.is_unsaved(file.place)
        )


def _names(file: OpenFile, slug: str) -> bool:
    page = file.as_read
    return isinstance(page, ConditionPage) and slug in (page.old_slugs or ()) and slug_of(file.place) != slug


def with_words_from(session: OpenRecords, moved: MovedElsewhere) -> tuple[Rebased, Rebased]:
    """What becomes of both places: one's own changes go to the new address, as a step."""
    place, mine, base = moved.place, session.page(moved.place), _base_of(session, moved.place)
    assert mine is not None
    there = moved.file.place
    file = paired(moved.file, base, mine)
    theirs = file.as_read
    assert theirs is not None
    record, conflicts = merged(_at(base, there), _at(mine, there), theirs)
    record = settled(record, theirs)
    label = tr("take your changes to the new address of {page}", page=session.name_of(place))
    step = Step(label, (Change(there, theirs, record), Change(place, mine, None)))
    clashes = tuple(OpenConflict(there, difference_of(conflict, theirs)) for conflict in conflicts)
    gone = Rebased(replace(session.files[place], data=None), None)
    return gone, Rebased(file, record, (step,), conflicts=clashes)


def _base_of(session: OpenRecords, place: Place) -> ConditionPage:
    base = session.base_of(place) or session.files[place].as_read
    assert isinstance(base, ConditionPage)
    return base


def _page_in(file: OpenFile) -> ConditionPage | None:
    return file.as_read if isinstance(file.as_read, ConditionPage) else None


def _at(page: ConditionPage, place: Place) -> ConditionPage:
    return replace(page, slug=slug_of(place))
