"""Plain words on their way into a text: showing on the page just as they were, with as few marks as that takes."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffc]")
_LINE_BREAKS = re.compile(r"\s*\n\s*")

_ANYWHERE = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!]|$)|`|(?<!\S )\*|\*(?! \S)|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#\d|#[xX]|[A-Za-z0-9]+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|[^\s<>]+@)")
_LINK_END = re.compile(r"\]\s?[(\[:]")
_LINE_START = re.compile(r"^(?=[#>]|[-+](?:[ \t]|$)|-[- \t]*$)", re.MULTILINE)
_LIST_NUMBER = re.compile(r"^(\d+)(?=\.(?:[ \t]|$))", re.MULTILINE)
_UNDERLINE = re.compile(r"^=(?==*[ \t]*$)", re.MULTILINE)
_LEADING_BLANKS = re.compile(r"^[ \t]+", re.MULTILINE)
_TRAILING_BLANKS = re.compile(r"[ \t]+(?=\n)")


def plain_lines(text: str) -> str:
    """The text with one kind of line end and without control characters."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The text on one line, for a box that has only one."""
    return _LINE_BREAKS.sub(" ", plain_lines(text)).replace("\t", " ")


def escaped_markdown(text: str, *, at_line_start: bool = True) -> str:
    """The text so that Markdown shows it as it is: "2018. We found" is no list, and `*p*` is not italic.

    `at_line_start`: nothing but blanks stands before it on its line.
    """
    text = plain_lines(text)
    text = _with_brackets(_ANYWHERE.sub(_with_backslash, text))
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    first, line_end, rest = ("", "", text) if at_line_start else text.partition("\n")
    rest = _LEADING_BLANKS.sub("", rest)
    rest = _LIST_NUMBER.sub(r"\1\\", rest)
    rest = _LINE_START.sub(r"\\", rest)
    rest = _UNDERLINE.sub("&#61;", rest)
    return _TRAILING_BLANKS.sub("", first + line_end + rest)


def _with_backslash(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _with_brackets(text: str) -> str:
    """Brackets count only before what could end a link."""
    ends = [found.start() for found in _LINK_END.finditer(text)]
    cut = ends[-1] if ends else 0
    return text[:cut].replace("[", "\\[") + text[cut:]
