"""Taking in what somebody else has saved: pages nobody edits here follow, what is edited here is merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from editor.content.condition_page import ConditionPage
from editor.content.differences import difference_of
from editor.content.merging import Conflict
from editor.session.moved_elsewhere import moved_elsewhere, with_words_from
from editor.session.open_conflicts import OpenConflict
from editor.session.open_file import OpenFile, Place, as_file_of, is_site, new_file, paired, slug_of
from editor.session.rebased import Rebased
from editor.session.records import Record, merged, settled
from editor.session.session import Session
from editor.session.undo_history import Change, Step
from editor.words import tr


class News(Enum):
    """What became of a place that somebody else has changed."""

    SAME = auto()
    """The page says what it said: no more than comments were changed, or what was changed here too."""
    FOLLOWED = auto()
    """Nothing had been changed here, and it says what the file says."""
    SPOILT = auto()
    """Nothing had been changed here, and the file cannot be worked with any more."""
    CAME = auto()
    """A page that was not there."""
    WENT = auto()
    """The page is gone; nothing had been changed here."""
    JOINED = auto()
    """What somebody else has changed stands beside one's own changes: a step that undo takes back."""
    STAYED = auto()
    """Somebody else deleted it; one's own changes keep it, and a save makes the file again."""
    CAME_BACK = auto()
    """It was deleted here, which was not saved, and somebody else has changed it: it is back, with both changes."""
    PARTED = auto()
    """It was given another address here, and what somebody else has made of it at the old one clashes: it is a page of
    its own.
    """
    MOVED = auto()
    """Somebody else has given the page this address, and what was changed here at its old one is here now."""
    READDRESSED = auto()
    """Somebody else has given the page this address; nothing had been changed here."""
    BROKEN = auto()
    """The file cannot be worked with any more; one's own words stay, and can only be read."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of each place that has changed, and what came in conflict."""

    news: Mapping[Place, News]
    conflicts: tuple[OpenConflict, ...]


def follow(session: Session, files: Iterable[OpenFile]) -> Followed:
    """Take in files as they were read anew; one without data is a page that is gone.

    A file must have been read since the session's own became what it is, and a folder that cannot be reached has lost
    no pages: neither is asked here. Afterwards a save goes through, and loses nothing of either side.
    """
    news: dict[Place, News] = {}
    conflicts: list[OpenConflict] = []
    found: list[Rebased] = []
    files = tuple(files)
    moved = moved_elsewhere(session, files)
    for one in moved:
        both = with_words_from(session, one)
        session.rebase(both)
        news[one.file.place] = News.MOVED
        conflicts += both[1].conflicts
    done = {place for one in moved for place in (one.place, one.file.place)}
    for file in sorted(
        (file for file in files if file.place not in done), key=_is_there
    ):  # first what is gone: a site's file may have got another name
        of_one_page = {file.place, *session.other_addresses(file.place)}
        if any(one.file.place in of_one_page for one in found):  # what becomes of this depends on what became of that
            session.rebase(found)
            found = []
        outcome = _outcome(session, file)
        if outcome is not None:
            news[file.place], rebased = outcome
            found += rebased
            conflicts += (conflict for one in rebased for conflict in one.conflicts)
    if found:
        session.rebase(found)
    _join_moves(session, news)
    return Followed(news, tuple(conflicts))


def _join_moves(session: Session, news: dict[Place, News]) -> None:
    """Have a page that went and came under another address be told once."""
    went = {slug_of(place): place for place, one in news.items() if one is News.WENT}
    for place in [place for place, one in news.items() if one is News.CAME]:
        page = session.page(place)
        earlier = () if page is None else page.old_slugs or ()
        gone = next((went.pop(slug) for slug in earlier if slug in went), None)
        if gone is not None:
            del news[gone]
            news[place] = News.READDRESSED


def _is_there(file: OpenFile) -> bool:
    return file.data is not None


def take_in_again(session: Session, place: Place) -> Mapping[Place, News]:
    """Before a save: what somebody else has saved, and undo took off the page, comes back to it, as a step.

    The answer is what became of each place that something came back to.
    """
    mine, base = session.record(place), session.base_of(place)
    if mine is None or not session.is_editable(place):
        return {}
    came: dict[Place, News] = {}
    if session.is_apart(place):
        rebased = _merged(session, _anew(session, place), base, mine)
        session.rebase([rebased])
        came.update({place: News.JOINED} if rebased.steps else {})
    for earlier in session.left_at(place):
        news, both = _changed_at_old_address(session, _anew(session, earlier), session.base_of(earlier), place)
        session.rebase(both)
        came.update({one.file.place: news for one in both if one.steps})
    return came


def _anew(session: Session, place: Place) -> OpenFile:
    """The file as another one, which a save that was put off must not pass for its own."""
    return replace(session.files[place])


def _outcome(session: Session, file: OpenFile) -> tuple[News, tuple[Rebased, ...]] | None:
    """What becomes of a file's place, and how; None where nothing is new."""
    known = session.files.get(session.site_place if is_site(file.place) else file.place)
    if is_site(file.place) and file.data is None:
        file = new_file(file.place)
    if known is None:
        return None if file.data is None else (News.CAME, (Rebased(file, file.as_read),))
    if (file.place, file.data) == (known.place, known.data) or session.holds_unconfirmed(file):
        return None
    base, mine = session.base_of(known.place) or known.as_read, session.record(known.place)
    if not session.is_unsaved(known.place):
        return _followed(known, file, base, mine)
    if file.data is None:
        return _without_file(known, base, mine)
    return _deleted(session, file, base) if mine is None else _changed(session, file, base, mine)


