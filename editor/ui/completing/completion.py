"""Offers below a box, while one types, what the site has already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from editor.content.known_values import KnownValue
from editor.markup.text_change import TextChange
from editor.ui.forms.text_box import TextBox
from editor.ui.look.announcing import announce
from editor.words import tr_count

if TYPE_CHECKING:
    from editor.ui.completing.suggestion_list import SuggestionList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Completion(QObject):
    """Goes with one box. What was typed changes only where a suggestion is picked: with Enter, Tab or the mouse.

    Escape closes the list alone. While it is open its keys come here first, before those of a table's cell.
    """

    def __init__(
        self, box: TextBox, matching: Callable[[str], Sequence[KnownValue]], *, enter_goes_on: bool = False
    ) -> None:
        """`enter_goes_on`: Enter, when it has picked, does besides what it does in this box."""
        super().__init__(box)
        self._box = box
        self._matching = matching
        self._enter_goes_on = enter_goes_on
        self._list: SuggestionList | None = None
        self._offered_for: str | None = None
        box.edited.connect(self._offer)
        box.document().contentsChanged.connect(self._follow)

    def _offer(self, text: str) -> None:
        if text == self._offered_for or not self._box.hasFocus() or self._box.isReadOnly():
            return
        values = self._matching(text)
        if not values:
            self._close()
            return
        self._offered_for = text
        if self._list is None:
            from editor.ui.completing.suggestion_list import SuggestionList

            self._list = SuggestionList(self._box)
            self._list.clicked.connect(self._take_clicked)
        was_open = self._list.isVisible()
        self._list.show_values(values)
        self._box.installEventFilter(self)  # anew, as the last one that was installed is asked first
        if not was_open:
            words = tr_count(
                "1 suggestion. The down arrow goes to it.",
                "{count} suggestions. The down arrow goes to them.",
                len(values),
            )
            announce(words, self._box)

    def _follow(self) -> None:
        """Close the list where the text has become another without being typed, as by undo."""
        if self._box.text() != self._offered_for:
            self._close()

    def _close(self) -> None:
        self._offered_for = None
        if self._list is not None:
            self._list.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list; all others, and what is composed, go to the box as ever."""
        if self._list is None or not self._list.isVisible():
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes(self._list, event)
        self._list.follow(event)
        is_composing = isinstance(event, QInputMethodEvent) and bool(event.preeditString())
        if is_composing or event.type() == QEvent.Type.FocusOut:
            self._close()
        return super().eventFilter(watched, event)

    def _takes(self, suggestions: SuggestionList, event: QKeyEvent) -> bool:
        """Whether a key was for the list alone."""
        modifiers = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if modifiers:
            return False
        for key, by in _STEPS.items():
            if event.key() == key:
                announce(suggestions.go(by), self._box)
                return True
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return True
        if event.key() not in (*_ENTER, *_TABS):
            return False
        chosen = suggestions.chosen()
        if not chosen or event.key() == Qt.Key.Key_Backtab:
            self._close()
            return False
        self._take(chosen)
        if event.key() in _TABS or self._enter_goes_on:
            # Anew: a table puts itself first again, among those that are asked, when it takes over what is in a cell.
            QCoreApplication.sendEvent(self._box, event.clone())
        return True

    def _take_clicked(self, index: QModelIndex) -> None:
        if self._list is not None:
            self._take(self._list.text_at(index))

    def _take(self, text: str) -> None:
        """Have a suggestion in the box, as if it had been typed."""
        self._close()
        self._offered_for = text  # which asks for no more suggestions
        self._box.put(TextChange(0, len(self._box.shown()), text, (len(text), len(text))))
        self._offered_for = None
