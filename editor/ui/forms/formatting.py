"""Bold, italic, links and lists for the text that has the keyboard, wherever in the window it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from editor.markup.addresses import copied_address
from editor.markup.reading import EMPHASIS, STRONG
from editor.ui.forms.format_bar import FormatBar
from editor.ui.forms.markup_editing import MarkupEditing
from editor.ui.forms.text_box import TextBox
from editor.words import tr


class Formatting(QObject):
    """Knows the box of Markdown that has the keyboard, and gives it the bar of buttons."""

    changed = Signal()
    """Another text can be formatted, or none, or the cursor is among words of another style."""
    said = Signal(str)
    """Why nothing came of what was asked for in a text."""
    stepping = Signal()
    """What comes is a step of its own for undo, or has just been made."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: Sequence[QAction] = ()
        self._undo: Sequence[QAction] = ()
        self._box: TextBox | None = None
        self._bar: FormatBar | None = None
        self._was: tuple[bool, ...] = ()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def offer(self, actions: Sequence[QAction], undo: Sequence[QAction]) -> None:
        """Have buttons for these in the bar; they are in the menu of a text too, below what undoes."""
        self._actions, self._undo = actions, undo

    # What the actions do

    def switch_bold(self) -> None:
        """Make the selected words bold, or plain."""
        if (markup := self._markup) is not None:
            markup.switch_style(STRONG)

    def switch_italic(self) -> None:
        """Make the selected words italic, or plain."""
        if (markup := self._markup) is not None:
            markup.switch_style(EMPHASIS)

    def ask_link(self) -> None:
        """Ask where the selected words shall lead."""
        markup, bar = self._markup, self._bar
        if markup is not None and bar is not None:
            address = markup.address()
            bar.ask(address or copied_address(QApplication.clipboard().text()), is_link=bool(address))

    def switch_dotted(self) -> None:
        """Make the selected lines a list with dots, or plain."""
        if (markup := self._markup) is not None:
            markup.switch_list(numbered=False)

    def switch_numbered(self) -> None:
        """Make the selected lines a numbered list, or plain."""
        if (markup := self._markup) is not None:
            markup.switch_list(numbered=True)

    # What can be said of them

    def obstacle(self) -> str:
        """Why nothing can be formatted."""
        return "" if self._markup is not None else tr("Click into a text first, such as the introduction or a summary.")

    def is_bold(self) -> bool:
        """Whether what is selected is bold."""
        return self._has(STRONG)

    def is_italic(self) -> bool:
        """Whether what is selected is italic."""
        return self._has(EMPHASIS)

    def is_link(self) -> bool:
        """Whether the cursor is in a link."""
        return self._markup is not None and bool(self._markup.address())

    def is_dotted(self) -> bool:
        """Whether the selected lines are a list with dots."""
        return self._markup is not None and self._markup.is_list(numbered=False)

    def is_numbered(self) -> bool:
        """Whether the selected lines are a numbered list."""
        return self._markup is not None and self._markup.is_list(numbered=True)

    def _has(self, style: int) -> bool:
        return self._markup is not None and bool(self._markup.style() & style)

    # The box that has the keyboard

    @property
    def _markup(self) -> MarkupEditing | None:
        if self._box is None or not isValid(self._box) or self._box.isReadOnly():
            return None
        return self._box.markup

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        is_inside = now is not None and self._box is not None and isValid(self._box) and self._box.isAncestorOf(now)
        if self._bar is not None and now is self._box and self._markup is not None:
            self._bar.show_buttons()
            return
        if now is None or is_inside or now.window() is not self._window.window():
            return  # another window is in front for a while, or an address is typed
        self._leave()
        if isinstance(now, TextBox):
            now.offer(self._undo, self._actions if now.markup is not None and not now.isReadOnly() else ())
            now.said.connect(self.said, Qt.ConnectionType.UniqueConnection)
        if isinstance(now, TextBox) and now.markup is not None and not now.isReadOnly():
            self._box = now
            self._bar = FormatBar(self._actions)
            now.markup.footer.take(self._bar)
            self._bar.link.chosen.connect(self._set_link)
            self._bar.link.left.connect(self._end_asking)
            now.markup.styled.connect(self._look)
            now.markup.stepping.connect(self.stepping)
        self._was = ()
        self.changed.emit()

    def _leave(self) -> None:
        if self._bar is not None and isValid(self._bar):  # it may have gone together with its box
            self._bar.hide()
            self._bar.deleteLater()
        if self._box is not None and isValid(self._box) and self._box.markup is not None:
            self._box.markup.styled.disconnect(self._look)
            self._box.markup.stepping.disconnect(self.stepping)
        self._box = self._bar = None

    def _look(self) -> None:
        """Tell only what changes a button."""
        now = (self.is_bold(), self.is_italic(), self.is_link(), self.is_dotted(), self.is_numbered())
        if now != self._was:
            self._was = now
            self.changed.emit()

    def _set_link(self, address: str) -> None:
        if (markup := self._markup) is not None:
            markup.set_link(address)
        self._end_asking()

    def _end_asking(self) -> None:
        if self._box is not None:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)  # first, or hiding the line gives it to what comes next
