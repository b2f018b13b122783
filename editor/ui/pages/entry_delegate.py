"""How an entry of the list is drawn: the name, below it a quiet line, and at the end of the name what to look after."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QIcon, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from editor.session import is_site
from editor.ui.look.colours import mark_colour, mixed
from editor.ui.look.icons import icon
from editor.ui.look.tips import as_typed
from editor.ui.pages.entries import Badge, Entry, Sign
from editor.ui.pages.entry_model import Line, Role
from editor.words import tr

_SIDE, _ABOVE, _BETWEEN, _GAP = 12, 7, 1, 8
_DOT, _SIGN, _BAR, _BESIDE_SIGN = 8, 16, 3, 3
_QUIET_SIZE = 0.92
_ELLIPSIS = "\u2026"
_Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Draws entries in the palette's colours, all of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        lines = QFontMetrics(option.font).height() + QFontMetrics(_quiet(option.font)).height()
        return QSize(0, lines + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(Role.ENTRY)
        look = _Look.of(option, entry)
        painter.save()
        _paint_ground(painter, option, look, has_line_below=is_site(entry.place))
        name, detail, mark = _places(option, entry)
        if entry.problems is not None:
            _paint_badge(painter, _badge_place(option, entry), entry.problems, look, _quiet(option.font))
        _paint_line(painter, name, _Written(index.data(Role.NAME), option.font, look.text, look.text))
        _paint_line(painter, detail, _Written(index.data(Role.DETAIL), _quiet(option.font), look.quiet, look.strong))
        _paint_mark(painter, mark, entry, look)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A tip where something is cut off or marked: elsewhere it would only repeat what stands there."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), as_typed(tip(option, index)), view)
        return True


def tip(option: QStyleOptionViewItem, index: _Index) -> str:
    """An entry's tip: each of its lines that is cut off, and what its mark means."""
    entry: Entry = index.data(Role.ENTRY)
    name, detail, _ = _places(option, entry)
    lines = ((index.data(Role.NAME), name, option.font), (index.data(Role.DETAIL), detail, _quiet(option.font)))
    words = [line.text for line, place, font in lines if _Written(line, font).width() > place.width()]
    if entry.unsaved:
        words.append(tr("Not saved yet"))
    if entry.problems is not None:
        words.append(entry.problems.words)
    return "\n".join(words)


@dataclass(frozen=True, slots=True)
class _Look:
    """The colours of an entry; `ground` is None where it has none of its own."""

    text: QColor
    quiet: QColor
    strong: QColor
    accent: QColor
    ground: QColor | None
    has_bar: bool = False
    is_on_accent: bool = False

    @classmethod
    def of(cls, option: QStyleOptionViewItem, entry: Entry) -> _Look:
        colours = option.palette
        base, text = colours.color(QPalette.ColorRole.Base), colours.color(QPalette.ColorRole.Text)
        accent = colours.color(QPalette.ColorRole.Highlight)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            on_accent = colours.color(QPalette.ColorRole.HighlightedText)
            return cls(on_accent, mixed(on_accent, accent, 0.85), on_accent, on_accent, accent, is_on_accent=True)
        ground = None
        if is_selected:
            ground = mixed(accent, base, 0.18)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = mixed(accent, base, 0.08)
        quiet = mixed(text, base, 0.66)
        name = quiet if entry.sign is Sign.ARCHIVED else text
        return cls(name, quiet, text, mark_colour(colours), ground, has_bar=is_selected)


