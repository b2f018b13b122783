"""Mending a page's file, or the site's, where it is sure what was meant. Nothing is written here, only proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS
from editor.content.reading import FileProblem, read_page, read_site
from editor.yaml_text import PAGE_LIMITS, Refused
from editor.yaml_text.mending import Choice, Draft, Mend, Unsure

__all__ = ["Choice", "Mend", "Mending", "mend_page", "mend_site"]

_FIELDS = (
    *(field.keys for field in (*SITE_FIELDS, *PAGE_FIELDS)),
    *((STUDIES_KEY, *field.keys) for field in STUDY_FIELDS),
)
_PATHS = frozenset(keys[:length] for keys in _FIELDS for length in range(1, len(keys) + 1))
_LARGEST = 400_000
"""Bytes: a page of seven hundred studies. What is larger takes too long to try cures on."""
_MOST_VALUES = 20
_MOST_OTHERS = 3
"""Of so many choices the second is tried, where keeping the first gives a file that cannot be read."""

Read = Callable[[bytes], tuple[FileProblem, ...]]


@dataclass(frozen=True, slots=True)
class Mending:
    """What would become of a file: all mends in the order of its lines, and what has to be chosen.

    `data` is the mended file, which can be edited; of what is not chosen yet it has the first,
    unless that could not be read.
    """

    data: bytes
    mends: tuple[Mend, ...]
    choices: tuple[Choice, ...] = ()


def mend_page(data: bytes, chosen: Sequence[int] = ()) -> Mending | None:
    """How a page's file can be mended; None where nothing is wrong with it, or not all of it surely curable.

    `chosen`: for each of the choices that the answer has, in their order, which of the two stays, 0 or 1.
    """
    return _mending(data, _page_problems, chosen)


def mend_site(data: bytes, chosen: Sequence[int] = ()) -> Mending | None:
    """How the site's file can be mended; as `mend_page`."""
    return _mending(data, _site_problems, chosen)


def _page_problems(data: bytes) -> tuple[FileProblem, ...]:
    return read_page(data, "").problems


def _site_problems(data: bytes) -> tuple[FileProblem, ...]:
    return read_site(data).problems


def _mending(data: bytes, read: Read, chosen: Sequence[int]) -> Mending | None:
    if len(data) > _LARGEST:
        return None
    choices: list[Choice] = []
    mending = _mended(data, read, chosen, choices)
    unanswered = range(len(chosen), min(len(choices), len(chosen) + _MOST_OTHERS))
    for number in unanswered:
        if mending is None:
            mending = _mended(data, read, [*chosen, *[0] * (number - len(chosen)), 1], [])
    return mending


def _mended(data: bytes, read: Read, chosen: Sequence[int], choices: list[Choice]) -> Mending | None:
    """The mending for these answers; the choices that come up are put into `choices`, even if there is none."""
    try:
        draft = Draft.of(data, PAGE_LIMITS, _PATHS)
        draft.mend_lines()
        draft.mend_repeated(chosen, choices)
        _mend_values(draft, read)
        mended = draft.data()
        if mended == data or read(mended) or not draft.is_sound():
            return None
    except (Unsure, Refused):
        return None
    return Mending(mended, tuple(sorted(draft.mends, key=_line)), tuple(choices))


def _mend_values(draft: Draft, read: Read) -> None:
    """Mend values that can be read and have another shape than their field. Raises Unsure."""
    for _ in range(_MOST_VALUES):
        problems = read(draft.data())
        if not problems:
            return
        if problems[0].line is None:
            raise Unsure
        draft.mend_value(problems[0].line)
        if len(read(draft.data())) >= len(problems):
            raise Unsure


def _line(mend: Mend) -> int:
    return mend.line
