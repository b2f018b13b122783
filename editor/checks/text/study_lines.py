"""The short lines of a study: authors, title and publisher as copied from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.found import Found
from editor.checks.prose.prose import Prose
from editor.checks.rules.rule import Rule
from editor.content.search_text import folded
from editor.words import tr

_MARKS = re.compile(
    r"(?<=[A-Z]\.)[a-j](?:,[a-j])*(?=\s*(?:$|[,;\u00b7]))"  # Z.-T.a
    r"|(?<=[A-Z])[a-j](?:,[a-j])*(?=\s*[;\u00b7])"  # Tang Sa;
    r"|\s?[*\u2217\u2020\u2021\u00a7\u00b6\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u1d43-\u1d5b]+(?:,(?=[*\u2217\u2020\u2021]))?"
    r"|(?<=[^\W\d_])(?:\d{1,2}(?:,\s?\d{1,2})*)(?![\d\w])"  # Tang S1,2
)
_TITLE_STOP = re.compile(r"(?<![.\s])\.$")
_ABBREVIATED = re.compile(r"(?:\b(?:et al|vs|etc|Inc|Ltd|Co|Jr|No|St)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$")
_BETWEEN_NAMES = ",;\u00b7"


def comma_at_the_end(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """A list of authors that ends with a comma, as if one were missing."""
    text = prose.text.rstrip()
    names = text.rstrip(_BETWEEN_NAMES).rstrip()
    if names and names != text and text[-1] in _BETWEEN_NAMES:
        start = _name_before(names, len(names))
        yield Found(start, len(text), mended=names[start:], mend=tr("Take the comma out"))


def marks_stuck_to_names(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """Marks that led to a footnote where the names were copied. All of one list are one finding."""
    marks = [*_MARKS.finditer(prose.text)]
    if not marks:
        return
    start, end = _name_before(prose.text, marks[0].start()), marks[-1].end()
    yield Found(start, end, mended=_MARKS.sub("", prose.text[start:end]), mend=tr("Take the marks out"))


def _name_before(text: str, place: int) -> int:
    """Where the name begins that ends at a place."""
    start = max(text.rfind(sign, 0, place) for sign in _BETWEEN_NAMES) + 1
    return start + len(text[start:place]) - len(text[start:place].lstrip())


def stop_after_title(_rule: Rule, prose: Prose) -> Iterator[Found]:
    """A title that ends with a full stop which belongs to no abbreviation."""
    title = prose.text.rstrip()
    if _TITLE_STOP.search(title) and not _ABBREVIATED.search(title):
        start = title.rfind(" ") + 1
        yield Found(start, len(title), mended=title[start:-1], mend=tr("Take the full stop out"))


def publisher_repeats_journal(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """Studies whose publisher says nothing but the journal again."""
    for study in checked.page.study_list:
        publisher, journal = study.publisher or "", study.journal or ""
        if publisher.strip() and folded(publisher).strip() == folded(journal).strip():
            change = TextChange("publisher", publisher, "", study.key)
            yield Finding(
                rule,
                Spot("publisher", study.key),
                publisher,
                publisher,
                fixes=(Fix(tr("Empty the publisher"), (change,)),),
            )
