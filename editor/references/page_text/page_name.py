"""What a page is about: its name, in its title and heading and within sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.content.placeholders import CONDITION, CONDITION_IN_TEXT
from editor.references.page_text.found import Found
from editor.references.page_text.lines import TextLine
from editor.references.page_text.shared_lines import Match, SharedLines
from editor.words import tr

_FOR = re.compile(
    r"(?:.*\b)?(?:acupuncture|chinese medicine|tcm|herbal medicine|herbs|treatment|help|relief|针灸|针刺|中医)"
    r"(?:.{0,40}?\b(?:for|in|with|of)\s+|治疗)(.+)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"(.+?)(?:\s+(?:and|&|with)\s+(?:acupuncture|chinese medicine)\b.*|的?(?:针灸|中医).*)", re.IGNORECASE
)
_CUT = re.compile(r"(.+?)\s*(?:[|\u2013\u2014:\uff1a]|\s-\s).*")
_FOR_WEIGHT, _AND_WEIGHT, _CUT_WEIGHT, _WHOLE_WEIGHT, _TEMPLATE_WEIGHT = 3.0, 1.5, 1.2, 0.5, 5.0
_SURE = 3.5
_LONGEST_HEADING, _LONGEST_NAME, _PROSE = 130, 80, 80
_FIRST_LINES = 80


@dataclass(frozen=True, slots=True)
class PageName:
    """The page's name, and which lines are its title (of the browser's tab) and heading; None where there is none."""

    name: Found
    in_text: Found
    title: TextLine | None = None
    heading: TextLine | None = None


def page_name(lines: Sequence[TextLine], matches: Sequence[Match | None], shared: SharedLines) -> PageName:
    """The name that the lines beside the studies speak of; `matches` tells which of them all pages share."""
    given = next((one.names[CONDITION_IN_TEXT] for one in matches if one and CONDITION_IN_TEXT in one.names), "")
    named = next((one.names[CONDITION] for one in matches if one and CONDITION in one.names), "")
    texts = [line.text.casefold() for line in lines]
    best: tuple[float, str] = (0.0, "")
    naming: list[tuple[TextLine, str]] = []
    for at, (line, match) in enumerate(zip(lines[:_FIRST_LINES], matches, strict=False)):
        if match is not None or len(line.text) > _LONGEST_HEADING:
            continue
        for name, weight in _names_in(line.text, shared):
            score = weight + _support(name, at, texts) + (0.5 if line.is_heading else 0.0)
            score += 4.0 if name.casefold() in (given.casefold(), named.casefold()) else 0.0
            score += 1.0 if at + 1 < len(lines) and len(lines[at + 1].text) > _PROSE else 0.0
            naming.append((line, name))
            best = max(best, (score, name), key=_score)
    name = named or best[1] or given[:1].upper() + given[1:]
    heads = list({line.number: line for line, one in naming if one == name or _is_title(line, shared, name)}.values())
    title, heading = _title_and_heading(heads, shared, name)
    unsure = "" if best[0] >= _SURE or named else tr("The text does not say for certain what the page is called.")
    head = heading or title
    found = Found(name, head.text if head else "", head.number if head else 0, unsure)
    return PageName(found, _in_text(given, name, lines, heads), title, heading)


def _is_title(line: TextLine, shared: SharedLines, name: str) -> bool:
    return any(match.names.get(CONDITION, name) == name for match in shared.match_titles(line.text))


def _score(one: tuple[float, str]) -> float:
    return one[0]


def _names_in(text: str, shared: SharedLines) -> Iterator[tuple[str, float]]:
    """What a heading may be about, with what speaks for it."""
    for match in shared.match_titles(text):
        if CONDITION in match.names:
            yield match.names[CONDITION].rstrip(" ."), _TEMPLATE_WEIGHT
    whole = text.rstrip(" .")
    for pattern, weight in ((_FOR, _FOR_WEIGHT), (_AND, _AND_WEIGHT), (_CUT, _CUT_WEIGHT)):
        found = pattern.fullmatch(whole)
        if found is not None:
            inside = _CUT.fullmatch(found[1])
            yield (inside[1] if inside else found[1]).strip(), weight
    if len(whole) <= _LONGEST_NAME and not whole.endswith(("?", "。")):
        yield whole, _WHOLE_WEIGHT


def _support(name: str, at: int, texts: Sequence[str]) -> float:
    """How much the other lines speak of it."""
    small = name.casefold()
    if len(small) < 2 or len(small) > _LONGEST_NAME:
        return -5.0
    return 1.2 * min(
        3, sum(small in text for place, text in enumerate(texts) if place != at and len(text) > len(small))
    )


def _title_and_heading(
    heads: Sequence[TextLine], shared: SharedLines, name: str
) -> tuple[TextLine | None, TextLine | None]:
    """Of the lines that name the page the last is its heading and one above it the title, unless the site tells."""
    by_kind: dict[str, TextLine] = {}
    for line in heads:
        for match in shared.match_titles(line.text):
            if match.names.get(CONDITION, name) == name:
                by_kind.setdefault(match.shared.name, line)
    rest = [line for line in heads if line not in by_kind.values()]
    heading = by_kind.get("heading_template") or (rest[-1] if rest else None)
    title = by_kind.get("title_template") or (rest[0] if len(rest) > 1 and rest[0] is not heading else None)
    return title, heading


def _in_text(given: str, name: str, lines: Sequence[TextLine], heads: Sequence[TextLine]) -> Found:
    """The name as sentences have it."""
    if given:
        return Found(given)
    within = re.compile(r"(?<=[a-z,] )" + re.escape(name) + r"\b", re.IGNORECASE)
    for line in lines if name else ():
        found = within.search(line.text) if line not in heads else None
        if found is not None:
            return Found(found[0], line.text, line.number)
    return Found("")
