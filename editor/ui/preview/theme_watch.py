"""The website's own look, read when its folder is opened and again whenever one of its files has changed on disk."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.render.theme_folder import read_theme
from editor.render.theme_listing import list_theme

if TYPE_CHECKING:
    from pathlib import Path

    from editor.render.theme import Theme
    from editor.render.theme_listing import Listing
    from editor.ui.background import Background

LOOK_EVERY_MS = 1000


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the disk found; `theme` where something was read, `is_certain` once nothing changes any more."""

    listing: Listing | None = None
    theme: Theme | None = None
    is_certain: bool = False


class ThemeWatch(QObject):
    """Tells about the look of one content folder at a time.

    It looks at the files' listing in the background, since the system's own news of changes miss those that come from
    another PC. While the content folder is away, the look that was read last stays.
    """

    changed = Signal(object)
    """The look (a Theme) is this from now on."""

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._content_folder: Path | None = None
        self._seen = _Seen()
        self._theme: Theme | None = None
        self._is_looking = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def is_looking_first(self) -> bool:
        """Whether the folder's look is not known yet."""
        return self._is_looking and self._theme is None

    def watch(self, content_folder: Path | None) -> None:
        """Reads this folder's look, and looks after it from then on while it is in sight; after none if it is None."""
        self._content_folder = content_folder
        self._seen, self._theme = _Seen(), None
        self._is_looking = False
        self._look()

    def follow(self, *, is_in_sight: bool) -> None:
        """Looks for changes regularly, or rests while nobody would see them."""
        if is_in_sight:
            self._timer.start()
        else:
            self._timer.stop()

    def _look(self) -> None:
        if self._is_looking or self._content_folder is None:
            return
        self._is_looking = True
        folder = self._content_folder
        self._background.run(
            functools.partial(_look_at, folder, self._seen),
            functools.partial(self._take, folder),
            functools.partial(self._fail, folder),
        )

    def _take(self, folder: Path, seen: _Seen) -> None:
        if folder != self._content_folder:
            return
        self._is_looking = False
        self._seen = seen
        if seen.theme is not None and seen.theme != self._theme:
            self._theme = seen.theme
            self.changed.emit(seen.theme)

    def _fail(self, folder: Path, error: BaseException) -> None:
        if folder == self._content_folder:
            self._is_looking = False
            self._timer.stop()
        raise error


def _look_at(content_folder: Path, before: _Seen) -> _Seen:
    """Looks at the disk, and reads where something has changed.

    After a change one reads once more: a file may have been changed again so soon that its time does not tell.
    """
    nothing_new = replace(before, theme=None)
    listing = list_theme(content_folder)
    if listing is None or (listing == before.listing and before.is_certain):
        return nothing_new
    theme = read_theme(content_folder)
    if list_theme(content_folder) is None:
        return nothing_new  # it went away meanwhile, so nothing was read
    return _Seen(listing, theme, is_certain=listing == before.listing)
