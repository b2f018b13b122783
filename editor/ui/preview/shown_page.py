"""What the browser of the preview is to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as HTML: its document, and its parts by id in their order, each with the name of its slot.

    Directly before the document's first element that names a slot in `data-slot` stand the parts of that slot. A part
    whose slot the document does not have is not shown.
    """

    frame: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, str] = field(default_factory=dict)

    def order(self) -> list[tuple[str, list[str]]]:
        """The ids of the parts in each slot."""
        order: dict[str, list[str]] = {}
        for part in self.parts:
            order.setdefault(self.slots[part], []).append(part)
        return list(order.items())
