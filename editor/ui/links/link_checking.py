"""Sees, once somebody asks for it, which of the studies' links lead to a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage, Status
from editor.content.study_link import web_link
from editor.session import Place
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.words import tr

if TYPE_CHECKING:
    from editor.references.looking_up.link_following import Followed
    from editor.ui.links.link_findings import LinkedStudy
    from editor.ui.links.link_run import LinkRun
    from editor.ui.notices.look_up_box import LookUpBox


class LinkChecking(QObject):
    """Follows the links of the chosen page, or of all pages on the website, and says what came of them.

    One goes on working meanwhile; what came of a link counts for its address, whatever page has it by then.
    """

    changed = Signal()
    """Something else may be known of links, for checks."""
    said = Signal(str)
    study_wanted = Signal()
    """The chosen study, which the user has just gone to, shall be in sight."""

    def __init__(self, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._editing, self._window = editing, window
        self._places: tuple[Place, ...] = ()
        self._wanted = 0
        self._box: LookUpBox | None = None
        self._run: LinkRun | None = None

    @property
    def box(self) -> LookUpBox | None:
        """The box, while it is open."""
        return self._box

    @property
    def is_running(self) -> bool:
        """Whether links are being followed."""
        return self._run is not None

    def check_page(self) -> None:
        """Follow the links of the chosen page."""
        if self._editing.page is not None:
            self._start((self._editing.place,), self._editing.session.name_of(self._editing.place))

    def check_all(self) -> None:
        """Follow the links of all pages but those that are archived."""
        self._start(self._editing.session.page_places, tr("All pages"))

    def why_not_page(self, obstacle: Callable[[], str]) -> str:
        """Why there is no link to follow on the chosen page, `obstacle` included."""
        page = self._editing.page
        if page is None or any(map(web_link, page.study_list)):
            return obstacle()
        return tr("No study of this page has a link that could be checked.")

    def close(self) -> None:
        """Follow no more links, as the window closes."""
        if self._run is not None:
            self._run.close()
        if self._box is not None:
            self._box.close()

    def _start(self, places: Sequence[Place], where: str) -> None:
        from editor.ui.links.link_run import LinkRun  # the window stands without what looks up
        from editor.ui.notices.look_up_box import LookUpBox

        finish_typing()
        if self._box is not None:
            self._box.raise_()
            self._box.activateWindow()
            return
        if self._run is not None:
            return  # it was stopped a moment ago
        self._places = tuple(places)
        addresses = tuple(dict.fromkeys(web_link(one.study) for one in self._studies()))
        self._wanted = len(addresses)
        self._box = LookUpBox(tr("Check links"), where, tr("Show this study"), self._window)
        self._box.stopped.connect(self._leave)
        self._box.study_wanted.connect(self._show_study)
        self._run = LinkRun(addresses, self._editing.session.site.url or "", self)
        self._run.progressed.connect(self._show_progress)
        self._run.ended.connect(self._end)
        self._show_progress(0)
        self._box.show()
        self._box.activateWindow()

    def _pages(self) -> list[tuple[Place, ConditionPage]]:
        """The pages whose links are followed, as they are by now; a colleague may have taken one away."""
        found = ((place, self._editing.session.page(place)) for place in self._places)
        is_one = len(self._places) == 1
        return [
            (place, page)
            for place, page in found
            if page is not None and (is_one or page.effective_status is not Status.ARCHIVED)
        ]

    def _studies(self) -> list[LinkedStudy]:
        from editor.ui.links.link_findings import LinkedStudy

        name_of, is_one = self._editing.session.name_of, len(self._places) == 1
        return [
            LinkedStudy(study, "" if is_one else name_of(place))
            for place, page in self._pages()
            for study in page.study_list
            if web_link(study)
        ]

    def _show_progress(self, done: int) -> None:
        from editor.ui.links.link_findings import progress

        if self._box is not None:
            self._box.show_working(progress(done, self._wanted), done, self._wanted)

    def _end(self, followed: Followed) -> None:
        from editor.ui.links.link_findings import link_findings, outcome

        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        if self._box is not None:
            self._box.show_findings(link_findings(self._studies(), followed, self._wanted))
        else:
            self.said.emit(outcome(followed, self._wanted))
        self.changed.emit()

    def _leave(self) -> None:
        """The box is closed."""
        self._box = None
        if self._run is not None:
            self._run.stop()

    def _show_study(self, key: str) -> None:
        for place, page in self._pages():
            if any(study.key == key for study in page.study_list):
                self._editing.choose(place)
                self._editing.choose_studies((key,))
                self.study_wanted.emit()
