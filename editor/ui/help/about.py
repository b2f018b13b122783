"""What this program is: its version, whose it is, and which pages are open."""

from __future__ import annotations

import html
import platform

from PySide6.QtCore import qVersion

from editor import __version__
from editor.session import Session
from editor.words import tr


def about_text(session: Session) -> str:
    """The words of the About box, as HTML; addresses are links only where they are a website's."""
    address = (session.site.updates_from or "").strip()
    rows = [
        (tr("Version"), __version__),
        (tr("The pages are in"), str(session.folder.root)),
        (tr("New versions"), address),
        (tr("Licence"), tr("MIT: free to use, to change and to pass on")),
        (tr("Made with"), f"Qt {qVersion()} (LGPL 3), Python {platform.python_version()}"),
    ]
    lines = (
        f"<tr><td><b>{html.escape(name)}</b>&nbsp;&nbsp;</td><td>{_linked(text)}</td></tr>"
        for name, text in rows
        if text
    )
    return f"<h3>{html.escape(tr('Clinic Page Editor'))}</h3><table cellpadding='3'>{''.join(lines)}</table>"


def _linked(text: str) -> str:
    shown = html.escape(text)
    return f'<a href="{shown}">{shown}</a>' if text.startswith(("https://", "http://")) else shown
