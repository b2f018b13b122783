"""All studies of a site at a glance: which are the same, and what they have in common.

A site may have ten thousand of them, and one that is edited has a new record with every key: looked at are only the
pages that are another object than last time, and of these only the studies that are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from editor.content.condition_page import ConditionPage
from editor.content.known_values import KnownValues
from editor.content.same_studies import SameStudies, Standing
from editor.content.study import Study, StudyKey
from editor.content.study_marks import is_still


def _forever() -> bool:
    return True


class SiteStudies:
    """What is known of the studies of all pages that were looked at. Pages go by their names in the folder."""

    def __init__(self) -> None:
        self.values = KnownValues()
        self._same = SameStudies()
        self._seen: dict[str, ConditionPage] = {}  # those of which all is known
        self._known: dict[str, dict[StudyKey, Study]] = {}
        self._first: dict[StudyKey, Study] = {}

    def look_at(self, pages: Mapping[str, ConditionPage], has_time: Callable[[], bool] = _forever) -> bool:
        """Take in what has changed in these pages, which are all there are; whether there was time for all of it.

        It is asked for before each study, and the next call goes on from there.
        """
        for name in self._known.keys() - pages.keys():
            self._seen.pop(name, None)
            self._take_in(name, (), has_time=_forever)
            del self._known[name]
        for name, page in pages.items():
            if self._seen.get(name) is page:
                continue
            if not self._take_in(name, page.study_list, has_time):
                return False
            self._seen[name] = page
        return True

    def as_first_seen(self, study: Study) -> Study:
        """The study as it was when it was looked at first."""
        return self._first.get(study.key, study)

    def elsewhere(self, page: str, study: Study) -> tuple[Standing, ...]:
        """Where else than on its own page the same study stands, in the order of the pages' names.

        A study that was put right, be it in the DOI, still is what it was before; a copy of one that is still on its
        page has become another study.
        """
        found = dict.fromkeys(self._same.of(study))
        first = self.as_first_seen(study)
        if first is not study and is_still(first, study):
            before = self._same.of(first)
            if not any(one.page == page and one.study.key != study.key for one in before):
                found |= dict.fromkeys(before)
        return tuple(sorted((one for one in found if one.page != page), key=attrgetter("page")))

    def _take_in(self, name: str, studies: Sequence[Study], has_time: Callable[[], bool]) -> bool:
        known = self._known.setdefault(name, {})
        for study in studies:
            earlier = known.get(study.key)
            if earlier is study:
                continue
            if not has_time():
                return False
            known[study.key] = study
            self._first.setdefault(study.key, study)
            self._change(name, earlier, study)
        for key in known.keys() - {study.key for study in studies}:
            self._change(name, known.pop(key), None)
        return True

    def _change(self, page: str, before: Study | None, after: Study | None) -> None:
        self.values.change(before, after)
        self._same.change(page, before, after)
