"""Where a process that renders was when its time was up, as it says itself just before it is ended."""

from __future__ import annotations

import faulthandler
import re
from collections.abc import Container
from pathlib import Path
from typing import TextIO

from editor.render.theme import TEMPLATE_MARK

_BEGINNING = "Timeout ("
_FILE = re.compile(r'^  File "(.+)", line \d+ in ', re.MULTILINE)
_MARKDOWN = "markdown_html.py"
_STDERR = 2  # by number, since a packaged program without a console has no sys.stderr


def end_after(seconds: float, words: TextIO) -> None:
    """End this process after that time, even in the middle of C code, unless this is asked for again before."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=words)


def speak_every(seconds: float) -> None:
    """Have this process say again and again where it is, to whoever reads its errors, until it is to `be_silent`."""
    faulthandler.dump_traceback_later(seconds, repeat=True, file=_STDERR)


def be_silent() -> None:
    """Neither end nor speak: it was in time."""
    faulthandler.cancel_dump_traceback_later()


def last_words(file: Path) -> str:
    """What the process left behind, innermost first; "" where its time was not up. It blocks on the disk."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def tells_place(words: str) -> bool:
    """Whether a process says there where it is."""
    return words.startswith(_BEGINNING)


def slow_templates(words: str, own: Container[str]) -> list[str]:
    """Which of the website's `own` templates the process said last that it was busy with, the innermost first."""
    for said in reversed(words.split(_BEGINNING)):  # the last may have been cut off
        files: list[str] = _FILE.findall(said)
        found = [name for file in files if (name := file.removeprefix(TEMPLATE_MARK)) != file and name in own]
        if found:
            return found
    return []


def is_text_slow(words: str) -> bool:
    """Whether it was Markdown's turn: then a page's text is to blame, and no template around it."""
    return any(file.endswith(_MARKDOWN) for file in _FILE.findall(words))
