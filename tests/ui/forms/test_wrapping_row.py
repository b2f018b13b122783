"""A row of widgets that goes on in the next line."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.forms.wrapping_row import WrappingRow


class Block(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 30)


def row_of(count: int) -> tuple[QWidget, list[Block]]:
    whole = QWidget()
    row = WrappingRow()
    blocks = [Block() for _ in range(count)]
    for block in blocks:
        row.addWidget(block)
    whole.setLayout(row)
    return whole, blocks


def places(blocks: list[Block]) -> list[tuple[int, int]]:
    return [(block.x(), block.y()) for block in blocks]


def test_what_fits_stands_in_one_line_and_the_rest_below(qtbot: QtBot) -> None:
    whole, blocks = row_of(3)
    qtbot.addWidget(whole)
    whole.show()
    whole.resize(320, 100)
    qtbot.waitUntil(lambda: places(blocks) == [(0, 0), (108, 0), (216, 0)])
    whole.resize(210, 100)
    qtbot.waitUntil(lambda: places(blocks) == [(0, 0), (108, 0), (0, 38)])


def test_what_expands_takes_what_is_left_of_its_line(qtbot: QtBot) -> None:
    whole, blocks = row_of(4)
    qtbot.addWidget(whole)
    blocks[2].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    blocks[2].setMinimumWidth(60)
    whole.show()
    whole.resize(400, 200)
    qtbot.waitUntil(lambda: places(blocks) == [(0, 0), (108, 0), (216, 0), (0, 38)])
    assert blocks[2].width() == 184
    whole.resize(276, 200)
    qtbot.waitUntil(lambda: blocks[2].width() == 60)
    assert blocks[2].y() == 0
    whole.resize(275, 200)
    qtbot.waitUntil(lambda: blocks[2].y() == 38)
    assert blocks[2].width() == 275


def test_it_asks_for_the_height_that_its_lines_take(qtbot: QtBot) -> None:
    whole, blocks = row_of(3)
    qtbot.addWidget(whole)
    whole.show()
    assert [whole.heightForWidth(width) for width in (316, 315, 100)] == [30, 68, 106]
    blocks[0].hide()
    assert whole.heightForWidth(208) == 30


def test_it_is_never_wider_than_its_widest_widget_needs(qtbot: QtBot) -> None:
    whole, _ = row_of(9)
    qtbot.addWidget(whole)
    row = whole.layout()
    assert row is not None
    assert row.minimumSize().width() <= 100


def test_an_empty_row_takes_no_room(qtbot: QtBot) -> None:
    whole, _ = row_of(0)
    qtbot.addWidget(whole)
    assert whole.heightForWidth(100) == 0
