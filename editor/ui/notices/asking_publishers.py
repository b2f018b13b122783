"""What the window needs of asking publishers before anybody asks: the buttons, and why they may be of no use now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.content.study import Study
from editor.ui.editing import Editing
from editor.ui.forms.quiet_words import QuietButton
from editor.ui.forms.record_form import RecordForm
from editor.ui.looking_up.late_catalogue import LateCatalogue
from editor.ui.notices.kept_records import KeptRecords
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.comparing.record_comparing import RecordComparing
    from editor.ui.notices.page_look_up import PageLookUp

COMPARE = tr("Compare with the publisher's record...")


class AskingPublishers(QObject):
    """Compares the chosen study with its record, or looks up all of its page, once the user asks for that."""

    said = Signal(str)

    def __init__(
        self,
        editing: Editing,
        records: KeptRecords,
        catalogue: LateCatalogue,
        card: RecordForm[Study],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._editing, self._records, self._catalogue = editing, records, catalogue
        self._card, self._window = card, window
        self._comparing: RecordComparing | None = None
        self._look_up: PageLookUp | None = None
        card.made.connect(self._offer)

    @property
    def comparing(self) -> RecordComparing:
        """What compares one study."""
        from editor.ui.comparing.record_comparing import RecordComparing  # the window stands without what looks up

        if self._comparing is None:
            self._comparing = RecordComparing(self._editing, self._records, self._catalogue, self._window)
            self._comparing.said.connect(self.said)
        return self._comparing

    @property
    def look_up(self) -> PageLookUp:
        """What looks up a page."""
        from editor.ui.notices.page_look_up import PageLookUp

        if self._look_up is None:
            self._look_up = PageLookUp(self._editing, self._records, self._catalogue, self._window)
            self._look_up.compare_wanted.connect(self.compare)
        return self._look_up

    def compare(self) -> None:
        """Look the chosen study up, and show what its record says otherwise."""
        self.comparing.compare()

    def look_up_page(self) -> None:
        """Look up all studies of the chosen page."""
        self.look_up.start()

    def close(self) -> None:
        """Ask no more, as the window closes."""
        for asked in (self._comparing, self._look_up):
            if asked is not None:
                asked.close()

    def why_not_page(self, obstacle: Callable[[], str]) -> str:
        """Why there is nothing to look up, `obstacle` included."""
        if reason := obstacle():
            return reason
        page = self._editing.page
        studies = () if page is None else page.study_list
        if not studies:
            return tr("This page has no studies yet.")
        if any(study.doi_alone or study.pmid_alone or study.url for study in studies):
            return ""
        return tr("No study of this page has a DOI or a PubMed number by which it could be looked up.")

    def _offer(self) -> None:
        """Have a button on the card, below the numbers by which a study is looked up."""
        button = QuietButton(COMPARE)
        button.clicked.connect(self.compare)
        row = self._card.rows["doi"]
        row.add_below(button)
        QWidget.setTabOrder(row.box, button)
