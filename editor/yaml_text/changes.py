"""What can be changed in a YAML text. All addresses refer to the text as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from editor.yaml_text.item_text import ItemText
from editor.yaml_text.new_values import Value
from editor.yaml_text.nodes import Path


@dataclass(frozen=True, slots=True)
class SetText:
    """The value at the path becomes this text; an empty one is written as `''`."""

    path: Path
    text: str
    document: int = 0


@dataclass(frozen=True, slots=True)
class AddKey:
    """A new pair in the mapping at the path, at its end or before the key named.

    Where nothing stands at the path a mapping begins there; `()` starts the mapping of a file that is empty
    or holds only comments.
    """

    path: Path
    key: str
    value: Value
    before: str | None = None
    document: int = 0


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """The key, its value and the comments that belong to it go."""

    path: Path
    key: str
    document: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """An item of the list as read. Changes inside it are changes of their own, with this old index in their path."""

    index: int


@dataclass(frozen=True, slots=True)
class New:
    """An item that was not there."""

    value: Value


@dataclass(frozen=True, slots=True)
class Restored:
    """An item that a file held earlier, with its comments, its quoting and the keys that nobody here knows.

    The changes' paths are relative to the item: `SetText(("title",), "...")`.
    """

    item: ItemText
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrange:
    """The list at the path becomes exactly these items in this order; where nothing stands, a list begins."""

    path: Path
    items: tuple[Kept | New | Restored, ...]
    document: int = 0


Change: TypeAlias = SetText | AddKey | RemoveKey | Arrange
