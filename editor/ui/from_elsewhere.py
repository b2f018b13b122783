"""What comes from elsewhere: studies and pages from files and texts, and what publishers say of the studies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.ui.adding.adding import Adding
from editor.ui.editing import Editing
from editor.ui.links.link_checking import LinkChecking
from editor.ui.looking_up.late_catalogue import LateCatalogue
from editor.ui.notices.asking_publishers import AskingPublishers
from editor.ui.notices.kept_records import KeptRecords
from editor.ui.notices.notice_marking import NoticeMarking
from editor.ui.page_view import PageView
from editor.ui.pages.page_editing import PageEditing
from editor.ui.pages.pages_pane import PagesPane
from editor.ui.studies.study_editing import StudyEditing
from editor.ui.whole_page.whole_pages import WholePages

if TYPE_CHECKING:
    from editor.references.looking_up import Catalogue


class FromElsewhere(QObject):
    """Puts together what adds studies and pages from elsewhere, what marks and compares studies by their records, and
    what follows their links.

    Papers are looked up in the catalogue that is given, such as that of a service on this computer.
    """

    said = Signal(str)
    needed = Signal()
    """The studies of the chosen page shall be in sight."""

    def __init__(
        self,
        editing: Editing,
        study_editing: StudyEditing,
        page_editing: PageEditing,
        pages: PagesPane,
        view: PageView,
        catalogue: Catalogue | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.catalogue = LateCatalogue(catalogue)
        self.records = KeptRecords(editing.session, self)
        self.adding = Adding(editing, self.catalogue, self.records, view.studies.adding, window)
        self.whole_pages = WholePages(editing, pages, self.adding, page_editing.about_new, window)
        self.notice_marking = NoticeMarking(editing, self.records, view.studies, pages.finder, self)
        self.asking = AskingPublishers(editing, self.records, self.catalogue, view.studies.card, window)
        self.links = LinkChecking(editing, window)
        study_editing.references_pasted.connect(self.adding.look_at)
        for drop in (view.drop, view.studies.drop):
            drop.files_dropped.connect(self.adding.take_files)
        view.studies.drop.words_dropped.connect(self.adding.look_at)
        for wanted in (self.adding.needed, self.links.study_wanted):
            wanted.connect(self.needed)
        for speaker in (self.records, self.adding, self.asking, self.links):
            speaker.said.connect(self.said)

    def close(self) -> None:
        """Look for nothing more, and ask nobody, as the window closes."""
        for part in (self.adding, self.whole_pages, self.asking, self.links, self.records):
            part.close()
