"""How large and how involved a text may be before it is refused unopened."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from editor.words import tr
from editor.yaml_text.refusals import Unreadable

_STANDARD_TAG = re.compile(
    r"tag:yaml\.org,2002:(?:str|int|float|bool|null|seq|map|binary|timestamp|set|omap|pairs|merge|value)"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Why limits: a file of 500 bytes can stand for millions of values, one of 6 kB can overrun the stack."""

    size: int = 2_000_000  # in bytes
    depth: int = 50
    nodes: int = 100_000
    nodes_after_aliases: int = 200_000
    scalar: int = 1_000_000
    documents: int = 1
    recursive_aliases: bool = False
    own_tags: bool = False

    def check_size(self, data: bytes) -> None:
        """Raise Unreadable for more bytes than allowed."""
        if len(data) > self.size:
            raise too_much(tr("The file is larger than {size} MB.", size=self.size // 1_000_000))

    def allows_tag(self, tag: str) -> bool:
        """Whether a tag may stand in the text; only those of the YAML standard itself are harmless for sure."""
        return self.own_tags or tag == "!" or _STANDARD_TAG.fullmatch(tag) is not None


PAGE_LIMITS = Limits()

# Nesting is limited even here: walking a deeper tree could overrun the stack, and scanning it takes minutes.
OPEN_LIMITS = Limits(
    size=sys.maxsize,
    depth=300,
    nodes=sys.maxsize,
    nodes_after_aliases=sys.maxsize,
    scalar=sys.maxsize,
    documents=sys.maxsize,
    recursive_aliases=True,
    own_tags=True,
)


def too_much(reason: str, line: int | None = None) -> Unreadable:
    """The refusal of a text that is too large or too involved to be a page."""
    return Unreadable(reason, tr("A page is never like this. Put back an earlier version of the file."), line)
