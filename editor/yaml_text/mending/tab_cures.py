"""Cures for tabs where YAML wants spaces: in front of a line, and behind a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from editor.words import tr
from editor.yaml_text.mending.cure import Cure, Vocabulary
from editor.yaml_text.mending.line_cures import cures_of
from editor.yaml_text.mending.line_parts import indentation, key_of

_WIDTHS = (2, 4, 8, 3)
_LONGEST_RUN = 500
"""Lines: of more, not every one is looked at for what else may be wrong with it."""
_DASH_TAB = re.compile(r"([ \t]*-)[ \t]*\t[ \t]*(?=\S)")
_DASHES = re.compile(r" *(?:- +)*")


def tab_cures(lines: Sequence[str], number: int, step: int, words: Vocabulary) -> list[list[Cure]]:
    """The cures for the run of lines with tabs around a line (counted from 0).

    Cures in one list are all likely, so they have to come to the same; those in a later list are for where none of
    the lists before has one that helps. `step` is how far the text indents.
    """
    if not _has_tab(lines[number]):
        return []
    first, last = _run(lines, number)
    widths = [step, *(width for width in _WIDTHS if width != step)]
    by_width = [_cure(lines, first, [_expanded(line, width) for line in lines[first : last + 1]]) for width in widths]
    cures = [
        [cure for cure in by_width if _fits(lines, cure)],
        by_width,
        [_cure(lines, first, lined_up) for lined_up in _aligned(lines, first, last)],
    ]
    if last - first > _LONGEST_RUN:
        return cures
    return [*cures, *([_with_values(lines, cure, words) for cure in some] for some in cures)]


def _fits(lines: Sequence[str], cure: Cure) -> bool:
    """Whether the mended lines go on with what stands above them, or are gone on with below."""
    above = _first_with_text(lines, range(cure.first - 1, -1, -1))
    below = _first_with_text(lines, range(cure.last + 1, len(lines)))
    if above.rstrip().endswith(":"):  # they might be what it holds, and not what follows it
        return len(indentation(cure.lines[0])) > len(indentation(above)) and _goes_on(cure.lines[-1], below)
    return _goes_on(cure.lines[-1], below) or _goes_on(above, cure.lines[0])


def _first_with_text(lines: Sequence[str], places: range) -> str:
    return next((lines[place] for place in places if lines[place].strip()), "")


def _goes_on(line: str, below: str) -> bool:
    """Whether the second line is the next entry of what the first is an entry of."""
    if below.lstrip(" ").startswith("- "):
        return line.lstrip(" ").startswith("- ") and indentation(line) == indentation(below)
    found = _DASHES.match(line)
    column = found.end() if found else 0
    return key_of(line) is not None and key_of(below) is not None and column == len(indentation(below))


def fitting_cures(lines: Sequence[str], number: int, step: int) -> list[Cure]:
    """For every run of lines with tabs from a line on (counted from 0) the cure by the text's own step, where the lines
    around the run show that it fits.
    """
    cures: list[Cure] = []
    while number < len(lines):
        if _has_tab(lines[number]):
            first, last = _run(lines, number)
            cure = _cure(lines, first, [_expanded(line, step) for line in lines[first : last + 1]])
            if _fits(lines, cure):
                cures.append(cure)
            number = last
        number += 1
    return cures


def _with_values(lines: Sequence[str], cure: Cure, words: Vocabulary) -> Cure:
    """The cure with those values mended too that cannot stand as they are."""
    new = [*lines[: cure.first], *cure.lines, *lines[cure.last + 1 :]]
    says: list[tuple[int, str]] = []
    for number in range(cure.first, cure.last + 1):
        within = cures_of(new, number, words)
        if len(within) == 1 and within[0].last <= cure.last:
            new[number : within[0].last + 1] = within[0].lines
            says += within[0].says
    what = tr("The tab becomes spaces, and the text gets the quotation marks that it needs.")
    return replace(cure, lines=tuple(new[cure.first : cure.last + 1]), what=what, says=tuple(says))


def _run(lines: Sequence[str], number: int) -> tuple[int, int]:
    """The first and the last of the lines with tabs around this one; blank lines between them are no end."""
    first = last = number
    for step in (-1, 1):
        place = number + step
        while 0 <= place < len(lines) and (not lines[place].strip() or _has_tab(lines[place])):
            if _has_tab(lines[place]):
                first, last = min(first, place), max(last, place)
            place += step
    return first, last


def _cure(lines: Sequence[str], first: int, new: list[str]) -> Cure:
    behind = [line for line in lines[first + len(new) : first + len(new) + 1] if line.strip()]
    return Cure(
        first,
        tuple(_behind_dash(line, below) for line, below in zip(new, [*new[1:], *(behind or [""])], strict=True)),
        tr("The tab becomes spaces."),
    )


def _has_tab(line: str) -> bool:
    return "\t" in indentation(line) or _DASH_TAB.match(line) is not None


def _expanded(line: str, width: int) -> str:
    lead = indentation(line)
    return lead.expandtabs(width) + line[len(lead) :] if line.strip() else ""


def _aligned(lines: Sequence[str], first: int, last: int) -> list[list[str]]:
    """Every line below where the key of the line above the run begins; nothing if one of them has a key, as that could
    belong to the text above as well.
    """
    if any(key_of(line) is not None for line in lines[first : last + 1]):
        return []
    above = _first_with_text(lines, range(first - 1, -1, -1))
    found = _DASHES.match(above)
    column = found.end() if found else 0
    return [[" " * column + line.lstrip(" \t") if line.strip() else "" for line in lines[first : last + 1]]]


def _behind_dash(line: str, below: str) -> str:
    """As many spaces behind the dash as bring what follows to where the line below begins."""
    found = _DASH_TAB.match(line)
    if found is None:
        return line
    wanted = len(indentation(below)) - len(found[1])
    return found[1] + " " * max(1, wanted) + line[found.end() :]
