"""Help that is asked for: the guide, the sheet of keys, a search over all that can be done, what this program is.

Each is loaded when somebody wants it, so that the window stands sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.actions.action import Actions, Menu
    from editor.ui.editing import Editing


class Help(QObject):
    """Shows help; each text has one window, which comes to the front when it is asked for again."""

    def __init__(self, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._window = window

    def show_guide(self, actions: Actions) -> None:
        """Show the guide."""
        from editor.ui.help.help_text import guide

        self._show(tr("Guide"), guide(actions, self._editing.session.site.published_by or ""), 2)

    def show_shortcuts(self, actions: Actions, menus: tuple[Menu, ...]) -> None:
        """Show all keys."""
        from editor.ui.help.help_text import shortcut_sheet

        self._show(tr("Keyboard shortcuts"), shortcut_sheet(actions, menus), 1)

    def search(self, actions: Actions) -> None:
        """Search over all that can be done, and all pages."""
        from editor.ui.help.action_search import ActionSearch, action_choices, page_choices

        pages = page_choices(self._editing.session, self._editing.choose)
        ActionSearch(action_choices(actions), pages, self._window).open()

    def show_about(self) -> None:
        """Show what this program is."""
        from editor.ui.help.about import AboutBox

        AboutBox(self._editing.session, self._window).open()

    def _show(self, title: str, text: str, pages: int) -> None:
        from editor.ui.help.help_window import HelpWindow

        windows = self._window.findChildren(HelpWindow)
        same = [window for window in windows if window.windowTitle() == title]
        shown = same[0] if same else HelpWindow(title, text, pages, self._window)
        shown.show()
        shown.raise_()
        shown.activateWindow()
