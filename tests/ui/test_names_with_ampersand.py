"""Names with "&" in them are shown whole wherever the window shows them: Qt would make a key of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QMenu, QTabBar, QWidget

from editor.ui.main_window import MainWindow
from tests.ui.accessible import usable
from tests.ui.window import CTRL, SHIFT, box, choose

NAME = "A & B"


def rename(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F2, SHIFT)


def duplicate(window: MainWindow) -> None:
    window.commands["duplicate_page"].trigger()


def delete(window: MainWindow) -> None:
    window.commands["delete_page"].trigger()
    window.commands["deleted_pages"].trigger()


def archive(window: MainWindow) -> None:
    window.commands["archive_page"].trigger()


def change_and_undo(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Introduction"), "x")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)


def list_what_is_unsaved(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Introduction"), "x")
    choose(window, "Headache")
    (menu,) = window.status.findChildren(QMenu)
    menu.aboutToShow.emit()


def search_pages(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "A & B")


def search_actions(window: MainWindow) -> None:
    window.commands["search_actions"].trigger()
    QTest.keyClicks(window.focusWidget(), "A & B")


def change_a_study(window: MainWindow) -> None:
    window.commands["studies"].trigger()
    window.commands["delete_study"].trigger()


def unlock(window: MainWindow) -> None:
    button = next(one for one in usable(window) if isinstance(one, QAbstractButton) and "Unlock" in one.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def close(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Introduction"), "x")
    window.close()


STATES = [
    rename,
    duplicate,
    delete,
    archive,
    change_and_undo,
    list_what_is_unsaved,
    search_pages,
    search_actions,
    change_a_study,
    unlock,
    close,
]


def texts_with_keys(within: QWidget) -> Iterator[str]:
    """Every text in which Qt makes a key of "&"."""
    for label in within.findChildren(QLabel):
        if label.buddy() is not None:
            yield label.text()
    for button in within.findChildren(QAbstractButton):
        yield button.text()
    for action in within.findChildren(QAction):
        yield action.text()
    for menu in within.findChildren(QMenu):
        yield menu.title()
    for tabs in within.findChildren(QTabBar):
        yield from (tabs.tabText(index) for index in range(tabs.count()))


def broken(within: QWidget) -> list[str]:
    return [text for text in texts_with_keys(within) if NAME in text]


@pytest.fixture
def ab_window(open_window: Callable[[Path], MainWindow], sample_folder: Path) -> MainWindow:
    """The window on a page, a study and a clinic of this name."""
    page, site = sample_folder / "conditions/back-hip-knee-leg-pain.yaml", sample_folder / "site.yaml"
    page.write_text(f"name: {NAME}\nstudies:\n- title: {NAME}\n", encoding="utf-8")
    site.write_text(f"name: {NAME}\nresearch:\n  lead: Words.\n", encoding="utf-8")
    return open_window(sample_folder)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_name_with_an_ampersand_is_shown_whole(state: Callable[[MainWindow], None], ab_window: MainWindow) -> None:
    state(ab_window)
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not ab_window]
    lost = [text for window in (ab_window, *others) for text in broken(window)]
    for other in others:
        other.close()
    assert lost == []


def test_a_name_that_loses_it_would_be_found(ab_window: MainWindow) -> None:
    QCheckBox(NAME, ab_window)
    label = QLabel(NAME, ab_window)
    assert broken(ab_window) == [NAME]
    label.setBuddy(ab_window)
    assert broken(ab_window) == [NAME, NAME]
