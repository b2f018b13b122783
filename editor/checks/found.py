"""Words found in one text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor.checks.severity import Severity


@dataclass(frozen=True, slots=True)
class Found:
    """From which character to which. `values` fill the rule's message; `mended` is what could stand in place of these
    characters, `mend` the label of the button that puts it there. `whole`: it is about the text as a whole, and no
    characters are marked.
    """

    start: int
    end: int
    values: Mapping[str, object] = field(default_factory=dict)
    mended: str | None = None
    mend: str = ""
    milder: Severity | None = None
    whole: bool = False
