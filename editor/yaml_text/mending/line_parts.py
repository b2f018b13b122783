"""The parts of one line of a block: how far it is indented, its key, its value, and what stands behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ENTRY = re.compile(r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\W\d][\w-]*)(?P<colon> *:[ \t]+))?(?P<value>\S.*)\Z")
_INDENTATION = re.compile(r"[ \t]*")
_KEY_LINE = re.compile(r"[ \t]*(?:-[ \t]+)*([^\W\d][\w-]*) *:(?:[ \t]|\Z)")
_CLOSED_UP = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[^\W\d][\w-]*):(?P<value>[^\s:].*)\Z")


@dataclass(frozen=True, slots=True)
class LineParts:
    """`lead` is indentation with dashes; `key` is "" where there is none; `colon` has the space behind it.

    `value` may hold a comment, and never ends in white space, which is in `tail`.
    """

    lead: str
    key: str
    colon: str
    value: str
    tail: str = ""

    @property
    def column(self) -> int:
        """What belongs to the value stands further in than this column."""
        return len(self.lead) if self.key else self.lead.rfind("-")

    def with_value(self, value: str, behind: str = "") -> str:
        """The line with another value, and `behind` it a comment with the space before it."""
        return f"{self.lead}{self.key}{self.colon}{value}{behind}{self.tail}"


def parts_of(line: str) -> LineParts | None:
    """The parts of a line that holds a key with a value, or an item; None for any other."""
    stripped = line.rstrip(" \t")
    found = _ENTRY.match(stripped)
    if found is None or (found["key"] is None and "-" not in found["lead"]):
        return None
    return LineParts(found["lead"], found["key"] or "", found["colon"] or "", found["value"], line[len(stripped) :])


def closed_up(line: str) -> LineParts | None:
    """The parts of a line whose key lacks the space behind its colon, the space put there; None for any other."""
    stripped = line.rstrip(" \t")
    found = _CLOSED_UP.match(stripped)
    return found and LineParts(found["lead"], found["key"], ": ", found["value"], line[len(stripped) :])


def key_of(line: str) -> str | None:
    """The key that a line begins with, going by the line alone."""
    found = _KEY_LINE.match(line)
    return found and found[1]


def indentation(line: str) -> str:
    """The white space that a line begins with."""
    found = _INDENTATION.match(line)
    return found[0] if found else ""


def continuation(lines: Sequence[str], number: int, column: int) -> int:
    """Behind which line the value ends that begins in line `number`: all that follow and stand further in than this
    column belong to it, blank lines between them too.
    """
    end = number + 1
    for following in range(number + 1, len(lines)):
        line = lines[following]
        if line.strip():
            lead = indentation(line)
            is_entry = key_of(line) is not None or line.startswith("- ", len(lead))
            if len(lead) <= column or ("\t" in lead and is_entry):  # how far a tab indents, nobody knows
                break
            end = following + 1
    return end
