"""What an editor of pages must do, told in the plainest way: dicts, lists, and a list of steps."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]


@dataclass
class FileModel:
    """One file: every field ever set, and its studies, each with a word of its own."""

    fields: Values
    studies: list[tuple[str, Values]] = field(default_factory=list)

    def says(self) -> tuple[Values, tuple[Values, ...]]:
        """The words: what is empty says nothing."""
        return _said(self.fields), tuple(_said(values) for _, values in self.studies)

    def words(self) -> list[str]:
        """The word of each study."""
        return [word for word, _ in self.studies]


def _said(values: Values) -> Values:
    return {name: value for name, value in values.items() if value}


class FolderModel:
    """All files of a folder, and one history of what was done to them."""

    def __init__(self, files: dict[str, FileModel]) -> None:
        self.files = files
        self._steps: list[tuple[str, FileModel, FileModel]] = []
        self._done = 0
        self._typing: tuple[str, str] | None = None

    def edit(self, place: str, after: FileModel, merge_key: str | None) -> None:
        """Put a changed file in its place; typing in the same field goes on with the step before."""
        before = self.files[place]
        if after == before:
            return
        self.files[place] = after
        del self._steps[self._done :]
        if merge_key is not None and self._typing == (place, merge_key):
            before = self._steps.pop()[1]
        self._typing = (place, merge_key) if merge_key is not None and after != before else None
        if after != before:
            self._steps.append((place, before, after))
        self._done = len(self._steps)

    def undo(self) -> str | None:
        """The place where a step was taken back."""
        if not self._done:
            return None
        self.end_typing()
        self._done -= 1
        place, before, _ = self._steps[self._done]
        self.files[place] = before
        return place

    def redo(self) -> str | None:
        """The place where a step was done again."""
        if self._done == len(self._steps):
            return None
        self.end_typing()
        place, _, after = self._steps[self._done]
        self._done += 1
        self.files[place] = after
        return place

    def end_typing(self) -> None:
        """Let the next typing be a step of its own."""
        self._typing = None

    def copy_of(self, place: str) -> FileModel:
        """A file to be changed and handed to `edit`."""
        return copy.deepcopy(self.files[place])
