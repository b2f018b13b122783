"""Where studies come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.references.looking_up import Answer


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
