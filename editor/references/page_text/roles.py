"""What a line of a page's text may be within a study, and what speaks for each.

A score is about how much likelier the line is in this place than outside of all studies, as a logarithm: 0 is no
difference, 3 is a good sign, -3 speaks against it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from editor.content.dates import read_date
from editor.content.search_text import folded
from editor.references.page_text.author_look import author_score
from editor.references.page_text.lines import TextLine
from editor.references.page_text.link_words import LONGEST, link_end


class Role(IntEnum):
    """The lines of a study; PUBLISHER is the journal once more, with its publisher."""

    JOURNAL = 0
    DATE = 1
    TITLE = 2
    PUBLISHER = 3
    SUMMARY = 4
    AUTHORS = 5
    LINK = 6


_ALONE_ONLY = ("abstract", "pubmed", "doi", "link", "source", "article", "pdf", "read more »")

_LABEL = re.compile(
    r"(journal|published in|publisher|published by|(?:publication )?date|published(?: on)?|title|authors?|by|summary)"
    r"\s*[:\uff1a]\s*(?=\S)",
    re.IGNORECASE,
)
_ROLE_OF_LABEL = {
    "journal": Role.JOURNAL, "published in": Role.JOURNAL, "publisher": Role.PUBLISHER, "published by": Role.PUBLISHER,
    "date": Role.DATE, "publication date": Role.DATE, "published": Role.DATE, "published on": Role.DATE,
    "title": Role.TITLE, "author": Role.AUTHORS, "authors": Role.AUTHORS, "by": Role.AUTHORS, "summary": Role.SUMMARY,
}  # fmt: skip
_BEFORE_DATE = re.compile(r"(?:e?published|epub|available|first|online|on|in|\s)+(?=\d|[A-Z])", re.IGNORECASE)
_ADDRESS_AT_END = re.compile(r"\s*[<(\[]?(https?://[^\s<>]+?)[>)\]]?[.,]?$", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?:doi:?\s*)?(10\.\d{4,9}/\S+?)[.,]?|pmid:?\s*(\d{4,9})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LOOSE_DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|[a-z]*uary|march|april|august|[a-z]+ember|october"
    r"|spring|summer|autumn|fall|winter|e?pub|online|first|issue|vol|early|late|mid|[\d\s.,;:/()\u2013\u2014-])+",
    re.IGNORECASE,
)
_STUDY_WORDS = re.compile(
    r"systematic|meta-?\s?analys|review|randomi[sz]|\btrials?\b|controlled|efficacy|effective|\beffects?\b|versus|\bvs\b"
    r"|protocol|cohort|\bpilot|placebo|\bsham\b|study|studies|guideline|overview|evidence|patients with|prophyla"
    r"|系统评价|随机|对照|疗效|meta分析|荟萃|临床研究|观察",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"acupunct|herb|chinese medicine|moxibust|cupping|pain|therap|treatment|针|灸|中医", re.IGNORECASE)
_JOURNAL_WORDS = re.compile(
    r"\b(?:journal|medicine|research|reviews|annals|archives|acta|bmj|jama|plos|lancet|international|frontiers"
    r"|therapies|science|cochrane|bulletin|proceedings|neurology|clinical|complementary|nature|reports"
    r"|cephalalgia|zhongguo|chin|evid|altern)\b|杂志|学报|期刊|[中针][^\s]{0,8}[志刊报]$",
    re.IGNORECASE,
)
_PUBLISHER_WORDS = re.compile(
    r"\b(?:society|association|publishing|publishers?|publications|press|elsevier|springer|wiley|hindawi|karger|mdpi"
    r"|university|college|ltd|inc|gmbh|biomed|sage|francis|oxford|cambridge|thieme|lippincott|wolters|kluwer|media"
    r"|collaboration|library|academy|institute|foundation|federation|union)\b|出版社|学会|协会",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:we|was|were|is|are|has|have|had|may|showed|shows|suggests?|found|concluded?|reported|this study|results"
    r"|participants|compared"
    r"|indicate[ds]?|lowered|reduced|could|would|did|eased|improved|lasted|led to|halved|fell)\b|结果|结论|表明|显示",
    re.IGNORECASE,
)
_BEGINS_TELLING = re.compile(
    r"(?:in|among|of|across|from|added|both|this|these|results?|the (?:study|review|trial|authors|guideline))\b"
    r"|[\w-]+ (?:\w+ )?(?:trials|studies|reviews|people|patients)\b(?!:)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z“\"(]|[.!?][A-Z][a-z]|[。\uff01\uff1f]\S")
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_IN_JOURNALS = re.compile(
    r"Cochrane Database of Systematic Reviews|Evidence-Based(?! guideline)|\A(?:Systematic Reviews|Trials)\Z"
)
"""Words of journals' names that are otherwise those of studies."""
_HEADING = re.compile(
    r"(?:(?:scientific|selected|key|our|the|all) ){0,2}"
    r"(?:references|studies|research|publications|literature|further reading|sources|evidence)",
    re.IGNORECASE,
)
_NEIGHBOURS = 8
_BESIDE_DATE, _AGAIN, _ITEM, _HEADS = 2.5, 2.0, -0.3, 3.0
_SAME_STUDY = 3
"""Lines above that belong to the same study: a journal that stands there is named again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A line as a part of a study: its words without a label before ("Authors:") and a link's behind ("Full Article").

    `dropped` are the words left out so; `address` is where its link leads. `scores` has one score for each role.
    """

    line: TextLine
    words: str
    dropped: tuple[str, ...]
    address: str
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a website says of its studies already: journals and publishers, folded, and the words of its links."""

    journals: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    link_words: tuple[str, ...] = ()


def readings_of(lines: Sequence[TextLine], known: Known) -> list[Reading]:
    """How each line would read in a study."""
    ending = link_end(lines, known.link_words)
    shorter, longer = _pairs(lines)
    found = [_reading(line, known, ending, (number in shorter, number in longer)) for number, line in enumerate(lines)]
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        if other.scores[Role.PUBLISHER] > 0 and any(
            other.line.text == above.line.text for above in found[max(0, at - _SAME_STUDY + 1) : at + 1]
        ):
            _raise(found, at + 1, Role.PUBLISHER, _AGAIN)
        if one.line.number == other.line.number:  # what stood on one line with a date is the journal
            _raise(found, at if other.scores[Role.DATE] > 0 else at + 1, Role.JOURNAL, _BESIDE_DATE)
    return found


def _raise(found: list[Reading], at: int, role: Role, by: float) -> None:
    scores = list(found[at].scores)
    scores[role] += by
    found[at] = replace(found[at], scores=tuple(scores))


def _pairs(lines: Sequence[TextLine]) -> tuple[Collection[int], Collection[int]]:
    """Short lines that another nearby repeats or begins with, and these others: a journal, and it with its publisher.

    Of two that are the same, each counts as either.
    """
    shorter, longer = set(), set()
    texts = [line.text.casefold() for line in lines]
    for at, text in enumerate(texts):
        if not 3 <= len(text) <= 110:
            continue
        for other in range(max(0, at - _NEIGHBOURS), min(len(texts), at + _NEIGHBOURS + 1)):
            if other == at or len(texts[other]) > 200 or not texts[other].startswith(text):
                continue
            if not texts[other][len(text) : len(text) + 1].isalnum():
                shorter.add(at)
                longer.add(other)
    return shorter, longer


def _reading(line: TextLine, known: Known, ending: re.Pattern[str], pair: tuple[bool, bool]) -> Reading:
    words, dropped = line.text, []
    address = next((address for _, address in line.links if address.lower().startswith("http")), "")
    label = _LABEL.match(words)
    if label is not None:
        words = words[label.end() :]
        dropped.append(label[0].strip())
    at_end = _ADDRESS_AT_END.search(words) if "http" in words else None
    if at_end is not None:
        address, words = at_end[1], words[: at_end.start()]
    link = ending.search(words, max(0, len(words) - LONGEST))
    if link is not None:
        dropped.append(words[link.start() :].strip())
        words = words[: link.start()].rstrip(" ,;|·")
    elif words.strip(" .:").lower() in _ALONE_ONLY and address:
        dropped.append(words)
        words = ""
    scores = _scores(words, known, pair)
    if not words or _IDENTIFIER.fullmatch(words):
        scores = [-6.0] * 6 + [5.0]
    elif link is not None:
        scores[Role.AUTHORS] += 2.5 if scores[Role.AUTHORS] > -2 else 0.5
        scores[Role.LINK] = -3.0
    if label is not None:
        role = _ROLE_OF_LABEL[label[1].lower()]
        scores = [score + (6.0 if role == number else -1.0) for number, score in enumerate(scores)]
    if line.block.item is not None:
        scores[Role.SUMMARY] = max(scores[Role.SUMMARY], _ITEM)
    if line.is_heading:
        scores[Role.TITLE] += 0.3
    return Reading(line, words, tuple(dropped), address, tuple(scores))


def _scores(words: str, known: Known, pair: tuple[bool, bool]) -> list[float]:
    small, told = folded(words), _is_telling(words)
    has_sentences = _SENTENCE_END.search(words) is not None
    date = date_score(words)
    scores = [-6.0] * len(Role)
    scores[Role.DATE] = date
    if date > 0:
        return scores
    if len(words) <= 200:
        scores[Role.JOURNAL] = _journal_score(words, small, known, is_repeated=pair[0])
        scores[Role.PUBLISHER] = _publisher_score(words, small, known, repeats=pair[1])
    if len(words) <= 400:
        scores[Role.TITLE] = _title_score(words, told=told, has_sentences=has_sentences)
    scores[Role.SUMMARY] = _summary_score(words, told=told, has_sentences=has_sentences)
    scores[Role.AUTHORS] = author_score(words)
    return [score - _HEADS for score in scores] if _HEADING.fullmatch(words) else scores


def _is_telling(words: str) -> bool:
    """Whether a line tells what somebody found."""
    return _TOLD.search(words) is not None or (words.endswith(".") and _BEGINS_TELLING.match(words) is not None)


def date_score(words: str) -> float:
    """How much a line looks like the date of a study."""
    if len(words) > 45 or not _YEAR.search(words):
        return -6.0
    found = read_date(date_words(words))
    if found is not None:
        return 4.0 if len(words) == 4 else 7.0
    return 3.0 if _LOOSE_DATE.fullmatch(words) else -6.0


def date_words(words: str) -> str:
    """A date's words without what may stand around them."""
    words = words.strip().strip("()[]").strip()
    before = _BEFORE_DATE.match(words)
    return words[before.end() :] if before is not None else words


