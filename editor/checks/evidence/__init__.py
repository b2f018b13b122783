"""What a page promises, against the studies it lists and what publishers say of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from editor.checks.checked_page import CheckedPage
from editor.checks.evidence.abstracts import copied_from_abstract, number_not_in_abstract
from editor.checks.evidence.journals import journal_named_otherwise, journal_of_concern
from editor.checks.evidence.links import link_dead, link_missing, link_not_doi, link_not_followed
from editor.checks.evidence.promised_lists import (
    other_kind_than_promised,
    other_number_than_promised,
    promised_list_empty,
)
from editor.checks.evidence.records import date_differs_from_record, words_differ_from_record
from editor.checks.evidence.review import review_overdue
from editor.checks.evidence.studies import kind_not_stated, listed_twice, not_newest_first, retracted, weak_support
from editor.checks.evidence.study_age import promise_of_age_not_kept, study_ages_out, study_older_than_promised
from editor.checks.evidence.title_parts import title_part_without_study
from editor.checks.finding import Finding
from editor.checks.rules.rule import Rule

_FINDERS: tuple[Callable[[Rule, CheckedPage], Iterator[Finding]], ...] = (
    promise_of_age_not_kept,
    study_older_than_promised,
    study_ages_out,
    retracted,
    date_differs_from_record,
    words_differ_from_record,
    journal_named_otherwise,
    listed_twice,
    link_missing,
    link_not_doi,
    link_dead,
    link_not_followed,
    kind_not_stated,
    weak_support,
    copied_from_abstract,
    number_not_in_abstract,
    title_part_without_study,
    promised_list_empty,
    other_number_than_promised,
    other_kind_than_promised,
    not_newest_first,
    review_overdue,
    journal_of_concern,
)
EVIDENCE: Mapping[str, Callable[[Rule, CheckedPage], Iterator[Finding]]] = {find.__name__: find for find in _FINDERS}
"""By the names that rules give."""
