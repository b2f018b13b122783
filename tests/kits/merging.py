"""Merges pages given as plain dicts, for the fault kit: studies are told apart by DOI."""

from __future__ import annotations

from typing import Any

from editor.content.merging import Conflict, merge_keyed, merge_values

Page = dict[str, Any]


def merge(base: Page, mine: Page, theirs: Page) -> tuple[Page, tuple[Conflict, ...]]:
    """The merged page in the same form, and what has to be asked."""
    texts = merge_values(None, _texts(base), _texts(mine), _texts(theirs))
    studies = merge_keyed(_studies(base), _studies(mine), _studies(theirs), merge_values)
    return {**texts.record, "studies": list(studies.record.values())}, texts.conflicts + studies.conflicts


def _texts(page: Page) -> Page:
    return {key: value for key, value in page.items() if key != "studies"}


def _studies(page: Page) -> dict[str, Page]:
    return {study["doi"]: study for study in page["studies"]}
