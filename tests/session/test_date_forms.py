"""Dates on their way through a session into a file that prints them, whichever way they were typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import add_study, put_study, remove_study
from editor.session.saving import Saved
from editor.session.session import Session

PLACE = "conditions/knee.yaml"
PRINTED = b"""\
name: Knee pain
last_reviewed: 2026, Jan 5   # by hand
studies:
- title: alpha
  date: '2018, Apr 1'   # as printed
- title: bravo
  date: "2017-12"
- {title: charlie, date: 2016}
"""


@pytest.fixture
def session(tmp_path: Path) -> Session:
    (tmp_path / "conditions").mkdir()
    (tmp_path / PLACE).write_bytes(PRINTED)
    return Session.open(tmp_path)


def page(session: Session) -> ConditionPage:
    found = session.page(PLACE)
    assert found is not None
    return found


def type_date(session: Session, number: int, date: str) -> None:
    """Type a date as a box sends it: each keystroke is an edit."""
    for length in range(len(date) + 1):
        study = replace(page(session).study_list[number], date=date[:length])
        session.edit_page("Edit date", PLACE, lambda before, study=study: put_study(before, study), "date")
        assert page(session).study_list[number].date == date[:length]


def saved(session: Session) -> bytes:
    assert isinstance(session.save(PLACE), Saved)
    data = (session.folder.root / PLACE).read_bytes()
    assert not session.is_unsaved(PLACE)
    return data


def test_a_typed_date_is_written_in_the_form_of_the_file(session: Session) -> None:
    type_date(session, 0, "2019-05-02")
    type_date(session, 1, "2019, May 3")
    type_date(session, 2, "2019, May")
    session.edit_page("Edit review", PLACE, lambda before: replace(before, last_reviewed="2026-07-01"))
    expected = PRINTED.replace(b"2018, Apr 1", b"2019, May 2").replace(b"2017-12", b"2019-05-03")
    expected = expected.replace(b"date: 2016", b"date: '2019, May'").replace(b"2026, Jan 5", b"2026, Jul 1")
    assert saved(session) == expected


def test_the_form_stays_from_save_to_save_and_undo_gives_the_first_bytes(session: Session) -> None:
    for date in ("2019-05-02", "2020-06", "2021, Jul 3", "2021-07-04"):
        type_date(session, 0, date)
        saved(session)
    assert saved(session) == PRINTED.replace(b"2018, Apr 1", b"2021, Jul 4")
    while session.history.next_undo is not None:
        assert session.undo() is None
        saved(session)
    assert saved(session) == PRINTED


def test_the_same_date_in_the_other_form_changes_no_byte(session: Session) -> None:
    type_date(session, 0, "2018-04-01")
    assert saved(session) == PRINTED


def test_a_study_that_comes_back_keeps_its_form(session: Session) -> None:
    type_date(session, 0, "2019-05-02")
    saved(session)
    study = page(session).study_list[0]
    session.edit_page("Delete study", PLACE, lambda before: remove_study(before, study.key))
    saved(session)
    again = replace(study, date="2020-06-03")
    session.edit_page("Bring it back", PLACE, lambda before: add_study(before, again, 0))
    assert saved(session) == PRINTED.replace(b"2018, Apr 1", b"2020, Jun 3")
