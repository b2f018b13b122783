"""A page to be pasted elsewhere: into an e-mail, a document or the website's own files."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from editor.render.parts import Part
from editor.words import tr

_KEPT = {"href", "title", "start", "lang", "dir", "datetime"}
"""Attributes that mean something without the website's style sheet."""
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "pre", "tr", "hr", "dt", "dd"}
_LISTS = {"ol", "ul"}
_EMPTY = {"br", "hr", "img"}
_DROPPED = {"div", "section", "span"}
"""They carry nothing but what the style sheet goes by."""
_NUMBER = re.compile(r"[0-9]{1,9}")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class CopiedPage:
    """The page without its look, as HTML and as words alone. Pictures, which stay behind, are their descriptions."""

    html: str
    text: str


def copied_page(parts: Iterable[tuple[Part, str]]) -> CopiedPage:
    """The page of these parts, each with its HTML in the program's own look, as `page_parts` orders them."""
    reading = _Reading()
    is_in_studies = False
    for part, its_html in parts:
        if part.is_study != is_in_studies:
            is_in_studies = part.is_study
            reading.feed("<ol>" if is_in_studies else "</ol>")
        reading.feed(its_html)
    if is_in_studies:
        reading.feed("</ol>")
    reading.close()
    return CopiedPage("".join(reading.html).strip() + "\n", reading.words())


class _Reading(HTMLParser):
    """Takes in what the program has rendered, whose tags are closed and in order."""

    def __init__(self) -> None:
        super().__init__()
        self.html: list[str] = []
        self._lines: list[str] = []
        self._line: list[str] = []
        self._lists: list[int | None] = []
        self._links: list[tuple[str, int]] = []
        self._mark = ""

    def words(self) -> str:
        """All of it as text, its paragraphs apart."""
        self._end_line()
        return "\n\n".join(self._lines) + "\n"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag == "img":
            if values.get("alt"):
                self.handle_data(tr("[Picture: {description}]", description=values["alt"]))
            return
        if tag in _BLOCKS or tag in _LISTS:
            self._end_line()
        if tag in _LISTS:
            start = values.get("start", "1")
            self._lists.append(None if tag == "ul" else int(start) if _NUMBER.fullmatch(start) else 1)
        elif tag == "li":
            self._mark = self._next_mark()
        elif tag == "br":
            self._line.append("\n")
        elif tag == "a":
            self._links.append((values.get("href", ""), len(self._line)))
        if tag not in _DROPPED:
            kept = "".join(
                f' {name}="{html.escape(value)}"' for name, value in values.items() if name in _KEPT and value
            )
            self.html.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in _LISTS:
            self._end_line()
        if tag in _LISTS and self._lists:
            self._lists.pop()
        elif tag == "a" and self._links:
            address, begin = self._links.pop()
            if address and address != "".join(self._line[begin:]).strip():
                self._line.append(f" ({address})")
        if tag not in _DROPPED and tag not in _EMPTY:
            self.html.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.html.append(html.escape(data, quote=False))
        self._line.append(_BLANKS.sub(" ", data))

    def _next_mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number}. "

    def _end_line(self) -> None:
        lines = "".join(self._line).split("\n")
        words = "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in lines)))
        self._line = []
        if words:
            self._lines.append(self._mark + words)
            self._mark = ""
