"""Texts with a selection or a cursor drawn into them, for tests: "a <bold> c", "a |c"."""

from __future__ import annotations

from editor.markup.text_change import TextChange


def drawn(picture: str) -> tuple[str, int, int]:
    """The text and what is selected in it; "⟨" and "⟩" stand around the selection, "|" is the cursor."""
    if "|" in picture:
        place = picture.index("|")
        return picture.replace("|", ""), place, place
    return picture.replace("⟨", "").replace("⟩", ""), picture.index("⟨"), picture.index("⟩") - 1


def picture_of(text: str, change: TextChange | None) -> str | None:
    """The text after a change, drawn in the same way."""
    if change is None:
        return None
    after = change.of(text)
    start, end = change.selected
    if start == end:
        return f"{after[:start]}|{after[start:]}"
    return f"{after[:start]}⟨{after[start:end]}⟩{after[end:]}"
