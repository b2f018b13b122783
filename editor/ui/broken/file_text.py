"""A file as it can be shown whatever its bytes are, and what is told of it to those who look after computers."""

from __future__ import annotations

from pathlib import Path

from editor import __version__
from editor.session import OpenFile
from editor.words import tr
from editor.yaml_text import Unreadable
from editor.yaml_text.encoding import encoding_of
from editor.yaml_text.lines import BREAK

_AROUND = 4
_LONGEST = 300
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\t"} | {0x7F: 0x2421}
"""Signs that stand for letters which nobody can see."""


def shown_lines(data: bytes) -> list[str]:
    """The lines of a file; bytes that are no letters are shown as numbers."""
    try:
        text = encoding_of(data).decode(data)
    except Unreadable:
        text = data.decode(errors="backslashreplace")
    return [line.translate(_PICTURES) for line in BREAK.split(text)]


def problem_lines(file: OpenFile) -> tuple[int, ...]:
    """The lines with problems, counted from 1."""
    return tuple(sorted({problem.line for problem in file.problems if problem.line is not None}))


def words_for_it(file: OpenFile, root: Path) -> str:
    """File, lines, reasons, the lines around and the version of this program, to be sent to somebody."""
    parts = [
        tr("The Clinic Page Editor (version {version}) can't use a file of the website:", version=__version__),
        str(root / file.place),
        *(problem.sentence() for problem in file.problems),
    ]
    if file.data is not None:
        lines, marked = shown_lines(file.data), problem_lines(file)
        parts += [_excerpt(lines, line, marked) for line in _far_apart(marked)]
    parts.append(tr("Nothing in the file was changed by this program."))
    return "\n\n".join(parts) + "\n"


def _far_apart(marked: tuple[int, ...]) -> list[int]:
    """Those lines which the excerpt around the one before does not show; not more than a few."""
    found: list[int] = []
    for line in marked:
        if not found or line > found[-1] + _AROUND:
            found.append(line)
    return found[:5]


def _excerpt(lines: list[str], line: int, marked: tuple[int, ...]) -> str:
    first, last = max(1, line - _AROUND), min(len(lines), line + _AROUND)
    return "\n".join(
        f"{'>' if number in marked else ' '} {number:>{len(str(last))}} | {_short(lines[number - 1])}"
        for number in range(first, last + 1)
    )


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "\N{HORIZONTAL ELLIPSIS}"
