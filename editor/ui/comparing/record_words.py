"""What is said where a study is compared with its publisher's record."""

from __future__ import annotations

from collections.abc import Sequence

from editor.content.dates import printed_date
from editor.content.search_text import single_spaced
from editor.content.study import Study
from editor.references.authors import printed
from editor.references.field_comparison import FieldPair
from editor.references.notice_words import NOTICE_MARKS
from editor.references.reference import Reference
from editor.words import tr

_MOST_AUTHORS = 4


def title_of(study: Study) -> str:
    """The study's title on one line."""
    return single_spaced(study.title or "") or tr("No title yet")


def candidate_words(reference: Reference) -> str:
    """A paper that may be the one: its title, then whether it was retracted, who wrote it, where and when."""
    and_others = reference.and_others or len(reference.authors) > _MOST_AUTHORS
    authors = printed(reference.authors[:_MOST_AUTHORS], and_others=and_others)
    kinds = {notice.kind for notice in reference.notices}
    mark = next((words for kind, words in NOTICE_MARKS.items() if kind in kinds), "")
    below = tr(" · ").join(filter(None, (mark, authors, reference.journal, printed_date(reference.date))))
    return "\n".join(filter(None, (reference.title or tr("No title"), below)))


def same_words(pairs: Sequence[FieldPair], day: str) -> str:
    """That nothing differs, by the names of the fields; `day` is when the record was asked for."""
    if not pairs:
        return tr("The record says nothing that could be compared.")
    fields = tr(", ").join(pair.field.label for pair in pairs)
    return tr("This page says the same as the record that was asked for {day}: {fields}.", day=day, fields=fields)
