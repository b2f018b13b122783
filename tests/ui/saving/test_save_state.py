from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, field_named
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.local_times import moment_words
from editor.ui.saving.save_state import Unsaved, reading_state, save_state, title_words, trouble_state, unsaved

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


@pytest.fixture
def session(sample_folder: Path) -> Session:
    return Session.open(sample_folder)


def state(session: Session) -> str:
    return save_state(unsaved(session), "", is_saving=False, last_saved=None)


def title(session: Session, place: str) -> str:
    return title_words(session.name_of(place), place, unsaved(session))


def change(session: Session, *places: str) -> None:
    editing = Editing(session)
    for place in places:
        editing.choose(place)
        fields = SITE_FIELDS if place == session.site_place else PAGE_FIELDS
        editing.edit_field(field_named(fields, "name"), "New")


def test_nothing_to_save(session: Session) -> None:
    assert state(session) == "Everything is saved."


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((BACK,), "“New” has changes not saved yet."),
        ((BACK, HEAD), "2 pages have changes not saved yet."),
        (("site.yaml",), "The shared texts have changes not saved yet."),
        ((BACK, "site.yaml"), "1 page and the shared texts have changes not saved yet."),
    ],
)
def test_what_is_not_saved_is_counted(session: Session, places: tuple[str, ...], words: str) -> None:
    change(session, *places)
    assert state(session) == words


def test_after_a_save_it_says_when_and_how_the_website_changes(session: Session) -> None:
    when = datetime(2026, 11, 2, 10, 42, tzinfo=UTC)
    words = save_state((), session.site.published_by or "", is_saving=False, last_saved=when, now=when)
    assert words == f"Saved {moment_words(when, when)}. {session.site.published_by}"


def test_a_deleted_page_is_told_as_such(session: Session) -> None:
    session.delete_page(BACK)
    assert state(session) == "“Back, Hip, Knee & Leg Pain” is deleted here; that is not saved yet."
    assert unsaved(session) == (Unsaved(BACK, "Back, Hip, Knee & Leg Pain", is_deleted=True),)


def test_a_page_with_a_new_address_is_one_page(session: Session) -> None:
    moved = session.rename_page(BACK, "Sore backs", new_address=True)
    assert unsaved(session) == (Unsaved(moved, "Sore backs"),)
    assert state(session) == "“Sore backs” has changes not saved yet."


def test_a_very_long_name_leaves_room_for_the_rest(session: Session) -> None:
    session.rename_page(BACK, "Pain " * 40)
    assert state(session) == "“Pain Pain Pain Pain Pain Pain Pain Pain…” has changes not saved yet."


def test_the_title_tells_of_other_pages_too(session: Session) -> None:
    assert title(session, HEAD) == "Headache & Migraine[*]"
    change(session, BACK)
    assert title(session, HEAD) == "Headache & Migraine[*] (1 other not saved)"
    assert title(session, BACK) == "New[*]"
    change(session, HEAD, "site.yaml")
    assert title(session, HEAD) == "New[*] (2 others not saved)"


def test_while_saving(session: Session) -> None:
    change(session, BACK)
    assert save_state(unsaved(session), "", is_saving=True, last_saved=None) == "Saving..."


def test_while_reading() -> None:
    assert reading_state(0, 0) == "Reading pages..."
    assert reading_state(20, 100) == "Reading pages: 20 of 100..."


def test_where_nobody_said_when_the_website_changes_the_first_save_says_whom_to_ask() -> None:
    when = datetime(2026, 11, 2, 10, 42).astimezone()
    first, later = (
        save_state((), "", is_saving=False, last_saved=when, is_first=is_first, now=when) for is_first in (True, False)
    )
    assert first == f"Saved {moment_words(when, when)}. Ask whoever looks after the website when it changes."
    assert later == f"Saved {moment_words(when, when)}."
    told = save_state((), "Every night.", is_saving=False, last_saved=when, is_first=True, now=when)
    assert told == f"Saved {moment_words(when, when)}. Every night."


@pytest.mark.parametrize(
    ("waits_for", "is_kept", "words"),
    [
        ("", True, ""),
        ("the disk is full", True, "Not saved yet: the disk is full. Your work is safe here; saving is tried again."),
        ("the disk is full", False, "Not saved yet: the disk is full. Saving is tried again: leave this window open."),
        ("", False, "Not saved yet, and not safe from a power cut: save it soon."),
    ],
)
def test_what_stands_against_the_safety_of_changes_is_said(waits_for: str, is_kept: bool, words: str) -> None:
    changed = (Unsaved(BACK, "Back"),)
    assert trouble_state(changed, waits_for=waits_for, is_kept=is_kept) == words
    assert trouble_state((), waits_for=waits_for, is_kept=is_kept) == ""
