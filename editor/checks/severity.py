"""How much a problem matters. Saving is never blocked by one."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """The worst first: "stop" is not to be published without a reason, "warn" wants a look, "hint" may be left."""

    STOP = "stop"
    WARN = "warn"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
