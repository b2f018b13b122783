"""Help in windows of its own: the guide, the sheet of keys, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.session import Session
from editor.ui.actions.action import Actions, Menu
from editor.ui.help.about import about_text
from editor.ui.help.help_text import guide, shortcut_sheet
from editor.ui.help.help_window import HelpWindow
from editor.words import tr


class Help(QObject):
    """Shows help; each text has one window, which comes to the front when it is asked for again."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def show_guide(self, actions: Actions) -> None:
        """Show the guide."""
        self._show(tr("Guide"), guide(actions, self._session.site.published_by or ""))

    def show_shortcuts(self, actions: Actions, menus: tuple[Menu, ...]) -> None:
        """Show all keys."""
        self._show(tr("Keyboard shortcuts"), shortcut_sheet(actions, menus))

    def show_about(self) -> None:
        """Show the version, and what else one is asked for on the telephone."""
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About this program"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.RichText)
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        box.setText(about_text(self._session))
        box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
        box.open()

    def _show(self, title: str, text: str) -> None:
        windows = self._window.findChildren(HelpWindow)
        same = [window for window in windows if window.windowTitle() == title]
        shown = same[0] if same else HelpWindow(title, text, self._window)
        shown.show()
        shown.raise_()
        shown.activateWindow()
