"""What a box of Markdown does beyond a plain one: bold, italic, links and lists, typed, pasted and by button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from editor.markup.accidents import kept_as_text
from editor.markup.formatting import STYLES, link_at, set_link, style_at, styled_words, switch_style
from editor.markup.lists import is_list, item_ended, item_left, line_ended, switch_list
from editor.markup.paragraphs import joined_to_above, joined_to_below, paragraph_ended
from editor.markup.reading import read_markup
from editor.markup.regions import region_around
from editor.markup.text_change import TextChange
from editor.markup.typed_marks import TypedMarks
from editor.ui.forms.box_footer import BoxFooter
from editor.ui.forms.shown_marks import ShownMarks
from editor.ui.forms.shown_text import Difference
from editor.words import tr

if TYPE_CHECKING:
    from editor.ui.forms.text_box import TextBox

OUR_MARKDOWN = "application/x-clinic-page-markdown"
"""What a box puts into the clipboard for others of ours."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _taken_before(text: str, place: int) -> TextChange | None:
    return item_left(text, place) or joined_to_above(text, place)


_TAKING: dict[int, Callable[[str, int], TextChange | None]] = {
    Qt.Key.Key_Backspace: _taken_before,
    Qt.Key.Key_Delete: joined_to_below,
}
"""What the keys do that take away the line ends before and behind the cursor."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the text, and what is selected in it."""

    text: str
    start: int
    end: int
    offset: int


