from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, field_named
from editor.session import Session, file_of, follow
from editor.ui.editing import Editing
from editor.ui.pages.entries import Entries, Entry, Sign
from editor.ui.pages.entry_model import PLAIN, EntryModel, Role

BACK = "conditions/back-hip-knee-leg-pain.yaml"


@pytest.fixture
def session(sample_folder: Path) -> Session:
    (sample_folder / "conditions" / "broken.yaml").write_text("name: [", encoding="utf-8")
    (sample_folder / "conditions" / "empty.yaml").write_text("name: Ankle\nstatus: draft\n", encoding="utf-8")
    (sample_folder / "conditions" / "gone.yaml").write_text(
        "name: Écharpe\nstatus: archived\nreview_due: '2027-05'\n", encoding="utf-8"
    )
    (sample_folder / "conditions" / "twice.yaml").write_text("name: A\nname: B\n", encoding="utf-8")
    return Session.open(sample_folder)


def test_the_list_says_what_staff_need_to_know(session: Session) -> None:
    assert [(entry.name, entry.detail, entry.sign) for entry in Entries(session).now()] == [
        ("Shared texts", "The same on every page", Sign.NONE),
        ("Ankle", "Draft · no studies", Sign.NONE),
        ("B", "Can't be changed", Sign.BROKEN),
        ("Back, Hip, Knee & Leg Pain", "Published · 7 studies", Sign.NONE),
        ("broken", "Can't be read", Sign.BROKEN),
        ("Écharpe", "Archived · no studies", Sign.ARCHIVED),
        ("Headache & Migraine", "Published · 5 studies", Sign.NONE),
    ]


def test_a_page_tells_how_many_of_its_studies_were_retracted(session: Session) -> None:
    entries, model = Entries(session), EntryModel()
    entries.count_retracted(lambda page: len(page.study_list) // 4)
    model.show_entries(entries.now(), PLAIN)
    details = [model.index(row).data(Role.DETAIL) for row in range(model.rowCount())]
    assert [(line.text, line.spans) for line in details if line.spans] == [
        ("1 retracted · Published · 7 studies", ((0, 11),)),
        ("1 retracted · Published · 5 studies", ((0, 11),)),
    ]


def test_a_page_with_changes_is_marked(session: Session) -> None:
    editing, entries = Editing(session), Entries(session)
    entries.now()
    editing.choose(BACK)
    editing.edit_field(field_named(PAGE_FIELDS, "intro"), "New")
    assert [entry.place for entry in entries.now() if entry.unsaved] == [BACK]
    session.save(BACK)
    assert not any(entry.unsaved for entry in entries.now())


def test_nothing_is_made_anew_where_nothing_shown_has_changed(session: Session) -> None:
    entries = Entries(session)
    before = entries.now()
    session.edit_page("edit", BACK, lambda page: replace(page, intro="New"))
    marked = entries.now()
    assert [old is new for old, new in zip(before, marked, strict=True)].count(False) == 1
    session.edit_page("edit", BACK, lambda page: replace(page, intro="Newer"))
    assert entries.now() is marked


def test_entries_follow_names_and_pages_that_come_and_go(session: Session) -> None:
    entries = Entries(session)
    session.edit_page("edit", BACK, lambda page: replace(page, name="Zygoma"))
    new = session.new_page("Another")
    assert [entry.name for entry in entries.now()][1:3] == ["Ankle", "Another"]
    assert entries.now()[-1].name == "Zygoma"
    session.delete_page(new)
    assert "Another" not in [entry.name for entry in entries.now()]
    assert new not in entries.searched


def test_a_search_is_given_every_page_as_it_is_now(session: Session) -> None:
    entries = Entries(session)
    entries.now()
    session.edit_page("edit", BACK, lambda page: replace(page, intro="New"))
    entries.now()
    assert entries.searched[BACK] is session.page(BACK)
    assert entries.searched[session.site_place] is session.site
    assert entries.searched["conditions/broken.yaml"] == ConditionPage("broken")


def test_the_next_review_is_told_where_it_matters(session: Session) -> None:
    details = {entry.name: (entry.review_detail, entry.due) for entry in Entries(session).now()}
    assert details["Écharpe"] == ("Next review 2027, May", date(2027, 5, 1))
    assert details["Ankle"] == ("No date for a review", None)
    assert details["broken"] == ("Can't be read", None)


@pytest.mark.parametrize("changed", [0, 1e14, -1e14])
def test_a_time_that_no_calendar_has_is_not_told(changed: float) -> None:
    assert Entry("conditions/ankle.yaml", "Ankle", "Draft", changed=changed).change_detail == "Draft"


def test_a_page_whose_file_was_broken_by_others_says_that_changes_to_it_are_not_saved(session: Session) -> None:
    session.edit_page("edit", BACK, lambda page: replace(page, intro="New"))
    follow(session, [file_of(BACK, b"name: [")])
    (entry,) = [entry for entry in Entries(session).now() if entry.place == BACK]
    assert (entry.detail, entry.sign, entry.unsaved) == ("Can't be changed · not saved", Sign.BROKEN, True)
