"""A list of texts as one text in a box, and back.

One item stands on each line. Where an item has lines of its own, a blank line stands between the items. Line ends at
the end of an item, which block texts in a file have, are not shown, and not lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Texts = tuple[str, ...]


def list_as_text(items: Texts) -> str:
    """The list as a box shows it."""
    return _separator(items).join(map(_shown, items))


def list_of_text(text: str, old: Texts) -> Texts:
    """The list that a box's text says, where `old` was shown in it. What the box showed gives just that again.

    Blank lines are left out, unless the list had blank items already.
    """
    if text == list_as_text(old):
        return old
    items = text.split(_separator(old)) if text else []
    if all(item.strip() for item in old):
        items = [item.strip("\n") for item in items if item.strip()]
    return tuple(_with_line_ends(old, items))


def list_fits_a_box(items: Texts) -> bool:
    """Whether a box shows where one item ends and the next begins; not where an item has blank lines of its own."""
    return not any(shown.startswith("\n") or "\n\n" in shown for shown in map(_shown, items))


def start_in_list(items: Texts, item: int) -> int:
    """Where an item begins in the text that a box shows of the list."""
    return sum(len(_shown(before)) + len(_separator(items)) for before in items[:item])


def _shown(item: str) -> str:
    return item.rstrip("\n")


def _separator(items: Texts) -> str:
    return "\n\n" if any("\n" in _shown(item) for item in items) else "\n"


def _with_line_ends(old: Texts, items: Sequence[str]) -> Iterator[str]:
    """The items, each with the line ends of the old item that it is or that it replaces."""
    matcher = SequenceMatcher(None, list(map(_shown, old)), list(map(_shown, items)), autojunk=False)
    for _, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        for offset, item in enumerate(items[new_from:new_to]):
            place = old_from + offset
            before = old[place] if place < old_to else ""
            yield _shown(item) + before[len(_shown(before)) :]
