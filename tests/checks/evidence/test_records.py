"""What the publisher's record says otherwise, as the room that reads records has told."""

from __future__ import annotations

import pytest

from editor.checks.checked_page import PaperRecord
from editor.content.study import Study
from tests.checks.evidence.pages import found, page_with


def record(**says: str) -> PaperRecord:
    return PaperRecord(**says, source="Crossref", differing=frozenset(says))


@pytest.mark.parametrize(
    ("ours", "theirs", "severity"),
    [
        ("2015, Dec 6", "2015-09-06", "warn"),  # the same day of another month
        ("2014-08-23", "2015-08-23", "warn"),
        ("2012", "2010", "warn"),
        ("2012-12-12", "2012-10-25", "hint"),  # online first, then in an issue
        ("2017-12", "2017-08-10", "hint"),
        ("2018-01", "2017-11", "hint"),
        ("2018", "2017-11-03", "hint"),
    ],
)
def test_another_date_is_found(ours: str, theirs: str, severity: str) -> None:
    study = Study(title="Needles", date=ours)
    (finding,) = found(page_with(study), "E04", records={study.key: record(date=theirs)})
    assert (finding.severity, finding.words) == (severity, ours)


def test_the_publishers_date_is_offered_in_the_form_of_the_pages() -> None:
    study = Study(title="Needles", date="2015, Dec 6")
    (finding,) = found(page_with(study), "E04", records={study.key: record(date="2015-09-06")})
    assert finding.message.startswith("Crossref dates this paper 6 September 2015, the page 6 December 2015.")
    (change,) = finding.fixes[0].changes
    assert (change.before, change.after) == ("2015, Dec 6", "2015, Sep 6")


@pytest.mark.parametrize(
    ("field", "label", "ours", "theirs"),
    [
        ("title", "Title", "Needles for knees", "Needles for elbows"),
        ("authors", "Authors", "Tang S, Mo Z", "Tang S, Zhang R"),
        ("title", "Title", "Needles: a trial", "Needles: a review"),
    ],
)
def test_other_words_are_found(field: str, label: str, ours: str, theirs: str) -> None:
    study = Study(**{"title": "Needles", field: ours})
    (finding,) = found(page_with(study), "E05", records={study.key: record(**{field: theirs})})
    assert (finding.spot.field, finding.words) == (field, ours)
    assert finding.message == f"{label}: Crossref has “{theirs}”. Compare it with the paper."
    assert finding.fixes[0].changes[0].after == theirs
    assert found(page_with(study), "E04", records={study.key: record(**{field: theirs})}) == []


@pytest.mark.parametrize(
    "said",
    [
        PaperRecord(title="NEEDLES.", date="2018-04-01"),
        PaperRecord(),
        PaperRecord(title="Other", differing=frozenset({"publisher"})),
    ],
)
def test_what_the_room_of_records_holds_to_be_the_same_is_not(said: PaperRecord) -> None:
    study = Study(title="Needles", date="2018-04")
    assert found(page_with(study), "E04", records={study.key: said}) == []
    assert found(page_with(study), "E05", records={study.key: said, "another": record(title="Other")}) == []
