"""What the studies of all pages have to offer to the one that is edited."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.ui.carrying.carrying import Carrying
from editor.ui.completing.publisher_offering import PublisherOffering
from editor.ui.completing.study_completing import StudyCompleting
from editor.ui.duplicates.finding_duplicates import FindingDuplicates
from editor.ui.editing import Editing
from editor.ui.knowing import Knowing
from editor.ui.studies.studies_view import StudiesView
from editor.ui.tidying.tidying import Tidying


class AcrossPages(QObject):
    """Puts together what is known of all studies, and what is offered from it on the card and in the table."""

    def __init__(self, editing: Editing, view: StudiesView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.knowing = Knowing(editing.session, self)
        self.completing = StudyCompleting(self.knowing, view, self)
        self.publishers = PublisherOffering(editing, self.knowing, view.card, self)
        self.carrying = Carrying(editing, self.knowing, view.card, self)
        self.tidying = Tidying(editing, view, self)
        self.duplicates = FindingDuplicates(editing, self.carrying, view, self)

    def close(self) -> None:
        """Look at no more studies, as the window closes."""
        self.duplicates.close()
