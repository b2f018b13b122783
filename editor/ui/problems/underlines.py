"""Lines under the words of problems in a text box; the text, its cursor and a word being composed stay untouched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip

from editor.checks.severity import Severity
from editor.content.search_text import Span
from editor.ui.forms.shown_text import units
from editor.ui.forms.text_box import TextBox
from editor.ui.look.tips import in_lines
from editor.ui.problems.severity_look import SEVERITY_WORDS, severity_colour
from editor.words import tr


@dataclass(frozen=True, slots=True)
class Underlined:
    """Words of a box's text, and what is said of them; without a span of all of it, and then nothing is underlined."""

    span: Span | None
    severity: Severity
    message: str

    @property
    def words(self) -> str:
        """What is said, beginning with how much it matters."""
        return tr("{severity}: {problem}", severity=SEVERITY_WORDS[self.severity], problem=self.message)


class Underlines(QObject):
    """Draws wavy lines under what is to be fixed or looked at, dotted ones under hints; a tip says what it is."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(box)
        self._box = box
        self._shown: tuple[Underlined, ...] = ()
        self._described = ""
        box.installEventFilter(self)
        box.viewport().installEventFilter(self)

    @property
    def shown(self) -> tuple[Underlined, ...]:
        """What is underlined, the places as they were when it was shown."""
        return self._shown

    def show(self, wanted: Sequence[Underlined]) -> None:
        """Underline these words and no others; they keep their lines wherever they go while one types."""
        if tuple(wanted) != self._shown or wanted:
            self._shown = tuple(wanted)
            self._draw()
            self._describe()

    def at(self, place: int) -> str:
        """What is said of the words around a place of the box's text, which Qt counts."""
        selections = zip(self._box.extraSelections(), self._in_text(), strict=True)
        found = (one.words for drawn, one in selections if _holds(drawn.cursor, place))
        return "\n".join(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and watched is self._box.viewport():
            words = self.at(self._box.cursorForPosition(event.pos()).position())
            if words:
                QToolTip.showText(event.globalPos(), in_lines(words), self._box)
                return True
        elif event.type() == QEvent.Type.PaletteChange and watched is self._box and self._shown:
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        text = self._box.shown()
        self._box.setExtraSelections(
            [self._drawn(text, span, one.severity) for one in self._in_text() if (span := one.span)]
        )

    def _in_text(self) -> list[Underlined]:
        return [one for one in self._shown if one.span is not None]

    def _describe(self) -> None:
        """Have a screen reader say it too, behind what it says of the box anyway."""
        before = self._box.accessibleDescription().removesuffix(self._described)
        self._described = "".join(f" {one.words}" for one in self._shown)
        self._box.setAccessibleDescription(before + self._described)

    def _drawn(self, text: str, span: Span, severity: Severity) -> QTextEdit.ExtraSelection:
        drawn = QTextEdit.ExtraSelection()
        look = QTextCharFormat()
        is_hint = severity is Severity.HINT
        style = QTextCharFormat.UnderlineStyle
        look.setUnderlineStyle(style.DotLine if is_hint else style.WaveUnderline)
        look.setUnderlineColor(severity_colour(severity, self._box.palette()))
        begin, end = (min(units(text[:place]), self._box.document().characterCount() - 1) for place in span)
        cursor = QTextCursor(self._box.document())
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        # Assigned whole: what these attributes answer are copies.
        drawn.cursor = cursor
        drawn.format = look
        return drawn


def _holds(cursor: QTextCursor, place: int) -> bool:
    return cursor.selectionStart() <= place <= cursor.selectionEnd()
