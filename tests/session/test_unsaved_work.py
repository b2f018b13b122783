"""A journal that is told what changes adds up to what is not saved, whatever was done, and whenever it ended."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import move_study
from editor.session import Session, UnsavedWork, UnsavedWorkTold, follow, journal_record, read_file, records_of, work_of
from tests.session.conftest import NECK, WRIST
from tests.session.edits import delete, page, rename, retitle, save
from tests.session.test_random_pages import FIRST, OPERATIONS, Operation, do


class JournalOf:
    """All records that a journal would hold."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.told = UnsavedWorkTold(session)
        self.records: list[bytes] = []

    def write(self) -> int:
        """Write what is new: how many bytes."""
        news = self.told.news()
        if news is None:
            return 0
        self.records.append(journal_record(news))
        return len(self.records[-1])

    def work(self) -> dict[str, UnsavedWork]:
        return {work.place: work for work in work_of(self.records)}


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(operations=st.lists(st.tuples(OPERATIONS, st.integers(0, 9)), min_size=4, max_size=24))
def test_the_records_add_up_to_what_is_not_saved(
    new_folder: Callable[[], Path], operations: list[tuple[Operation, int]]
) -> None:
    root = new_folder()
    (root / "conditions").mkdir()
    for place, data in FIRST.items():
        (root / place).write_bytes(data)
    session = Session.open(root)
    journal = JournalOf(session)
    for operation, chance in operations:
        do(session, operation)
        if chance == 0:
            journal.told.forget()
        if chance > 3:
            journal.write()
            compare(journal.work(), session)


def compare(work: dict[str, UnsavedWork], session: Session) -> None:
    assert set(work) == set(session.unsaved_places)
    for place, unsaved in work.items():
        assert unsaved.base == session.files[place].on_disk
        assert unsaved.mine == session.record(place)
    assert work_of(records_of(work.values())) == tuple(work[place] for place in sorted(work))


def test_each_record_holds_no_more_than_what_is_new(session: Session) -> None:
    journal = JournalOf(session)
    assert journal.write() > 0, "the first says that nothing is unsaved"
    retitle(session, 0, "alpha: one more")
    with_base = journal.write()
    retitle(session, 0, "alpha: one more word")
    assert journal.write() < with_base / 3
    session.edit_page("Move", WRIST, lambda now: move_study(now, now.study_list[0].key, 2))
    assert journal.write() < with_base / 3
    assert journal.write() == 0
    assert journal.work()[WRIST].mine == page(session)


def test_what_is_saved_is_no_longer_in_it(session: Session) -> None:
    journal = JournalOf(session)
    rename(session, "Wrists")
    delete(session, 0, NECK)
    journal.write()
    save(session)
    journal.write()
    assert list(journal.work()) == [NECK]


def test_texts_that_no_file_can_hold_are_kept_too(session: Session) -> None:
    journal = JournalOf(session)
    session.edit_page("Paste", WRIST, lambda now: replace(now, intro="half \ud83d, 針, \0 and \u2028"))
    journal.write()
    assert journal.work()[WRIST].mine == page(session)


def test_what_is_damaged_ends_it_and_what_a_later_program_knows_is_passed_over(session: Session) -> None:
    journal = JournalOf(session)
    rename(session, "Wrists")
    journal.write()
    news = json.loads(journal.records[-1])
    news["whole"] = False
    news["places"][WRIST]["mine"]["fields"]["x_mood"] = "new in version 9"
    journal.records.append(json.dumps(news).encode())
    assert journal.work()[WRIST].mine == page(session)
    for damage in (b"", b"{", b"[]", b'{"time": 3}', b"\xff", journal.records[-1].replace(b'"Wrists"', b"[7]")):
        (found,) = work_of([*journal.records, damage])
        assert found.mine == page(session)


def test_where_a_colleagues_change_was_undone_the_work_is_told_without_it(root: Path, session: Session) -> None:
    before = page(session)
    rename(session, "Wrists")
    (root / WRIST).write_bytes((root / WRIST).read_bytes().replace(b"get sore", b"may get sore"))
    follow(session, [read_file(session.folder, WRIST)])
    session.undo()
    journal = JournalOf(session)
    journal.write()
    work = journal.work()[WRIST]
    assert isinstance(work.mine, ConditionPage)
    assert (work.base, work.mine.name) == (before, "Wrists"), "not as if the colleague's words had been taken out"
