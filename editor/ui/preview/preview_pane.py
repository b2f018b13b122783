"""The live preview: the open page as the website shows it, following every keystroke."""

from __future__ import annotations

import functools
import html
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from editor.render.frame import FRAME, preview_parts
from editor.render.page_html import SLOTS, slot_of
from editor.render.parts import Part, study_part
from editor.render.theme import Rendering, Theme
from editor.ui.background import Background, RenderProcess
from editor.ui.part_words import why_not_shown
from editor.ui.preview.clicked_words import ClickedWords, clicked_words
from editor.ui.preview.preview_strip import PreviewStrip
from editor.ui.preview.shown_page import ShownPage
from editor.ui.preview.study_notice import with_notice
from editor.ui.preview.theme_watch import ThemeWatch
from editor.ui.render_requests import Rendered
from editor.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from editor.content.condition_page import ConditionPage
    from editor.content.site import Site
    from editor.content.study import StudyKey
    from editor.ui.preview.browser import Browser
    from editor.ui.preview.preview_page import PreviewPage
    from editor.ui.studies.study_model import Mark

_ONCE_ACTIVE_MS = 25
"""Milliseconds in which a window that came forward is painted with the keyboard in it."""
_UNTIL_ACTIVE_MS = 500
"""Milliseconds that a window just painted gets to come forward: loading the browser would hold that up."""

NO_PAGE = tr("Choose a page to see it here.")


