"""What the page's words say is to follow, and what does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.number_words import SPELLED, number_of, written_like
from editor.checks.evidence.shown_text import ABOUT_STUDIES, ShownText, shown_texts
from editor.checks.evidence.study_words import is_about_the_list, is_for_some_only
from editor.checks.finding import Finding, Fix
from editor.checks.rules.rule import Rule
from editor.content.condition_page import ConditionPage
from editor.content.page_texts import says_something
from editor.content.study import Study
from editor.content.study_types import study_type_of_title, study_type_words
from editor.words import tr, tr_count

_STUDY_NOUN = r"(?:stud(?:y|ies)|papers?|articles?|publications?|reviews?|trials?|references?)"


class _Follows(Enum):
    """What has to follow the words."""

    TEXT = auto()
    STUDIES = auto()
    EITHER = auto()


_THINGS = (
    (_Follows.TEXT, r"(?:key |main )?(?:insights?|points?|tips|facts|answers|conclusions|statements|reasons|steps)"),
    (_Follows.EITHER, r"(?:key |main |research )?(?:findings|results|summar(?:y|ies)|overview|list)"),
    (_Follows.STUDIES, rf"(?:[\w-]+ ){{0,3}}{_STUDY_NOUN}"),
)
_PROMISED = tuple(
    (
        follows,
        re.compile(
            rf"\b(?:(?:the|these) following {thing}|the {thing} (?:below|that follow)"
            rf"|below are (?:the |some )?{thing})\b",
            re.IGNORECASE,
        ),
    )
    for follows, thing in _THINGS
)
_LEADS_ON = re.compile(r"(?::|\bas follows[.…]?)\Z", re.IGNORECASE)
_AT_ONCE = re.compile(r":[\s*_]*\w")
_LIST = re.compile(r"\n[ \t]*(?:[-*+\u2022]|[0-9]{1,3}[.)])[ \t]|\n[ \t]*\n[ \t]*\S")
_LEADING = ("intro", "research.lead", "insights", "references.lead")
"""In the order of the page."""


def promised_list_empty(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E15: words such as "the following insights" after which nothing of the kind stands on the page."""
    for shown in shown_texts(checked.page, checked.site, _LEADING):
        for start, end in _unkept(shown, checked.page):
            yield Finding(rule, shown.spot(start, end), shown.text[start:end], shown.sentence_at(start))


def _unkept(shown: ShownText, page: ConditionPage) -> Iterator[tuple[int, int]]:
    plain = shown.prose.unquoted
    for follows, pattern in _PROMISED:
        for match in pattern.finditer(plain):
            if not _is_given(shown, match.end()) and not _comes(follows, shown.field, page):
                yield match.span()
    end = len(plain.rstrip(" \t\r\n*_"))
    if _LEADS_ON.search(plain, max(0, end - 20), end):
        begin = max(plain.rfind(stop, 0, end - 1) for stop in ".!?\n") + 1
        begin = end - len(plain[begin:end].lstrip())
        is_told = any(pattern.search(plain, begin, end) for _, pattern in _PROMISED)
        at_once = _Follows.STUDIES if shown.field == "references.lead" else _Follows.TEXT
        if not is_told and not _comes(at_once, shown.field, page):
            yield begin, end


def _is_given(shown: ShownText, end: int) -> bool:
    """Whether the text itself goes on with what its words up to there promise. The research introduction is one
    paragraph above the insights, so there more sentences are none.
    """
    _, sentence_end = shown.prose.sentence_at(end - 1)
    if _AT_ONCE.search(shown.text, end, sentence_end) or _LIST.search(shown.text, end):
        return True
    return shown.field != "research.lead" and bool(shown.text[sentence_end:].strip())


def _comes(follows: _Follows, field: str, page: ConditionPage) -> bool:
    """Whether something of the kind stands on the page below that field."""
    text = field == "research.lead" and says_something(page.insights)
    studies = bool(page.study_list) and field != "intro"
    return {_Follows.TEXT: text, _Follows.STUDIES: bool(page.study_list), _Follows.EITHER: text or studies}[follows]


_COUNTED = re.compile(
    r"(?P<hedge>\b(?:more than|over|at least|up to|about|around|nearly|almost|some|of|across|in|from|pooled|pooling)"
    r"\s+)?"
    rf"(?:the\s+)?\b(?P<number>[0-9]{{1,4}}|{SPELLED})\s+(?:(?!of\b|to\b|or\b|and\b)[\w-]+\s+){{0,3}}?{_STUDY_NOUN}\b",
    re.IGNORECASE,
)
_AT_LEAST = ("more than", "over", "at least")


