"""How a place that was found is drawn: the words that go are struck out, and behind them stand those that come."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.content.replacing import Occurrence
from editor.content.search_text import Span, excerpt
from editor.ui.forms.shown_text import characters, units
from editor.ui.look.colours import mixed
from editor.ui.replacing.found_model import FoundModel, Row

_Index = QModelIndex | QPersistentModelIndex
_ABOVE, _BETWEEN, _SIDE, _STEP = 5, 1, 6, 20
_BEFORE, _LENGTH = 48, 300
"""Characters of the text that are shown: so many before the words, and so many in all."""
_LINE_ENDS = str.maketrans("\n\r\t\u2028\u2029", "     ")
_QUIET_SIZE = 0.92
_ARROW = " \u2192 "
_ELLIPSIS = "\u2026"


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a text on one line, with the words that go and, behind an arrow, those that come."""

    text: str
    gone: Span
    come: Span


def change_of(one: Occurrence, words: str) -> Change:
    """What becomes of the words found; nothing goes where they stay as they are."""
    shown, ((begin, end),) = excerpt(one.text.translate(_LINE_ENDS), ((one.start, one.end),), _BEFORE, _LENGTH)
    if words == one.words:
        return Change(shown, (begin, begin), (begin, end))
    words = words.translate(_LINE_ENDS)
    first = end + len(_ARROW) if words else end
    return Change(
        shown[:end] + (_ARROW if words else "") + words + shown[end:], (begin, end), (first, first + len(words))
    )


class FoundDelegate(QStyledItemDelegate):
    """Draws rows of two lines: what and where, and the change; a page has its name and how many places."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        lines = QFontMetrics(option.font).height() + QFontMetrics(_quiet(option.font)).height()
        return QSize(0, lines + _BETWEEN + 2 * _ABOVE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """A place stands to the right of its page, its tick too; the words are drawn here, and not by the style."""
        super().initStyleOption(option, index)
        if _row(index).number is not None:
            option.rect = option.rect.adjusted(_STEP, 0, 0, 0)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style = shown.widget.style() if shown.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        first, second = _lines(shown, index)
        inside = place.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.save()
        first.draw(painter, inside)
        below = QFontMetrics(first.font).height() + _BETWEEN
        second.draw(painter, inside.adjusted(0, below, 0, 0))
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is written, with the formats of pieces of it."""

    text: str
    font: QFont
    colour: QColor
    formats: tuple[tuple[Span, QTextCharFormat], ...] = ()

    def draw(self, painter: QPainter, place: QRect) -> None:
        """Draw it from the left top of a place, cut off with an ellipsis where it has no room."""
        painter.setPen(self.colour)
        layout = self._layout(self.text)
        line = layout.lineAt(0)
        if line.naturalTextWidth() > place.width():
            room = place.width() - QFontMetrics(self.font).horizontalAdvance(_ELLIPSIS)
            cut = line.xToCursor(room, line.CursorPosition.CursorOnCharacter) if room > 0 else 0
            layout = self._layout(self.text[: characters(self.text, cut)].rstrip() + _ELLIPSIS)
        layout.draw(painter, QPointF(place.topLeft()))

    def _layout(self, text: str) -> QTextLayout:
        layout = QTextLayout(text, self.font)
        layout.setFormats([_range(text, span, shape) for span, shape in self.formats])
        layout.beginLayout()
        layout.createLine().setLineWidth(float(1 << 20))
        layout.endLayout()
        return layout


def _range(text: str, span: Span, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    """A piece of a text, of which Qt counts the places in its own way."""
    found = QTextLayout.FormatRange()
    found.start = units(text[: span[0]])
    found.length = units(text[span[0] : span[1]])
    found.format = shape
    return found


def _lines(option: QStyleOptionViewItem, index: _Index) -> tuple[_Line, _Line]:
    """What is written in a row."""
    model, row = index.model(), _row(index)
    assert isinstance(model, FoundModel)
    words, quiet, mark = _colours(option)
    bold = QFont(option.font)
    bold.setBold(True)
    detail = model.detail(row)
    if row.occurrence is None:
        return _Line(model.title(row.page), bold, words), _Line(detail, _quiet(option.font), quiet)
    change = change_of(row.occurrence, model.words_for(row))
    gone, come = QTextCharFormat(), QTextCharFormat()
    gone.setFontStrikeOut(True)
    gone.setForeground(quiet)
    come.setFontWeight(QFont.Weight.Bold)
    come.setBackground(mark)
    text = _Line(change.text, option.font, words, ((change.gone, gone), (change.come, come)))
    return text, _Line(detail, _quiet(option.font), quiet)


def _colours(option: QStyleOptionViewItem) -> tuple[QColor, QColor, QColor]:
    """Of the words, of quiet words, and of the ground of the words that come."""
    palette, roles = option.palette, QPalette.ColorRole
    words, ground = palette.color(roles.Text), palette.color(roles.Base)
    if option.state & QStyle.StateFlag.State_Selected:
        words, ground = palette.color(roles.HighlightedText), palette.color(roles.Highlight)
        return words, mixed(words, ground, 0.85), mixed(words, ground, 0.25)
    return words, mixed(words, ground, 0.66), mixed(palette.color(roles.Highlight), ground, 0.4)


def _row(index: _Index) -> Row:
    model = index.model()
    assert isinstance(model, FoundModel)
    return model.row(index)


def _quiet(font: QFont) -> QFont:
    quiet = QFont(font)
    quiet.setPointSizeF(font.pointSizeF() * _QUIET_SIZE)
    return quiet
