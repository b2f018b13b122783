"""The three panes side by side: list, page, preview. Each can be hidden; in a small window the preview gives way."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from editor.ui.page_view import PageView
from editor.ui.pages.pages_pane import PagesPane
from editor.ui.preview.preview_pane import Preview
from editor.words import tr

NARROW = 1100
"""Pixels: below this width the preview is a view of the middle."""
LIST_WIDTHS = (220, 260)
LEAST_PREVIEW = 400
LEAST_PAGE = 400


class Panes(QSplitter):
    """Shares out the window's width."""

    arranged = Signal()

    def __init__(self, pages: PagesPane, view: PageView, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._list, self._view, self._preview = pages, view, preview
        self._is_narrow = False
        self._wants_preview = True
        self._wide_sizes = [240, 600, 440]
        pages.setMinimumWidth(LIST_WIDTHS[0])
        pages.setMaximumWidth(LIST_WIDTHS[1])
        view.setMinimumWidth(LEAST_PAGE)
        preview.setMinimumWidth(LEAST_PREVIEW)
        for pane in (pages, view, preview):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 3)
        self.setStretchFactor(2, 2)
        self.setSizes(self._wide_sizes)

    def arrangement(self) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """The widths of list, page and preview in pixels, and the names of those that are hidden.

        In a small window the widths are those that they have in a large one.
        """
        shown = {"list": self.list_shown(), "page": self.page_shown(), "preview": self._wants_preview}
        sizes = self._wide_sizes if self._is_narrow else self.sizes()
        return tuple(sizes), tuple(name for name, is_shown in shown.items() if not is_shown)

    def arrange_as(self, sizes: Sequence[int], hidden: Collection[str]) -> None:
        """Arrange the panes as they once were; something is left to see in any case."""
        self._list.setHidden("list" in hidden)
        self._wants_preview = "preview" not in hidden
        self._preview.setHidden(not self._wants_preview)
        self._view.setHidden("page" in hidden and self._wants_preview)
        if len(sizes) == len(self._wide_sizes):
            self._wide_sizes = list(sizes)
            self.setSizes(self._wide_sizes)
        self.arranged.emit()

    # Switches

    def list_shown(self) -> bool:
        """Whether the list of pages is shown."""
        return not self._list.isHidden()

    def page_shown(self) -> bool:
        """Whether the page's texts and studies are shown."""
        return not self._view.isHidden()

    def preview_shown(self) -> bool:
        """Whether the preview is shown, beside the page or as a view of the middle."""
        return self._view.shows_preview if self._is_narrow else self._wants_preview

    def switch_list(self) -> None:
        """Show or hide the list of pages."""
        self._switch(self._list)

    def switch_page(self) -> None:
        """Show or hide the page's texts and studies."""
        self._switch(self._view)

    def _switch(self, pane: QWidget) -> None:
        if not pane.isHidden():
            self._give_keyboard_on(pane)
        pane.setHidden(not pane.isHidden())
        self.arranged.emit()

    def _give_keyboard_on(self, pane: QWidget) -> None:
        """Done before a pane is hidden: else Qt hands the keyboard to what comes next, even a link in the preview."""
        if _has_keyboard(pane) and pane is self._view and self.list_shown():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif _has_keyboard(pane) and pane is self._list and self.page_shown():
            self._view.take_keyboard()
        focus = self.window().focusWidget()
        if focus is not None and _has_keyboard(pane):
            focus.clearFocus()

    def show_list(self) -> None:
        """Show the list of pages."""
        self._list.setHidden(False)
        self.arranged.emit()

    def next_pane(self) -> None:
        """Have keys go from the list to the page, or back."""
        if _has_keyboard(self._view):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view.take_keyboard()

    def why_no_next_pane(self) -> str:
        """Why the keyboard has nowhere to go."""
        return "" if self.list_shown() and self.page_shown() else tr("Show the list and the page first.")

    def show_page(self) -> None:
        """Show the page's texts and studies."""
        self._view.setHidden(False)
        self.arranged.emit()

    def switch_preview(self) -> None:
        """Show or hide the preview; in a small window go to it and back."""
        if self._is_narrow:
            self._view.setHidden(False)
            if self._view.shows_preview:
                self._view.show_texts()
            else:
                self._view.show_preview()
        else:
            self._wants_preview = not self._wants_preview
            self._preview.setHidden(not self._wants_preview)
        self.arranged.emit()

    def why_page_stays(self) -> str:
        """Why the middle cannot be hidden: something must be left to see."""
        if self.page_shown() and (self._is_narrow or not self._wants_preview):
            return tr("Show the preview beside it first.")
        return ""

    def why_preview_stays(self) -> str:
        """Why the preview cannot be hidden."""
        if not self._is_narrow and self._wants_preview and not self.page_shown():
            return tr("Show the text and studies first.")
        return ""

    def minimumSizeHint(self) -> QSize:
        """The room that list and page need: a window that has no more of it, as on a small screen, gets narrow."""
        shown = [pane.minimumWidth() for pane in (self._list, self._view) if not pane.isHidden()]
        width = sum(shown) + self.handleWidth() * max(len(shown) - 1, 0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.sizes()
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if is_narrow and event.oldSize().width() >= NARROW:  # not where it begins narrow
                self._wide_sizes = before
            self._arrange()

    def _arrange(self) -> None:
        if self._is_narrow:
            self._view.setHidden(False)
            self._view.take_in(self._preview)
        else:
            self._view.give_back()
            self.addWidget(self._preview)
            self._preview.setHidden(not self._wants_preview)
            self.setStretchFactor(2, 2)
            self.setSizes(self._wide_sizes)  # their shares of the width: Qt fits them to what there is now
        self.arranged.emit()


def _has_keyboard(pane: QWidget) -> bool:
    focus = pane.window().focusWidget()
    return focus is not None and (pane is focus or pane.isAncestorOf(focus))
