"""A box that holds a text as it is written in the file, and grows with it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget

from editor.markup.plain_text import one_line
from editor.markup.text_change import TextChange
from editor.ui.forms.cursor_in_sight import CursorInSight
from editor.ui.forms.markup_editing import MarkupEditing
from editor.ui.forms.shown_text import ShownText, characters, difference, units
from editor.words import tr

LEAST_HEIGHT = 30
"""Pixels; nothing that is clicked is lower than 28."""


class BoxKind(Enum):
    """What a box takes in: one line, plain lines, or Markdown."""

    LINE = auto()
    LINES = auto()
    MARKDOWN = auto()


LONGEST_PASTE = 200_000
"""Characters: more than a hundred printed pages, which nobody means to have in one text; each key would be felt."""
_MARGIN = 6
_LINES_SHOWN = {BoxKind.LINE: (1, 5), BoxKind.LINES: (2, 10), BoxKind.MARKDOWN: (4, 18)}


class TextBox(QPlainTextEdit):
    """Shows a text and tells each change of it. Undo is the session's, never the box's own."""

    edited = Signal(str)
    said = Signal(str)
    """Why nothing came of what was asked for."""
    left = Signal()
    """Nothing more is typed here for now: the text is to be saved, say, or makes room for another."""

    def __init__(self, kind: BoxKind, parent: QWidget | None = None, lines: tuple[int, int] | None = None) -> None:
        """A box as high as its text, with at least and at most so many `lines`."""
        super().__init__(parent)
        self._kind = kind
        self._lines = lines or _LINES_SHOWN[kind]
        self._now = ShownText.of("")
        self._composed = ""
        self._is_resized = False
        self._offered: tuple[Sequence[QAction], Sequence[QAction]] = ((), ())
        self._in_sight = CursorInSight(self)
        self.markup = MarkupEditing(self) if kind is BoxKind.MARKDOWN else None
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.document().contentsChange.connect(self._read)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._fit_height()

    def text(self) -> str:
        """The text that the box holds."""
        return self._now.text

    def show_text(self, text: str) -> None:
        """Show a text; a box that holds it already is left alone, also while a word is being composed in it."""
        if text == self._now.text:
            return
        if self._composed:  # it was for the text before
            QGuiApplication.inputMethod().reset()
            QApplication.sendEvent(self, QInputMethodEvent())
        before, self._now = self._now, ShownText.of(text)
        if self._now.shown != before.shown:
            self._replace(before.shown, self._now.shown)
            if self.markup is not None:
                self.markup.show_other_text()

    def finish_composing(self) -> None:
        """Take a word that is being composed as it stands."""
        QGuiApplication.inputMethod().commit()
        if self._composed:  # not every input method does
            event = QInputMethodEvent()
            event.setCommitString(self._composed)
            QApplication.sendEvent(self, event)
            QGuiApplication.inputMethod().reset()

    def shown(self) -> str:
        """The text as the box shows it; places in it are counted in characters."""
        return self._now.shown

    def selection(self) -> tuple[int, int]:
        """From where to where the text is selected; twice the place of the cursor where it is not."""
        cursor, text = self.textCursor(), self._now.shown
        return characters(text, cursor.selectionStart()), characters(text, cursor.selectionEnd())

    def put(self, change: TextChange) -> None:
        """Make a change as if it had been typed."""
        before, after = self._now.shown, change.of(self._now.shown)
        if before != after:
            self._replace(before, after)
        anchor, place = (units(after[:place]) for place in change.selected)
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def mark(self, span: tuple[int, int]) -> QRect:
        """Select words of the text shown, with the keyboard here; the place of their end in the box."""
        cursor, text = self.textCursor(), self._now.shown
        cursor.setPosition(units(text[: span[0]]))
        cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()
        return self.cursorRect().translated(self.viewport().pos())

    def reserve(self, height: int) -> None:
        """Leave room below the text, in pixels."""
        if height != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, height)
            self._fit_height()

    def go_to_change(self) -> QRect:
        """Put the cursor at the end of what was last changed from outside, as by undo; the place of it in the box."""
        cursor = self.textCursor()
        cursor.setPosition(min(self._changed_to, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return self.cursorRect().translated(self.viewport().pos())

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied, but not changed, and look like it."""
        if read_only == self.isReadOnly():
            return
        self.setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.viewport().setAutoFillBackground(not read_only)

    def _replace(self, before: str, after: str) -> None:
        """Change only what differs, so that the cursor stays at its words."""
        changed = difference(before, after)
        cursor = QTextCursor(self.document())
        start = units(after[: changed.start])
        cursor.setPosition(start)
        cursor.setPosition(start + units(before[changed.start : changed.old_end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after[changed.start : changed.new_end])
        self._changed_to = cursor.position()

    def _read(self) -> None:
        """Take in what the document says now; not `toPlainText`, which turns no-break spaces into spaces."""
        shown = self.document().toRawText().replace("\u2029", "\n")
        if shown != self._now.shown:
            before, self._now = self._now.shown, self._now.changed_to(shown)
            if self.markup is not None:
                self.markup.show_change(before, difference(before, shown))
            self.edited.emit(self._now.text)

    def _fit_height(self) -> None:
        if self._is_resized:
            return
        line, margins = self.fontMetrics().lineSpacing(), 2 * ceil(self.document().documentMargin())
        least, most = (lines * line + margins for lines in self._lines)
        text = 0  # the first and the last block bring the margins with them
        block = self.document().firstBlock()
        while block.isValid() and text < most:
            text += ceil(self.blockBoundingRect(block).height())
            block = block.next()
        all_fits = text <= most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if all_fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        height = min(max(text, least), most)
        if height > line + margins:
            height += margins  # Qt scrolls a text of several lines that has no more room than it needs
        footer = self.viewportMargins().bottom()
        height = max(height + footer + 2 * self.frameWidth(), LEAST_HEIGHT)
        if height != self.height():
            self.setFixedHeight(height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_height()
        elif event.type() == QEvent.Type.PaletteChange and self.markup is not None:
            self.markup.use_palette()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, and after a resize, when lines break elsewhere, fit the height."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        if event.type() != QEvent.Type.Resize:
            return super().event(event)
        self._is_resized = True  # Qt would not lay out what is inside the frame for another height meanwhile
        taken = super().event(event)
        self._is_resized = False
        self._fit_height()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height also where what is inside the frame has its width later than that, as when it is shown."""
        super().resizeEvent(event)
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._in_sight.start()
        if self.markup is not None and not self.isReadOnly() and self.markup.takes_key(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            if self._kind is BoxKind.LINE:
                self.focusNextChild()
            else:
                self.textCursor().insertText("\n")  # with Shift, Qt would put a line separator into the file
                self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form where the box is only on the wheel's way; Qt does so where nothing is to scroll here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        if not self._composed and self.markup is not None:
            self.markup.show_all()  # composing shows in the place of other looks

    def offer(self, undo: Sequence[QAction], formats: Sequence[QAction]) -> None:
        """Have these in the menu of the box: the window's undo, and what can be done to words."""
        self._offered = undo, formats

    def own_menu(self) -> QMenu:
        """Qt's menu of a text, with the window's undo in the place of the one that the box does not have."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        undo, formats = self._offered
        menu.insertActions(menu.actions()[0], list(undo))
        if formats:
            menu.addSeparator()
            menu.addActions(list(formats))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.own_menu().popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy, cut and drag: the words, and for another box of ours their mark-up as such."""
        return super().createMimeDataFromSelection() if self.markup is None else self.markup.copy()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """What can be dropped here: a file is for what is around the box."""
        return not any(url.isLocalFile() for url in source.urls()) and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop: what shows on the page as it was, or, where there is no mark-up, the words alone."""
        self._in_sight.start()
        count = len(source.text())
        if count > LONGEST_PASTE:
            self.said.emit(tr("That is too much to paste: {count} letters. Nothing was changed.", count=count))
            return
        if self.markup is not None:
            self.markup.paste(source)
            return
        from editor.markup.pasting import copied, copied_words
        from editor.ui.forms.left_out import left_out_words

        html = source.html() if source.hasHtml() else ""
        words = copied_words(source.text(), html)
        if not words:
            self.said.emit(left_out_words(copied(html), source))
            return
        self.textCursor().insertText(one_line(words) if self._kind is BoxKind.LINE else words)
        self.ensureCursorVisible()


def finish_composing() -> None:
    """Take a word that is being composed anywhere as it stands, before its text makes room for another."""
    box = QApplication.focusWidget()
    if isinstance(box, TextBox):
        box.finish_composing()


def finish_typing() -> None:
    """Take what is being typed anywhere as it stands, as if its box were left."""
    box = QApplication.focusWidget()
    if isinstance(box, TextBox):
        box.finish_composing()
        box.left.emit()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
