"""The splice writer as the kit for editing YAML files asks for it."""

from __future__ import annotations

from editor.yaml_text import YamlText
from editor.yaml_text.changes import AddKey, Arrange, Change, Kept, New, RemoveKey, SetText
from editor.yaml_text.new_values import Value
from editor.yaml_text.writing import write

KitPath = list[str | int]


class Document:
    """A file that is changed step by step; a refused step leaves it as it was."""

    def __init__(self, data: bytes) -> None:
        self._text = YamlText.read(data)

    def bytes(self) -> bytes:
        return self._text.data

    def set_text(self, path: KitPath, text: str, document: int = 0) -> None:
        self._write(SetText(tuple(path), text, document))

    def insert(self, path: KitPath, index: int, value: Value) -> None:
        items = self._items(path)
        self._write(Arrange(tuple(path), (*items[:index], New(value), *items[index:])))

    def remove(self, path: KitPath, index: int) -> None:
        items = self._items(path)
        self._write(Arrange(tuple(path), (*items[:index], *items[index + 1 :])))

    def move(self, path: KitPath, old: int, new: int) -> None:
        items = list(self._items(path))
        items.insert(new, items.pop(old))
        self._write(Arrange(tuple(path), tuple(items)))

    def add_key(self, path: KitPath, key: str, value: Value) -> None:
        self._write(AddKey(tuple(path), key, value))

    def remove_key(self, path: KitPath, key: str) -> None:
        self._write(RemoveKey(tuple(path), key))

    def _items(self, path: KitPath) -> tuple[Kept, ...]:
        return tuple(map(Kept, range(len(self._text.node(tuple(path)).items))))

    def _write(self, change: Change) -> None:
        self._text = write(self._text, [change])


def open_bytes(data: bytes) -> Document:
    """Raises Unreadable, which is a Refused."""
    return Document(data)
