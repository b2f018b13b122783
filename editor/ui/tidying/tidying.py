"""Having the authors of studies printed in one style, as shown and agreed on first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.content.condition_page import ConditionPage
from editor.content.study import Study
from editor.session import Place
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.words import tr, tr_count

if TYPE_CHECKING:
    from editor.references.author_tidying import TidiedAuthors


class Tidying(QObject):
    """Tidies the authors of the chosen studies where several are chosen, else of all studies of the page."""

    def __init__(self, editing: Editing, within: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self._within = within
        self._place: Place = ""

    def words(self) -> str:
        """What is done now."""
        count = len(self._editing.study_keys)
        if count > 1:
            return tr("Tidy authors of {count} studies...", count=count)
        return tr("Tidy authors on this page...")

    def ask(self) -> None:
        """Show what would change."""
        from editor.references.author_tidying import tidied_authors
        from editor.ui.tidying.tidying_box import TidyingBox

        finish_typing()
        self._place = self._editing.place
        tidied = tidied_authors(self._studies())
        if not tidied:
            self._editing.said.emit(
                tr("There is nothing to tidy: the authors stand in one style already, or can't be read.")
            )
            return
        box = TidyingBox(tidied, self._within.window())
        box.agreed.connect(self._change)
        box.open()

    def _studies(self) -> tuple[Study, ...]:
        page = self._editing.page
        if len(self._editing.study_keys) > 1:
            return self._editing.studies
        return () if page is None else page.study_list

    def _change(self, tidied: list[TidiedAuthors]) -> None:
        from editor.references.author_tidying import with_tidied

        page = self._editing.page
        if page is None or self._editing.place != self._place or not self._editing.is_editable:
            self._editing.said.emit(tr("Nothing was changed: the page can't be changed by now."))
            return
        changed, keys = with_tidied(page, tidied)
        if not keys:
            self._editing.said.emit(tr("Nothing was changed: the studies say something else by now."))
            return

        def become(_page: ConditionPage) -> ConditionPage:
            return changed

        what = tr_count("tidy the authors of 1 study", "tidy the authors of {count} studies", len(keys))
        self._editing.change_studies(what, become)
        self._editing.said.emit(
            tr_count(
                "The authors of 1 study are tidied. Undo takes it back.",
                "The authors of {count} studies are tidied. Undo takes it back.",
                len(keys),
            )
        )