class Preview(QWidget):
    """Shows the newest page it was given; it never blocks, and says calmly what cannot be shown.

    The browser inside is loaded and made after the window was painted for the first time and has come forward, as it is
    the heavy part of a start; nothing is rendered before. `rendering` is the process that renders, if it has been
    started already; the preview ends it.
    """

    painted = Signal()
    """What was asked for last is in the page."""
    look_changed = Signal()
    """The website's look is another than it was."""
    link_activated = Signal(QUrl)
    """A link for the web, mail or the telephone was clicked; it belongs into the user's own browser."""
    words_clicked = Signal(ClickedWords)
    """Words of the page shown were clicked, that are no such link."""

    def __init__(self, parent: QWidget | None = None, *, rendering: RenderProcess | None = None) -> None:
        super().__init__(parent)
        self._site: Site | None = None
        self._page: ConditionPage | None = None
        self._content_folder: Path | None = None
        self._slug: str | None = None
        self._edited = ""
        self._to_bring = ""
        self._study: tuple[str, StudyKey | None] = "", None
        self._marks: dict[str, Mark] = {}
        self._shown = ShownPage()
        self._is_rendered = True
        self._is_shut_down = False
        self._is_wanted = False  # as nobody can see it yet
        self._browser: Browser | None = None
        self._background = Background(self)
        self._theme: Theme | None = None
        self._watch = ThemeWatch(self._background, self)
        self._watch.changed.connect(self._wear)
        self._rendering = rendering or RenderProcess()
        self._rendering.setParent(self)
        self._rendering.unavailable.connect(self._cannot_show)
        self._message = _Message(self)
        self._message.first_painted.connect(self._first_painted, Qt.ConnectionType.QueuedConnection)
        self._until_active = QTimer(self, singleShot=True)
        self._until_active.timeout.connect(self._begin_browser)
        self._message.try_again.connect(self._try_again)
        self._strip = PreviewStrip()
        self._strip.hide()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addLayout(self._stack, 1)
        self._rendering.start()

    @property
    def page(self) -> PreviewPage:
        """The browser's page, made now if need be."""
        return self.open_browser().preview_page

    def show_page(self, site: Site, page: ConditionPage | None, otherwise: str = NO_PAGE, *, edited: str = "") -> None:
        """Shows this page of this site, or none; soon, and only if nothing newer is asked for until then.

        `otherwise` stands there as long as there is no page. `edited` names the field that somebody edits here, or what
        else he does to the page: what that changes comes into sight.
        """
        self._strip.setVisible(page is not None)
        if page is None:
            self._say(otherwise)
        if site is self._site and page is self._page:
            return
        self._site, self._page = site, page
        self._edited = edited or self._edited
        self._ask()

    def show_study(self, key: StudyKey | None) -> None:
        """Brings the chosen study into sight, where it was another one before on the same page."""
        before, self._study = self._study, ("" if self._page is None else self._page.slug, key)
        if key is None or before == self._study or before[0] != self._study[0] or before[1] is None:
            return
        if self._is_rendered and self._browser is not None:
            self._browser.live.bring(study_part(key))
        else:
            self._to_bring = study_part(key)

    def show_marks(self, marks: Mapping[StudyKey, Mark]) -> None:
        """Has these stand above their studies, which the website does not do: staff shall not miss them."""
        by_part = {study_part(key): mark for key, mark in marks.items()}
        if by_part != self._marks:
            self._marks = by_part
            self._ask()

    def show_name(self, page: str, *, is_example: bool) -> None:
        """Says above the page what it is called, and whether it stands there as an example only."""
        self._strip.show_name(page, is_example=is_example)

    def show_files_of(self, content_folder: Path | None) -> None:
        """Lets pages wear the look in this folder's `theme`, show the pictures in its `images`, and no others."""
        self._content_folder = content_folder
        if self._browser is not None:
            self._browser.server.content_folder = content_folder
        self._watch.watch(content_folder)

    def is_current(self) -> bool:
        """Whether what was asked for last is in the page."""
        is_known = self._is_rendered and not self._watch.is_looking_first
        return is_known and self._browser is not None and self._browser.live.is_settled

    def text(self, callback: Callable[[str], None]) -> None:
        """Calls `callback` with the words of the page, those out of sight too."""
        self.open_browser().live.text(callback)

    def open_browser(self) -> Browser:
        """Makes the browser now, where nobody wants to wait for the first paint."""
        if self._browser is None:
            self._is_wanted = True
            self._ask()
            from editor.ui.preview.browser import Browser

            self._browser = Browser(self._background, self)
            self._browser.server.content_folder = self._content_folder
            self._browser.server.theme = self._theme
            self._browser.preview_page.link_activated.connect(self.link_activated)
            self._browser.preview_page.linkHovered.connect(self._strip.show_link)
            self._browser.pointed_at.connect(self._strip.show_pointed_at)
            self._browser.clicked.connect(self._ask_for_words)
            self._browser.live.settled.connect(self._settled)
            self._browser.live.given_up.connect(self._cannot_show)
            self._stack.addWidget(self._browser)
            if self._page is not None:
                self._stack.setCurrentWidget(self._browser)  # while it loads, so that it has its size from the start
            self._browser.live.show(self._shown)
            self._browser.live.load()
        return self._browser

    def shut_down(self) -> None:
        """Ends what the preview began: the rendering process, threads, the browser. To be called before the end."""
        if self._is_shut_down:
            return
        self._is_shut_down = True
        self._watch.follow(is_in_sight=False)
        self._rendering.close()
        self._background.close()
        browser, self._browser = self._browser, None
        if browser is not None:
            shiboken6.delete(browser)

    def _first_painted(self) -> None:
        self._until_active.start(_ONCE_ACTIVE_MS if self.isActiveWindow() else _UNTIL_ACTIVE_MS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._until_active.isActive():
            self._until_active.start(_ONCE_ACTIVE_MS)

    def _begin_browser(self) -> None:
        if not self._is_shut_down:
            self.open_browser()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.follow(is_in_sight=not self._is_shut_down)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.follow(is_in_sight=False)

    def _wear(self, theme: Theme) -> None:
        is_other, self._theme = self._theme is not None, theme
        if self._browser is not None:
            self._browser.server.theme = theme
        self._rendering.wear(theme)
        self._strip.show_look(is_own=bool(theme.own or theme.files))
        self._ask()
        if is_other:
            self.look_changed.emit()

    def _ask(self) -> None:
        """Has the page rendered as it is now, in the look of now; a part that was so rendered before is remembered."""
        self._is_rendered = False
        if not self._is_wanted:
            return  # telling the parts of a long page takes time that the window needs to stand
        site, page = self._site, self._page
        parts = () if site is None or page is None else preview_parts(site, page)
        self._rendering.render(parts, functools.partial(self._take, parts, None if page is None else page.slug))

    def _take(self, parts: tuple[Part, ...], slug: str | None, rendered: tuple[Rendered, ...]) -> None:
        shown = {part.id: self._html(part, result) for part, result in zip(parts, rendered, strict=True)}
        frame = shown.pop(FRAME, "")
        self._shown = ShownPage(frame, shown, {part.id: slot_of(part) for part in parts if part.id != FRAME})
        self._is_rendered = True
        if self._browser is not None:
            self._browser.live.show(self._shown, from_top=slug != self._slug, edited=self._edited)
            if slug == self._slug and self._to_bring:
                self._browser.live.bring(self._to_bring)
        self._slug = slug
        self._edited = self._to_bring = ""
        faults = [fault for result in rendered if isinstance(result, Rendering) for fault in result.faults]
        self._strip.show_faults((*(() if self._theme is None else self._theme.faults), *faults))

    def _html(self, part: Part, result: Rendered) -> str:
        html, mark = _html(part, result), self._marks.get(part.id)
        return html if mark is None else with_notice(html, mark.words, is_grave=mark.is_grave)

    def _ask_for_words(self, place: QPointF) -> None:
        """Has the browser say what words are at a place in it."""
        if self._browser is not None and self._page is not None:
            zoom = self._browser.zoomFactor()
            took = functools.partial(self._take_words, self._page.slug)
            self._browser.live.words_at(place.x() / zoom, place.y() / zoom, took)

    def _take_words(self, slug: str, answer: object) -> None:
        words = clicked_words(answer)
        page = self._page
        if words is None or self._is_shut_down or page is None or page.slug != slug:
            return
        clicked = next((study for study in page.study_list if study_part(study.key) == words.part), None)
        if clicked is not None:
            self._study = slug, clicked.key  # it is in sight, and stays where it is
        self.words_clicked.emit(words)

    def _settled(self) -> None:
        if self.is_current():
            if self._page is not None and self._browser is not None:
                self._stack.setCurrentWidget(self._browser)
            self.painted.emit()

    def _say(self, text: str, *, can_try_again: bool = False) -> None:
        self._message.say(text, can_try_again=can_try_again)
        self._stack.setCurrentWidget(self._message)

    def _cannot_show(self) -> None:
        self._say(tr("The preview can't be shown just now. Your work is not affected."), can_try_again=True)

    def _try_again(self) -> None:
        self._rendering.start()
        self.open_browser().live.load()


class _Message(QWidget):
    """What stands in the place of the page while there is none: a sentence, perhaps a button to try again."""

    first_painted = Signal()
    try_again = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_painted = False
        self._text = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(tr("Show the preview again"), self)
        self._button.clicked.connect(self.try_again)
        self._button.hide()
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(self._text)
        layout.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def say(self, text: str, *, can_try_again: bool) -> None:
        """Shows a sentence; the button only where trying again may help."""
        self._text.setText(text)
        self._button.setVisible(can_try_again)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()


def _html(part: Part, result: Rendered) -> str:
    if isinstance(result, Rendering):
        return result.html
    if part.id == FRAME:
        return _PLAIN_FRAME
    calming = tr("Nothing is lost: the text stays as you wrote it.")
    tag = "li" if part.is_study else "p"
    excuse = html.escape(f"{why_not_shown(part, result)} {calming}")
    return f'<{tag} class="part not-shown" role="note">{excuse}</{tag}>'


_PLAIN_FRAME = "".join(f'<div><span hidden data-slot="{slot}"></span></div>' for slot in SLOTS)
"""Stands in for a document that cannot be made: the texts are then seen all the same."""
