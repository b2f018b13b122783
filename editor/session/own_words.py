"""What the clinic's list of words is still to be told, in the order in which staff wanted it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from editor.storage import ContentFolder
from editor.storage.own_rules import add_own_word, drop_own_word


@dataclass(frozen=True, slots=True)
class WantedWord:
    """A word that is to be in the list, or not."""

    word: str
    is_in: bool

    def keep(self, folder: ContentFolder) -> None:
        """Have the list so; it blocks on the disk. Raises NotSaved and Unconfirmed."""
        (add_own_word if self.is_in else drop_own_word)(folder, self.word)


class OwnWords:
    """Words to add and to take out, until somebody sees to it."""

    def __init__(self) -> None:
        self._wanted: deque[WantedWord] = deque()

    def add(self, word: str) -> None:
        """Want a word in the list."""
        self._wanted.append(WantedWord(word, is_in=True))

    def drop(self, word: str) -> None:
        """Want a word out of the list."""
        self._wanted.append(WantedWord(word, is_in=False))

    def take(self) -> WantedWord | None:
        """The next of them, which is seen to from now on; None where there is none."""
        return self._wanted.popleft() if self._wanted else None
