"""Finding studies that stand more than once, merging two entries of a page, and asking of those that look alike."""

from __future__ import annotations

import functools
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from editor.content.changed_place import ChangedPlace
from editor.content.condition_page import ConditionPage
from editor.content.same_studies import Standing
from editor.content.study import Study, StudyKey
from editor.session import is_site
from editor.ui.background import Background
from editor.ui.carrying.carrying import Carrying
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.words import tr, tr_count

if TYPE_CHECKING:
    from editor.references.duplicate_search import Duplicates
    from editor.references.field_comparison import FieldPair
    from editor.ui.duplicates.duplicate_words import Found
    from editor.ui.duplicates.duplicates_box import DuplicatesBox

_REST_MS = 500
"""So long nothing is edited before it is looked again."""


class FindingDuplicates(QObject):
    """Looks at the studies of all pages, beside the window, and again whenever they have changed.

    What is said not to be the same is not asked again while the program runs.
    """

    def __init__(self, editing: Editing, carrying: Carrying, within: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.box: DuplicatesBox | None = None
        self._editing, self._carrying, self._within = editing, carrying, within
        self._background = Background(self)
        self._keys: Sequence[QAction] = ()
        self._answered: set[frozenset[StudyKey]] = set()
        self._asked: dict[str, ConditionPage] = {}
        self._stop = threading.Event()
        """For what is being looked at: of a large website that takes seconds, and the studies are others by now."""
        self._looked_at: dict[str, ConditionPage] = {}
        self._found: Duplicates | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        editing.session.watch(self._look_soon)
        editing.went.connect(self._show)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Have the keys of these actions work in the window of duplicates too."""
        self._keys = actions

    def find(self) -> None:
        """Open the window that lists them, or go to it."""
        from editor.ui.duplicates.duplicates_box import DuplicatesBox

        finish_typing()
        if self.box is None:
            self.box = DuplicatesBox(self._editing.session.name_of, self._number_of, self._within.window())
            self.box.offer(self._keys)
            self.box.scope_chosen.connect(self._show)
            self.box.joined.connect(self._join)
            self.box.parted.connect(self._part)
            self.box.wanted.connect(self._go_to)
            self.box.finished.connect(self._forget)
            self._look()
        self.box.show()
        self.box.activateWindow()

    def close(self) -> None:
        """Look no more, as the window closes."""
        self._stop.set()
        self._background.close()

    def _forget(self) -> None:
        self._stop.set()
        self.box, self._found, self._asked = None, None, {}

    # Looking

    def _look_soon(self) -> None:
        if self.box is not None:
            self._rest.start()

    def _look(self) -> None:
        from editor.references.duplicate_search import duplicates_among

        session = self._editing.session
        pages = {place: page for place in session.page_places if (page := session.page(place)) is not None}
        if self.box is None or pages == self._asked:
            return
        self._asked = pages
        self._show()
        self._stop.set()
        self._stop = threading.Event()
        look = functools.partial(duplicates_among, pages, self._stop.is_set)
        self._background.run(look, functools.partial(self._take, pages), self._fail)

    def _take(self, pages: dict[str, ConditionPage], found: Duplicates) -> None:
        if self.box is not None and pages is self._asked:
            self._found, self._looked_at = found, pages
            self._show()

    def _fail(self, error: BaseException) -> None:
        raise error

    def _show(self) -> None:
        if self.box is None:
            return
        from editor.ui.duplicates.duplicate_words import Kind, found_in

        if self._found is None:
            self.box.show_found((), tr("Looking..."))
            return
        place = self._editing.place
        listed = [
            one
            for one in found_in(self._found, place if self.box.is_of_page and not is_site(place) else None)
            if one.kind is not Kind.PERHAPS or _keys(one) not in self._answered
        ]
        count = sum(len(page.study_list) for page in self._looked_at.values())
        told = tr_count("1 study was looked at.", "{count} studies were looked at.", count)
        unread = len(self._editing.session.page_places) - len(self._looked_at)
        if unread:
            told += " " + tr_count("1 page could not be read.", "{count} pages could not be read.", unread)
        self.box.show_found(listed, told if listed else f"{tr('No duplicates were found.')} {told}")

    def _number_of(self, standing: Standing) -> int:
        page = self._looked_at[standing.page]
        return 1 + next(place for place, one in enumerate(page.study_list) if one.key == standing.study.key)

    # Answers

    def _is_there(self, standing: Standing) -> bool:
        """Whether a study is still where it was found; else it says so. The list follows a moment after each change."""
        page = self._editing.session.page(standing.page)
        if page is not None and page.study(standing.study.key) is not None:
            return True
        self._editing.said.emit(tr("This study is not there any more."))
        return False

    def _go_to(self, standing: Standing) -> None:
        if not self._is_there(standing):
            return
        self._editing.choose(standing.page)
        self._editing.choose_study(standing.study.key)
        self._editing.stepped.emit(ChangedPlace(None, (standing.study.key,)))
        self._within.window().activateWindow()

    def _part(self, found: Found) -> None:
        self._answered.add(_keys(found))
        self._show()

    def _join(self, found: Found) -> None:
        """Have what differs chosen: in one entry where both stand on one page, else for what is carried over."""
        from editor.ui.duplicates.merging_box import MergingBox

        one, other = found.two
        if not (self._is_there(one) and self._is_there(other)):
            return
        self._editing.choose(one.page)
        self._editing.choose_study(one.study.key)
        if found.is_on_one_page:
            numbers = self._number_of(one), self._number_of(other)
            additions = self._additions(one), self._additions(other)
            box = MergingBox((one.study, other.study), numbers, additions, self.box or self._within.window())
            box.agreed.connect(self._merge)
            box.open()
        else:
            self._carrying.compare_with(tuple(standing for standing in found.standings if standing.page != one.page))

    def _additions(self, standing: Standing) -> tuple[str, ...]:
        """What the page's file says of a study beside what is shown."""
        from editor.content.additions import additions

        file = self._editing.session.files.get(standing.page)
        return () if file is None else additions(file.source, file.as_read, standing.study.key)

    def _merge(self, stays: Study, goes: Study, taken: tuple[FieldPair, ...]) -> None:
        from editor.references.duplicate_search import merged

        page = self._editing.page
        if page is None or not self._editing.is_editable:
            self._editing.said.emit(tr("Nothing was changed: the page can't be changed by now."))
            return
        made = merged(page, stays, goes, taken)
        if made is None:
            self._editing.said.emit(tr("Nothing was changed: the studies say something else by now."))
            return
        changed, key = made

        def become(_page: ConditionPage) -> ConditionPage:
            return changed

        self._editing.change_studies(tr("merge two entries of a study"), become, (key,))
        self._editing.said.emit(tr("Two entries are one study now. Undo brings both back."))


def _keys(found: Found) -> frozenset[StudyKey]:
    return frozenset(standing.study.key for standing in found.standings)
