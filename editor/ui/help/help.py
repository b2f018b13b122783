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
    from editor.ui.help.help_window import HelpWindow


class Help(QObject):
    """Shows help; each text has one window, which comes to the front when it is asked for again."""

    def __init__(self, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._window = window

    def tell_of(self, actions: Actions, menus: tuple[Menu, ...]) -> None:
        """Tell of these actions, in the order of the menus."""
        self._actions = actions
        self._menus = menus

    def show_guide(self) -> None:
        """Show the guide."""
        self._guide()

    def print_guide(self) -> None:
        """Show the guide, and ask where to print it."""
        self._guide().ask_printer()

    def show_shortcuts(self) -> None:
        """Show all keys."""
        self._shortcuts()

    def print_shortcuts(self) -> None:
        """Show all keys, and ask where to print them."""
        self._shortcuts().ask_printer()

    def search(self) -> None:
        """Search over all that can be done, and all pages."""
        from editor.ui.help.action_search import ActionSearch, action_choices, page_choices

        self._actions.update()
        pages = page_choices(self._editing.session, self._editing.choose)
        ActionSearch(action_choices(self._actions), pages, self._window).open()

    def show_about(self) -> None:
        """Show what this program is."""
        from editor.ui.help.about import AboutBox

        AboutBox(self._editing.session, self._window).open()

    def _guide(self) -> HelpWindow:
        from editor.ui.help.help_text import guide

        return self._shown(tr("Guide"), guide(self._actions, self._editing.session.site.published_by or ""), 2)

    def _shortcuts(self) -> HelpWindow:
        from editor.ui.help.help_text import shortcut_sheet

        return self._shown(tr("Keyboard shortcuts"), shortcut_sheet(self._actions, self._menus), 2)

    def _shown(self, title: str, text: str, pages: int) -> HelpWindow:
        from editor.ui.help.help_window import HelpWindow

        windows = self._window.findChildren(HelpWindow)
        same = [window for window in windows if window.windowTitle() == title]
        shown = same[0] if same else HelpWindow(title, text, pages, self._window)
        shown.show()
        shown.raise_()
        shown.activateWindow()
        return shown
