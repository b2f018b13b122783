"""What tests of adding share: texts of the usual formats, and the way to the review that is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.adding.review_box import ReviewBox
from editor.ui.main_window import MainWindow

_COPY = Qt.DropAction.CopyAction


def ris(*papers: tuple[str, str, str]) -> str:
    """Papers of title, year and DOI as RIS."""
    entries = (
        f"TY  - JOUR\nTI  - {title}\nAU  - Doe, Jane\nJO  - Invented Journal\nPY  - {year}\nDO  - {doi}\nER  - \n"
        for title, year, doi in papers
    )
    return "\n".join(entries)


def give_words(window: MainWindow, words: str, qtbot: QtBot) -> None:
    """Paste words into the box, and press Enter there, unless they were too long to stay in it."""
    line = window.view.studies.adding.line
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    line.selectAll()
    QApplication.clipboard().setText(words)
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    if not window.view.studies.adding.is_working:
        qtbot.keyClick(line, Qt.Key.Key_Return)


def review_of(window: MainWindow, qtbot: QtBot) -> ReviewBox:
    """The review once it is open."""
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(ReviewBox)))
    return next(box for box in window.findChildren(ReviewBox) if box.isVisible())


def click_tick(view: QAbstractItemView, index: QModelIndex, qtbot: QtBot) -> None:
    """Click on the tick of a row."""
    view.scrollTo(index)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = view.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    place = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.center()))


def drag_over(data: QMimeData, onto: QWidget) -> bool:
    """Drag something over the middle of a widget, as the system tells its window of it; whether it may be dropped."""
    at, handle = onto.mapTo(onto.window(), onto.rect().center()), onto.window().windowHandle()
    enter = QDragEnterEvent(at, _COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, enter)
    move = QDragMoveEvent(at, _COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(handle, move)
    return move.isAccepted()


def drop(data: QMimeData, onto: QWidget) -> bool:
    """Drop something in the middle of a widget; whether it was taken."""
    if not drag_over(data, onto):
        QApplication.sendEvent(onto.window().windowHandle(), QDragLeaveEvent())
        return False
    at = QPointF(onto.mapTo(onto.window(), onto.rect().center()))
    dropped = QDropEvent(at, _COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(onto.window().windowHandle(), dropped)
    return dropped.isAccepted()


def of_files(*files: Path) -> QMimeData:
    """Files as a file manager lets them be dragged."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def titles(window: MainWindow) -> Sequence[str | None]:
    """The titles on the chosen page."""
    page = window.editing.page
    return [] if page is None else [study.title for study in page.study_list]
