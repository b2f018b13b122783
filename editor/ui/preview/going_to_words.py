"""From words clicked in the preview to the box in which they are written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor.content.fields import SITE_FIELDS
from editor.session import Place, is_site
from editor.ui.editing import Editing
from editor.ui.page_view import PageView
from editor.ui.preview.clicked_words import ClickedWords


class GoingToWords(QObject):
    """Puts the cursor at the words, with the keyboard there; a shared text stays locked, and its words get it.

    Where no field has the words, as with those that only a look adds, nothing happens.
    """

    went = Signal()
    """A place on a page is to be in sight."""

    def __init__(self, editing: Editing, view: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._editing, self._view = editing, view

    def go(self, place: Place, clicked: ClickedWords) -> None:
        """Go to words that the preview of a page shows."""
        from editor.render.written_place import written_place

        session = self._editing.session
        page = session.page(place)
        where = None if page is None else written_place(session.site, page, clicked.part, clicked.before, clicked.after)
        if where is None:
            return
        is_of_site = any(where.field is field for field in SITE_FIELDS)
        if not (is_of_site and is_site(self._editing.place)):
            self._editing.choose(place)
        self.went.emit()
        if where.study is not None:
            self._editing.choose_study(where.study)
        self._view.bring_words(where.field, (where.at, where.at), of_study=where.study is not None)