def _journal_score(words: str, small: str, known: Known, *, is_repeated: bool) -> float:
    score = -0.5
    score += 6.0 if small in known.journals else 0.0
    score += 3.5 if is_repeated else 0.0
    score += 1.8 if _JOURNAL_WORDS.search(words) else 0.0
    score += 0.6 if words[:1].isupper() else 0.0
    score -= 2.0 if _speaks_of_study(words) else 0.0
    score -= 1.5 if words.endswith((".", "。")) else 0.0
    score -= 3.0 if words.endswith("?") else 0.0
    score -= 1.0 if ":" in words else 0.0
    return score - (3.0 if len(words.split()) > 12 else 0.0)


def _publisher_score(words: str, small: str, known: Known, *, repeats: bool) -> float:
    score = -1.0
    score += 3.5 if repeats else 0.0
    score += 3.0 if small in known.publishers else 0.0
    score += 3.0 if starts_with_known(small, known.journals) else 0.0
    score += 1.5 if names_publisher(words) else 0.0
    score -= (
        1.5 if words.endswith("。") or (words.endswith(".") and not words.endswith(("Ltd.", "Inc.", "Co."))) else 0.0
    )
    return score - (2.0 if _speaks_of_study(words) else 0.0)


def names_publisher(words: str) -> bool:
    """Whether a word stands in it as publishers have in their names."""
    return _PUBLISHER_WORDS.search(words) is not None


