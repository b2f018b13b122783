"""The left pane: the list of pages, below it what begins a page and what was deleted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from editor.session import Place, Session
from editor.ui.adding.file_drop import FileDrop
from editor.ui.forms.quiet_words import QuietButton
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.look.icons import icon
from editor.ui.pages.name_form import NameForm, Question
from editor.ui.pages.page_finder import PageFinder
from editor.ui.pages.trash_view import TrashView
from editor.words import tr


class PagesPane(QWidget):
    """Shows all pages, or those looked for, or those deleted."""

    needed = Signal()
    """The pane has to be in sight."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.finder = PageFinder(session)
        self.drop = FileDrop(self.finder)
        self.trash = TrashView()
        self.name_form = NameForm()
        self._views = QStackedWidget()
        self._foot = QWidget()
        self._menu = QMenu(self)
        self.new = QToolButton()
        self.deleted = QuietButton(tr("Deleted pages"))
        self._lay_out()
        self._connect()

    def offer(self, new_page: QAction, menu: Sequence[QAction]) -> None:
        """Have a button for a new page, and a menu of what can be done with a page; a separator stands for itself."""
        self.new.setDefaultAction(new_page)
        self.new.setAccessibleName(new_page.text())
        self._menu.addActions(menu)

    def show_pages(self, chosen: Place, *, is_reading: bool = False) -> None:
        """Show what is there now, with one page chosen; more are to come while the folder is being read."""
        self.finder.show_pages(chosen, is_reading=is_reading)
        deleted = self._session.deleted_pages
        self.trash.show_deleted(deleted)
        self.deleted.setText(tr("Deleted pages ({count})", count=len(deleted)))
        self.deleted.setVisible(bool(deleted))
        if not deleted and self._views.currentWidget() is self.trash:
            self.show_list()

    def show_list(self) -> None:
        """Show the pages that are there."""
        self._show(self.finder)

    def show_deleted(self) -> None:
        """Show the pages that were deleted."""
        self.needed.emit()
        self._show(self.trash)

    def search(self) -> None:
        """Have keys go to the search."""
        self.needed.emit()
        self.show_list()
        self.finder.go_to_search()

    def ask(self, question: Question) -> None:
        """Ask for a page's name."""
        self.needed.emit()
        self.show_list()
        self._foot.hide()
        self.name_form.ask(question)

    def _show(self, view: QWidget) -> None:
        self._views.setCurrentWidget(view)
        self._foot.setVisible(view is self.finder)
        self.setFocusProxy(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name_form.hide()

    def _open_menu(self, at: QPoint) -> None:
        if self.finder.list.indexAt(at).isValid():
            self._menu.popup(self.finder.list.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        self.finder.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.finder.list.customContextMenuRequested.connect(self._open_menu)
        self.deleted.clicked.connect(self.show_deleted)
        self.trash.left.connect(self.show_list)
        self.name_form.ended.connect(self.show_list)

    def _lay_out(self) -> None:
        self.setFocusProxy(self.finder)
        self._menu.setToolTipsVisible(True)
        self._views.addWidget(self.finder)
        self._views.addWidget(self.trash)
        self.deleted.setIcon(icon("delete"))
        self.new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new.setMinimumHeight(LEAST_HEIGHT)
        self.new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(8, 8, 8, 8)
        foot.setSpacing(4)
        foot.addWidget(self.deleted, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._views, 1)
        column.addWidget(self._foot)
        column.addWidget(self.name_form)
