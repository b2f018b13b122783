"""Remembering, for the next start, where one was: folder, page, view, study, and how the window stood."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.session import is_site
from editor.storage.settings import FolderSettings, Settings, SettingsFile, WindowSettings
from editor.ui.main_window import MainWindow
from editor.ui.pages.arrangement import Arrangement, Only, Order
from editor.ui.starting.window_place import visible_place
from editor.ui.studies.study_columns import MAIN_COLUMNS

_AFTER_MS = 1000
"""Milliseconds after a step until it is written; if the program is killed before, only that step is forgotten."""


class Remembering(QObject):
    """Puts a new window where the last one was, and keeps what changes.

    `folder` is what was known of the folder, with the page to go to.
    """

    arrived = Signal()
    """The page to begin with is there, in its view."""

    def __init__(self, window: MainWindow, file: SettingsFile, folder: FolderSettings) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._folder = folder
        self._has_arrived = False
        window.exporting.exported_to, window.exporting.emailed_to = folder.exported_to, folder.emailed_to
        window.problems.answering.name = folder.answers_by
        self._wait = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._wait.timeout.connect(self._write)
        self._connect()

    def put_window(self, stood: WindowSettings) -> None:
        """Have the window stand as it stood, before it is shown."""
        if len(stood.place) == 4:
            screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            self._window.setGeometry(visible_place(QRect(*stood.place), screens))
        if stood.is_maximised:
            self._window.setWindowState(Qt.WindowState.WindowMaximized)
        self._window.panes.arrange_as(stood.pane_sizes, stood.hidden_panes)
        header = self._window.view.studies.table.header
        if stood.study_columns:
            header.show_columns(stood.study_columns)
        header.column_order = stood.study_order
        header.column_widths = stood.study_widths
        self._window.view.studies.split.shares = stood.study_split
        self._window.view.page_form.switched_groups = stood.page_groups
        self._window.view.site_form.switched_groups = stood.site_groups
        self._window.pages.finder.arrange.arrange(_arrangement(stood.list_order, self._folder.list_choice))

    def _went(self) -> None:
        """The first time, go on to the view and the study; later keep where one is."""
        if self._has_arrived:
            self._keep()
            return
        self._has_arrived = True
        window, folder = self._window, self._folder
        if folder.page and is_site(folder.page):
            window.editing.choose(window.session.site_place)
        elif window.editing.place == folder.page and window.editing.page is not None:
            studies = window.editing.page.study_list
            study = next((study for study in studies if folder.study and study.title == folder.study), None)
            if study is not None:
                window.editing.choose_study(study.key)
            if folder.shows_studies:
                window.show_studies()
        self._keep()
        self.arrived.emit()

    def _keep(self) -> None:
        if not self._wait.isActive():
            self._wait.start()

    def _write(self) -> None:
        """Write in the background, so that the disk holds up no key."""
        if not self._window.opening.failure:
            self._window.background.run(functools.partial(self._file.update, self._change()), self._written, self._fail)

    def _write_last(self) -> None:
        """Write when the window closes: nothing waits for it any more."""
        self._wait.stop()
        if not self._window.opening.failure:
            self._file.update(self._change())

    def _written(self, _nothing: None) -> None:
        """There is nothing to do."""

    def _fail(self, error: BaseException) -> None:
        raise error

    def _change(self) -> Callable[[Settings], Settings]:
        return functools.partial(_with, self._folder_now(), self._window_now())

    def _folder_now(self) -> FolderSettings:
        editing, clinic = self._window.editing, (self._window.session.site.name or "").strip()
        if not self._has_arrived:  # closed before the pages were read
            return replace(self._folder, clinic=clinic or self._folder.clinic, list_choice=self._list_choice())
        return FolderSettings(
            self._folder.root,
            clinic=clinic,
            page=editing.place,
            shows_studies=self._window.view.shows_studies,
            study="" if editing.study is None else editing.study.title or "",
            exported_to=self._window.exporting.exported_to,
            emailed_to=self._window.exporting.emailed_to,
            list_choice=self._list_choice(),
            answers_by=self._window.problems.answering.name,
        )

    def _list_choice(self) -> str:
        """Which pages the list shows; nothing is unsaved at a start, so that is no choice to begin with."""
        only = self._window.pages.finder.arrange.arrangement.only
        return "" if only in (Only.ALL, Only.UNSAVED) else only.name

    def _window_now(self) -> WindowSettings:
        window = self._window
        place = window.normalGeometry() if window.isMaximized() else window.geometry()
        sizes, hidden = window.panes.arrangement()
        header = window.view.studies.table.header
        columns = header.shown_columns
        order = window.pages.finder.arrange.arrangement.order
        return WindowSettings(
            place=(place.x(), place.y(), place.width(), place.height()),
            is_maximised=window.isMaximized(),
            pane_sizes=sizes,
            hidden_panes=hidden,
            study_columns=() if columns == MAIN_COLUMNS else columns,
            study_order=header.column_order,
            study_widths=header.column_widths,
            study_split=window.view.studies.split.shares,
            list_order="" if order is Order.NAME else order.name,
            page_groups=window.view.page_form.switched_groups,
            site_groups=window.view.site_form.switched_groups,
        )

    def _connect(self) -> None:
        window = self._window
        window.editing.went.connect(self._went)
        window.opening.changed.connect(self._keep)
        window.view.view_changed.connect(self._keep)
        window.panes.arranged.connect(self._keep)
        window.pages.finder.arrange.arranged.connect(self._keep)
        window.panes.splitterMoved.connect(self._keep)
        window.view.studies.table.columns_changed.connect(self._keep)
        window.view.studies.split.moved.connect(self._keep)
        window.view.page_form.group_switched.connect(self._keep)
        window.view.site_form.group_switched.connect(self._keep)
        window.problems.answering.said.connect(self._keep)
        window.closed.connect(self._write_last)


def _arrangement(order: str, choice: str) -> Arrangement:
    """What these names stand for; names that a later version has given mean the usual."""
    return Arrangement(
        Order[order] if order in Order.__members__ else Order.NAME,
        Only[choice] if choice in Only.__members__ else Only.ALL,
    )


def _with(folder: FolderSettings, window: WindowSettings, settings: Settings) -> Settings:
    return replace(settings.with_folder(folder), window=window)
