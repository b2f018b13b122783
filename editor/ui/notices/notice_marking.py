"""Marks the studies of the chosen page about which something was published later."""

from __future__ import annotations

from PySide6.QtCore import QObject

from editor.content.study import Study, StudyKey
from editor.references.reference import NoticeKind
from editor.ui.editing import Editing
from editor.ui.notices.kept_records import KeptRecords
from editor.ui.notices.notice_words import NOTICE_MARKS
from editor.ui.studies.studies_view import StudiesView

_MARKED = (NoticeKind.RETRACTION, NoticeKind.EXPRESSION_OF_CONCERN)
"""In the table; a correction is told on the card alone."""


class NoticeMarking(QObject):
    """Shows the notices of the chosen study above its card, and the grave ones of all studies in the table."""

    def __init__(
        self, editing: Editing, records: KeptRecords, view: StudiesView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editing, self._records, self._view = editing, records, view
        self._marked: tuple[Study, ...] = ()
        records.changed.connect(self._show_anew)
        editing.went.connect(self._show)
        editing.session.watch(self._show)

    def _show_anew(self) -> None:
        self._marked = ()
        self._show()

    def _show(self) -> None:
        page, study = self._editing.page, self._editing.study
        self._view.notices.show_notices(() if study is None else self._records.notices(study))
        studies = () if page is None else page.study_list
        if studies is not self._marked:
            self._marked = studies
            self._view.table.show_marks(dict(filter(None, map(self._mark, studies))))

    def _mark(self, study: Study) -> tuple[StudyKey, str] | None:
        kind = next((notice.kind for notice in self._records.notices(study) if notice.kind in _MARKED), None)
        return None if kind is None else (study.key, NOTICE_MARKS[kind])
