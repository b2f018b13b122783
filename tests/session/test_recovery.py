"""Which unsaved work of a folder that is gone belongs to the folder that is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.session import Session, UnsavedWork, UnsavedWorkTold, is_of, journal_record, work_of
from tests.session.edits import NECK, WRIST, delete, rename, save


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
