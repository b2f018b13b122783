"""Marks the studies about which something was published later, and the pages that list retracted ones."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from editor.content.condition_page import ConditionPage
from editor.content.study import Study, StudyKey
from editor.references.notice_words import NOTICE_MARKS
from editor.references.reference import NoticeKind
from editor.ui.editing import Editing
from editor.ui.notices.kept_records import KeptRecords
from editor.ui.pages.page_finder import PageFinder
from editor.ui.studies.studies_view import StudiesView
from editor.ui.studies.study_model import Mark

_MARKED = (NoticeKind.RETRACTION, NoticeKind.EXPRESSION_OF_CONCERN)
"""In the table; a correction is told on the card alone."""


class NoticeMarking(QObject):
    """Shows the notices of the chosen study above its card, the grave ones in the table and in the list of pages."""

    marked = Signal(object)
    """The marks of the chosen page's studies by their keys, for where else these are seen."""

    def __init__(
        self,
        editing: Editing,
        records: KeptRecords,
        view: StudiesView,
        pages: PageFinder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editing, self._records, self._view, self._pages = editing, records, view, pages
        self._marked: tuple[Study, ...] = ()
        records.changed.connect(self._show_anew)
        editing.went.connect(self._show)
        editing.session.watch(self._show)

    def _show_anew(self) -> None:
        self._marked = ()
        self._show()
        self._pages.count_retracted(self._count_retracted)

    def _show(self) -> None:
        page, study = self._editing.page, self._editing.study
        self._view.notices.show_notices(() if study is None else self._records.notices(study))
        studies = () if page is None else page.study_list
        if studies is not self._marked:
            self._marked = studies
            marks = dict(filter(None, map(self._mark, studies)))
            self._view.table.show_marks(marks)
            self.marked.emit(marks)

    def _count_retracted(self, page: ConditionPage) -> int:
        every = (self._records.notices(study) for study in page.study_list)
        return sum(any(notice.kind is NoticeKind.RETRACTION for notice in notices) for notices in every)

    def _mark(self, study: Study) -> tuple[StudyKey, Mark] | None:
        kind = next((notice.kind for notice in self._records.notices(study) if notice.kind in _MARKED), None)
        return None if kind is None else (study.key, Mark(NOTICE_MARKS[kind], kind is NoticeKind.RETRACTION))