def other_number_than_promised(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Where the words above the list name a number of studies and it has another."""
    count = len(checked.page.study_list)
    for shown in shown_texts(checked.page, checked.site, ("references.lead", "references.heading", "research.lead")):
        for match in _COUNTED.finditer(shown.prose.unquoted):
            said, hedge = number_of(match["number"]), (match["hedge"] or "").strip().lower()
            sentence = shown.sentence_at(match.start())
            is_kept = said is None or (count >= said if hedge in _AT_LEAST else hedge != "" or count == said)
            if is_kept or not count or not is_about_the_list(sentence, shown.field):
                continue
            start, end = match.span("number")
            words = shown.text[start : match.end()]
            fix = Fix(
                tr("Say {count}", count=count),
                (shown.with_words(start, end, written_like(count, match["number"])),),
            )
            values = {"count": tr_count("one study", "{count} studies", count)}
            yield Finding(rule, shown.spot(start, match.end()), words, f"{sentence}\n{count}", values, (fix,))


_ANALYSES = re.compile(r"\banalys[ei]s of\b[^.!?;]{0,60}", re.IGNORECASE)
_TYPES = (
    (frozenset({"systematic-review", "meta-analysis"}), re.compile(r"\bsystematic reviews\b", re.IGNORECASE)),
    (frozenset({"systematic-review", "meta-analysis"}), re.compile(r"\bmeta-?analyses\b", re.IGNORECASE)),
    (
        frozenset({"randomised-trial"}),
        re.compile(r"\b(?:randomi[sz]ed|controlled|clinical) (?:[\w-]+ )?trials\b", re.I),
    ),
    (frozenset({"cohort"}), re.compile(r"\b(?:cohort|observational) studies\b", re.IGNORECASE)),
    (frozenset({"guideline"}), re.compile(r"\bguidelines\b", re.IGNORECASE)),
)
_AMONG_OTHERS = re.compile(r"\b(?:such as|including|among (?:them|others)|for example|e\.g\.|other|and more)\b", re.I)


def other_kind_than_promised(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Where the words promise studies of one kind, such as systematic reviews, and others are listed."""
    for shown in shown_texts(checked.page, checked.site, ABOUT_STUDIES):
        for start, end in shown.prose.sentences:
            sentence = shown.prose.unquoted[start:end]
            promised = _promised_kinds(sentence)
            if not promised or not is_about_the_list(sentence, shown.field) or is_for_some_only(sentence):
                continue
            allowed = frozenset[str]().union(*(kinds for kinds, _ in promised))
            others = [study for study in checked.page.study_list if _kind_of(study) not in (allowed | {""})]
            if others:
                first = min(match.start() for _, match in promised), max(match.end() for _, match in promised)
                yield _other_kinds(rule, checked, shown, (start + first[0], start + first[1]), others)


def _promised_kinds(sentence: str) -> list[tuple[frozenset[str], re.Match[str]]]:
    """The kinds that a sentence about the list names, unless as examples; trials that were analysed are no kind."""
    if _AMONG_OTHERS.search(sentence):
        return []
    plain = _ANALYSES.sub(lambda found: " " * len(found[0]), sentence)
    return [(kinds, match) for kinds, pattern in _TYPES if (match := pattern.search(plain))]


def _other_kinds(
    rule: Rule, checked: CheckedPage, shown: ShownText, span: tuple[int, int], others: Sequence[Study]
) -> Finding:
    kinds = dict.fromkeys(_kind_in_words(_kind_of(study)) for study in others)
    words = shown.text[slice(*span)]
    is_other = tr_count(
        "1 of its {all} studies is something else",
        "{count} of its {all} studies are something else",
        len(others),
        all=len(checked.page.study_list),
    )
    values = {"others": is_other, "kinds": tr(" and ").join(kinds)}
    basis = "\n".join((shown.sentence_at(span[0]), *(study.title or "" for study in others)))
    fixes: tuple[Fix, ...] = ()
    if len(others) < len(checked.page.study_list):
        label = tr_count("Take this study off the page", "Take these {count} studies off the page", len(others))
        fixes = (Fix(label, removed=tuple(study.key for study in others)),)
    return Finding(rule, shown.spot(*span), words, basis, values, fixes)


def _kind_of(study: Study) -> str:
    """The kind of a study as the page says, or else its title; "" where neither does."""
    said = (study.study_type or "").strip()
    return said or study_type_of_title(study.title or "")


def _kind_in_words(kind: str) -> str:
    return study_type_words(kind).lower() or kind.replace("-", " ")
