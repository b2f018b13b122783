"""The studies that a page lists: retracted, listed twice, weak, of no stated kind, or out of order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.in_sentences import short
from editor.checks.finding import Finding, Fix, Spot, TextChange
from editor.checks.rules.rule import Rule
from editor.checks.severity import Severity
from editor.content.dates import date_order
from editor.content.study import Study, StudyKey
from editor.content.study_types import study_type_of_title, study_type_words
from editor.words import tr

_TRIALS = frozenset({"randomised-trial", "cohort"})


def retracted(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E03: a study that was retracted, or of which its journal has said that it is concerned."""
    places = {study.key: place for place, study in enumerate(checked.page.study_list, start=1)}
    for study in checked.page.study_list if checked.grave_words else ():
        if said := checked.grave_words.get(study.key):
            values = {"number": places[study.key], "title": short(study.title), "said": said}
            fix = Fix(tr("Take this study off the page"), removed=(study.key,))
            yield Finding(rule, Spot(study=study.key), "", f"{study.title}\n{said}", values, (fix,))


def listed_twice(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E07: one paper as two studies. Two that only look like one paper are a hint."""
    studies = {study.key: study for study in checked.page.study_list}
    places = {key: place for place, key in enumerate(studies, start=1)}
    for group in checked.duplicates:
        here = [studies[key] for key in group if key in studies]
        yield from (_twice(rule, here[0], other, places, None) for other in here[1:])
    for one, other in checked.lookalikes:
        if one in studies and other in studies:
            first, second = sorted((one, other), key=places.__getitem__)
            yield _twice(rule, studies[first], studies[second], places, Severity.HINT)


def _twice(rule: Rule, one: Study, other: Study, places: dict[StudyKey, int], milder: Severity | None) -> Finding:
    said = tr("is the same paper as") if milder is None else tr("looks like the same paper as")
    values = {"number": places[other.key], "other": places[one.key], "says": said}
    basis = "\n".join(text or "" for study in (one, other) for text in (study.title, study.doi, study.date))
    return Finding(rule, Spot("title", other.key), (other.title or "").strip(), basis, values, (), milder)


def kind_not_stated(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E10: no kind of study; where the title tells it, it is offered."""
    for study in checked.page.study_list:
        if (study.study_type or "").strip():
            continue
        kind, title = study_type_of_title(study.title or ""), study.title or ""
        fixes: tuple[Fix, ...] = ()
        if kind:
            label = tr("Call it a {kind}", kind=study_type_words(kind).lower())
            fixes = (Fix(label, (TextChange("study_type", study.study_type or "", kind, study.key),)),)
        yield Finding(rule, Spot("study_type", study.key), "", title, {"title": short(title)}, fixes)


def weak_support(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E11: a study of animals, of one patient, or one that is still a plan, by its title; a single trial alone."""
    studies = checked.page.study_list
    for study in studies:
        title = study.title or ""
        if rule.pattern is not None and (match := rule.pattern.search(title)):
            values = {"title": short(title), "why": tr("its title says “{words}”", words=match[0])}
            yield Finding(rule, Spot("title", study.key, None, *match.span()), match[0], title, values)
    only = studies[0] if len(studies) == 1 else None
    if only is not None and _kind_of(only) in _TRIALS and not (rule.pattern and rule.pattern.search(only.title or "")):
        values = {"title": short(only.title), "why": tr("it is a single trial, and the page lists no other study")}
        yield Finding(rule, Spot("title", only.key), "", only.title or "", values)


def not_newest_first(rule: Rule, checked: CheckedPage) -> Iterator[Finding]:
    """E16: a study that is newer than the one before it, told once for the page."""
    studies = checked.page.study_list
    orders = [date_order(study.date or "") for study in studies]
    for place in range(1, len(studies)):
        if _is_newer(orders[place], orders[place - 1]):
            study = studies[place]
            sorted_ones = sorted(studies, key=lambda one: date_order(one.date or "", newest_first=True))
            fix = Fix(tr("Put the newest first"), order=tuple(one.key for one in sorted_ones))
            values = {"number": place + 1, "before": place}
            basis = "\n".join(one.date or "" for one in studies)
            yield Finding(rule, Spot("date", study.key), (study.date or "").strip(), basis, values, (fix,))
            return


def _is_newer(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether a date is surely newer: of "2016" and "2016-05" that cannot be said. 0 stands for what is not stated."""
    for mine, theirs in zip(one[1:], other[1:], strict=True):
        if not mine or not theirs:
            return False
        if mine != theirs:
            return mine > theirs
    return False


def _kind_of(study: Study) -> str:
    return (study.study_type or "").strip() or study_type_of_title(study.title or "")
