"""A step that changes several pages at once: all of it is done, taken back and done again, or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.session import NotEditable, Session, file_of
from tests.session.edits import NECK, WRIST, page, rename, save
from tests.session.layouts import COMMENTED


def put_intro(session: Session, intro: str) -> None:
    records = {place: replace(page(session, place), intro=intro) for place in (WRIST, NECK)}
    site = replace(session.site, name=intro)
    session.put_records("replace words", {session.site_place: site, **records})


def words(session: Session) -> list[str | None]:
    return [page(session, WRIST).intro, page(session, NECK).intro, session.site.name]


def test_one_undo_takes_back_all_of_it(session: Session) -> None:
    before = words(session)
    put_intro(session, "New")
    assert words(session) == ["New"] * 3
    assert session.undo() is None
    assert (words(session), session.unsaved_places) == (before, ())
    assert session.redo() is None
    assert words(session) == ["New"] * 3


def test_a_page_where_the_same_words_have_changed_keeps_all_of_it(session: Session) -> None:
    put_intro(session, "New")
    session.receive(file_of(NECK, b"name: Neck\nintro: Somebody else's\n"))
    before = words(session)
    assert (session.undo() or "").endswith("Nothing was changed. Where: Neck.")
    assert words(session) == before


def test_a_page_where_other_words_have_changed_hinders_nothing(session: Session, root: Path) -> None:
    before = words(session)
    put_intro(session, "New")
    save(session, NECK)
    changed = (root / NECK).read_bytes().replace(b"intro: New", b"intro: New\ntitle: Theirs")
    session.receive(file_of(NECK, changed))
    assert page(session, NECK).title == "Theirs"
    assert session.undo() is None
    assert (words(session), page(session, NECK).title) == (before, "Theirs")


@pytest.mark.parametrize("undone", [False, True])
def test_a_page_whose_file_is_broken_by_now_keeps_all_of_it(session: Session, undone: bool) -> None:
    put_intro(session, "New")
    if undone:
        session.undo()
    before = session.record(NECK), session.site
    session.receive(file_of(WRIST, COMMENTED.replace(b"layout: condition ", b"name: Twice ")))
    step = session.history.next_redo if undone else session.history.next_undo
    assert "mended" in ((session.redo() if undone else session.undo()) or "")
    assert (session.record(NECK), session.site) == before
    assert (session.history.next_redo if undone else session.history.next_undo) is step


def test_nothing_is_put_where_one_of_the_pages_cannot_be_changed(session: Session) -> None:
    session.receive(file_of(WRIST, COMMENTED.replace(b"layout: condition ", b"name: Twice ")))
    with pytest.raises(NotEditable):
        session.put_records("replace words", {NECK: replace(page(session, NECK), intro="New"), WRIST: None})
    assert page(session, NECK).intro != "New"
    assert session.history.next_undo is None


def test_a_step_is_across_places_where_all_are_there_before_and_after(session: Session) -> None:
    put_intro(session, "New")
    step = session.history.next_undo
    assert step is not None
    assert step.is_across
    rename(session, "Hand")
    step = session.history.next_undo
    assert step is not None
    assert not step.is_across
    session.rename_page(WRIST, "Arm", new_address=True)
    step = session.history.next_undo
    assert step is not None
    assert len(step.changes) == 2
    assert not step.is_across