def starts_with_known(small: str, journals: Collection[str]) -> str:
    """The longest known journal with which a folded line begins; "" if with none."""
    end = len(small)
    while end > 0:
        if small[:end].rstrip(" ,.-") in journals:
            return small[:end].rstrip(" ,.-")
        end = small.rfind(" ", 0, end)
    return ""


def _speaks_of_study(words: str) -> bool:
    return _STUDY_WORDS.search(words) is not None and _STUDY_WORDS.search(_IN_JOURNALS.sub("", words)) is not None


def is_like_title(words: str) -> bool:
    """Whether words are about a study rather than the name of a journal."""
    return _speaks_of_study(words) or len(words.split()) > 12


def _title_score(words: str, *, told: bool, has_sentences: bool) -> float:
    is_chinese = _CJK.search(words) is not None
    count = len(words) // 2 if is_chinese else len(words.split())
    is_about_study = _speaks_of_study(words)
    score = -0.3
    score += 2.5 if is_about_study else 0.0
    score += 1.0 if _TOPIC.search(words) else 0.0
    score += 0.5 if ":" in words or "\uff1a" in words else 0.0
    is_ended = words.endswith((".", "。", ","))
    score -= 1.5 if not is_about_study and ":" not in words and _JOURNAL_WORDS.search(words) else 0.0
    score -= 1.5 if is_ended else 0.0
    score -= 4.0 if has_sentences else 0.0
    score -= (3.0 if is_ended else 1.5) if told else 0.0
    return score - (2.0 if count < 4 or count > 45 else 0.0)


def _summary_score(words: str, *, told: bool, has_sentences: bool) -> float:
    is_ended = words.endswith((".", "!", "?", "。", "\uff01", "\uff1f", ")", "”", '"'))
    length = len(words) * (2.5 if _CJK.search(words) else 1)
    score = -2.2
    score += 0.8 if is_ended else 0.0
    score += 1.4 if length >= 90 else 0.7 if length >= 45 else -1.0
    score += 0.8 if has_sentences else 0.0
    score += 0.6 if told else 0.0
    score -= 1.5 if words.startswith("“") and "”" in words else 0.0
    return min(score, 0.7)
