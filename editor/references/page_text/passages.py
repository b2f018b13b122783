"""What stands on a page beside its studies, line by line, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from editor.content.condition_page import ConditionPage
from editor.content.page_texts import page_texts
from editor.content.shared_on_page import SHARED_TEXTS, SharedText
from editor.content.site import Site
from editor.references.page_text.found import INSIGHTS, INTRO, Passage
from editor.references.page_text.lines import TextLine, markdown_of_lines
from editor.references.page_text.page_name import PageName
from editor.references.page_text.shared_lines import Match, most_like
from editor.words import tr

_SHARED = {shared.name: shared for shared in SHARED_TEXTS}
_FURNITURE = re.compile(
    r"cookie|copyright|©|all rights reserved|privacy|terms (?:and|&|of)|skip to|back to top|sign up|subscribe|log ?in"
    r"|newsletter|follow us|share (?:this|on)|tweet|facebook|instagram|abn\b|powered by|@|^\+?[\d ()-]{8,}$|www\."
    r"|^(?:home|about(?: us)?|contact(?: us)?|services|blog|news|menu|search|faqs?|book(?: now| online| an? .*)?"
    r"|our (?:team|clinic|services|practitioners)|conditions(?: we treat)?|treatments|fees|accept(?: all)?|close|more"
    r"|previous|next|print|share)$|monday|opening hours|\b(?:suite|level) \d|street|版权所有|首页|联系我们|预约",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(?:research|evidence|science|studies (?:say|show|report)|insights?|trials|findings)\b|研究", re.IGNORECASE
)
_REFERENCES = re.compile(
    r"\b(?:references|studies|publications|literature|papers|bibliography|further reading|sources|articles)\b"
    r"|文献|参考",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:consult|book|contact|call us|appointment|get in touch|talk to|speak (?:to|with)|ask (?:us|our|a))\b"
    r"|预约|咨询",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\b(?:claims?|not (?:a |be )?substitute|general information|medical advice|guarantee|individual|disclaimer"
    r"|personali[sz]ed advice)\b|不构成|仅供参考",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"([“\"「『].+[”\"」』])\s*(.*)")
_PROSE, _HEADING, _CALL_LENGTH = 60, 90, 200
_LISTS = ("research.disclaimers", "references.lead")
_OTHER_WORDS = tr("All pages say it in other words. These are used on this page only if you choose so.")
_DISCLAIMERS = tr("Disclaimers are the same on all pages. If this one has to stay, add it to the shared texts.")
_GUESS = tr("It seems to be this text, in other words than all pages have.")
_NOWHERE = tr("The text does not tell where this belongs.")
_ABOVE = tr("It stands above the heading.")
_SHORT = tr("It is only a few words.")


class _Part(Enum):
    """The parts of a page, from its top down."""

    TOP = auto()
    INTRO = auto()
    RESEARCH = auto()
    REFERENCES = auto()
    AFTER = auto()


@dataclass(slots=True)
class _Place:
    """How far the page has been read, and which shared texts were met."""

    part: _Part = _Part.TOP
    met: set[str] = field(default_factory=set)


class Passages:
    """Sorts lines; `first_study` and `last_study` are numbers of lines, or None where the text has no studies."""

    def __init__(self, site: Site, name: PageName, first_study: int | None, last_study: int | None) -> None:
        self._name = name
        self._first, self._last = first_study, last_study
        page = ConditionPage("", name=name.name.text, name_in_text=name.in_text.text or name.name.text)
        texts = page_texts(site, page)
        self._shown = {shared.name: _as_tuple(shared.words_in(texts)) for shared in SHARED_TEXTS}
        self._place = _Place()

    def sort(self, lines: Sequence[TextLine], matches: Sequence[Match | None]) -> tuple[Passage, ...]:
        """The passages, in the order of the text."""
        found: list[list[tuple[TextLine, Passage]]] = []
        for at, (line, match) in enumerate(zip(lines, matches, strict=True)):
            following = lines[at + 1] if at + 1 < len(lines) else None
            passage = self._passage(line, match, following)
            if found and _goes_with(found[-1][-1], (line, passage)):
                found[-1].append((line, passage))
            else:
                found.append([(line, passage)])
        return tuple(map(_joined, found))

    def _passage(self, line: TextLine, match: Match | None, following: TextLine | None) -> Passage:
        plain = Passage(line.text, line.number, "", texts=(line.text,))
        if match is not None:
            return self._of_all_pages(plain, match.shared)
        if line in (self._name.title, self._name.heading):
            is_title = line == self._name.title
            if not is_title or self._name.heading is None:
                self._place.part = _Part.INTRO
            return self._instead("title_template" if is_title else "heading_template", plain)
        if self._is_furniture(line):
            return plain
        if self._place.part is not _Part.TOP and self._last is not None and line.number > self._last:
            self._place.part = _Part.AFTER
        if self._place.part is _Part.AFTER:
            return self._after(line, plain, following)
        return self._heading_of_part(line, plain) or self._within(line, plain)

    def _of_all_pages(self, plain: Passage, shared: SharedText) -> Passage:
        """A line that is recognised: it stands on every page, and tells where we are."""
        group = shared.name.partition(".")[0]
        parts = {"research": _Part.RESEARCH, "references": _Part.REFERENCES, "quotation": _Part.AFTER}
        self._place.part = parts.get(group, self._place.part)
        self._place.met.add(shared.name)
        return replace(plain, shared=shared, is_shared=True)

    def _instead(self, name: str, plain: Passage, reason: str = _OTHER_WORDS) -> Passage:
        """Words in the place of a shared text; where they are the same after all, they are that text."""
        shared, shown = _SHARED[name], self._shown[name]
        self._place.met.add(name)
        if plain.source in shown:
            return replace(plain, shared=shared, is_shared=True)
        unsure = _DISCLAIMERS if shared.own_field is None else reason
        return replace(plain, shared=shared, says="\n\n".join(shown), unsure=unsure)

    def _is_furniture(self, line: TextLine) -> bool:
        return len(line.text) <= 300 and _FURNITURE.search(line.text) is not None and not self._is_in_sections(line)

    def _is_in_sections(self, line: TextLine) -> bool:
        """Whether a sentence stands among the texts of a page, where "book" and "@" are no menu."""
        return self._place.part in (_Part.INTRO, _Part.RESEARCH) and len(line.text) > _PROSE

    def _heading_of_part(self, line: TextLine, plain: Passage) -> Passage | None:
        """A heading with which another part of the page begins."""
        is_short = len(line.text) <= _HEADING and not line.text.endswith((".", "。", ",", ":", ";"))
        if not is_short or line.block.item is not None:
            return None
        is_references = self._first is None or line.number < self._first
        is_research = _RESEARCH.search(line.text) is not None and "research.heading" not in self._place.met
        is_references = is_references and "references.heading" not in self._place.met
        if is_references and _REFERENCES.search(line.text) and not is_research:
            self._place.part = _Part.REFERENCES
            return self._instead("references.heading", plain)
        if is_research:
            self._place.part = _Part.RESEARCH
            return self._instead("research.heading", plain)
        return None

    def _within(self, line: TextLine, plain: Passage) -> Passage:
        """A line of the part in which we are."""
        part = self._place.part
        markdown = replace(plain, markdown=markdown_of_lines([line]))
        if part is _Part.TOP:
            is_prose = len(line.text) > _PROSE
            return replace(markdown, goes=INTRO, unsure=_ABOVE) if is_prose else plain
        if part is _Part.INTRO:
            is_short = len(line.text) < 25 and line.block.item is None and not line.is_heading
            return replace(markdown, goes=INTRO, unsure=_SHORT if is_short else "")
        if part is _Part.REFERENCES:
            is_above = self._first is None or line.number < self._first
            return self._instead("references.lead", plain) if is_above else replace(plain, unsure=_NOWHERE)
        return self._of_research(line, markdown)

    def _of_research(self, line: TextLine, plain: Passage) -> Passage:
        met = self._place.met
        like = most_like(line.text, {name: self._shown[name] for name in _SHARED if name.startswith("research.")})
        if like:
            return self._instead(like, plain)
        is_in_name = bool(self._name.name.text) and self._name.name.text.casefold() in line.text.casefold()
        if not met & {"research.lead", "research.call_to_action"} and is_in_name and len(line.text) > _PROSE:
            return self._instead("research.lead", plain, _GUESS)
        if _DISCLAIMER.search(line.text):
            return self._instead("research.disclaimers", plain)
        if _CALL.search(line.text) and len(line.text) <= _CALL_LENGTH and "research.call_to_action" not in met:
            return self._instead("research.call_to_action", plain, _GUESS)
        is_short = len(line.text) < 25 and line.block.item is None and not line.is_heading
        return replace(plain, goes=INSIGHTS, unsure=_SHORT if is_short else "")

    def _after(self, line: TextLine, plain: Passage, following: TextLine | None) -> Passage:
        """Below the studies: the quotation, then what all websites end with."""
        met = self._place.met
        if _QUOTED.match(line.text) and "quotation.text" not in met:
            return self._instead("quotation.text", plain, _GUESS)
        is_next_quoted = following is not None and _QUOTED.match(following.text) is not None
        if is_next_quoted and "quotation.heading" not in met and len(line.text) <= _HEADING:
            return self._instead("quotation.heading", plain, _GUESS)
        if "quotation.text" in met and "quotation.date_text" not in met and len(line.text) <= _HEADING:
            return self._instead("quotation.date_text", plain, _GUESS)
        return replace(plain, markdown=markdown_of_lines([line]), unsure=_NOWHERE)


def _as_tuple(words: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return words if isinstance(words, tuple) else (words,) if words else ()


def _goes_with(before: tuple[TextLine, Passage], after: tuple[TextLine, Passage]) -> bool:
    """Whether two lines are one passage: items of a list, texts of a list, or short words that nobody needs."""
    (line, one), (next_line, other) = before, after
    if (one.goes, one.shared, one.is_shared) != (other.goes, other.shared, other.is_shared):
        return False
    if one.shared is not None:
        return one.shared.name in _LISTS
    if one.goes in (INTRO, INSIGHTS):
        return line.block.item is not None and next_line.block.item is not None
    return max(len(line.text), len(next_line.text)) <= _PROSE


def _joined(parts: Sequence[tuple[TextLine, Passage]]) -> Passage:
    """The lines of one passage; what it says as Markdown."""
    first = parts[0][1]
    if first.is_shared and len(parts) == 1:
        return first
    texts = tuple(line.text for line, _ in parts)
    markdown = markdown_of_lines([line for line, _ in parts])
    return replace(first, source="\n".join(texts), markdown=markdown, texts=texts)
