"""The middle of the window: the texts of the chosen page and its studies as two views."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from editor.content.changed_place import ChangedPlace
from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.search_text import Span
from editor.ui.adding.file_drop import FileDrop
from editor.ui.broken.problem_view import ProblemView
from editor.ui.editing import Editing
from editor.ui.forms.date_hint import language_locale
from editor.ui.forms.layouts import site_form
from editor.ui.forms.page_form import PageForm
from editor.ui.forms.record_form import RecordForm
from editor.ui.forms.shared_texts import shared_texts
from editor.ui.forms.shared_words import differing_notes
from editor.ui.studies.studies_view import StudiesView
from editor.words import tr

_YOUR_WORDS = tr("What you changed is safe, and shown below. It is added when the file has been mended.")


class PageView(QWidget):
    """Shows what is chosen; where a file has problems, they stand above it."""

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems = ProblemView()
        self.page_form = PageForm()
        self.drop = FileDrop(self.page_form, takes_words=False)
        self.site_form = site_form()
        self.studies = StudiesView()
        self._texts = QStackedWidget()
        self._views = QTabWidget()
        self._preview: QWidget | None = None
        self._problem_list: QWidget | None = None
        self._place = ""
        self._lay_out()
        self._views.currentChanged.connect(self.view_changed)
        self._views.tabBarClicked.connect(self._go_to)

    @property
    def shows_studies(self) -> bool:
        """Whether the studies are in sight."""
        return self._views.currentWidget() is self.studies

    @property
    def shows_preview(self) -> bool:
        """Whether the preview is a view of the middle, and in sight."""
        return self._preview is not None and self._views.currentWidget() is self._preview

    @property
    def shows_problems(self) -> bool:
        """Whether the list of problems is in sight."""
        return self._problem_list is not None and self._views.currentWidget() is self._problem_list

    def show_chosen(self, editing: Editing) -> None:
        """Show the chosen page, or the shared texts."""
        session, page = editing.session, editing.page
        self.setLocale(language_locale(session.site.language))
        is_other, self._place = editing.place != self._place, editing.place
        notes = tuple(problem.message for problem in session.name_problems(editing.place))
        if session.is_unsaved(editing.place) and not editing.is_editable:
            notes += (_YOUR_WORDS,)
        self.problems.show_file(session.files.get(editing.place), notes)
        self._views.setVisible(session.record(editing.place) is not None)
        if page is None and self.shows_studies:
            self.bring_texts()
        self._views.setTabVisible(self._views.indexOf(self.studies), page is not None)
        if page is not None:
            self._show_page(page, editing)
        else:
            self._texts.setCurrentWidget(self.site_form)
            self.site_form.show_record(session.site, editable=editing.is_editable)
            self.site_form.show_notes(differing_notes(editing.shared_uses.now()))
        if is_other:
            self.page_form.lock()
            self.page_form.begin_anew()
            self.site_form.begin_anew()

    def show_preview(self) -> None:
        """Bring the preview into sight, where it is a view of the middle."""
        if self._preview is not None:
            self._go_to(self._views.indexOf(self._preview))

    def show_texts(self) -> None:
        """Bring the texts into sight."""
        self._go_to(self._views.indexOf(self._texts))

    def show_studies(self) -> None:
        """Bring the studies into sight."""
        self._go_to(self._views.indexOf(self.studies))

    def show_problems(self) -> None:
        """Bring the list of problems into sight."""
        if self._problem_list is not None:
            self._go_to(self._views.indexOf(self._problem_list))

    def bring_texts(self) -> None:
        """Show the texts, and leave the keyboard where it is, unless it is in another view."""
        self._bring(self._texts)

    def bring_studies(self) -> None:
        """Show the studies, and leave the keyboard where it is, unless it is in another view."""
        self._bring(self.studies)

    def show_change(self, changed: ChangedPlace) -> None:
        """Bring what undo or redo has changed into sight; the keyboard stays where it is, if that is in sight."""
        if self.shows_preview:
            return  # it shows the change too
        if changed.studies is not None:
            self.bring_studies()
            self.studies.table.choice.choose_cells(changed.studies, changed.fields)
            if changed.field is not None:
                self.studies.card.bring_change(changed.field)
        elif changed.field is not None:
            self.bring_texts()
            form = self._texts.currentWidget()
            if isinstance(form, RecordForm):
                form.bring_change(changed.field)

    def bring_field(self, field: Field) -> None:
        """Bring one of the texts into sight, and leave the keyboard where it is, unless it is in another view."""
        self.bring_texts()
        form = self._texts.currentWidget()
        if isinstance(form, RecordForm):
            form.bring(field)

    def bring_words(self, field: Field, span: Span, *, of_study: bool) -> None:
        """Select words of a field of the page or of the chosen study, and have keys go there."""
        if of_study:
            self.bring_studies()
        else:
            self.bring_texts()
        form = self.studies.card if of_study else self._texts.currentWidget()
        if isinstance(form, RecordForm):
            form.bring_words(field, span)

    def _go_to(self, index: int) -> None:
        view = self._views.widget(index)
        if view is not None:  # a click beside the tabs is on none
            self._bring(view)
            self.take_keyboard()

    def _bring(self, view: QWidget) -> None:
        """Show a view; with the keyboard, where the one before has it: hidden, that would hand it on to the preview."""
        before, focus = self._views.currentWidget(), self.window().focusWidget()
        has_keyboard = before is not view and focus is not None and before.isAncestorOf(focus)
        if has_keyboard:
            self._views.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)
        self._views.setCurrentWidget(view)
        if has_keyboard:
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Have keys go to the view in sight; not to the page in the preview, which would scroll to its first link."""
        form = self._texts.currentWidget()
        if self.shows_studies:
            self.studies.take_keyboard()
        elif self._problem_list is not None and self.shows_problems:
            self._problem_list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(form, RecordForm) and not self.shows_preview:
            form.take_keyboard()
        else:
            self._views.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def add_problems(self, problem_list: QWidget, card: QWidget) -> None:
        """Have the list of problems as a view, and the card of one of them below all views."""
        self._problem_list = problem_list
        self._views.insertTab(self._views.indexOf(self.studies) + 1, problem_list, tr("Problems"))
        self._column.insertWidget(self._column.count() - 1, card)

    def settle(self) -> None:
        """Have all in its place at once, where what is below the views has come or gone."""
        self._column.activate()

    def show_problem_count(self, words: str, sign: QIcon, tip: str) -> None:
        """Say on the tab of the list how many problems there are, and in its tip what else is found."""
        if self._problem_list is not None:
            at = self._views.indexOf(self._problem_list)
            self._views.setTabText(at, words)
            self._views.setTabIcon(at, sign)
            self._views.setTabToolTip(at, tip)

    def take_in(self, preview: QWidget) -> None:
        """Make the preview a view of the middle, where there is no room for it beside."""
        self._preview = preview
        self._views.addTab(preview, tr("Preview"))

    def give_back(self) -> None:
        """Let go of the preview."""
        if self._preview is not None:
            self._views.removeTab(self._views.indexOf(self._preview))
            self._preview = None

    def _show_page(self, page: ConditionPage, editing: Editing) -> None:
        count = len(page.study_list)
        is_counted = editing.is_editable or count  # else there may be some that could not be read
        words = tr("Studies ({count})", count=count) if is_counted else tr("Studies")
        self._views.setTabText(self._views.indexOf(self.studies), words)
        self._texts.setCurrentWidget(self.page_form)
        self.page_form.show_page(
            page, shared_texts(editing.session, editing.shared_uses.now()), editable=editing.is_editable
        )
        self.studies.show_page(
            page,
            editing.study_keys,
            editable=editing.is_editable,
            view=editing.study_view,
            shown=editing.shown_studies,
        )

    def _lay_out(self) -> None:
        self._texts.addWidget(self.page_form)
        self._texts.addWidget(self.site_form)
        self._views.addTab(self._texts, tr("Text"))
        self._views.addTab(self.studies, tr("Studies"))
        self._views.setDocumentMode(True)
        sign = min(self._views.iconSize().height(), self._views.tabBar().fontMetrics().height())
        self._views.setIconSize(QSize(sign, sign))  # a higher one would push all down when it comes
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.problems)
        column.addWidget(self._views, 1)
        column.addStretch(0)
