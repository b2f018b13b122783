"""On how many pages each of the site's texts is shown, and which pages have words of their own instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editor.content.condition_page import ConditionPage, Status
from editor.content.shared_on_page import SHARED_TEXTS, own_words
from editor.session.open_file import Place
from editor.session.open_records import OpenRecords


@dataclass(frozen=True, slots=True)
class SharedUse:
    """The use of one shared text. Archived pages do not count, as the website does not show them."""

    pages: int = 0
    """How many pages show it."""
    differing: tuple[str, ...] = ()
    """What the pages with words of their own are called."""


Uses = Mapping[str, SharedUse]
"""The use of each shared text, by its name."""


@dataclass(frozen=True, slots=True)
class _PageUse:
    called: str  # "" where that is never said, so that a page's name can be typed without counting again
    own_words: frozenset[str]


class SharedUses:
    """Counts again after an edit, and looks only at pages that have changed."""

    def __init__(self, session: OpenRecords) -> None:
        self._session = session
        self._seen: dict[Place, tuple[ConditionPage, _PageUse | None]] = {}
        self._counted: list[_PageUse] = []
        self._uses: Uses = _count([])

    def now(self) -> Uses:
        """The use of every shared text; the very same object as before while nothing about it has changed."""
        pages = ((place, self._session.page(place)) for place in self._session.files)
        self._seen = {place: self._look_at(place, page) for place, page in pages if page is not None}
        uses = [use for _, use in self._seen.values() if use is not None]
        if uses != self._counted:
            self._counted, self._uses = uses, _count(uses)
        return self._uses

    def _look_at(self, place: Place, page: ConditionPage) -> tuple[ConditionPage, _PageUse | None]:
        seen = self._seen.get(place)
        if seen is not None and seen[0] is page:
            return seen
        if page.effective_status is Status.ARCHIVED:
            return page, None
        own = own_words(page)
        return page, _PageUse(self._session.name_of(place) if own else "", own)


def _count(pages: list[_PageUse]) -> Uses:
    differing: dict[str, list[str]] = {shared.name: [] for shared in SHARED_TEXTS}
    for page in pages:
        for name in page.own_words:
            differing[name].append(page.called)
    return {name: SharedUse(len(pages) - len(called), tuple(sorted(called))) for name, called in differing.items()}
