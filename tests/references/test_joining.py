"""One reference of what two sources say."""

from __future__ import annotations

import pytest

from editor.references.joining import are_same_paper, joined
from editor.references.reference import Author, Notice, NoticeKind, Reference

RETRACTED = Notice(NoticeKind.RETRACTION, "2020-01-02", "10.5555/notice")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Reference(doi="10.5555/A"), Reference(doi="10.5555/a", pmid="1"), True),
        (Reference(doi="10.5555/a", pmid="1"), Reference(doi="10.5555/b", pmid="1"), False),
        (Reference(pmid="1"), Reference(doi="10.5555/b", pmid="1"), True),
        (Reference(pmid="1"), Reference(pmid="2"), False),
        (Reference(title="Knees"), Reference(title="Knees"), False),
    ],
)
def test_same_paper_goes_by_its_identifiers(one: Reference, other: Reference, same: bool) -> None:
    assert are_same_paper(one, other) is same
    assert are_same_paper(other, one) is same


def test_first_source_goes_before_and_the_other_fills_what_is_missing() -> None:
    first = Reference("Knees", (Author("Doe", "A"),), publisher="Press", doi="10.5555/a", kinds=("journal-article",))
    other = Reference("Knees.", (Author("Roe", "B"),), journal="J Knees", pmid="1", kinds=("Systematic Review",))
    assert joined(first, other) == Reference(
        "Knees", (Author("Doe", "A"),), journal="J Knees", publisher="Press", doi="10.5555/a", pmid="1",
        kinds=("journal-article", "Systematic Review"),
    )  # fmt: skip


def test_whether_there_are_others_goes_with_the_authors() -> None:
    few, all_ = Reference(authors=(Author("Doe"),), and_others=True), Reference(authors=(Author("Doe"), Author("Roe")))
    assert joined(few, all_) == few
    assert joined(all_, few) == all_
    assert joined(Reference(), few) == few


def test_no_notice_is_lost_and_none_is_told_twice() -> None:
    correction = Notice(NoticeKind.CORRECTION, "2019", "10.5555/correction")
    first = Reference(notices=(correction,))
    assert joined(first, Reference(notices=(RETRACTED,))).notices == (correction, RETRACTED)
    assert joined(Reference(notices=(RETRACTED,)), Reference(notices=(RETRACTED,))).notices == (RETRACTED,)
    assert joined(Reference(notices=(RETRACTED,)), Reference(notices=(Notice(NoticeKind.RETRACTION),))).notices == (
        RETRACTED,
    )
