"""How a proposed study is drawn in the list: its title, and below it whether it is new or where it stands already."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.ui.adding.proposal_model import Role
from editor.ui.look.colours import alarm_colour, mixed
from editor.words import tr

_ABOVE, _BETWEEN, _SIDE = 5, 1, 4
_QUIET_SIZE = 0.92
_Index = QModelIndex | QPersistentModelIndex


class ProposalDelegate(QStyledItemDelegate):
    """Draws rows of two lines in the palette's colours; what was published against a paper is red."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        lines = QFontMetrics(option.font).height() + QFontMetrics(_quiet(option.font)).height()
        return QSize(0, lines + _BETWEEN + 2 * _ABOVE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """The words are drawn here, and not by the style."""
        super().initStyleOption(option, index)
        option.text = ""
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator  # where there is none, its room is

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        style = shown.widget.style() if shown.widget is not None else QApplication.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, shown.widget)
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            shown.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        inside = place.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.save()
        self._write(painter, shown, index, inside)
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, inside: QRect) -> None:
        palette, roles = option.palette, QPalette.ColorRole
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        words = palette.color(roles.HighlightedText if is_chosen else roles.Text)
        ground = palette.color(roles.Highlight if is_chosen else roles.Base)
        painter.setPen(words)
        _draw(painter, option.font, inside, index.data(Qt.ItemDataRole.DisplayRole))
        below = inside.adjusted(0, QFontMetrics(option.font).height() + _BETWEEN, 0, 0)
        font, notice = _quiet(option.font), index.data(Role.NOTICE)
        if notice:
            strong = QFont(font)
            strong.setBold(True)
            painter.setPen(words if is_chosen else alarm_colour(palette))
            below.setLeft(below.left() + _draw(painter, strong, below, tr("{notice} · ", notice=notice)))
        painter.setPen(mixed(words, ground, 0.85 if is_chosen else 0.66))
        _draw(painter, font, below, index.data(Role.DETAIL))


def _draw(painter: QPainter, font: QFont, place: QRect, words: str) -> int:
    """Write words from the left top of a place, cut where there is no room; how wide they are."""
    painter.setFont(font)
    measures = QFontMetrics(font)
    shown = measures.elidedText(words, Qt.TextElideMode.ElideRight, max(place.width(), 0))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)
    return measures.horizontalAdvance(shown)


def _quiet(font: QFont) -> QFont:
    quiet = QFont(font)
    quiet.setPointSizeF(font.pointSizeF() * _QUIET_SIZE)
    return quiet
