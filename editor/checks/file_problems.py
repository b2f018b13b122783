"""Findings on a page as problems of the file that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from editor.checks.finding import Finding
from editor.checks.problem import Problem
from editor.checks.rules.rule import Source
from editor.checks.schema import line_of
from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDIES_KEY, STUDY_FIELDS
from editor.yaml_text import Path, YamlText

_PAGE_KEYS, _SITE_KEYS, _STUDY_KEYS = (
    {field.name: field.keys for field in fields} for fields in (PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS)
)


def problems_of_page(
    file: str, page: ConditionPage, source: YamlText | None, findings: Iterable[Finding]
) -> tuple[Problem, ...]:
    """The findings on a page with their lines in its file."""
    places = {study.key: place for place, study in enumerate(page.study_list)}
    return tuple(_problem(file, source, finding, places, _PAGE_KEYS) for finding in findings)


def problems_of_site(file: str, source: YamlText | None, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """The findings on the texts that all pages share with their lines in the site's file."""
    return tuple(_problem(file, source, finding, {}, _SITE_KEYS) for finding in findings)


def _problem(
    file: str, source: YamlText | None, finding: Finding, places: dict[str, int], keys: Mapping[str, tuple[str, ...]]
) -> Problem:
    spot = finding.spot
    place = places.get(spot.study) if spot.study is not None else None
    path: Path = () if place is None else (STUDIES_KEY, place)
    if spot.field is not None:
        path += (keys if place is None else _STUDY_KEYS).get(spot.field, ())
    if spot.item is not None:
        path += (spot.item,)
    if spot.shared:
        path = ()  # it stands in the site's file
    return Problem(
        finding.rule.id,
        file,
        finding.message,
        line_of(source, path),
        spot.field,
        None if place is None else place + 1,
        finding.severity,
        finding.words,
        "; ".join(map(cited, finding.rule.sources)),
    )


def cited(source: Source) -> str:
    """The guidance in one line."""
    return f"{source.words} <{source.address}>" if source.address else source.words
