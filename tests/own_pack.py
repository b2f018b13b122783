"""A clinic's own set of checks with one rule, for tests that are about what becomes of a problem, not of rules."""

from __future__ import annotations

from pathlib import Path

PACK = "house"
"""Named in `rule_packs` alone, it is all that is switched on."""
RULE = "H01"
_TEXT = """title: House rules
kind: advertising
rules:
- id: H01
  name: cure_promised
  severity: stop
  phrases: [cures, cured, curative]
  message: "“{words}” promises a cure. Say what was found."
  sources: [The practice manager]
"""


def write_own_pack(folder: Path) -> None:
    """Put it into a content folder."""
    rules = folder / ".clinic-editor" / "rules"
    rules.mkdir(parents=True)
    (rules / f"{PACK}.yaml").write_text(_TEXT, encoding="utf-8")
