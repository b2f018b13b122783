"""What tests of the window share: an application made the way the program makes it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.references.looking_up import Catalogue
from editor.storage import ContentFolder
from editor.ui.garbage import GarbageCollection
from editor.ui.main_window import MainWindow
from editor.ui.preview.preparation import prepare


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Before there is an application: the preview's scheme, and no sandbox where tests run as root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    prepare()
    return ["clinic-page-editor"]


@pytest.fixture(scope="session", autouse=True)
def garbage_collection(qapp: QApplication) -> GarbageCollection:
    """As in the program: without it, a thread may destroy what a test before has left behind."""
    return GarbageCollection(qapp)


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    """The application, which is there in all of these tests."""
    return qapp


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows that are still hidden and reading, and takes each apart at the end.

    They look papers up in the catalogue that is given, such as one of a local server. Only with `checks` they start the
    process that checks pages, which costs each as much as all else.
    """
    windows: list[MainWindow] = []

    def make(folder: Path, catalogue: Catalogue | None = None, *, checks: bool = False) -> MainWindow:
        windows.append(MainWindow(ContentFolder(folder), catalogue=catalogue))
        if not checks:
            windows[-1].opening.done.disconnect(windows[-1].problems.start)
        return windows[-1]

    yield make
    for window in filter(isValid, windows):
        window.closing.discard()
        window.close()
        window.deleteLater()
        qtbot.waitUntil(lambda window=window: not isValid(window))  # Python must not take apart what Qt still calls


@pytest.fixture
def open_window(make_window: Callable[..., MainWindow], qtbot: QtBot) -> Callable[..., MainWindow]:
    """Opens folders, each in a window of its own that has read everything."""

    def open_folder(folder: Path, catalogue: Catalogue | None = None, *, checks: bool = False) -> MainWindow:
        window = make_window(folder, catalogue, checks=checks)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: not window.opening.is_reading)
        return window

    return open_folder


@pytest.fixture
def window(open_window: Callable[..., MainWindow], sample_folder: Path) -> MainWindow:
    """The window on the sample content, with everything read."""
    return open_window(sample_folder)
