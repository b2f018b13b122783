"""Edits of a session as tests ask for them, on the two pages of the folder that `root` makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import put_study, remove_study
from editor.session import Saved, Session

WRIST = "conditions/wrist-pain.yaml"
NECK = "conditions/neck-pain.yaml"


def page(session: Session, place: str = WRIST) -> ConditionPage:
    found = session.page(place)
    assert found is not None
    return found


def renamed(name: str) -> Callable[[ConditionPage], ConditionPage]:
    return lambda before: replace(before, name=name)


def rename(session: Session, name: str, place: str = WRIST) -> None:
    session.edit_page("Edit name", place, renamed(name))


def retitle(session: Session, number: int, title: str, place: str = WRIST) -> None:
    study = replace(page(session, place).study_list[number], title=title)
    session.edit_page("Edit title", place, lambda before: put_study(before, study))


def delete(session: Session, number: int, place: str = WRIST) -> None:
    key = page(session, place).study_list[number].key
    session.edit_page("Delete study", place, lambda before: remove_study(before, key))


def save(session: Session, place: str = WRIST) -> None:
    result = session.save(place)
    assert isinstance(result, Saved), result


def changed_lines(before: bytes, after: bytes) -> list[bytes]:
    """The lines of `after` that `before` does not have, and the other way round, in order."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new] + [line for line in new if line not in old]
