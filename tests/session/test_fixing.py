"""Mending what was found: one step, in the page's file and in the shared one, that Undo takes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.checks.finding import Fix, TextChange
from editor.session import NotEditable, Session, run_save
from editor.session.fixing import Outdated, apply_fix

PAGE, SITE = "conditions/knee.yaml", "site.yaml"
_KNEE = """name: Knee pain
intro: >-
  Many people
  have it.
review_due: "2026-11-01"
studies:
- title: Knees   # the first
  date: 2010
- title: Steps
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "conditions").mkdir()
    (tmp_path / SITE).write_text("references:\n  window_years: '10'\n", encoding="utf-8")
    (tmp_path / PAGE).write_text(_KNEE, encoding="utf-8")
    return Session.open(tmp_path)


def save(session: Session) -> None:
    for place in session.unsaved_places:
        session.finish_save(run_save(session.prepare_save(place)))


def test_page_and_shared_texts_change_in_one_step_and_back(session: Session, tmp_path: Path) -> None:
    before = {name: (tmp_path / name).read_bytes() for name in (PAGE, SITE)}
    page = session.page(PAGE)
    assert page is not None
    changes = (
        TextChange("intro", "Many people have it.", "Some people have it."),
        TextChange("references.window_years", "10", "17", shared=True),
    )
    apply_fix(session, "mend", PAGE, Fix("", changes, removed=(page.study_list[1].key,)))
    save(session)
    assert (tmp_path / SITE).read_text(encoding="utf-8") == "references:\n  window_years: '17'\n"
    assert (tmp_path / PAGE).read_text(encoding="utf-8") == _KNEE.replace("Many", "Some").replace(
        "- title: Steps\n", ""
    )
    assert session.undo() is None
    assert session.history.next_undo is None
    save(session)
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_what_a_problem_of_the_shared_texts_asks_for_changes_there(session: Session) -> None:
    apply_fix(session, "mend", SITE, Fix("", (TextChange("references.window_years", "10", "17"),)))
    assert session.site.references.window_years == "17"


def test_nothing_changes_where_one_of_the_texts_is_another_by_now(session: Session) -> None:
    changes = (
        TextChange("intro", "Many people have it.", "Some people have it."),
        TextChange("references.window_years", "5", "17", shared=True),
    )
    with pytest.raises(Outdated):
        apply_fix(session, "mend", PAGE, Fix("", changes))
    assert session.unsaved_places == ()


def test_nothing_changes_where_the_shared_texts_have_a_problem(tmp_path: Path) -> None:
    (tmp_path / "conditions").mkdir()
    (tmp_path / SITE).write_text("references:\n  window_years: '10'\nname: [1\n", encoding="utf-8")
    (tmp_path / PAGE).write_text(_KNEE, encoding="utf-8")
    session = Session.open(tmp_path)
    changes = (
        TextChange("intro", "Many people have it.", "Some people have it."),
        TextChange("name", session.site.name or "", "A clinic", shared=True),
    )
    with pytest.raises(NotEditable):
        apply_fix(session, "mend", PAGE, Fix("", changes))
    assert session.unsaved_places == ()
