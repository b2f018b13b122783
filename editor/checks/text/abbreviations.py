"""Abbreviations that a page uses before it has said what they stand for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.prose.passage import Passage, fields_in, passages_of_page
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.words import tr

_ABBREVIATION = re.compile(
    r"(?<![\w.&/-])([A-Z]{2,6}|[A-Z][a-z]?[A-Z]{2,4}|[A-Z]{2,4}-[A-Z]{1,4})(?:s|\u2019s|'s)?(?![\w&-])"
)
_SHOUTED = re.compile(r"(?<![A-Z])[A-Z]{2,40}(?:[ \t][A-Z]{2,40})+(?![A-Z])")
_ROMAN = re.compile(r"[IVX]+")
_POINT = re.compile(r"(?:LU|LI|ST|SP|HT|HE|SI|BL|UB|KI|KD|PC|TE|SJ|TB|TW|GB|LR|LV|CV|GV|DU|RN|EX)(?=[- ]?\d)")
"""The meridians, before the number of a point: "PC 6"."""
_NO_PROSE = re.compile(r"<[^<>]*>|`[^`\n]*`|\{\w*\}")
_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset(("of", "and", "the", "for", "in", "to", "on", "with", "a", "an", "at", "by"))
_MOST_WORDS = 10
"""Before a bracket, that an abbreviation in it may stand for."""
_FEWEST_INITIALS = 3
"""With less any two words would do."""
_REACH = 40
_BRACKET_BEFORE = re.compile(rf"[(\[][^()\[\]]{{0,{_REACH}}}$")
_BRACKET_BEHIND = re.compile(r"\s*[(\[](?:or |short for |that is,? |meaning )?([^()\[\]]{5,100})[)\]]")
_SHOWN_FIRST = ("heading", "intro", "research_heading", "research_lead", "insights", "call_to_action")


class Abbreviation(NamedTuple):
    """One abbreviation of a text, without the ending that makes it more than one."""

    start: int
    end: int
    short: str
    sentence: str
    is_explained: bool


def unexplained_abbreviations(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """The first use of each abbreviation that nothing before it on the page explains, and that not everybody knows."""
    fields, known = fields_in(rule.fields), set(rule.words)
    for text in (getattr(checked.texts, name) for name in _SHOWN_FIRST):
        known.update(each.short for each in abbreviations_in(text) if each.is_explained)
    for passage in passages_of_page(checked.page):
        for each in abbreviations_in(passage.text) if passage.field in fields or passage.field == "title" else ():
            if passage.field in fields and not each.is_explained and each.short not in known:
                yield _finding(rule, checked, passage, each)
                known.add(each.short)
            elif each.is_explained:
                known.add(each.short)


@functools.lru_cache(maxsize=16_384)  # all texts of a page are looked at again with every pause in typing
def abbreviations_in(text: str) -> tuple[Abbreviation, ...]:
    """The abbreviations of a text, in its order."""
    prose = Prose(Passage("", text))
    plain = _NO_PROSE.sub(lambda found: " " * len(found[0]), prose.plain)
    plain = _SHOUTED.sub(lambda found: found[0].lower(), plain)
    return tuple(
        Abbreviation(
            *found.span(), found[1], text[slice(*prose.sentence_at(found.start()))], _is_explained(found, plain)
        )
        for found in _ABBREVIATION.finditer(plain)
        if not _ROMAN.fullmatch(found[1]) and not _POINT.match(plain, found.start())
    )


def _is_explained(found: re.Match[str], plain: str) -> bool:
    """Whether it stands in brackets behind the words that it is short for, or has them in brackets behind it.

    One of the words before has to begin as it does: "PC6-hand pressing (PHP)". What stands in brackets behind can be
    anything, such as examples, so that has to have all its initials.
    """
    short = found[1].replace("-", "").lower()
    if bracket := _BRACKET_BEFORE.search(plain, max(0, found.start() - _REACH), found.start()):
        before = _WORD.findall(plain[max(0, bracket.start() - 200) : bracket.start()].lower())
        return any(word[0] == short[0] for word in before[-_MOST_WORDS:])
    if behind := _BRACKET_BEHIND.match(plain, found.end()):
        words = _WORD.findall(behind[1].lower())
        return short in (_initials(words), _initials(word for word in words if word not in _SMALL_WORDS))
    return False


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


def _finding(rule: Rule, checked: CheckedPage, passage: Passage, each: Abbreviation) -> Finding:
    text = passage.text
    fixes: tuple[Fix, ...] = ()
    if passage.item is None and (words := _words_for(each.short, checked, passage)):
        ending = text[each.start + len(each.short) : each.end]
        long = f"{words} ({each.short}{ending})"
        change = TextChange(passage.field, text, text[: each.start] + long + text[each.end :], passage.study)
        fixes = (Fix(tr("Write “{words}”", words=long), (change,)),)
    spot = Spot(passage.field, passage.study, passage.item, each.start, each.end)
    return Finding(rule, spot, text[each.start : each.end], each.sentence, {"short": each.short}, fixes)


def _words_for(short: str, checked: CheckedPage, passage: Passage) -> str:
    """The words of the page, the study's own first, whose initials make the abbreviation; "" where there are none."""
    if len(short) < _FEWEST_INITIALS or not short.isalpha():
        return ""
    titles = [(study.key == passage.study, study.title or "") for study in checked.page.study_list]
    near = [title for is_own, title in titles if is_own]
    for text in (*near, passage.text, checked.page.intro or "", *(title for _, title in titles)):
        initials, places = _initials_in(text)
        at = initials.find(short.lower())
        if at >= 0 and (words := text[places[at][0] : places[at + len(short) - 1][1]]) != short:
            return " ".join(words.lower().split())
    return ""


@functools.lru_cache(maxsize=16_384)
def _initials_in(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The first letters of a text's words, a full stop where more than a blank or a hyphen lies between, and places."""
    letters, places, end = "", [], 0
    for word in _WORD.finditer(text):
        if text[end : word.start()].strip(" \t\n-\u2010\u2011"):
            letters += "."
            places.append((end, end))
        letters += word[0][0].lower()
        places.append(word.span())
        end = word.end()
    return letters, tuple(places)