@dataclass(frozen=True, slots=True)
class _Written:
    """A line as it is written: its letters, and its colours, the second for what stands out."""

    line: Line
    font: QFont
    colour: QColor | None = None
    strong: QColor | None = None

    def layout(self, text: str) -> QTextLayout:
        """The line with this much of its text, what stands out in bold."""
        layout = QTextLayout(text, self.font)
        layout.setFormats([self._strong(start, min(end, len(text))) for start, end in self.line.spans])
        layout.beginLayout()
        layout.createLine().setLineWidth(float(1 << 20))
        layout.endLayout()
        return layout

    def width(self) -> float:
        """Pixels."""
        layout = self.layout(self.line.text)  # a line is gone together with its layout
        return layout.lineAt(0).naturalTextWidth()

    def fitted(self, width: int) -> QTextLayout:
        """The line, cut off with an ellipsis where it has no room."""
        layout = self.layout(self.line.text)
        line = layout.lineAt(0)
        if line.naturalTextWidth() <= width:
            return layout
        room = width - QFontMetrics(self.font).horizontalAdvance(_ELLIPSIS)
        cut = line.xToCursor(room, line.CursorPosition.CursorOnCharacter) if room > 0 else 0
        return self.layout(self.line.text[:cut].rstrip() + _ELLIPSIS)

    def _strong(self, start: int, end: int) -> QTextLayout.FormatRange:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, max(end - start, 0)
        piece.format.setFontWeight(QFont.Weight.Bold)
        if self.strong is not None:
            piece.format.setForeground(self.strong)
        return piece


def _places(option: QStyleOptionViewItem, entry: Entry) -> tuple[QRect, QRect, QRect]:
    """Where the name, the quiet line and the mark are."""
    inside = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
    height = QFontMetrics(option.font).height()
    size = _SIGN if entry.sign is Sign.BROKEN else _DOT if entry.unsaved else 0
    mark = QRect(inside.right() + 1 - size, inside.top() + (height - size) // 2, size, size)
    name = QRect(inside.left(), inside.top(), inside.width() - (size + _GAP if size else 0), height)
    below = inside.top() + height + _BETWEEN
    beside = _badge_place(option, entry).width()
    room = inside.width() - (beside + _GAP if beside else 0)
    return name, QRect(inside.left(), below, room, inside.bottom() + 1 - below), mark


def _badge_place(option: QStyleOptionViewItem, entry: Entry) -> QRect:
    """Where the sign and the number of problems are: at the end of the quiet line."""
    inside = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
    if entry.problems is None:
        return QRect()
    measured = QFontMetrics(_quiet(option.font))
    count = entry.problems.count
    width = _SIGN + (_BESIDE_SIGN + measured.horizontalAdvance(str(count)) if count else 0)
    top = inside.top() + QFontMetrics(option.font).height() + _BETWEEN
    return QRect(inside.right() + 1 - width, top, width, measured.height())


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: _Look, *, has_line_below: bool) -> None:
    if look.ground is not None:
        painter.fillRect(option.rect, look.ground)
    if look.has_bar:
        painter.fillRect(QRect(option.rect.topLeft(), QSize(_BAR, option.rect.height())), look.accent)
    if has_line_below:
        line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(line, mixed(look.strong, option.palette.color(QPalette.ColorRole.Base), 0.3))


def _paint_line(painter: QPainter, place: QRect, written: _Written) -> None:
    painter.setPen(written.colour or QColor())
    written.fitted(place.width()).draw(painter, QPointF(place.topLeft()))


def _paint_badge(painter: QPainter, place: QRect, badge: Badge, look: _Look, font: QFont) -> None:
    mode = QIcon.Mode.Selected if look.is_on_accent else QIcon.Mode.Normal
    sign = QRect(place.left(), place.top() + (place.height() - _SIGN) // 2, _SIGN, _SIGN)
    icon(badge.sign).paint(painter, sign, mode=mode)
    if not badge.count:
        return
    painter.setPen(look.strong)
    painter.setFont(font)
    painter.drawText(place.adjusted(_SIGN + _BESIDE_SIGN, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(badge.count))


def _paint_mark(painter: QPainter, place: QRect, entry: Entry, look: _Look) -> None:
    if entry.sign is Sign.BROKEN:
        QApplication.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning).paint(painter, place)
    elif entry.unsaved:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.accent)
        painter.drawEllipse(place)


def _quiet(font: QFont) -> QFont:
    quiet = QFont(font)
    quiet.setPointSizeF(font.pointSizeF() * _QUIET_SIZE)
    return quiet
