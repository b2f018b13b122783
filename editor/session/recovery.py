"""What a program that ended had not saved: compared with the files as they are now, and brought back by choice."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from editor.content.condition_page import ConditionPage
from editor.content.differences import Comparison, Difference, compare
from editor.content.pairing import pair_studies
from editor.content.site import Site
from editor.content.study import StudyKey
from editor.session.open_file import OpenFile, Place, file_of, is_site, new_file, slug_of
from editor.session.records import Record, settled
from editor.session.session import Session
from editor.session.unsaved_work import Lines, UnsavedWork
from editor.words import tr


@dataclass(frozen=True, slots=True)
class LeftWork:
    """Unsaved work on one file that is still there.

    `comparison` tells it difference by difference; it is None where the page as a whole comes back, or goes where
    `record` is None. `obstacle` says why nothing can be brought back now, "" where it can.
    """

    work: UnsavedWork
    called: str
    comparison: Comparison | None = None
    obstacle: str = ""

    @property
    def place(self) -> Place:
        """Which file it is about."""
        return self.work.place

    def with_mine(self, chosen: Collection[Difference]) -> Record | None:
        """What the file is to say with one's own side of these differences; all of one's own where it is one piece."""
        return self.work.mine if self.comparison is None else self.comparison.with_mine(chosen)


def left_work(session: Session, found: Iterable[UnsavedWork]) -> tuple[LeftWork, ...]:
    """What of the work the files do not say already. Everything in the folder must have been read."""
    return tuple(left for work in found if (left := _left(session, work)) is not None)


def is_of(session: Session, found: Iterable[UnsavedWork]) -> bool:
    """Whether work of a folder that is gone was on this very one: what it began with is what the files say here."""
    based = [(session.record(work.place), work.base) for work in found if work.base is not None]
    return bool(based) and all(
        theirs is not None and _under_keys_of(theirs, base, base)[0] == theirs for theirs, base in based
    )


def bring_back(session: Session, chosen: Iterable[tuple[LeftWork, Collection[Difference]]]) -> None:
    """Put the chosen work into the session, not saved, as one step that undo takes back."""
    records, files = {}, []
    for left, differences in chosen:
        records[left.place] = left.with_mine(differences)
        if left.work.lines is not None:
            files.append(_file_with(left.place, left.work.lines))
    session.put_records(tr("bring back unsaved work"), records, files=files)


def _file_with(place: Place, lines: Lines) -> OpenFile:
    """A file that the folder does not have yet, to be written with these lines, where they can be read."""
    file = file_of(place, lines.data)
    read = file.as_read
    if not file.editable or not isinstance(read, ConditionPage) or len(read.study_list) != len(lines.keys):
        return new_file(place)
    known = tuple(replace(study, key=key) for study, key in zip(read.study_list, lines.keys, strict=True))
    return replace(file, data=None, as_read=replace(read, studies=known if read.studies is not None else None))


def _left(session: Session, work: UnsavedWork) -> LeftWork | None:
    place = work.place
    file, theirs = session.files.get(place), session.record(place)
    if file is not None and not file.editable:
        why = " ".join(problem.sentence() for problem in file.problems)
        record = work.mine or work.base
        return LeftWork(work, session.name_of(place) if record is None else _name_in(record, place), obstacle=why)
    if theirs is None:
        return None if work.mine is None else LeftWork(work, _name_in(work.mine, place))
    if work.mine is None:
        return LeftWork(work, session.name_of(place))
    base, mine = _under_keys_of(theirs, work.base or _nothing(place), work.mine)
    comparison = _with_clashes(compare(base, settled(mine, theirs), theirs), work, base)
    return LeftWork(work, session.name_of(place), comparison) if comparison.differences else None


def _with_clashes(comparison: Comparison, work: UnsavedWork, base: Record) -> Comparison:
    """The comparison with what nobody had decided when the program ended, which somebody has to decide still."""
    if not work.clashes:
        return comparison
    keys: dict[StudyKey | None, StudyKey] = {}
    if isinstance(work.base, ConditionPage) and isinstance(base, ConditionPage):
        pairs = zip(work.base.study_list, base.study_list, strict=True)
        keys = {before.key: now.key for before, now in pairs}
    clashes = {(keys.get(study, study), field) for study, field in work.clashes}
    differences = (
        replace(one, clashes=True) if (one.study, one.field and one.field.name) in clashes else one
        for one in comparison.differences
    )
    return replace(comparison, differences=tuple(differences))


def _under_keys_of(theirs: Record, base: Record, mine: Record) -> tuple[Record, Record]:
    """The two with the keys that studies have in `theirs`, where they are the same by their words."""
    if not isinstance(base, ConditionPage) or not isinstance(mine, ConditionPage):
        return base, mine
    known = theirs.study_list if isinstance(theirs, ConditionPage) else ()
    paired = pair_studies(known, base.study_list)
    keys = {study.key: found.key for study, found in zip(base.study_list, paired, strict=True)}
    studies = tuple(replace(study, key=keys.get(study.key, study.key)) for study in mine.study_list)
    return (
        replace(base, studies=paired if base.studies is not None else None),
        replace(mine, studies=studies if mine.studies is not None else None),
    )


def _name_in(record: Record, place: Place) -> str:
    return (record.name or "").strip() or slug_of(place)


def _nothing(place: Place) -> Record:
    return Site() if is_site(place) else ConditionPage(slug_of(place))
