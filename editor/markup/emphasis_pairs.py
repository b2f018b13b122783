"""The pairs of marks that make words bold or italic."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from markdown.inlinepatterns import DelimiterProcessor

if TYPE_CHECKING:
    import re
    from xml.etree.ElementTree import Element

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
        self._end = 0

    def get_match(self, data: str, start: int) -> re.Match[str] | None:
        """The mark at a place: the first thing that is asked of every text."""
        self._text = data
        return super().get_match(data, start)

    def add_region(self, delim: Delimiter, a: int, b: int, c: int, d: int, size: int) -> None:
        """Take what is from `a` to `b` and from `c` to `d` for a pair, or as much of it as is one."""
        for least in range(min(size, b - a, d - c), 0, -1):
            if self._text[b - least : b] == delim.token * least == self._text[c : c + least]:
                super().add_region(delim, b - least, b, c, c + least, least)
                break

    def get_cached_result(self, pos: int, data: str) -> tuple[Element, int, int]:
        """The next pair found before, in the text as it is now that others were put in before it."""
        if not data.endswith(self._text[self._end :]):  # a text inside of a pair, in which no other is left
            self.reset()
            return cast("Element", None), pos, pos + 1
        self.cache_pos = self.regions[self.cache_index][0]
        return super().get_cached_result(self.cache_pos + len(data) - len(self._text), data)

    def increment_next_position(self, start: int, count: int) -> None:
        """Go on to the next pair; what is behind the last one stands as it stood."""
        self._end = self.regions[self.cache_index][3]
        super().increment_next_position(start, count)
