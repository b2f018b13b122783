"""How many pages show each shared text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.session import Session, SharedUse, SharedUses

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


def archived(page: ConditionPage) -> ConditionPage:
    return replace(page, status="archived")


def renamed(page: ConditionPage) -> ConditionPage:
    return replace(page, name="Migraine")


def with_own_heading(page: ConditionPage) -> ConditionPage:
    return replace(page, research=replace(page.research, heading="Own"))


@pytest.fixture
def session(sample_folder: Path) -> Session:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: Knee\nstatus: draft\n", encoding="utf-8")
    return Session.open(sample_folder)


def test_pages_that_show_a_text_are_counted_and_those_that_differ_named(session: Session) -> None:
    uses = SharedUses(session).now()
    assert uses["research.heading"] == SharedUse(3)
    assert uses["research.disclaimers"] == SharedUse(3)
    assert uses["research.lead"] == SharedUse(2, ("Headache & Migraine",))
    assert uses["references.window_years"] == SharedUse(2, ("Headache & Migraine",))


def test_archived_pages_and_files_that_cannot_be_read_do_not_count(session: Session, sample_folder: Path) -> None:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: [\n", encoding="utf-8")
    session = Session.open(sample_folder)
    session.edit_page("archive", HEAD, archived)
    uses = SharedUses(session).now()
    assert uses["research.lead"] == uses["research.heading"] == SharedUse(1)


def test_the_count_follows_edits_and_is_the_same_object_while_it_says_the_same(session: Session) -> None:
    counting = SharedUses(session)
    before = counting.now()
    session.edit_page("type", BACK, renamed)
    assert counting.now() is before
    session.edit_page("own", BACK, with_own_heading)
    assert counting.now()["research.heading"] == SharedUse(2, ("Migraine",))
    session.edit_page("type", HEAD, renamed)
    assert counting.now()["research.lead"] == SharedUse(2, ("Migraine",))
    session.delete_page(BACK)
    assert counting.now()["research.heading"] == SharedUse(2)
    session.undo()
    session.undo()
    session.undo()
    session.undo()
    assert counting.now() == before
