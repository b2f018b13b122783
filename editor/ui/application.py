"""The program with a window: which folder it shows, from the first to the last."""

from __future__ import annotations

import functools
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from editor.session import SITE_PLACE
from editor.storage import ContentFolder
from editor.storage.folder_look import FolderLook, look_at
from editor.storage.settings import FolderSettings, Settings, SettingsFile
from editor.ui.background import Background, RenderProcess
from editor.ui.main_window import PROGRAM, MainWindow
from editor.ui.starting.one_window import OneWindow, bring_forward
from editor.ui.starting.remembering import Remembering
from editor.ui.window_picture import WindowPicture
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.starting.starting import Starting

_LISTEN_AFTER_MS = 250
"""Milliseconds after which the window answers other starts, which go on calling for longer: it is painted first."""
PATIENCE_MS = 500
"""Milliseconds that a folder may take to answer before one says that it takes long."""


class Program(QObject):
    """Opens folders, each in a window of its own, one at a time.

    `rendering` is a rendering process for the first window, if one has been started already. For a `picture` nothing
    is remembered and nothing asked. `has_crashed`: the program broke off when it ran last.
    """

    not_needed = Signal()
    """The folder's window is that of another process, which has come forward; there is nothing to show here."""

    def __init__(
        self,
        picture: Path | None = None,
        parent: QObject | None = None,
        *,
        rendering: RenderProcess | None = None,
        has_crashed: bool = False,
    ) -> None:
        super().__init__(parent)
        QApplication.setApplicationDisplayName(PROGRAM)
        self._rendering = rendering
        self._picture = picture
        self._settings = SettingsFile() if picture is None else None
        self.window: MainWindow | None = None
        self._left: MainWindow | None = None  # until Qt destroys it: garbage collection would do so half-way
        self._wanted: FolderLook | None = None
        self._asked = Path()
        self._looking: Background | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._say_looking)
        self._new: tuple[Path, str] | None = None  # a folder made just now, and what is to be said of it
        self._one_window = OneWindow(self._may_come_forward, self)
        self._one_window.free.connect(self._show)
        self._one_window.shown_elsewhere.connect(self._end_if_empty)
        self._one_window.called.connect(self._come_forward)
        self._has_crashed = has_crashed
        self._is_first = True
        self._asker: Starting | None = None

    def start(self, folder: Path | None) -> None:
        """Show the folder given, or else the one that was open last, or else the ways to begin."""
        known = self._known()
        if folder is not None:
            self.open(folder)
        elif known:
            self.open(Path(known[0].root))
        else:
            self._starting.welcome()

    def open(self, folder: Path) -> None:
        """Show the window on a folder, or on that of a page's file; where there are no pages, say so and ask.

        One looks first in the background: a drive that is gone can take minutes to say so.
        """
        self._stop_looking()
        self._asked = folder.absolute()
        self._looking = Background(self)
        self._patience.start()
        self._looking.run(functools.partial(look_at, folder), self._take_look, self._fail)

    def _take_look(self, look: FolderLook) -> None:
        self._stop_looking()
        if look.can_be_opened and (self._picture is not None or self._is_here(look)):
            self._show(look)
        elif look.can_be_opened:
            self._one_window.ask(look)
        elif self._picture is not None:
            print(look.explanation, look.found, file=sys.stderr)
            QApplication.exit(2)
        else:
            self._starting.explain(look)

    def _fail(self, error: BaseException) -> None:
        self._stop_looking()
        raise error

    def _say_looking(self) -> None:
        if self._picture is None:
            self._starting.looking(self._asked)

    def _stop_looking(self) -> None:
        """Look no more; what a look that has begun finds is not told."""
        self._patience.stop()
        if self._looking is not None:
            self._looking.close()
            self._looking.deleteLater()
            self._looking = None

    # The window

    def _show(self, look: FolderLook) -> None:
        window = self.window
        if window is None:
            self._show_new(look)
            return
        if self._asker is not None:
            self._asker.close()
        if self._is_here(look):
            self._one_window.forget_asked()
            self._come_forward(look.page)
            return
        self._wanted = look
        window.close()

    def _is_here(self, look: FolderLook) -> bool:
        """Whether the window shows this folder."""
        window = self.window
        return window is not None and look.root == window.session.folder.root and not window.opening.failure

    def _may_come_forward(self) -> bool:
        return self.window is not None and not self.window.closing.waits

    def _come_forward(self, page: str) -> None:
        """Bring the window before all others, at this page if there is one and no question stands before the window."""
        window = self.window
        if window is not None:
            if page in window.session.files and QApplication.activeModalWidget() is None:
                window.editing.choose(page)
            bring_forward(window)

    def _end_if_empty(self) -> None:
        if self.window is None:
            if self._asker is not None:
                self._asker.close()
            self.not_needed.emit()

    def _stay(self) -> None:
        """The window that is open stays, so the other folder is not wanted any more."""
        self._wanted = None
        self._one_window.forget_asked()

    def _closed(self) -> None:
        wanted, self._wanted = self._wanted, None
        self._one_window.leave()
        self.window, self._left = None, self.window
        if self._asker is not None:
            self._asker.stand_before(None)
        if wanted is not None:
            self._show_new(wanted)
            self._stand()  # at once: the program ends where its last window goes

    def _let_go(self) -> None:
        self._left = None

    def _show_new(self, look: FolderLook) -> None:
        self._one_window.take_over()
        settings = Settings() if self._settings is None else self._settings.read()
        known = settings.folder(look.root)
        if look.page:
            known = replace(known, page=look.page, shows_studies=False, study="")
        rendering, self._rendering = self._rendering, None
        window = self.window = MainWindow(ContentFolder(look.root), first=known.page, rendering=rendering)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.folders.known = settings.folders
        if self._settings is not None:
            remembering = Remembering(window, self._settings, known)
            remembering.put_window(settings.window)
            said = self._take_news()
            if self._new is not None and look.root == self._new[0]:
                said, self._new = self._new[1], None
            if said:
                remembering.arrived.connect(functools.partial(window.status.say, said))
        self._connect(window)  # after what remembers: the next window is to know how this one stood
        if self._picture is not None:
            WindowPicture(window).taken.connect(self._save_picture)

    def _take_news(self) -> str:
        """What is to be said in the first window, and in no other."""
        is_first, self._is_first = self._is_first, False
        if not is_first:
            return ""
        news = []
        if self._has_crashed:
            news.append(tr("The program ended unexpectedly last time. Your saved pages are as you left them."))
        if self._settings is not None and self._settings.was_unreadable:
            news.append(tr("What was remembered of your last visit could not be read. Your pages are not affected."))
        return " ".join(news)

    def _stand(self) -> None:
        """Show the window, now that there is a page in it."""
        if self.window is None:
            return
        self.window.show()
        QTimer.singleShot(_LISTEN_AFTER_MS, self._one_window.listen)
        if self._asker is not None:
            self._asker.close()
            self._asker.stand_before(self.window)

    def _connect(self, window: MainWindow) -> None:
        window.opening.begun.connect(self._stand)
        window.closing.declined.connect(self._stay)
        window.closed.connect(self._closed)
        window.destroyed.connect(self._let_go)
        window.folders.wanted.connect(self.open)
        window.folders.asked.connect(self._ask)
        window.folders.new_website_asked.connect(self._ask_new_website)
        window.folders.sample_asked.connect(self._try_sample)

    def _save_picture(self, shown: QImage) -> None:
        saved = shown.save(str(self._picture))
        if not saved:
            print(tr("The picture could not be saved as {file}.", file=self._picture), file=sys.stderr)
        if self.window is not None:
            self.window.preview.shut_down()  # the end of the program would take the browser apart in any order
        QApplication.exit(0 if saved else 1)

    # Other folders

    def _known(self) -> tuple[FolderSettings, ...]:
        return () if self._settings is None else self._settings.read().folders

    @property
    def _starting(self) -> Starting:
        """What welcomes, explains and asks. Most starts do without, so it is loaded when it is needed."""
        if self._asker is None:
            from editor.ui.starting.starting import Starting

            self._asker = Starting(self._known, self)
            self._asker.stand_before(self.window)
            self._asker.wanted.connect(self.open)
            self._asker.made.connect(self._open_made)
            self._asker.copied.connect(self._open_copy)
            self._asker.given_up.connect(self._stop_looking)
        return self._asker

    def _ask(self) -> None:
        self._starting.ask_folder(None if self.window is None else self.window.session.folder.root.parent)

    def _ask_new_website(self) -> None:
        self._starting.new_website()

    def _try_sample(self) -> None:
        self._starting.try_sample()

    def _open_made(self, root: Path) -> None:
        """Open a website that was made just now at the texts that the clinic has to check."""
        said = tr("This is your new website. Read these texts first: they are only suggestions.")
        self._new = root.absolute(), said
        self.open(root / SITE_PLACE)

    def _open_copy(self, root: Path) -> None:
        """Open a copy of the sample that was made just now, and say where it is."""
        folder = root.absolute()
        self._new = folder, tr("The sample pages are in {place}.", place=" > ".join(folder.parts[-2:]))
        self.open(folder)
