"""A group of texts that a save began goes again with its last text; one that the developer wrote stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.shared_texts import References, Research
from editor.session.open_file import file_of
from editor.session.saving import Saved
from editor.session.session import Session

PLACE = "conditions/knee.yaml"


def opened(root: Path, data: bytes) -> Session:
    (root / "conditions").mkdir()
    (root / PLACE).write_bytes(data)
    return Session.open(root)


def page(session: Session) -> ConditionPage:
    found = session.page(PLACE)
    assert found is not None
    return found


def saved(session: Session) -> bytes:
    assert isinstance(session.save(PLACE), Saved)
    return (session.folder.root / PLACE).read_bytes()


def put_texts(session: Session, *leads: str) -> None:
    """Texts of its own for a page, in two groups and both lines of one of them, as one step."""

    def change(before: ConditionPage) -> ConditionPage:
        research = replace(before.research, lead=leads[0], heading=leads[0])
        return replace(before, research=research, references=replace(before.references, lead=leads))

    session.edit_page("Own texts", PLACE, change)


def test_a_group_that_a_save_began_goes_with_its_last_text(tmp_path: Path) -> None:
    before = b"name: Knee pain   # kept\nstudies: []\n"
    session = opened(tmp_path, before)
    put_texts(session, "One", "Two")
    assert b"research:" in saved(session)
    session.undo()
    session.edit_page("Edit name", PLACE, lambda now: replace(now, name="Knees"))
    assert saved(session) == before.replace(b"Knee pain", b"Knees")
    put_texts(session, "Three")
    assert b"  heading: Three" in saved(session)


@pytest.mark.parametrize("group", ["{}", "{ours: 1}", "  # none yet"])
def test_a_group_that_the_developer_wrote_stays(tmp_path: Path, group: str) -> None:
    before = f"name: Knee pain\nresearch: {group}\n".encode()
    session = opened(tmp_path, before)
    session.edit_page("Own lead", PLACE, lambda now: replace(now, research=replace(now.research, lead="L")))
    assert b"lead: L" in saved(session)
    session.undo()
    session.edit_page("Edit name", PLACE, lambda now: replace(now, name="Knees"))
    after = saved(session)
    assert b"name: Knees" in after
    assert b"research:" in after
    assert b"lead" not in after


def test_a_group_in_which_one_text_follows_another_stays(tmp_path: Path) -> None:
    session = opened(tmp_path, b"name: Knee pain\n")
    session.edit_page("Own lead", PLACE, lambda now: replace(now, research=Research(lead="L")))
    saved(session)
    session.edit_page("Own heading", PLACE, lambda now: replace(now, research=Research(heading="H")))
    assert saved(session) == b"name: Knee pain\nresearch:\n  heading: H\n"


def test_a_key_that_came_into_the_group_since_stays(tmp_path: Path) -> None:
    session = opened(tmp_path, b"name: Knee pain\n")
    session.edit_page("Own years", PLACE, lambda now: replace(now, references=References(window_years="5")))
    theirs = saved(session) + b"  ours: 1\n"
    (tmp_path / PLACE).write_bytes(theirs)
    session.receive(file_of(PLACE, theirs))
    assert session.undo() is None
    assert saved(session) == b"name: Knee pain\nreferences:\n  ours: 1\n"
    assert page(session).references == References()
