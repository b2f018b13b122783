from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.content.fields import SITE_FIELDS, field_named
from editor.ui.help.about import AboutBox
from editor.ui.main_window import MainWindow
from editor.ui.other_programs import users_environment

ROOT = Path(__file__).resolve().parents[2]
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux hands the environment on")
ADDRESS = "https://example.org/a%20b?q=%E8%AF%8A"
OPENING = f"""
import os
from PySide6.QtCore import QUrl
from editor.ui.other_programs import open_elsewhere
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "of this program"
print(open_elsewhere(QUrl.fromEncoded(b"{ADDRESS}")))
"""
NOTE = """#!/bin/sh
{ printf '%s\\n' "$1"; env; } > "$HOME/opened.part"
mv "$HOME/opened.part" "$HOME/opened"
"""


@ON_LINUX
def test_a_browser_starts_as_if_the_user_had_started_it(tmp_path: Path, qtbot: QtBot) -> None:
    opener = tmp_path / "xdg-open"
    opener.write_text(NOTE, encoding="utf-8")
    opener.chmod(0o755)
    users = {"HOME": str(tmp_path), "PATH": f"{tmp_path}:/usr/bin:/bin", "LANG": "de_AT.UTF-8"}
    told = subprocess.run(
        [sys.executable, "-c", OPENING], cwd=ROOT, env=users, capture_output=True, text=True, check=True
    )
    assert told.stdout == "True\n"
    opened = tmp_path / "opened"
    qtbot.waitUntil(opened.exists)
    address, *environment = opened.read_text(encoding="utf-8").splitlines()
    assert address == ADDRESS
    assert "LANG=de_AT.UTF-8" in environment
    assert not [entry for entry in environment if entry.startswith("QTWEBENGINE_")]


STARTED_WITH = "HOME=/home/ann\0LD_LIBRARY_PATH=/opt/editor\0_PYI_ARCHIVE_FILE=/opt/editor/editor\0WORDS=a=b\0"


def test_from_source_the_users_libraries_stay() -> None:
    assert users_environment(STARTED_WITH.encode()).value("LD_LIBRARY_PATH") == "/opt/editor"


@pytest.mark.parametrize("before", ["", "/home/ann/lib"])
def test_packaged_its_own_libraries_are_kept_from_others(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    of_the_user = f"LD_LIBRARY_PATH_ORIG={before}\0" if before else ""
    environment = users_environment((STARTED_WITH + of_the_user).encode())
    wanted = {"HOME=/home/ann", "WORDS=a=b"} | ({f"LD_LIBRARY_PATH={before}"} if before else set())
    assert set(environment.toStringList()) == wanted


def test_whatever_bytes_the_environment_holds_it_is_read() -> None:
    assert users_environment(b"A=\xff\0\0=C:\0").value("A") == "\N{REPLACEMENT CHARACTER}"


@ON_LINUX
class TestWhereNothingOpensIt:
    pytestmark = pytest.mark.qt_log_ignore("Unable to detect a (web browser|launcher)")

    @pytest.fixture(autouse=True)
    def _no_programs(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))

    def copied(self, window: MainWindow) -> str:
        """What the message, which stands now, puts on the clipboard."""
        (message,) = window.findChildren(QMessageBox)
        assert message.text().startswith("Nothing on this computer could open ")
        (copy,) = [button for button in message.findChildren(QPushButton) if button.text() == "Copy"]
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert not message.isVisible()
        assert QApplication.clipboard().text() in message.text()
        return QApplication.clipboard().text()

    def test_a_link_of_the_page_can_be_copied(self, window: MainWindow) -> None:
        window.preview.link_activated.emit(QUrl.fromEncoded(ADDRESS.encode()))
        assert QUrl(self.copied(window)) == QUrl.fromEncoded(ADDRESS.encode())

    def test_the_place_of_the_folder_can_be_copied(self, window: MainWindow, sample_folder: Path) -> None:
        window.commands["show_folder"].trigger()
        assert self.copied(window) == str(sample_folder)

    def test_the_address_for_new_versions_can_be_copied(self, window: MainWindow) -> None:
        updates = field_named(SITE_FIELDS, "updates_from")
        window.session.edit_site("about", lambda site: updates.set_text(site, "https://clinic.example/new"))
        window.commands["about"].trigger()
        (about,) = window.findChildren(AboutBox)
        about.words.anchorClicked.emit(QUrl("https://clinic.example/new"))
        assert self.copied(window) == "https://clinic.example/new"
        about.close()
