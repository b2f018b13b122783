"""What a page's own words promise about the age of the studies that it lists."""

from __future__ import annotations

import calendar
import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from editor.checks.evidence.number_words import SPELLED, number_of
from editor.checks.evidence.shown_text import ShownText, as_shown, shown_texts, window_years
from editor.checks.evidence.study_words import is_about_the_list, is_for_some_only
from editor.checks.finding import Spot
from editor.content.condition_page import ConditionPage
from editor.content.placeholders import WINDOW_YEARS
from editor.content.site import Site

_GAP = r"[\s*_-]+"  # blanks, hyphens and Markdown's marks
_NUMBER = (
    rf"(?:(?:[0-9]{{1,3}}|{SPELLED})\s*(?:-|\u2013|to|or)\s*)?"
    rf"(?P<number>{re.escape(WINDOW_YEARS)}|[0-9]{{1,3}}|{SPELLED})(?:\s*\([0-9]+\))?"
)
"""Of "5 to 10" the larger one."""
_UNIT = r"(?P<unit>years?|yrs?|months?|decades?)"
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+)?"
_BEFORE = rf"(?P<before>\b(?:within|in|inside|over|during|from|of|throughout)(?:{_GAP}(?:the|these|our))?{_GAP})?"
_PATTERNS = (
    rf"{_BEFORE}(?P<words>\b(?:last|past|previous|preceding|latest|most recent){_GAP}(?:{_NUMBER}{_GAP})?{_UNIT}\b)",
    rf"(?P<words>\b(?:no|not|none|never|nothing)\b[^.!?;\n]{{0,40}}?{_GAP}(?:older|more){_GAP}than"
    rf"{_GAP}{_NUMBER}{_GAP}{_UNIT}\b)",
    rf"(?P<words>\bwithin{_GAP}{_NUMBER}{_GAP}(?P<unit>years?|decades?)\b)(?!{_GAP}(?:of|after)\b)",
    rf"(?P<words>\b(?:less|fewer|younger|newer){_GAP}than{_GAP}{_NUMBER}{_GAP}{_UNIT}{_GAP}old\b)",
    rf"(?P<words>\b(?:between|from){_GAP}{_MONTH}(?P<first>{_YEAR}){_GAP}(?:and|to|until|till|up to|through){_GAP}"
    rf"{_MONTH}(?P<last>{_YEAR})\b)",
    rf"(?P<words>\b(?:since|from)(?:{_GAP}the{_GAP}year)?{_GAP}{_MONTH}(?P<since>{_YEAR})\b"
    rf"(?:{_GAP}(?:onwards?|to{_GAP}(?:the{_GAP})?(?:present|today|now)|until{_GAP}(?:today|now)|on(?!\w)))?)",
    rf"(?P<words>\b(?P<first>{_YEAR})\s*[-\u2013]\s*(?P<last>{_YEAR})\b)",
    rf"(?P<words>\b(?P<since>{_YEAR})(?:\s*[-\u2013]\s*(?:present|today|now)|{_GAP}(?:or|and){_GAP}(?:later|newer|after))\b)",
    rf"(?P<words>\b(?:later{_GAP}than|after){_GAP}(?P<after>{_YEAR})\b)",
)
_MONTHS_OF_ONE = {"month": 1, "year": 12, "yr": 12, "decade": 120}
_MOST = 50
"""Words with years in one text that are looked at."""
_MAY_PROMISE = re.compile(r"years?|yrs?|months?|decades?|(?:19|20)[0-9]{2}", re.IGNORECASE)
_PROMISE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _PATTERNS)


@dataclass(frozen=True)
class AgePromise:
    """Words such as "last 10 years" or "since 2015", and from which day to which they let a study be.

    `words` are as the page shows them. `months` is how far they reach back from today, and `number` where the text
    says how many; both None where years of the calendar are named, of which the first stands at `first_year`.
    """

    shown: ShownText
    start: int
    end: int
    before: int
    """Where "within the" begins, before the words; as `start` where nothing of the kind stands there."""
    words: str
    since: date
    until: date | None = None
    months: int | None = None
    number: tuple[int, int] | None = None
    first_year: tuple[int, int] | None = None

    @property
    def spot(self) -> Spot:
        """Where the words stand."""
        return self.shown.spot(self.start, self.end)

    @property
    def is_by_placeholder(self) -> bool:
        """Whether the number is one that all texts take from the field of its own."""
        return self.number is not None and self.shown.text[slice(*self.number)] == WINDOW_YEARS

    @property
    def sentence(self) -> str:
        """The sentence in which it is promised, as written."""
        return self.shown.sentence_at(self.start)

    def holds_until(self, day: date) -> date | None:
        """The last day on which a study of this day is still one as promised; None where it stays so for good."""
        return None if self.months is None else months_later(day, self.months)


def age_promises(page: ConditionPage, site: Site, today: date) -> Iterator[AgePromise]:
    """What the page promises about the age of its studies, in its own words or in the site's."""
    for shown in shown_texts(page, site):
        for match in _words_of_time(shown.prose.unquoted) if _MAY_PROMISE.search(shown.text) else ():
            promise = _promise(shown, match, page, site, today)
            if promise is not None:
                yield promise


@functools.lru_cache(maxsize=256)  # several rules ask, and again with every pause in typing
def _words_of_time(text: str) -> tuple[re.Match[str], ...]:
    """The words that may be a promise, no two of them in one place."""
    found: list[re.Match[str]] = []
    every = itertools.chain.from_iterable(pattern.finditer(text) for pattern in _PROMISE)
    for match in itertools.islice(every, _MOST):
        if not any(match.start() < other.end() and other.start() < match.end() for other in found):
            found.append(match)
    return tuple(found)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or earlier for a negative number; the month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _promise(shown: ShownText, match: re.Match[str], page: ConditionPage, site: Site, today: date) -> AgePromise | None:
    found = match.groupdict()
    start, end = match.span("words")
    sentence = shown.sentence_at(start)
    if not is_about_the_list(sentence, shown.field) or is_for_some_only(sentence):
        return None
    words = as_shown(shown.text[start:end], page, site)
    before = match.start("before") if found.get("before") else start
    number = match.span("number") if found.get("number") else None
    if found.get("unit"):
        months = _months(found, page, site)
        if months is None:
            return None
        return AgePromise(shown, start, end, before, words, months_later(today, -months), None, months, number)
    kind = next(kind for kind in ("first", "since", "after") if found.get(kind))
    year, last = int(found[kind]) + (kind == "after"), found.get("last")
    until = date(int(last), 12, 31) if last else None
    return AgePromise(shown, start, end, before, words, date(year, 1, 1), until, first_year=match.span(kind))


def _months(found: dict[str, str | None], page: ConditionPage, site: Site) -> int | None:
    """How many months back the words reach; None where they do not say."""
    said, unit = found.get("number"), (found.get("unit") or "").lower().rstrip("s")
    if said is None:
        return _MONTHS_OF_ONE.get((found.get("unit") or "").lower())
    number = number_of(window_years(page, site)[0] if said == WINDOW_YEARS else said)
    if not number or number > 200:
        return None
    return number * _MONTHS_OF_ONE[unit]
