"""Other programs that are started from the window: the user's browser, mostly."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QProcessEnvironment, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.words import tr

_STARTED_WITH = Path("/proc/self/environ")
_OF_THE_PACKAGE = ("LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG")
"""Where a packaged program finds its libraries, and where the user's own value is kept meanwhile."""


def open_elsewhere(address: QUrl) -> bool:
    """Opens an address or a file in the user's own program for it; the answer is whether there is one.

    On Linux that program would inherit what this one sets for itself: its libraries when it is packaged, and a browser
    engine that reaches no website. So it is started as if the user had started it.
    """
    opener = QStandardPaths.findExecutable("xdg-open") if sys.platform.startswith("linux") else ""
    if not opener:
        return QDesktopServices.openUrl(address)
    program = QProcess()
    program.setProgram(opener)
    program.setArguments([address.toString(QUrl.ComponentFormattingOption.FullyEncoded)])
    program.setProcessEnvironment(users_environment(_STARTED_WITH.read_bytes()))
    return bool(program.startDetached())  # a bool already, which PySide6's stubs say is a pair


def open_or_tell(address: QUrl, window: QWidget) -> bool:
    """Opens an address or a file elsewhere; where nothing opens it, shows it in front of `window`, to be copied.

    The answer is whether it was opened.
    """
    if open_elsewhere(address):
        return True
    shown = QDir.toNativeSeparators(address.toLocalFile()) if address.isLocalFile() else address.toString()
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Information)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setText(tr("Nothing on this computer could open {address}", address=shown))
    box.setInformativeText(tr("Copy it to open it in another way, or ask whoever looks after your computers."))
    copy = box.addButton(tr("Copy"), QMessageBox.ButtonRole.AcceptRole)
    copy.setAccessibleName(tr("Copy the address"))
    copy.clicked.connect(functools.partial(QGuiApplication.clipboard().setText, shown))
    close = box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    for button in (copy, close):
        button.setMinimumHeight(LEAST_HEIGHT)
    box.open()
    return False


def users_environment(started_with: bytes) -> QProcessEnvironment:
    """The environment of the user, of the one in which this program was started (`NAME=value` entries, NUL between)."""
    entries = started_with.decode("utf-8", "replace").rstrip("\0").split("\0")
    settings = {name: value for name, _, value in (entry.partition("=") for entry in entries)}
    if getattr(sys, "frozen", False):
        ours, users = _OF_THE_PACKAGE
        settings.pop(ours, None)
        if users in settings:
            settings[ours] = settings.pop(users)
    environment = QProcessEnvironment()
    for name, value in settings.items():
        if name and not name.startswith("_PYI_"):
            environment.insert(name, value)
    return environment
