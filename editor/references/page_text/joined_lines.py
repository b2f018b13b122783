"""Lines that name a journal and a date at once: "Acupuncture in Medicine, 1 April 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from editor.markup.html_blocks import Block, Run
from editor.references.page_text.lines import TextLine
from editor.references.page_text.roles import date_score, is_like_title

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST = 160
_SIGNS = re.compile(r"\s*[,|·•]\s*|\s+[\u2013\u2014-]\s+|\s+(?=\()")


def parted(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """The lines, such a one as two; the comma or stroke between them goes."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: TextLine) -> Iterator[TextLine]:
    cut = _cut(line.text)
    if cut is None:
        yield line
        return
    address = next((address for _, address in line.links), "")
    for place, words in enumerate(cut):
        block = Block([Run(words, 0, "" if place else address)], None if place else line.block.item, line.block.depth)
        yield replace(line, text=words, block=block, gap=0 if place else line.gap)


def _cut(text: str) -> tuple[str, str] | None:
    """The two parts of a line; None where it is no such line."""
    if len(text) > _LONGEST or not _YEAR.search(text) or date_score(text) > 0:
        return None
    for sign in _SIGNS.finditer(text):
        before, after = text[: sign.start()], text[sign.end() :]
        if date_score(after) > 0 and _is_naming(before):
            return before, after
        if "," not in sign[0] and date_score(before) > 0 and _is_naming(after):
            return before, after
    return None


def _is_naming(words: str) -> bool:
    return len(words) > 2 and any(map(str.isalpha, words)) and not is_like_title(words) and "©" not in words
