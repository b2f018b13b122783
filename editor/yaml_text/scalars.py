"""How a text is written in YAML so that every reader takes it for this very text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.yaml_text.nodes import Style

# What YAML 1.1, YAML 1.2 or Ruby take for something else than text. They end in `\Z`: `$` forgives a line break.
_NUMBER = (
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|[0-9][0-9_,]*"
    r"|(?:\.[0-9][0-9_]*|[0-9][0-9_,]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
_NUMBERS_AND_MARKS = r"[-+.]?[0-9][-0-9.,:_+~?%XTZ ]*"  # dates, times, ranges: quoted alike
_DATES = r"[0-9]{4}[-0-9?~%X]*/[-0-9?~%X.]*"
_DATE_AND_TIME = r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9].*"
_WORD = r"(?i:y|n|yes|no|true|false|on|off|null|nil)|~|=|<<|"
_AMBIGUOUS = re.compile(rf"(?:{_NUMBER}|{_NUMBERS_AND_MARKS}|{_DATES}|{_DATE_AND_TIME}|{_WORD}|:.*)\Z")

# A value of one of these kinds that becomes another of its kind stays without quotes.
_KINDS = tuple(
    re.compile(rf"(?:{pattern})\Z")
    for pattern in (
        r"[-+]?(?:0|[1-9][0-9]*)",
        r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+",
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        r"[0-9]{4}-[0-9]{2}",
        r"true|false",
        r"yes|no",
    )
)

# Beyond these a text must be escaped in double quotes: controls, line breaks of other systems, marks, lost halves.
_UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile('["\\\\\t\n]|' + _UNPRINTABLE.pattern)
_ESCAPES = {
    '"': '\\"', "\\": "\\\\", "\0": "\\0", "\a": "\\a", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\v": "\\v", "\f": "\\f",
    "\r": "\\r", "\x1b": "\\e", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P",
}  # fmt: skip
_UNSAFE_START = re.compile(r"[-?:](?:\s|\Z)|[,\[\]{}#&*!|>'\"%@`\s]|---|\.\.\.")
_UNSAFE_INSIDE = re.compile(r": | #|:\Z|[\t\n]|\s\Z")
_UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}]|:[^\w/.-]|^[-?:]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a scalar stands: what its way of writing depends on.

    `column` is that of the block list or mapping around it, -1 for none.
    """

    column: int
    in_flow: bool
    step: int = 2
    line_break: str = "\n"

    @property
    def body_column(self) -> int:
        """Where the lines of a block of text begin."""
        return max(self.column, 0) + self.step


@dataclass(frozen=True, slots=True)
class Written:
    """A scalar as written: what stands on the line itself, and the lines below it, each with its line break."""

    inline: str
    body: str = ""


def is_ambiguous(text: str) -> bool:
    """Whether some reader takes the text, without quotes, for a number, a date, a truth value or nothing."""
    return _AMBIGUOUS.match(text) is not None


def same_kind(old: str, new: str) -> bool:
    """Whether both are, without quotes, numbers, dates or truth values of the same form."""
    return any(kind.match(old) and kind.match(new) for kind in _KINDS)


def is_plain_safe(text: str, *, in_flow: bool) -> bool:
    """Whether a new text can well do without quotes."""
    unsafe = _UNSAFE_START.match(text) or _UNSAFE_INSIDE.search(text) or _UNPRINTABLE.search(text)
    return not (unsafe or is_ambiguous(text) or (in_flow and _UNSAFE_IN_FLOW.search(text)))


def single_quoted(text: str) -> str | None:
    """The text in single quotes on one line; None where that cannot be."""
    return None if "\n" in text or _UNPRINTABLE.search(text) else "'" + text.replace("'", "''") + "'"


def escaped(text: str) -> str:
    """The text as it stands between double quotes, on one line."""
    return _ESCAPED.sub(_escape, text)


def double_quoted(text: str) -> str:
    return f'"{escaped(text)}"'


def can_be_block(text: str, spot: Spot) -> bool:
    """Whether the text can stand as indented lines, as it is."""
    return not spot.in_flow and bool(text.strip(" \t\n")) and not _UNPRINTABLE.search(text) and spot.step <= 9


def block_header(style: str, body: str, trailing: int, indentation: int) -> str:
    """`|` or `>` with what must stand behind it: `trailing` line breaks end the text."""
    first = next((line for line in body.split("\n") if line), "")
    indicator = str(indentation) if first[:1] in (" ", "\t") else ""
    return style + indicator + ("-" if trailing == 0 else "" if trailing == 1 else "+")


def literal_block(text: str, spot: Spot) -> Written | None:
    """The text as a block of its own lines (`|`); None where that cannot be."""
    if not can_be_block(text, spot):
        return None
    body = text.rstrip("\n")
    trailing = len(text) - len(body)
    return Written(block_header("|", body, trailing, spot.step), _body(body.split("\n"), trailing, spot))


def folded_block(text: str, spot: Spot) -> Written | None:
    """The text as a block whose paragraphs are one line each (`>`); None where that cannot be."""
    body = text.rstrip("\n")
    if not can_be_block(text, spot) or re.search(r"(?:\A|\n)[ \t]|\A\n", body):
        return None
    trailing = len(text) - len(body)
    lines = re.sub(r"\n+", lambda found: found[0] + "\n", body).split("\n")
    return Written(block_header(">", body, trailing, spot.step), _body(lines, trailing, spot))


def ways_to_write(text: str, spot: Spot, style: Style) -> Iterator[Written]:
    """The ways to write a text whose place had, or whose siblings have, this style; the best one first.

    A text that ends in blank lines is no block: it would take in those that follow it.
    """
    if not text:
        yield Written("''")
        return
    blocks = {"literal": (literal_block, folded_block), "folded": (folded_block, literal_block)}
    multi_line = "\n" in text and style != "double" and not text.endswith("\n\n")
    if style in blocks or multi_line:
        for block in blocks.get(style, (literal_block,)):
            written = block(text, spot) if multi_line else None
            if written:
                yield written
    if style not in ("single", "double") and is_plain_safe(text, in_flow=spot.in_flow):
        yield Written(text)
    quoted = single_quoted(text)
    if quoted and style != "double":
        yield Written(quoted)
    yield Written(double_quoted(text))


def _body(lines: list[str], trailing: int, spot: Spot) -> str:
    indentation = " " * spot.body_column
    rows = [indentation + line if line else "" for line in lines] + [""] * max(0, trailing - 1)
    return "".join(row + spot.line_break for row in rows)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if character in _ESCAPES:
        return _ESCAPES[character]
    if 0xD800 <= code <= 0xDFFF:
        return character  # half of a pair: the encoding refuses it
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
