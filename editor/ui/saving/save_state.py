"""The answer to "is my work safe?", which stands at the bottom of the window at all times."""

from __future__ import annotations

from datetime import datetime

from editor.session import Session, is_site
from editor.words import tr, tr_count


def save_state(session: Session, *, is_saving: bool, last_saved: datetime | None) -> str:
    """The state of the user's work in one sentence or two."""
    if is_saving:
        return tr("Saving...")
    if session.unsaved_places:
        return _unsaved(session)
    if last_saved is None:
        return tr("Everything is saved.")
    saved = tr("Saved {time}.", time=last_saved.strftime("%H:%M"))
    return f"{saved} {session.site.published_by or ''}".strip()


def _unsaved(session: Session) -> str:
    places = session.unsaved_places
    pages = sum(not is_site(place) for place in places)
    if not pages:
        return tr("The shared texts have changes not saved yet.")
    if pages < len(places):
        return tr_count(
            "1 page and the shared texts have changes not saved yet.",
            "{count} pages and the shared texts have changes not saved yet.",
            pages,
        )
    return tr_count("1 page has changes not saved yet.", "{count} pages have changes not saved yet.", pages)


def reading_state(read: int, of: int) -> str:
    """How far the reading of the folder is."""
    if not of:
        return tr("Reading pages...")
    return tr("Reading pages: {read} of {of}...", read=read, of=of)
