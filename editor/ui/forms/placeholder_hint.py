"""The line below a text that says so where words in braces, which stand for others, are not written as such."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from editor.content.placeholders import CONDITION, CONDITION_IN_TEXT, WINDOW_YEARS, NearMiss, near_misses
from editor.ui.forms.notice import Notice
from editor.ui.forms.text_box import TextBox
from editor.ui.look.announcing import announce
from editor.words import tr

_WHERE = {
    CONDITION: tr("Write {placeholder} where the page's name is to be."),
    CONDITION_IN_TEXT: tr("Write {placeholder} where the page's name as within a sentence is to be."),
    WINDOW_YEARS: tr("Write {placeholder} where the number of years is to be."),
}


class PlaceholderHint(Notice):
    """Watches a box; what is being typed is not told until the cursor leaves it."""

    def __init__(self, box: TextBox) -> None:
        super().__init__()
        self._box = box
        box.textChanged.connect(self._look)
        box.cursorPositionChanged.connect(self._look)
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._look()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        _, end = self._box.selection()
        typed_to = end if self._box.hasFocus() else -1
        miss = next((one for one in near_misses(self._box.shown()) if one.end != typed_to), None)
        words = "" if miss is None else _words(miss)
        if words != self.text():
            self.say(words)
            announce(words, self)


def _words(miss: NearMiss) -> str:
    told = tr("The braces around {placeholder} in “{text}” show on the page: there are too many.")
    if not miss.is_filled:
        told = tr("“{text}” shows as it stands.") + " " + _WHERE[miss.meant]
    return told.replace("{placeholder}", miss.meant).replace("{text}", miss.text)
