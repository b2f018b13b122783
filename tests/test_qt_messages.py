"""Whether messages that Qt's threads write survive the change from one test to the next."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_MANY_CHANGES = """
import sys, threading
from PySide6 import QtCore
from tests.qt_messages import QtMessages
QtCore.qInstallMessageHandler = QtMessages().install
sys.setswitchinterval(1e-5)
over = threading.Event()
def write():
    while not over.is_set():
        QtCore.qDebug("a message")
threads = [threading.Thread(target=write) for _ in range(3)]
for thread in threads:
    thread.start()
for _ in range(2000):
    before = QtCore.qInstallMessageHandler(lambda kind, context, message: None)
    over.wait(0.0005)
    QtCore.qInstallMessageHandler(before)
over.set()
for thread in threads:
    thread.join()
"""


def test_no_thread_calls_a_handler_that_has_gone() -> None:
    """Without the one handler that stays, this crashes within a second or two."""
    ended = subprocess.run(
        [sys.executable, "-c", _MANY_CHANGES], cwd=ROOT, capture_output=True, check=False, timeout=100
    )
    assert ended.returncode == 0, ended.stderr[-500:]
