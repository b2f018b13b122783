"""What is saved and what is not, in words: for the line at the bottom of the window and for its title."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editor.session import OpenRecords, Place, is_site
from editor.ui.local_times import moment_words
from editor.words import tr, tr_count

LONGEST_NAME = 40
"""Letters of a page's name that a sentence at the bottom of the window has room for."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A page, or the shared texts, with changes that are not saved yet."""

    place: Place
    name: str
    is_deleted: bool = False

    @property
    def words(self) -> str:
        """The name, and what became of the page if it is gone."""
        return tr("{page} (deleted)", page=self.name) if self.is_deleted else self.name


def unsaved(session: OpenRecords) -> tuple[Unsaved, ...]:
    """What is not saved yet. A page that was given another address is one, though two files change."""
    places = session.unsaved_places
    along = {other for place in places for other in session.saved_together(place) if other != place}
    return tuple(
        Unsaved(place, session.name_of(place), not is_site(place) and session.page(place) is None)
        for place in places
        if place not in along
    )


def save_state(
    changed: tuple[Unsaved, ...],
    published_by: str,
    *,
    is_saving: bool,
    last_saved: datetime | None,
    only_shared: bool = False,
    is_first: bool = False,
    now: datetime | None = None,
) -> str:
    """The state of the user's work in one sentence or two.

    `changed`: what is unsaved; `published_by`: what the site says of when a save is seen, if anything;
    `only_shared`: whether the last save was of the shared texts alone; `is_first`: whether it was the first of this
    window, after which one is told whom to ask where the site says nothing; `now`: the time of day, unless given the
    clock's.
    """
    if is_saving:
        return tr("Saving...")
    if changed:
        return _unsaved(changed)
    if last_saved is None:
        return tr("Everything is saved.")
    time = moment_words(last_saved, now or datetime.now().astimezone())
    saved = tr("Saved {time}: the shared texts.", time=time) if only_shared else tr("Saved {time}.", time=time)
    if is_first and not published_by.strip():
        published_by = tr("Ask whoever looks after the website when it changes.")
    return f"{saved} {published_by}".strip()


def trouble_state(changed: tuple[Unsaved, ...], *, waits_for: str, is_kept: bool) -> str:
    """What stands against the safety of changes that are not saved yet, "" where nothing does.

    `waits_for`: why they could not be saved, though they may be soon; `is_kept`: whether a crash would not lose them.
    """
    if not changed or (is_kept and not waits_for):
        return ""
    if is_kept:
        return tr("Not saved yet: {why}. Your work is safe here; saving is tried again.", why=waits_for)
    if waits_for:
        return tr("Not saved yet: {why}. Saving is tried again: leave this window open.", why=waits_for)
    return tr("Not saved yet, and not safe from a power cut: save it soon.")


def _unsaved(changed: tuple[Unsaved, ...]) -> str:
    if len(changed) == 1:
        return _only(changed[0])
    pages = sum(not is_site(one.place) for one in changed)
    if pages < len(changed):
        return tr_count(
            "1 page and the shared texts have changes not saved yet.",
            "{count} pages and the shared texts have changes not saved yet.",
            pages,
        )
    return tr_count("1 page has changes not saved yet.", "{count} pages have changes not saved yet.", pages)


def _only(one: Unsaved) -> str:
    if is_site(one.place):
        return tr("The shared texts have changes not saved yet.")
    if one.is_deleted:
        return tr("“{page}” is deleted here; that is not saved yet.", page=_short(one.name))
    return tr("“{page}” has changes not saved yet.", page=_short(one.name))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME].rstrip() + "…"


def title_words(name: str, place: Place, changed: tuple[Unsaved, ...]) -> str:
    """The chosen page and, where others are not saved, how many, with the mark where a window's title shows a star."""
    name = name.replace("[*]", "[*][*]")
    others = sum(one.place != place for one in changed)
    if not others:
        return f"{name}[*]"
    return tr_count("{name}[*] (1 other not saved)", "{name}[*] ({count} others not saved)", others, name=name)


def reading_state(read: int, of: int) -> str:
    """How far the reading of the folder is."""
    if not of:
        return tr("Reading pages...")
    return tr("Reading pages: {read} of {of}...", read=read, of=of)
