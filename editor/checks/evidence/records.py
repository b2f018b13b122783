"""What the publisher's record of a paper says otherwise than the page."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.checked_page import CheckedPage, PaperRecord
from editor.checks.evidence.claim_meter import days_of
from editor.checks.evidence.in_sentences import date_in_words
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity
from editor.content.dates import StudyDate, in_form_of, understood_date
from editor.content.fields import STUDY_FIELDS, field_named
from editor.content.study import Study
from editor.words import tr

_ONLINE_BEFORE = 366
"""Days by which a paper is often online before its issue."""


def date_differs_from_record(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E04: another date. One that may be that of the issue, or the day on which the paper was put online, is a hint."""
    for study, record in _differing(checked, "date"):
        theirs = in_form_of(record.date, study.date or "")
        milder = Severity.HINT if _may_be_first_online(study.date or "", record.date) else None
        yield _finding(rule, study, "date", theirs, record, date_in_words(theirs), milder)


def words_differ_from_record(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E05: another title or other authors."""
    for name in ("title", "authors"):
        for study, record in _differing(checked, name):
            theirs: str = getattr(record, name)
            yield _finding(rule, study, name, theirs, record, theirs, None)


def source_of(record: PaperRecord) -> str:
    """Who says so, as the first word of a sentence."""
    return record.source or tr("The publisher")


def _differing(checked: CheckedPage, field: str) -> Iterator[tuple[Study, PaperRecord]]:
    for study in checked.page.study_list if checked.records else ():
        record = checked.records.get(study.key)
        if record is not None and field in record.differing:
            yield study, record


def _finding(
    rule: Rule, study: Study, name: str, theirs: str, record: PaperRecord, shown: str, milder: Severity | None
) -> Finding:
    field = field_named(STUDY_FIELDS, name)
    ours = field.text_of(study)
    values = {"field": field.label, "theirs": shown, "ours": date_in_words(ours) if name == "date" else ours}
    values["source"] = source_of(record)
    fix = Fix(tr("Take what the publisher says"), (TextChange(name, ours, theirs, study.key),))
    return Finding(rule, Spot(name, study.key), ours.strip(), f"{ours}\n{theirs}", values, (fix,), milder)


def _may_be_first_online(ours: str, theirs: str) -> bool:
    """Whether two dates lie within a year and neither looks like a slip of the other: the same day of another month."""
    mine, other = understood_date(ours), understood_date(theirs)
    first, _ = days_of(ours)
    their_first, _ = days_of(theirs)
    if first is None or their_first is None or abs((first - their_first).days) > _ONLINE_BEFORE:
        return False
    return not (mine and other and _is_slip(mine, other))


def _is_slip(one: StudyDate, other: StudyDate) -> bool:
    if one.day is None or other.day is None:
        return False
    return (one.day, one.year) == (other.day, other.year) or (one.day, one.month) == (other.day, other.month)
