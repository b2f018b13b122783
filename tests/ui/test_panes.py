"""The panes and views of the window, and where the keyboard goes when they change."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.panes import LEAST_PAGE, LEAST_PREVIEW, LIST_WIDTHS
from tests.ui.window import CTRL, box, choose


def test_panes_keep_their_widths(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.width() == 1280)
    assert LIST_WIDTHS[0] <= window.pages.width() <= LIST_WIDTHS[1]
    assert window.preview.width() >= LEAST_PREVIEW
    assert window.view.width() >= 500


def test_panes_have_their_widths_again_after_the_window_was_small(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.width() == 1280)
    window.panes.setSizes([220, 480, 570])
    before = window.panes.sizes()
    for width in (1180, 1040, 800, 1120, 1280):
        qtbot.waitUntil(functools.partial(_made_as_wide, window, width))
    assert window.panes.sizes() == pytest.approx(before, abs=30)


def _made_as_wide(window: MainWindow, width: int) -> bool:
    """Resize the window; how small it may be follows a moment after the panes have been arranged."""
    window.resize(width, 700)
    return window.width() == width


def test_a_key_goes_from_the_list_to_the_page_and_back(window: MainWindow) -> None:
    box(window, "Introduction").setFocus()
    QTest.keyClick(focus_of(window), Qt.Key.Key_F6)
    assert window.pages.isAncestorOf(focus_of(window))
    QTest.keyClick(focus_of(window), Qt.Key.Key_F6)
    assert focus_of(window) is box(window, "Introduction")
    QTest.keyClick(focus_of(window), Qt.Key.Key_F7)
    assert not window.commands["next_pane"].isEnabled()


@pytest.mark.parametrize(
    ("key", "pane"), [(Qt.Key.Key_F7, "pages"), (Qt.Key.Key_F8, "view"), (Qt.Key.Key_F9, "preview")]
)
def test_every_pane_is_hidden_and_shown_by_a_key(window: MainWindow, key: Qt.Key, pane: str) -> None:
    widget: QWidget = getattr(window, pane)
    QTest.keyClick(window, key)
    assert not widget.isVisible()
    QTest.keyClick(window, key)
    assert widget.isVisible()


def test_something_is_always_left_to_see(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not window.commands["page"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.view.isVisible()


def test_in_a_small_window_the_preview_is_a_view_of_the_middle(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.preview.isVisible())
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.preview.isVisible()
    assert window.view.isAncestorOf(window.preview)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert box(window, "Name").isVisible()
    window.resize(1300, 700)
    qtbot.waitUntil(window.preview.isVisible)
    assert not window.view.isAncestorOf(window.preview)


@pytest.mark.parametrize(("width", "height"), [(960, 540), (1024, 768), (800, 540)])
def test_a_window_made_for_a_small_screen_is_no_wider_than_it(
    make_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot, width: int, height: int
) -> None:
    """960 pixels are what a screen of 1920 has at 200 %."""
    window = make_window(sample_folder)
    remembered = (250, 620, 450)
    window.panes.arrange_as(remembered, ())
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: not window.opening.is_reading)
    assert window.size() == QSize(width, height)
    assert window.view.isAncestorOf(window.preview)
    assert window.view.width() >= LEAST_PAGE
    assert window.panes.arrangement()[0] == remembered


def focus_of(window: MainWindow) -> QWidget:
    focus = window.focusWidget()
    assert focus is not None
    return focus


def click_view(window: MainWindow, name: str) -> None:
    (views,) = window.view.findChildren(QTabWidget)
    (index,) = [index for index in range(views.count()) if views.tabText(index).startswith(name)]
    QTest.mouseClick(views.tabBar(), Qt.MouseButton.LeftButton, pos=views.tabBar().tabRect(index).center())


def test_a_click_on_a_view_takes_the_keyboard_there(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.view.isAncestorOf(window.preview))
    window.pages.setFocus()
    click_view(window, "Studies")
    assert window.view.studies.isAncestorOf(focus_of(window))
    click_view(window, "Text")
    assert focus_of(window) is box(window, "Name")
    box(window, "Introduction").setFocus()
    click_view(window, "Studies")
    assert window.view.studies.isAncestorOf(focus_of(window))
    click_view(window, "Text")
    assert focus_of(window) is box(window, "Introduction")
    click_view(window, "Preview")
    assert window.preview.isVisible()
    assert not window.preview.isAncestorOf(focus_of(window))


def test_keys_change_views_and_the_page_in_the_preview_never_takes_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.preview.isVisible())
    box(window, "Introduction").setFocus()
    QTest.keyClick(focus_of(window), Qt.Key.Key_F9)
    assert window.preview.isVisible()
    assert not window.preview.isAncestorOf(focus_of(window))
    QTest.keyClick(focus_of(window), Qt.Key.Key_F9)
    assert focus_of(window) is box(window, "Introduction")
    QTest.keyClick(focus_of(window), Qt.Key.Key_2, CTRL)
    assert window.view.studies.isAncestorOf(focus_of(window))
    assert window.preview.page.scrollPosition().y() == 0


@pytest.mark.parametrize("keys", [[Qt.Key.Key_F8], [Qt.Key.Key_F7, Qt.Key.Key_F8], [Qt.Key.Key_F8, Qt.Key.Key_F7]])
def test_a_pane_that_is_hidden_gives_the_keyboard_to_no_link_in_the_preview(
    window: MainWindow, qtbot: QtBot, keys: list[Qt.Key]
) -> None:
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    box(window, "Introduction").setFocus()
    for key in keys:
        QTest.keyClick(window, key)
        focus = window.focusWidget()
        assert focus is None or not window.preview.isAncestorOf(focus)


@pytest.mark.parametrize("way_back", ["undo", "delete_study"])
def test_the_only_study_goes_and_the_keyboard_stays_in_the_studies(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot, way_back: str
) -> None:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: Knee\n", encoding="utf-8")
    window = open_window(sample_folder)
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    choose(window, "Knee")
    window.commands["add_study"].trigger()
    assert window.view.studies.card.isAncestorOf(focus_of(window))
    if way_back == "undo":
        QTest.keyClick(focus_of(window), Qt.Key.Key_Z, CTRL)
    else:
        (button,) = [
            found
            for found in window.view.studies.findChildren(QToolButton)
            if found.defaultAction() is window.commands["delete_study"]
        ]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.editing.study is None
    assert window.view.studies.isAncestorOf(focus_of(window))