def _followed(
    known: OpenFile, file: OpenFile, base: Record | None, mine: Record | None
) -> tuple[News, tuple[Rebased, ...]]:
    """Nothing was changed here."""
    if file.data is None and not is_site(file.place):
        return News.WENT, (Rebased(replace(known, data=None), None),)
    file = paired(file, base, None)
    news = News.CAME if known.data is None and mine is None else News.FOLLOWED
    if not file.editable:
        news = News.SPOILT
    elif file.as_read == mine:
        file = replace(file, as_read=mine)  # so that a pane that shows it has nothing to do
        news = News.SAME
    return news, (Rebased(file, file.as_read, base=None if file.editable else base),)


def _without_file(known: OpenFile, base: Record | None, mine: Record | None) -> tuple[News, tuple[Rebased, ...]]:
    """Somebody else deleted what was changed here."""
    if not known.editable:
        return News.STAYED, (Rebased(new_file(known.place), mine),)
    file = replace(known, data=None)
    if mine is None:
        return News.SAME, (Rebased(file, None),)
    return News.STAYED, (Rebased(file, mine, base=None if base is file.as_read else base),)


def _changed(session: Session, file: OpenFile, base: Record | None, mine: Record) -> tuple[News, tuple[Rebased, ...]]:
    """It was changed here and there. While the file is broken one's own words can be read, and are merged later."""
    if not file.editable:
        return News.BROKEN, (Rebased(file, mine, base=base),)
    rebased = _merged(session, file, None if _is_of_another_page(session, file) else base, mine)
    return News.JOINED if rebased.steps else News.SAME, (rebased,)


def _is_of_another_page(session: Session, file: OpenFile) -> bool:
    """Whether somebody has put another page where mine is to go that was moved or brought back.

    Then mine has not grown from what both would seem to have begun with, and nothing in it is theirs to change.
    """
    known, theirs = session.files.get(file.place), file.as_read
    if known is None or known.data is not None:
        return False
    if not isinstance(known.as_read, ConditionPage) or not isinstance(theirs, ConditionPage):
        return False
    if known.as_read == ConditionPage(known.as_read.slug):  # mine is new
        return False
    addresses = session.other_addresses(file.place)
    if any(session.was_saved_here(place) for place in addresses):  # theirs may not have what was saved
        return True
    earlier = {slug_of(place) for place in addresses}
    return theirs.name != known.as_read.name and earlier.isdisjoint(theirs.old_slugs or ())


def _deleted(session: Session, file: OpenFile, base: Record | None) -> tuple[News, tuple[Rebased, ...]]:
    """The page was deleted here, or moved to another address, which is not saved."""
    place = file.place
    moved = next((other for other in session.other_addresses(place) if session.page(other) is not None), None)
    if not file.editable:
        return News.CAME_BACK if moved is None else News.PARTED, (Rebased(file, file.as_read, base=base),)
    file = paired(file, base, None)
    if file.as_read == base:
        return News.SAME, (Rebased(file, None),)
    if moved is not None:
        return _changed_at_old_address(session, file, base, moved)
    last_words = session.last_words(place) or base
    assert last_words is not None
    rebased = _merged(session, file, base, last_words)
    return News.CAME_BACK, (replace(rebased, steps=(_coming_back(session, place, last_words), *rebased.steps)),)


def _changed_at_old_address(
    session: Session, file: OpenFile, base: Record | None, moved: Place
) -> tuple[News, tuple[Rebased, ...]]:
    """Their words go to the page's new address. Once that has a file of its own, what clashes there stays here.

    For the file here is taken away then, and nobody could be asked what becomes of their words.
    """
    page, known = session.page(moved), session.files[moved]
    assert page is not None
    there = _merged(session, as_file_of(file, moved), _at(base, moved), page)
    if known.data is not None:
        there = replace(there, steps=tuple(replace(step, takes_in=file.place) for step in there.steps))
        if there.conflicts:
            return News.PARTED, (Rebased(file, file.as_read, (_coming_back(session, file.place, file.as_read),)),)
        there = replace(there, file=known, base=session.base_of(moved) if session.is_apart(moved) else None)
    return News.JOINED, (Rebased(file, None, base=base), there)


def _coming_back(session: Session, place: Place, record: Record | None) -> Step:
    return Step(tr("bring back {page}", page=session.name_of(place)), (Change(place, None, record),))


def _merged(session: Session, file: OpenFile, base: Record | None, mine: Record) -> Rebased:
    """What was changed here and in the file, on one page."""
    place = file.place
    file = paired(file, base, mine)
    theirs = file.as_read
    assert theirs is not None
    record, conflicts = merged(_begun(base, mine), mine, theirs)
    record = settled(record, theirs)
    label = tr("take in changes to {page} from another computer", page=session.name_of(place))
    steps = () if record == mine else (Step(label, (Change(place, mine, record),), takes_in=place),)
    return Rebased(file, record, steps, conflicts=tuple(_open(place, conflict, theirs) for conflict in conflicts))


def _open(place: Place, conflict: Conflict, theirs: Record) -> OpenConflict:
    return OpenConflict(place, difference_of(conflict, theirs))


def _begun(base: Record | None, mine: Record) -> Record | None:
    """What both began with; that a new page is a draft is nobody's change, so theirs may be published."""
    if isinstance(base, ConditionPage) and isinstance(mine, ConditionPage) and base == ConditionPage(base.slug):
        return replace(base, status=mine.status)
    return base


def _at(page: Record | None, place: Place) -> Record | None:
    return replace(page, slug=slug_of(place)) if isinstance(page, ConditionPage) else page
