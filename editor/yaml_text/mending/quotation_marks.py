"""Cures for a value that begins with a quotation mark: which marks enclose it, and which are part of the text."""

from __future__ import annotations

import re

from editor.words import tr
from editor.yaml_text.scalars import single_quoted

_WHOLE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_MARKS = {'"': re.compile(r'(?:\\.|[^"\\])*?(")'), "'": re.compile(r"(?:''|[^'])*?(')")}
_COMMENT_BEHIND = re.compile(r"(?:[ \t]+#.*)?\Z")
_ESCAPE = re.compile(r"\\(?:[0abtnvfre \"/\\N_LP\t]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
_ELISION = re.compile(r"'(?:\d|(?i:tis|twas|til|em|n|cause|round)\b)")
_DASHES = "-/\u2013\u2014"
_OPENS_BEHIND = " \t([{\u201c\u2018" + _DASHES
_CLOSES_BEFORE = " \t.,;:!?)]}\u201d\u2019" + _DASHES


def mended_quotes(value: str) -> tuple[str, str] | None:
    """The value with its quotation marks put right, and what was done; None where nothing is wrong, or nothing sure."""
    mark = value[0]
    whole = _WHOLE[mark].match(value)
    if whole and _COMMENT_BEHIND.match(value, whole.end()):
        return _with_backslashes(value, whole.end()) if mark == '"' else None
    if " #" in value or "\t" in value:
        return None  # where the comment begins depends on where the text ends
    if whole is None:
        return _closed(value)
    return _sorted_out(value)


def _with_backslashes(value: str, end: int) -> tuple[str, str] | None:
    """Backslashes that YAML takes for the beginning of a sign, where none of them is."""
    inside = value[1 : end - 1]
    if "\\" not in inside or _ESCAPE.search(inside):
        return None
    return '"' + inside.replace("\\", "\\\\") + '"' + value[end:], tr(
        "The backslash is doubled: so it is a part of the text."
    )


def _closed(value: str) -> tuple[str, str] | None:
    """The text with the mark that it lacks at its end."""
    mark, other = value[0], "'" if value[0] == '"' else '"'
    is_mixed_up = value.endswith(other) and value.count(other) % 2 == 1
    if len(value) == 1 or value.endswith("\\") or is_mixed_up or _ELISION.match(value):
        return None
    return value + mark, tr("The missing quotation mark is put at the end of the text.")


def _sorted_out(value: str) -> tuple[str, str] | None:
    """Marks within the text, told apart by the spaces around them from those that enclose it."""
    mark = value[0]
    places = [found.start(1) for found in _MARKS[mark].finditer(value)]
    if mark == "'":
        apostrophes = {place for place in places if _is_apostrophe(value, place)}
        return _with_apostrophes(value, apostrophes) if set(places) - apostrophes <= {0, len(value) - 1} else None
    roles = [_role(value, place) for place in places]
    if 0 in roles or re.search(r'",\s*"', value):
        return None
    depth, depths = 0, []
    for role in roles:
        depth += role
        depths.append(depth)
    if depth or min(depths) < 0:
        return None
    if depths.index(0) == len(depths) - 1 and places[-1] == len(value) - 1:
        within = set(places[1:-1])
        inside = "".join("\\" + letter if place in within else letter for place, letter in enumerate(value))
        return inside, tr("The quotation marks within the text are marked as a part of it.")
    if not re.search(r"\w", value[places[depths.index(0)] :]):
        return None  # a comma behind, as between the values of another kind of file
    whole = single_quoted(value)
    return None if whole is None or "\\" in value else (whole, tr("Quotation marks are put around the text."))


def _is_apostrophe(value: str, place: int) -> bool:
    return value[place - 1 : place].isalpha() and value[place + 1 : place + 2].isalpha()


def _with_apostrophes(value: str, apostrophes: set[int]) -> tuple[str, str] | None:
    inside = "".join("''" if place in apostrophes else letter for place, letter in enumerate(value))
    if value.endswith("'"):
        return inside, tr("The apostrophe within the text is marked as a part of it.")
    if _ELISION.match(value):
        return None
    return inside + "'", tr("The missing quotation mark is put at the end of the text.")


def _role(value: str, place: int) -> int:
    """1 for a mark that opens, -1 for one that closes, 0 for one that could be either."""
    opens = place == 0 or value[place - 1] in _OPENS_BEHIND
    closes = place == len(value) - 1 or value[place + 1] in _CLOSES_BEFORE
    return opens - closes
