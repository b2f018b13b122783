"""Where studies come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.words import tr, tr_count

if TYPE_CHECKING:
    from editor.references.looking_up import Answer

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Where studies come from, in words; the answers, where a publisher was asked.

    `asked` are the words that were given, "" where studies come from elsewhere. `is_guess` tells that of several
    papers few are meant: those that are most like a citation.
    """

    words: str
    asked: str = ""
    answers: tuple[Answer, ...] = ()
    is_guess: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether an answer is one that this PC has kept, so that a newer one can be asked for."""
        return any(answer.is_kept for answer in self.answers)


def names_of(files: Sequence[Path]) -> str:
    """What files are called; of many the first ones."""
    names, more = tr(", ").join(file.name for file in files[:_MOST_NAMES]), len(files) - _MOST_NAMES
    if more <= 0:
        return names
    return tr_count("{names} and 1 more file", "{names} and {count} more files", more, names=names)
