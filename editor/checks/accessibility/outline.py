"""What programs that read a page aloud, and people who see little, get of its HTML."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = "true"
_ATTRIBUTES = r"(?:\s+[a-z][\w:-]*+(?:=\"[^\"<]*\")?)*+\s*"
_TAG = re.compile(rf"</?[a-z][a-z0-9]*+{_ATTRIBUTES}/?>|<!doctype html>", re.IGNORECASE)
_NO_TAGS_WITHIN = "title|style|script|textarea|iframe|xmp|noembed|noframes|plaintext"
_PASSED_OVER = re.compile(
    rf"</?(?!(?:html|img|a|h[1-6]|{_NO_TAGS_WITHIN})\b)[a-z][a-z0-9]*+{_ATTRIBUTES}>",
)
_NOT_PLAIN = re.compile(rf"&[^\s;<]{{0,40}}<|<({_NO_TAGS_WITHIN})\b[^<]*+<(?!/\1\b)", re.IGNORECASE)
"""What may look like a tag and is none; and a part of a letter, such as "&am", before a tag that keeps it from what
follows.
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with the words that tell where it leads: those that it shows, or that are given for reading aloud."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is 1 for the page's own."""

    level: int
    words: str


@dataclass
class Outline:
    """The parts of an HTML page that count here, in its order."""

    language: str = ""
    title: str = ""
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures_without_words: list[str] = field(default_factory=list)
    """The addresses of pictures without `alt`; an empty one is right for those that only adorn."""
    styles: list[str] = field(default_factory=list)


@functools.lru_cache(maxsize=4)  # several rules look at the same page
def outline_of(html: str) -> Outline:
    """The outline of a page."""
    reader = _Reader()
    reader.feed(_with_what_counts(html))
    reader.close()
    return reader.outline


def _with_what_counts(html: str) -> str:
    """The page without tags that the reader passes over, which are most; or as it is, where it is not plain HTML."""
    if len(_TAG.findall(html)) != html.count("<") or _NOT_PLAIN.search(html):
        return html
    return _PASSED_OVER.sub("", html)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.outline = Outline()
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        """The headings, links, titles and styles that are not closed yet, with the words in them so far."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.outline.language = dict(attrs).get("lang") or ""
        elif tag == "img":
            self._take_picture({name: value or "" for name, value in attrs})
        elif tag in _HEADINGS or tag in ("a", "title", "style"):
            self._open.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag in {name for name, _, _ in self._open}:
            while self._open:
                name, attributes, words = self._open.pop()
                self._take(name, attributes, "".join(words))
                if name == tag:
                    break

    def handle_data(self, data: str) -> None:
        for _, _, words in self._open:
            words.append(data)

    def _take_picture(self, attributes: dict[str, str]) -> None:
        if "alt" in attributes or attributes.get("aria-hidden") == _HIDDEN:
            self.handle_data(attributes.get("alt", ""))
        elif not (attributes.get("aria-label") or attributes.get("role") in ("presentation", "none")):
            self.outline.pictures_without_words.append(attributes.get("src", ""))

    def _take(self, tag: str, attributes: dict[str, str], text: str) -> None:
        words = " ".join(text.split())
        if tag == "a" and attributes.get("href"):
            self.outline.links.append(Link(attributes.get("aria-label") or words, attributes["href"]))
        elif tag == "title":
            self.outline.title = self.outline.title or words
        elif tag == "style":
            self.outline.styles.append(text)
        elif tag in _HEADINGS:
            self.outline.headings.append(Heading(_HEADINGS[tag], words))
