"""Where a worker was when its time was up, as it leaves behind in a file before it ends."""

from __future__ import annotations

import faulthandler
import re
from collections.abc import Container
from pathlib import Path
from typing import TextIO

from editor.render.theme import TEMPLATE_MARK

_FILE = re.compile(r'^  File "(.+)", line \d+ in ', re.MULTILINE)
_MARKDOWN = "markdown_html.py"


def end_after(seconds: float, words: TextIO) -> None:
    """End this process after that time, even in the middle of C code, unless this is asked for again before."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=words)


def last_words(file: Path) -> str:
    """What the process left behind, innermost first; "" where its time was not up. It blocks on the disk."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def slow_template(words: str, own: Container[str]) -> str | None:
    """Which of the website's `own` templates the process was busy with.

    None where it was none, or where it was Markdown's turn: then a page's text is to blame.
    """
    files: list[str] = _FILE.findall(words)  # the innermost first
    for file in files:
        if file.endswith(_MARKDOWN):
            return None
        name = file.removeprefix(TEMPLATE_MARK)
        if name != file and name in own:
            return name
    return None
