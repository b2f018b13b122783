"""Which unsaved work of a folder that is gone belongs to the folder that is open."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.conflict_choices import Keep
from editor.session import (
    OpenFile,
    Session,
    UnsavedWork,
    UnsavedWorkTold,
    bring_back,
    decide,
    follow,
    is_of,
    journal_record,
    left_work,
    read_file,
    records_of,
    undecided,
    work_of,
)
from tests.session.edits import NECK, WRIST, delete, rename, retitle, save
from tests.session.layouts import COMMENTED


def work(session: Session) -> tuple[UnsavedWork, ...]:
    """What is not saved, as the next start would read it."""
    news = UnsavedWorkTold(session).news()
    assert news is not None
    return work_of([journal_record(news)])


@pytest.fixture
def left(root: Path) -> tuple[UnsavedWork, ...]:
    """Work on both pages, whose studies have other keys than at any later start."""
    session = Session.open(root)
    rename(session, "Sore wrists")
    delete(session, 0, NECK)
    return work(session)


def test_where_all_files_say_what_it_began_with_it_is_of_this_folder(
    session: Session, left: tuple[UnsavedWork, ...]
) -> None:
    assert {one.place for one in left} == {WRIST, NECK}
    assert is_of(session, left)


def test_where_one_file_says_something_else_it_is_not(session: Session, left: tuple[UnsavedWork, ...]) -> None:
    session.edit_page("Edit", NECK, lambda now: replace(now, intro="Other words"))
    save(session, NECK)
    assert not is_of(session, left)


def test_where_a_page_is_missing_it_is_not(session: Session, left: tuple[UnsavedWork, ...]) -> None:
    session.delete_page(NECK)
    assert not is_of(session, left)


def test_where_it_is_new_pages_alone_nobody_can_tell(session: Session, left: tuple[UnsavedWork, ...]) -> None:
    page = ConditionPage("elbow", name="Elbow")
    assert not is_of(session, [UnsavedWork("conditions/elbow.yaml", None, page, left[0].time)])
    assert not is_of(session, [])


def test_what_nobody_has_decided_is_still_to_be_decided(root: Path, session: Session) -> None:
    rename(session, "Mine")
    retitle(session, 1, "bravo: mine")
    session.edit_page("Edit", WRIST, lambda now: replace(now, heading="Mine alone"))
    theirs = COMMENTED.replace(b'"Wrist Pain"', b'"Theirs"').replace(b"bravo's title", b"bravo, theirs")
    (root / WRIST).write_bytes(theirs)
    follow(session, [read_file(session.folder, WRIST)])
    found = work(session)
    assert work_of(records_of(found)) == found
    (left,) = left_work(Session.open(root), found)
    assert left.comparison is not None
    assert {one.mine: one.clashes for one in left.comparison.differences} == {
        "Mine": True,
        "bravo: mine": True,
        "Mine alone": False,
    }


def test_what_was_decided_at_last_needs_no_decision(root: Path, session: Session) -> None:
    rename(session, "Mine")
    (root / WRIST).write_bytes(COMMENTED.replace(b'"Wrist Pain"', b'"Theirs"'))
    follow(session, [read_file(session.folder, WRIST)])
    told = UnsavedWorkTold(session)
    first = told.news()
    assert first is not None
    (undecided_page,) = undecided(session, [WRIST])
    decide(session, [(undecided_page, dict.fromkeys(undecided_page.comparison.differences, Keep.MINE))])
    second = told.news()
    assert second is not None
    records = [journal_record(first), journal_record(second)]
    assert [work_of(records[:count])[0].clashes for count in (1, 2)] == [{(None, "name")}, set()]
    news = json.loads(records[0])
    del news["places"][WRIST]["clashes"]
    (old,) = work_of([json.dumps(news).encode()])
    assert old.mine == session.record(WRIST), "what an earlier version of the program has left"


def restarted(root: Path, found: tuple[UnsavedWork, ...]) -> Session:
    """The next start, with all of the work brought back."""
    session = Session.open(root)
    bring_back(
        session, [(one, one.comparison.differences if one.comparison else ()) for one in left_work(session, found)]
    )
    return session


def test_a_page_that_was_given_another_address_keeps_what_is_the_websites(root: Path, session: Session) -> None:
    retitle(session, 1, "Another title")
    moved = session.rename_page(WRIST, "Wrists", new_address=True)
    later = restarted(root, work_of(records_of(work(session))))
    save(later, moved)
    before, after = COMMENTED.splitlines(), (root / moved).read_bytes().splitlines()
    gone = [line for line in before if line not in after]
    assert [line.split(b":")[0].strip() for line in gone] == [b"name", b"- title"]


def test_one_that_was_brought_back_from_the_trash_too(root: Path, session: Session) -> None:
    session.delete_page(WRIST)
    save(session)
    session.restore_page(session.deleted_pages[0])
    later = restarted(root, work(session))
    save(later)
    assert (root / WRIST).read_bytes() == COMMENTED


def test_one_that_a_colleague_deleted_too(root: Path, session: Session) -> None:
    rename(session, "Sore wrists")
    (root / WRIST).unlink()
    follow(session, [OpenFile(WRIST, None, None, None)])
    later = restarted(root, work(session))
    save(later)
    assert (root / WRIST).read_bytes() == COMMENTED.replace(b"Wrist Pain", b"Sore wrists")
