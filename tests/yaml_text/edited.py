"""One step from a text to the text that the changes make of it."""

from __future__ import annotations

from editor.yaml_text import YamlText
from editor.yaml_text.changes import Change
from editor.yaml_text.writing import write


def edited(text: str, *changes: Change) -> str:
    """The text after the changes; it is always read back."""
    return write(YamlText.read(text.encode()), changes).data.decode()
