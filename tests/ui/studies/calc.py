"""LibreOffice Calc, for real: keys of the X server choose, copy, paste and save in a sheet of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from PySide6.QtGui import QGuiApplication
from pytestqt.exceptions import TimeoutError as TookTooLong
from pytestqt.qtbot import QtBot

PROGRAMS = ("localc", "xdotool")
PATIENCE_MS = 40_000
"""Milliseconds for one thing; on a quiet machine the longest, the start, takes four seconds."""
_A_TRY_MS = 3_000
"""Keys that come before a window takes them are lost, so they are sent again after this time."""

_NAME = "sheet of studies.fods"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_MOST_COLUMNS = 20
_NO_TIPS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value>
</prop></item></oor:items>
"""

Rows = Sequence[Sequence[str]]


def missing() -> str:
    """Which program is not installed here that is needed to use Calc; "" if all are."""
    return next((program for program in PROGRAMS if shutil.which(program) is None), "")


class Calc:
    """A document with a sheet of these rows, all of them text, and an empty one behind it.

    While it is waited for, the event loop runs: this program has to answer when Calc asks for what was copied.
    """

    def __init__(self, folder: Path, rows: Rows, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._document = folder / _NAME
        self._document.write_text(_document(rows), encoding="utf-8")
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_NO_TIPS, encoding="utf-8")
        options = ["--norestore", "--nologo", "--nofirststartwizard", "--calc"]
        command = ["soffice", *options, f"-env:UserInstallation={profile.as_uri()}", str(self._document)]
        self._program = subprocess.Popen(
            command, cwd=folder, env=os.environ | {"HOME": str(folder)}, start_new_session=True
        )
        self._window = ""

    def copy_sheet(self) -> None:
        """Choose all that is in the first sheet and copy it."""
        self._window = self._window_named(f"^{_NAME}")
        clipboard = QGuiApplication.clipboard()

        def has_sheet() -> bool:  # what it holds is another object after each copying
            return not clipboard.ownsClipboard() and clipboard.mimeData().hasHtml()

        self._press_until(has_sheet, "ctrl+Home", "ctrl+shift+End", "ctrl+c")

    def paste_into_second_sheet(self) -> None:
        """Go to the second sheet and paste; Calc asks how to understand numbers, and is told to go on."""
        name = "^Import Options"
        self._xdotool("windowfocus", "--sync", self._window)
        self._xdotool("key", "ctrl+Next", "ctrl+Home")
        self._press_until(lambda: bool(self._xdotool("search", "--onlyvisible", "--name", name)), "ctrl+v")
        question = self._window_named(name)
        self._xdotool("windowfocus", "--sync", question)
        self._xdotool("key", "Return")

    def saved_second_sheet(self) -> list[list[str]]:
        """What the second sheet says, once it is saved."""
        self._press_until(lambda: bool(_rows_in(self._document)), "ctrl+s")
        return _rows_in(self._document)

    def end(self) -> None:
        """End it, with what it has started."""
        os.killpg(self._program.pid, signal.SIGKILL)
        self._program.wait()

    def _press_until(self, holds: Callable[[], bool], *keys: str) -> None:
        for _ in range(PATIENCE_MS // _A_TRY_MS):
            self._xdotool("windowfocus", "--sync", self._window)
            self._xdotool("key", *keys)
            try:
                self._qtbot.waitUntil(holds, timeout=_A_TRY_MS)
            except TookTooLong:
                continue
            return
        raise AssertionError(f"Calc does not answer to {keys}")

    def _window_named(self, name: str) -> str:
        return self._xdotool("search", "--sync", "--onlyvisible", "--name", name).splitlines()[0]

    def _xdotool(self, *arguments: str) -> str:
        with subprocess.Popen(["xdotool", *arguments], stdout=subprocess.PIPE, text=True) as done:
            try:
                self._qtbot.waitUntil(lambda: done.poll() is not None, timeout=PATIENCE_MS)
            finally:
                done.kill()
            assert done.stdout is not None
            return done.stdout.read().strip()


def _document(rows: Rows) -> str:
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document office:version="1.3" {_SPACES}'
        ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f'<office:body><office:spreadsheet><table:table table:name="First">{lines}</table:table>'
        '<table:table table:name="Second"><table:table-row><table:table-cell/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document>\n"
    )


def _cell(text: str) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>' if text else "<table:table-cell/>"


def _rows_in(document: Path) -> list[list[str]]:
    """The texts of the second sheet; none while it is empty, or being written."""
    try:
        sheets = list(ElementTree.parse(document).iter(f"{_TABLE}table"))
    except ElementTree.ParseError:
        return []
    return [row for line in sheets[1].iter(f"{_TABLE}table-row") if (row := _texts_of(line))]


def _texts_of(line: ElementTree.Element) -> list[str]:
    """The row as far as it says something: the last cell may stand for thousands of empty ones."""
    cells = [(_text_of(cell), int(cell.get(f"{_TABLE}number-columns-repeated", "1"))) for cell in line]
    row = [text for text, count in cells for _ in range(min(count, _MOST_COLUMNS))]
    return row[: max((place for place, text in enumerate(row, start=1) if text), default=0)]


def _text_of(cell: ElementTree.Element) -> str:
    """A cell's text; what Calc has taken for a number or a date is no text, and is told as such."""
    kind = cell.get(f"{_OFFICE}value-type", "string")
    text = "\n".join("".join(line.itertext()) for line in cell.iter(f"{_TEXT}p"))
    return text if kind == "string" else f"{kind}: {text}"
