"""The pairs of marks that make words bold or italic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.inlinepatterns import DelimiterProcessor

if TYPE_CHECKING:
    import re

    from markdown import Markdown
    from markdown.inlinepatterns import Delimiter


class EmphasisPairs(DelimiterProcessor):
    """Python-Markdown's own search for pairs, held to what stands in the text.

    Where marks stand crosswise, as in `*a**b*c`, that search takes the letter behind a mark for one, and the letter
    is gone from the page; where a stand-in of the parser's own is there, half of its name comes to light.
    """

    def __init__(self, parser: Markdown) -> None:
        super().__init__("*", "strong,em", parser)
        self.add("_", "strong,em", smart=True)
        self._text = ""

    def get_match(self, data: str, start: int) -> re.Match[str] | None:
        """The mark at a place: the first thing that is asked of every text."""
        self._text = data
        return super().get_match(data, start)

    def add_region(self, delim: Delimiter, a: int, b: int, c: int, d: int, size: int) -> None:
        """Take what is from `a` to `b` and from `c` to `d` for a pair, if it is one."""
        if self._text[a:b] == delim.token * size == self._text[c:d]:
            super().add_region(delim, a, b, c, d, size)

    def increment_next_position(self, start: int, count: int) -> None:
        """Forget further pairs: they are counted from places that what is put in for this one moves."""
        super().increment_next_position(start, count)
        self.reset()
