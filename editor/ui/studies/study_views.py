"""How the studies of each page are looked at while the program runs."""

from __future__ import annotations

from collections.abc import Callable

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.content.study_view import AS_ON_WEBSITE, SettledView, StudySearch, StudyView


class StudyViews:
    """Keeps the view of each page, by its file; one that nobody has sorted or searched is as on the website."""

    def __init__(self) -> None:
        self._settled: dict[str, SettledView] = {}
        self._search = StudySearch()
        self._seen: tuple[ConditionPage, SettledView, tuple[Study, ...]] | None = None

    def view(self, place: str) -> StudyView:
        """What is wanted for a page."""
        settled = self._settled.get(place)
        return AS_ON_WEBSITE if settled is None else settled.view

    def settle(self, place: str, page: ConditionPage, view: StudyView) -> None:
        """Arrange a page's studies anew."""
        if view.is_sorted or view.is_filtered:
            self._settled[place] = SettledView.of(view, page.study_list, self._search)
        else:
            self._settled.pop(place, None)

    def forget_gone(self, is_there: Callable[[str], bool]) -> None:
        """Forget the views of pages that are gone: a new one of the same name begins as on the website."""
        for place in [place for place in self._settled if not is_there(place)]:
            del self._settled[place]

    def shown(self, place: str, page: ConditionPage) -> tuple[Study, ...]:
        """The page's studies as they are looked at; the very same as long as nothing has changed."""
        settled = self._settled.get(place)
        if settled is None:
            return page.study_list
        if self._seen is None or self._seen[0] is not page or self._seen[1] is not settled:
            self._seen = page, settled, settled.shown(page.study_list)
        return self._seen[2]

    def is_out_of_date(self, place: str, page: ConditionPage) -> bool:
        """Whether sorting a page again would change what is seen."""
        settled = self._settled.get(place)
        return settled is not None and settled.is_out_of_date(page.study_list)

    def prepare(self, page: ConditionPage) -> None:
        """Read a page's studies for the search that somebody is about to type."""
        self._search.prepare(page.study_list)
