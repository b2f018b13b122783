"""Suggestions in the boxes for journal and publisher of a study, on the card and in the table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.content.fields import Field
from editor.ui.completing.completion import Completion
from editor.ui.forms.text_box import TextBox
from editor.ui.knowing import Knowing
from editor.ui.studies.studies_view import StudiesView


class StudyCompleting(QObject):
    """Gives suggestions to the boxes as they are made."""

    def __init__(self, knowing: Knowing, view: StudiesView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowing = knowing
        self._view = view
        view.card.made.connect(self._complete_card)
        view.table.opened.connect(self._complete_cell)

    def _complete_card(self) -> None:
        self._knowing.begin()
        for name, texts in self._knowing.studies.values.texts.items():
            box = self._view.card.rows[name].box
            if isinstance(box, TextBox):
                Completion(box, texts.matching)

    def _complete_cell(self, box: TextBox, field: Field) -> None:
        texts = self._knowing.studies.values.texts.get(field.name)
        if texts is not None:
            self._knowing.begin()
            Completion(box, texts.matching, enter_goes_on=True)
