"""Going to what is chosen in the list: the page, and on it to where the words looked for are."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.content.page_search import Hit
from editor.session import Place
from editor.ui.editing import Editing
from editor.ui.page_view import PageView
from editor.ui.pages.page_finder import PageFinder


class PageChoosing(QObject):
    """Brings into sight what is chosen; the keyboard stays in the list until the page is entered."""

    def __init__(self, editing: Editing, finder: PageFinder, view: PageView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._view = view
        finder.chosen.connect(self._choose)
        finder.entered.connect(self._enter)

    def _choose(self, place: Place, hit: Hit | None) -> None:
        self._editing.choose(place)
        if hit is None or hit.is_name:
            return
        if hit.study is not None:
            self._editing.choose_study(hit.study)
            self._view.bring_studies()
            if hit.field is not None:
                self._view.studies.card.bring(hit.field)
        elif hit.field is not None:
            self._view.bring_field(hit.field)

    def _enter(self) -> None:
        self._view.setHidden(False)
        self._view.take_keyboard()
