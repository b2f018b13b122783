"""Text that is too pale, as far as a style sheet alone tells it.

Which background a text has is known where one rule sets both. Elsewhere it may be any that the style sheet sets, so it
is only said to be too pale where it is so on each of them. Pictures, see-through colours, and what shows at times, such
as below the mouse, are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, QualifiedRule
from tinycss2.color3 import RGBA, parse_color

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

NEEDED, NEEDED_IF_LARGE = 4.5, 3.0
_WHITE: Colour = (1.0, 1.0, 1.0)
_BLACK: Colour = (0.0, 0.0, 0.0)
_PAGE = frozenset((":root", "html", "body"))
_LARGE = re.compile(r"(?:^|[\s>])h[12]\b")
_AT_TIMES = re.compile(r":{1,2}(?!root\b)[a-z]")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_DARK = re.compile(r"prefers-color-scheme\s*:\s*dark")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class PaleText:
    """A rule of a style sheet, its line, and how much its text differs from the background."""

    selector: str
    line: int
    contrast: float
    needed: float

    @property
    def values(self) -> Mapping[str, str]:
        """For the message of a check."""
        return {"contrast": f"{self.contrast:.1f}", "needed": f"{self.needed:g}"}


@dataclass(frozen=True, slots=True)
class _Style:
    """One rule: what it is for, and what it says."""

    selector: str
    line: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Look:
    """The values that the style sheet has names for."""

    named: Mapping[str, str]

    def ink(self, style: _Style) -> Colour | None:
        """The colour of a rule's text; None where it sets none that can be told."""
        return self._colour(style.values.get("color", ""))

    def background(self, style: _Style) -> Colour | None:
        """The colour behind it."""
        return self._colour(style.values.get("background-color") or style.values.get("background", ""))

    def _colour(self, value: str) -> Colour | None:
        for _ in range(_DEEPEST):
            value = _VARIABLE.sub(lambda found: self.named.get(found[1], ""), value)
        colour = parse_color(value) if value else None
        if not isinstance(colour, RGBA) or colour.alpha < 1:
            return None
        return colour.red, colour.green, colour.blue


def pale_texts(style: str) -> tuple[PaleText, ...]:
    """The rules of a style sheet whose text is too pale, on light screens or on dark ones."""
    try:
        light, dark = _styles_in(style)
    except RecursionError:  # brackets within brackets; rendering tells of them
        return ()
    looks = [light, [*light, *dark]] if dark else [light]
    return tuple({pale.selector: pale for look in looks for pale in _pale_in(look)}.values())


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours as WCAG measures it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _pale_in(styles: list[_Style]) -> Iterator[PaleText]:
    of_page = [style for style in styles if style.selector in _PAGE]
    named = {name: value for style in of_page for name, value in style.values.items() if name.startswith("--")}
    look = _Look(named)
    paper = next(filter(None, map(look.background, reversed(of_page))), _WHITE)
    ink = next(filter(None, map(look.ink, reversed(of_page))), _BLACK)
    backgrounds = {paper, *filter(None, map(look.background, styles))}
    for style in styles:
        is_page = style in of_page
        colour, own = look.ink(style), look.background(style)
        if colour is None and not (is_page and own):
            continue
        behind = {paper} if is_page else {own} if own else backgrounds
        measured = max(contrast(ink if is_page else colour or ink, each) for each in behind)
        needed = NEEDED_IF_LARGE if _LARGE.search(style.selector) else NEEDED
        if measured < needed:
            yield PaleText(style.selector, style.line, measured, needed)


def _styles_in(text: str) -> tuple[list[_Style], list[_Style]]:
    """The rules that always hold, and those for dark screens."""
    light: list[_Style] = []
    dark: list[_Style] = []
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if isinstance(rule, QualifiedRule):
            light += _styles_of(rule)
        elif isinstance(rule, AtRule) and _is_for_dark_screens(rule):
            inside = tinycss2.parse_rule_list(rule.content or (), skip_comments=True, skip_whitespace=True)
            dark += (style for each in inside if isinstance(each, QualifiedRule) for style in _styles_of(each))
    return light, dark


def _is_for_dark_screens(rule: AtRule) -> bool:
    return rule.lower_at_keyword == "media" and _DARK.search(tinycss2.serialize(rule.prelude)) is not None


def _styles_of(rule: QualifiedRule) -> Iterator[_Style]:
    declared = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
    values = {each.name: tinycss2.serialize(each.value).strip() for each in declared if isinstance(each, Declaration)}
    for selector in tinycss2.serialize(rule.prelude).split(","):
        if not _AT_TIMES.search(selector):
            yield _Style(" ".join(selector.split()), rule.source_line, values)
