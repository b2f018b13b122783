"""How a problem is drawn in the list: its sign and severity in a word, where it is, and below what it says."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.look.colours import mixed
from editor.ui.problems.problem_model import ROW, WHERE, Row
from editor.ui.problems.severity_look import SEVERITY_WORDS, severity_colour, severity_icon

_Index = QModelIndex | QPersistentModelIndex
_SIDE, _ABOVE, _BETWEEN, _GAP, _SIGN = 12, 7, 2, 8, 20
_LINES = 2
"""Of the message; the card below the list has all of it."""
_QUIET = 0.7


class ProblemDelegate(QStyledItemDelegate):
    """Draws problems, all of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        height = QFontMetrics(option.font).lineSpacing()
        return QSize(0, (1 + _LINES) * height + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(ROW)
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        roles, palette = QPalette.ColorRole, option.palette
        words = palette.color(roles.HighlightedText if is_chosen else roles.Text)
        ground = palette.color(roles.Highlight if is_chosen else roles.Base)
        inside = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        height = QFontMetrics(option.font).lineSpacing()
        painter.save()
        severity = row.problem.severity
        mode = QIcon.Mode.Selected if is_chosen else QIcon.Mode.Normal
        severity_icon(severity).paint(painter, QRect(inside.left(), inside.top(), _SIGN, _SIGN), mode=mode)
        text = inside.adjusted(_SIGN + _GAP, 0, 0, 0)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(words if is_chosen else severity_colour(severity, palette))
        painter.drawText(QPointF(text.left(), text.top() + QFontMetrics(bold).ascent()), SEVERITY_WORDS[severity])
        beside = QFontMetrics(bold).horizontalAdvance(SEVERITY_WORDS[severity]) + 2 * _GAP
        painter.setFont(option.font)
        painter.setPen(mixed(words, ground, _QUIET))
        _draw_line(painter, text.adjusted(beside, 0, 0, 0), str(index.data(WHERE)), option.font)
        painter.setPen(words)
        message = text.adjusted(0, height + _BETWEEN, 0, 0)
        _draw_lines(painter, message, row.problem.message, option.font)
        painter.restore()


def _draw_line(painter: QPainter, place: QRect, words: str, font: QFont) -> None:
    measured = QFontMetrics(font)
    shown = measured.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(QPointF(place.left(), place.top() + measured.ascent()), shown)


def _draw_lines(painter: QPainter, place: QRect, words: str, font: QFont) -> None:
    """Draw so many lines of a text, the last with an ellipsis where there is more."""
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption())
    measured = QFontMetrics(font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(place.width())
        lines.append((line.textStart(), line.textLength()))
    layout.endLayout()
    for number, (start, length) in enumerate(lines[:_LINES]):
        is_cut = number == _LINES - 1 and len(lines) > _LINES
        top = place.top() + number * measured.lineSpacing()
        if is_cut:
            _draw_line(painter, QRect(place.left(), top, place.width(), measured.lineSpacing()), words[start:], font)
        else:
            painter.drawText(QPointF(place.left(), top + measured.ascent()), words[start : start + length])
