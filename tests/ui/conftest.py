"""What tests of the window share: an application made the way the program makes it."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from editor.ui.preview_page import prepare


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Before there is an application: the preview's scheme, and no sandbox where tests run as root."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    prepare()
    return ["clinic-page-editor"]


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """The application, which is there in all of these tests."""
    return qapp
