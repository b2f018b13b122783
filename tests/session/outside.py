"""Somebody else at the folder, and what has to be decided then."""

from __future__ import annotations

from dataclasses import replace

from editor.content.conflict_choices import Keep
from editor.session import (
    Followed,
    News,
    Session,
    Undecided,
    decide,
    follow,
    read_file,
    undecided,
)
from tests.session.edits import WRIST
from tests.session.layouts import COMMENTED

SORE = COMMENTED.replace(b"Wrists get sore.", b"Wrists may get sore.")
"""What a colleague has made of the page on wrists."""


def outside(session: Session, data: bytes | None, place: str = WRIST) -> Followed:
    """Somebody else saves these bytes, or deletes the file, and that is noticed."""
    path = session.folder.root / place
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
    return follow(session, [read_file(session.folder, place)])


def news(session: Session, data: bytes | None, place: str = WRIST) -> News:
    return outside(session, data, place).news[place]


def intro(session: Session, text: str) -> None:
    intro_at(session, WRIST, text)


def intro_at(session: Session, place: str, text: str) -> None:
    session.edit_page("Edit intro", place, lambda before: replace(before, intro=text))


def open_here(session: Session) -> Undecided:
    """The one page with something to decide."""
    (found,) = undecided(session, session.files)
    return found


def choose(session: Session, keep: Keep) -> None:
    """The same of everything that is open."""
    found = undecided(session, session.files)
    decide(session, [(one, dict.fromkeys(one.comparison.differences, keep)) for one in found])
