"""The report of a page opens in the browser, and only once the page is checked as it is now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.problems.checked import checked_window
from tests.ui.window import box, choose


class Opener(QObject):
    """Stands for the user's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(Path(address.toLocalFile()))


def test_the_report_opens_in_the_browser(
    open_window: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = checked_window(open_window, tmp_path, qtbot)
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program is that opens files for others
    choose(window, "Neck")
    (action,) = [one for one in window.findChildren(QAction) if one.text() == "Report for sign-off"]
    assert action.isEnabled()
    browser = Opener()
    QDesktopServices.setUrlHandler("file", browser, "open")
    try:
        action.trigger()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (file,) = browser.opened
    assert file.name == "neck-report.html"
    said = file.read_text(encoding="utf-8")
    assert "“curative” promises a cure." in said
    assert "cured" not in said

    introduction = box(window, "Introduction")
    introduction.setFocus()
    introduction.insertPlainText("Some find it so. ")
    assert not action.isEnabled()
    qtbot.waitUntil(action.isEnabled, timeout=30_000)
    window.problems.signing_off.close()
    assert not file.exists()
