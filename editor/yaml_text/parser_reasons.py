"""The parser's complaints in plain words, with what to do."""

from __future__ import annotations

import re

import yaml
import yaml.reader

from editor.words import tr
from editor.yaml_text.refusals import Unreadable

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|={7})(?: |$)", re.MULTILINE)


def unreadable(error: yaml.YAMLError, text: str) -> Unreadable:
    """The refusal that explains a parser's error."""
    conflict = _CONFLICT.search(text)
    if conflict:
        return Unreadable(
            tr("Two versions of this file were joined and not sorted out."),
            tr("Put back an earlier version, or ask the person who looks after the website."),
            _line(text, conflict.start()),
        )
    if isinstance(error, yaml.reader.ReaderError):
        position = error.position if isinstance(error.position, int) else 0
        return Unreadable(
            tr("The file holds a character that no text may hold."),
            tr("It may be damaged or not a page at all. Put back an earlier version of the file."),
            _line(text, position),
        )
    if not isinstance(error, yaml.MarkedYAMLError):
        return Unreadable(tr("The file cannot be read as a page."), _mend())
    return _explained(error, text)


def _explained(error: yaml.MarkedYAMLError, text: str) -> Unreadable:
    mark = error.problem_mark or error.context_mark
    position = mark.index if mark else 0
    problem, context = error.problem or "", error.context or ""
    reason, at_opening = _reason(problem, context, text[position : position + 1])
    if "did not find expected" in problem:
        reason = _reason_before(text, context, position, error.context_mark) or reason
    if at_opening and error.context_mark:
        mark = error.context_mark
    line = min(mark.line + 1, max(1, _line(text, len(text.rstrip())))) if mark else None
    return Unreadable(reason, _mend(), line)


def _reason(problem: str, context: str, character: str) -> tuple[str, bool]:
    """A plain sentence, and whether the place to look at is where the faulty thing begins."""
    if "quoted scalar" in context and "unexpected" in problem:
        return tr("A quotation mark is opened here and never closed."), True
    if "flow" in context:
        return tr("A bracket is opened here and not closed in the right place, or a comma is missing."), True
    if "cannot start any token" in problem and character != "\t":
        above = tr("A bracket is opened above this line and not closed.")
        return (above if character in ("|", ">") else _needs_marks(character)), False  # elsewhere these begin a block
    if "simple key" in context:
        return tr("A line here has no colon, or belongs to the text above and is not indented."), True
    for part, sentence in _sentences():
        if part in problem:
            return sentence, False
    return tr("The file cannot be read from here on."), False


def _reason_before(text: str, context: str, position: int, opening: yaml.Mark | None) -> str:
    """What stands before the place where the parser gave up, where that is what is wrong; "" where it is not."""
    if opening and any(kind in context for kind in ("an alias", "an anchor", "a block scalar", "a tag")):
        return _needs_marks(text[opening.index : opening.index + 1])
    before = re.split(r"[\r\n]", text[:position])[-1].rstrip()
    _, colon, value = before.partition(": ")
    if not colon or context != "while parsing a block mapping":
        return ""
    if before.endswith(("'", '"')) and value.lstrip().startswith(before[-1]):
        return tr("A quotation mark within this text ends it too early.")
    return _needs_marks(value.lstrip()[0]) if before.endswith(("]", "}")) else ""


def _needs_marks(character: str) -> str:
    return tr("A text that begins with {character} needs quotation marks around it.", character=character)


def _sentences() -> tuple[tuple[str, str], ...]:
    return (
        ("mapping values are not allowed", tr("A text with a colon and a space in it needs quotation marks.")),
        ("sequence entries are not allowed", tr("A list begins here in the middle of a line.")),
        ("did not find expected", tr("This line does not fit the lines above it: check how far they are indented.")),
        ("invalid leading", tr("This line does not fit the lines above it: check how far they are indented.")),
        ("escape character", tr("A backslash stands inside double quotation marks and must be doubled.")),
        ("incompatible YAML document", tr("The file says that it is written for a newer kind of program.")),
        ("cannot start any token", tr("A tab stands at the beginning of this line where spaces must stand.")),
        ("tab character", tr("A tab stands at the beginning of this line where spaces must stand.")),
        ("hexdecimal", tr("A backslash stands inside double quotation marks and must be doubled.")),
        ("invalid Unicode", tr("The file holds a broken character here, of which only one half is left.")),
    )


def _mend() -> str:
    return tr("The file was left as it is. Ask the person who looks after the website to mend this place.")


def _line(text: str, position: int) -> int:
    return len(re.findall(r"\r\n|[\n\r]", text[:position])) + 1
