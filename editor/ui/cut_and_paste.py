"""Cut, copy and paste for what has the keyboard, for those who look for them in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QMenuBar, QPlainTextEdit, QWidget
from shiboken6 import isValid

from editor.ui.pages.condition_list import ConditionList
from editor.ui.studies.study_table import StudyTable
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.study_actions import StudyObstacles
    from editor.ui.studies.cell_editing import CellEditing
    from editor.ui.studies.study_editing import StudyEditing
    from editor.ui.whole_page.whole_pages import WholePages


class CutAndPaste(QObject):
    """Knows the text or the table that has the keyboard, or had it until a menu or a search took it for a while."""

    def __init__(
        self,
        studies: StudyEditing,
        cells: CellEditing,
        pages: WholePages,
        why_no_study: StudyObstacles,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studies = studies
        self._cells = cells
        self._pages = pages
        self._why_no_study = why_no_study
        self._window = window
        self._place: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    # What the actions do

    def cut(self) -> None:
        """Take away the selected words, or the chosen cells or studies, to paste them elsewhere."""
        if (text := self._text) is not None:
            text.cut()
        elif self._is_table:
            self._cells.cut()

    def copy(self) -> None:
        """Copy the selected words, or the chosen cells or studies."""
        if (text := self._text) is not None:
            text.copy()
        elif self._is_table:
            self._cells.copy()

    def paste(self) -> None:
        """Put in what was cut or copied last."""
        if (text := self._text) is not None:
            text.paste()
        elif self._is_table:
            self._cells.paste()

    def paste_study(self) -> None:
        """Paste into the table, where it has the keyboard; from elsewhere, only studies are added to it.

        In the list of pages, what was copied may also be a page.
        """
        if self._is_table:
            self._cells.paste()
        elif not (isinstance(self._place, ConditionList) and self._pages.take_copied()):
            self._studies.paste()

    # Why it cannot be done

    def why_not_cut(self) -> str:
        """Why nothing can be cut."""
        if self._is_table:
            return self._why_no_study.study()
        return self._why_no_change() or self.why_not_copy()

    def why_not_copy(self) -> str:
        """Why nothing can be copied."""
        if self._is_table:
            return self._why_no_study.shown()
        text = self._text
        if text is None:
            return _NO_PLACE
        has_words = text.hasSelectedText() if isinstance(text, QLineEdit) else text.textCursor().hasSelection()
        return "" if has_words else tr("Select some words first.")

    def why_not_paste(self) -> str:
        """Why nothing can be pasted. What was copied last is not asked for: it may be slow to come."""
        return self._why_no_study.page() if self._is_table else self._why_no_change()

    def _why_no_change(self) -> str:
        text = self._text
        if text is None:
            return _NO_PLACE
        return tr("This text can't be changed here.") if text.isReadOnly() else ""

    # What has the keyboard

    @property
    def _text(self) -> QPlainTextEdit | QLineEdit | None:
        place = self._place
        return place if isinstance(place, QPlainTextEdit | QLineEdit) and isValid(place) else None

    @property
    def _is_table(self) -> bool:
        return isinstance(self._place, StudyTable)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window and not isinstance(now, QMenuBar):
            self._place = now


_NO_PLACE = tr("Click into a text, or choose a study in the table first.")
