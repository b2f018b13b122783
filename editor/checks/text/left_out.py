"""Words in angle brackets, which the page takes for HTML and leaves out: "<two weeks>" is gone without a trace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.markup.reading import Reading, read_markup
from editor.markup.shown_tags import SHOWN_TAGS
from editor.words import tr

_TAG = re.compile(r"</?([A-Za-z][^\s<>/]*)[^<>]*>")


def tags_left_out(rule: Rule, prose: Prose) -> Iterator[Found]:
    """Where something in angle brackets is left out. The rule's `words` are real tags, for which there is no cure, and
    those that begin with a dash are others' business.
    """
    if "<" not in prose.text:
        return
    reading = read_markup(prose.text)
    for tag in _TAG.finditer(prose.text):
        name = tag[1].lower()
        if name in SHOWN_TAGS or f"-{name}" in rule.words or not _is_left_out(reading, *tag.span()):
            continue
        if name in rule.words:
            if not tag[0].startswith("</"):  # with the one that it closes, all is said
                yield Found(*tag.span())
        else:
            yield Found(*tag.span(), mended=f"&lt;{tag[0][1:]}", mend=tr("Show it as it stands"))


def _is_left_out(reading: Reading, start: int, end: int) -> bool:
    """Whether the page takes these characters for a tag, which no part of a link's address is."""
    if any(reading.is_shown(place) for place in range(start, end) if not reading.text[place].isspace()):
        return False
    return not any(link.words_end <= start and end <= link.end for link in reading.links)