class MarkupEditing(QObject):
    """The Markdown of one box."""

    styled = Signal()
    """The cursor is among words of another style, or what is typed next will be."""
    stepping = Signal()
    """What comes is a step of its own for undo, or has just been made."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(box)
        self._box = box
        self._marks = ShownMarks(box.document(), box.palette())
        self._typed = TypedMarks()
        self._is_stepping = False
        self._next: int | None = None
        self.footer = BoxFooter(box)
        self.footer.hint.kept.connect(self._keep_as_text)
        self.footer.hint.left.connect(self._leave_it)
        box.textChanged.connect(self._hint)  # when the document is whole again: the box may have to grow
        box.cursorPositionChanged.connect(self._moved)
        box.selectionChanged.connect(self.styled)
        self._is_painted = False
        self._once_painted = QTimer(self, singleShot=True, interval=0)
        self._once_painted.timeout.connect(self.show_all)
        box.viewport().installEventFilter(self)

    # What is at the cursor

    def style(self) -> int:
        """The style of the selected words, or of what is typed next: a sum of STRONG, EMPHASIS and LINK."""
        if self._next is not None:
            return self._next
        part = self._part()
        return style_at(part.text, part.start, part.end)

    def is_list(self, *, numbered: bool) -> bool:
        """Whether the selected lines are a list of this kind."""
        return is_list(self._box.shown(), *self._box.selection(), numbered=numbered)

    def address(self) -> str:
        """The address of the link at the cursor; "" where there is none."""
        part = self._part()
        link = link_at(part.text, part.start, part.end)
        return "" if link is None else link.address

    # What the buttons do

    def switch_style(self, style: int) -> None:
        """Give the selected words, or what is typed next, a style (STRONG or EMPHASIS), or take it away."""
        part = self._part()
        change = switch_style(part.text, part.start, part.end, style)
        if change is not None:
            self._step(change.moved(part.offset))
        elif part.start == part.end:
            self._next = (self.style() & STYLES) ^ style
            self.styled.emit()
        else:
            self._box.said.emit(tr("Words in this place can't look different. Nothing was changed."))

    def switch_list(self, *, numbered: bool) -> None:
        """Make the selected lines a list, or paragraphs again."""
        self._step(switch_list(self._box.shown(), *self._box.selection(), numbered=numbered))

    def set_link(self, address: str) -> None:
        """Have the selected words, or those of the link at the cursor, lead to an address; "" makes them plain."""
        part = self._part()
        change = set_link(part.text, part.start, part.end, address)
        if change is not None:
            self._step(change.moved(part.offset))
        elif address:
            self._box.said.emit(tr("Words in this place can't be a link. Nothing was changed."))

    # What the box tells

    def show_all(self) -> None:
        """Show the marks of the whole text; of a box that is out of sight, as at a form's end, when it comes in."""
        if self._is_painted or not self._box.isVisible():
            self._marks.show_all(self._box.shown())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            watched.removeEventFilter(self)
            self._once_painted.start()
        return super().eventFilter(watched, event)

    def show_other_text(self) -> None:
        """Show a text that comes from elsewhere: whatever marks it has are meant."""
        self._typed.forget()
        self._hint()
        self.show_all()

    def show_change(self, before: str, changed: Difference) -> None:
        """Show the marks of a text that has changed."""
        text = self._box.shown()
        self._marks.show_change(text, changed)
        where = (changed.start, changed.old_end, changed.new_end)
        self._typed.follow(before, text, where, by_hand=not self._is_stepping)

    def use_palette(self) -> None:
        """Show the marks in the colours of the moment."""
        self._marks.use_palette(self._box.palette(), self._box.shown())

    def copy(self) -> QMimeData:
        """What is selected, for our boxes as it is and for other programs in plain words."""
        from editor.markup.pasting import copied_markdown

        part = self._part()
        markdown, words = copied_markdown(part.text, part.start, part.end)
        data = QMimeData()
        data.setText(words)
        data.setData(OUR_MARKDOWN, markdown.encode())
        return data

    def paste(self, source: QMimeData) -> None:
        """Put in what was copied: ours as it is, from elsewhere its words, bold, italic, links and lists.

        What has no place in a text is told; where there is nothing else, selected words stay.
        """
        from editor.markup.html_reading import Copied
        from editor.markup.pasting import copied, pasted_blocks, pasted_markdown, pasted_words
        from editor.ui.forms.left_out import left_out_words

        part = self._part()
        if source.hasFormat(OUR_MARKDOWN):
            markdown = bytes(source.data(OUR_MARKDOWN).data()).decode()
            self._step(pasted_markdown(part.text, part.start, part.end, markdown).moved(part.offset))
            return
        found = copied(source.html()) if source.hasHtml() else Copied([])
        if found.blocks:
            self._step(pasted_blocks(part.text, part.start, part.end, found.blocks).moved(part.offset))
        elif source.text():
            self._step(pasted_words(part.text, part.start, part.end, source.text()).moved(part.offset))
        if told := left_out_words(found, source):
            self._box.said.emit(told)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Do what a key does within a list or in a chosen style; False where it does nothing but in any box."""
        start, end = self._box.selection()
        text = self._box.shown()
        change: TextChange | None = None
        if event.key() in _ENTER:
            is_within = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            ended = line_ended(text, start, end) if is_within else item_ended(text, start, end)
            change = ended or paragraph_ended(text, start, end)
            self.stepping.emit()
        elif event.key() in _TAKING and start == end and not event.modifiers():
            change = _TAKING[event.key()](text, start)
        elif event.text().isprintable() and event.text():
            return self._takes_typed(event.text())
        if change is not None:
            self._put(change)
        return change is not None

    def _takes_typed(self, typed: str) -> bool:
        """Type in the style chosen before; a blank at the end of bold words goes behind their mark."""
        part = self._part()
        if part.start != part.end:
            return False
        reading = read_markup(part.text)
        found = style_at(part.text, part.start, part.end) & STYLES
        wanted = found if self._next is None else self._next
        is_at_end = bool(found) and part.start < len(part.text) and not reading.is_shown(part.start)
        if typed.isspace() and (is_at_end or self._next is not None):
            change = styled_words(part.text, part.start, typed, 0)
        elif typed.isspace() or wanted == found:
            return False
        else:
            change = styled_words(part.text, part.start, typed, wanted)
        if change is None:
            return False
        self._put(change.moved(part.offset))
        if typed.isspace():
            self._next = wanted
            self.styled.emit()
        return True

    def _part(self) -> _Part:
        """What has to be read to know about the selection."""
        text = self._box.shown()
        start, end = self._box.selection()
        first, last = region_around(text, start, end)
        return _Part(text[first:last], start - first, end - first, first)

    def _put(self, change: TextChange) -> None:
        """Make a change that is meant as it is."""
        self._is_stepping = True
        self._box.put(change)
        self._is_stepping = False

    def _step(self, change: TextChange) -> None:
        self.stepping.emit()
        self._put(change)
        self.stepping.emit()

    def _hint(self) -> None:
        self.footer.say(self._typed.accident(self._box.shown()))

    def _keep_as_text(self) -> None:
        accident = self._typed.accident(self._box.shown())
        if accident is not None:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._step(self._typing_on(kept_as_text(self._box.shown(), accident)))

    def _typing_on(self, change: TextChange) -> TextChange:
        """A change after which the cursor stands at the words where it was."""
        by = len(change.text) - (change.end - change.start)
        start, end = (place + by if place >= change.end else place for place in self._box.selection())
        return replace(change, selected=(start, end))

    def _leave_it(self) -> None:
        accident = self._typed.accident(self._box.shown())
        if accident is not None:
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._typed.is_meant(accident)
            self._hint()

    def _moved(self) -> None:
        self._next = None
        self.styled.emit()
