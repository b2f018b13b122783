"""The report of a page opens in the browser, and only once the page is checked as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QDesktopServices
from pytestqt.qtbot import QtBot

from editor.checks.answers import Answer
from editor.content.shared_texts import SiteResearch
from editor.ui.main_window import MainWindow
from tests.ui.opener import Opener
from tests.ui.problems.checked import checked_window
from tests.ui.window import box, choose


def opened_by(action: QAction) -> Path:
    """The file that the action has the browser open."""
    browser = Opener()
    QDesktopServices.setUrlHandler("file", browser, "open")
    try:
        action.trigger()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    (file,) = browser.opened
    return file


def test_the_report_opens_in_the_browser(
    open_window: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = checked_window(open_window, tmp_path, qtbot)
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program is that opens files for others
    choose(window, "Neck")
    (action,) = [one for one in window.findChildren(QAction) if one.text() == "Report for sign-off"]
    assert action.isEnabled()
    file = opened_by(action)
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


def test_the_report_has_what_was_answered_in_the_shared_texts(
    open_window: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window = checked_window(open_window, tmp_path, qtbot)
    monkeypatch.setenv("PATH", str(tmp_path))
    session, checking = window.editing.session, window.problems.checking
    site = session.site_place
    lead = SiteResearch(lead="Rest cures much.")
    session.edit_site("edit", lambda before: replace(before, research=lead))
    qtbot.waitUntil(lambda: bool(checking.problems(site).in_order), timeout=30_000)
    (found,) = checking.problems(site).in_order
    answer = Answer(found.marks[0], "H01", "", "cures", "", "Of rest alone.", "Tom", date(2026, 11, 1))
    session.answer("answer", site, answer.mark, answer)
    (action,) = [one for one in window.findChildren(QAction) if one.text() == "Report for sign-off"]
    qtbot.waitUntil(action.isEnabled, timeout=30_000)
    assert "Of rest alone." in opened_by(action).read_text(encoding="utf-8")
