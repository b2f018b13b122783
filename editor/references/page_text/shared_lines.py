"""Lines that say what all pages say: recognised with a condition's name put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from editor.content.fields import Kind
from editor.content.placeholders import CONDITION, CONDITION_IN_TEXT, PLACEHOLDERS, WINDOW_YEARS
from editor.content.search_text import folded, single_spaced
from editor.content.shared_on_page import SHARED_TEXTS, SharedText
from editor.content.site import Site
from editor.markup.plain_words import plain_words

_SPLIT = re.compile("(" + "|".join(map(re.escape, PLACEHOLDERS)) + ")")
_NAMES = (CONDITION, CONDITION_IN_TEXT)
_ALIKE = str.maketrans({"\u2018": "'", "\u2019": "'", "“": '"', "”": '"', "\u2010": "-", "\u2013": "-", "\u2014": "-"})
_WORD = re.compile(r"[^\W_]+")
_LEAST_LETTERS = 10
"""Of a text, for its recognition to tell that a line is no part of a study."""
_LIKE = 0.6
TITLES = ("title_template", "heading_template")
"""The texts that are little more than the page's name: other lines may be like them by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """Which text a line is, and the names that stand in it for the page's, by their placeholders."""

    shared: SharedText
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wanted:
    shared: SharedText
    pattern: re.Pattern[str]
    placeholders: tuple[str, ...]
    letters: int
    beginning: str


class SharedLines:
    """The texts of a site, to be recognised line by line."""

    def __init__(self, site: Site) -> None:
        self._wanted = [
            _wanted(shared, text)
            for shared in SHARED_TEXTS
            if shared.name not in ("references.window_years", "references.link_text")
            for text in _texts(shared, site)
        ]

    def match(self, text: str) -> Match | None:
        """The shared text that a line says; a title or heading is none here."""
        return next(self._matches(text, titles=False), None)

    def match_titles(self, text: str) -> Iterator[Match]:
        """The title or heading that a line may be, made as those of all pages are."""
        return self._matches(text, titles=True)

    def _matches(self, text: str, *, titles: bool) -> Iterator[Match]:
        plain = text.translate(_ALIKE)
        small = plain.lower()
        for wanted in self._wanted:
            if not small.startswith(wanted.beginning):
                continue
            if titles is not (wanted.shared.name in TITLES) or wanted.letters < (3 if titles else _LEAST_LETTERS):
                continue
            found = wanted.pattern.fullmatch(plain)
            if found is not None:
                names = {holder: text[slice(*found.span(at))] for at, holder in enumerate(wanted.placeholders, start=1)}
                yield Match(wanted.shared, names)


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    words, others = _WORD.findall(folded(one)), _WORD.findall(folded(other))
    common = sum(word in others for word in words) + sum(word in words for word in others)
    return common / max(len(words) + len(others), 1)


def most_like(text: str, shown: Mapping[str, Sequence[str]]) -> str:
    """The name of the shared text that says about the same in other words; "" if none does."""
    best = max(((likeness(text, one), name) for name, texts in shown.items() for one in texts), default=(0.0, ""))
    return best[1] if best[0] >= _LIKE else ""


def _texts(shared: SharedText, site: Site) -> Iterator[str]:
    """The paragraphs of a text, each as a page may show it on a line of its own."""
    value = shared.site_field.of(site)
    for text in value if isinstance(value, tuple) else (value or "",):
        shown = plain_words(text) if shared.site_field.kind is Kind.MARKDOWN else text
        paragraphs = [paragraph for part in shown.split("\n\n") if (paragraph := single_spaced(part))]
        yield from paragraphs
    if shared.name == "quotation.text" and value and site.quotation.source:
        yield single_spaced(f"{site.quotation.text} {site.quotation.source}")


def _pattern_of(part: str, holders: Sequence[str], *, is_first: bool) -> str:
    """What matches a part of a text: words, a name, which is the same wherever it stands, or a number of years."""
    if part in _NAMES:
        return "(.{1,120}?)" if is_first else rf"\{holders.index(part) + 1}"
    return "[0-9]{1,3}" if part == WINDOW_YEARS else re.escape(part)


def _wanted(shared: SharedText, text: str) -> _Wanted:
    parts = _SPLIT.split(text.translate(_ALIKE))
    holders = tuple(dict.fromkeys(part for part in parts if part in _NAMES))
    pattern = "".join(_pattern_of(part, holders, is_first=part not in parts[:at]) for at, part in enumerate(parts))
    letters = sum(map(str.isalpha, "".join(part for part in parts if part not in PLACEHOLDERS)))
    return _Wanted(shared, re.compile(pattern, re.IGNORECASE), holders, letters, parts[0].lower())
