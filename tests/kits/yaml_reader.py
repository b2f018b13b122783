"""For the fault kit: opens the bytes of a page's file as the program does, and says what became of it."""

from __future__ import annotations

from editor.content.reading import read_page


def load_bytes(data: bytes) -> str:
    """Opens a page: "fine", "read-only" or "refuse"."""
    reading = read_page(data, "page")
    if reading.page is None:
        return "refuse"
    return "read-only" if reading.problems else "fine"
