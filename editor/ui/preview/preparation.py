"""What the preview's browser needs before there is an application. Loads nothing of the browser itself."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, Qt

_DEAD_RESOLVER = '--host-resolver-rules="MAP * ~NOTFOUND"'


def prepare() -> None:
    """Sets Chromium's flags; call it before there is a QApplication.

    May be called again; it then changes nothing. It never switches Chromium's sandbox off.
    """
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if _DEAD_RESOLVER not in flags:  # `<link rel=preconnect>` passes all other walls
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {_DEAD_RESOLVER}".strip()
    _draw_without_graphics_card()
    if QCoreApplication.instance() is None:  # Qt asks for it where the browser is loaded after the application
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def _draw_without_graphics_card() -> None:
    """A page of text needs none. The browser starts sooner, takes 60 MB less, no driver can crash it, and adding it to
    a window that is already shown does not make the window anew. Whoever sets QT_QUICK_BACKEND decides otherwise.
    """
    if "QT_QUICK_BACKEND" not in os.environ:
        os.environ["QT_QUICK_BACKEND"] = "software"
        os.environ.setdefault("QSG_RHI_BACKEND", "null")
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
