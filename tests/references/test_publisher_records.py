from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.study import Study
from editor.references.publisher_records import PublisherRecord, PublisherRecords, record_bytes, record_in
from editor.references.reference import Author, Notice, NoticeKind, Reference

RETRACTED = Notice(NoticeKind.RETRACTION, "2021-05-03", "10.5555/knees.retraction")
PAPER = Reference(
    title="Needles and knees: a small trial",
    authors=(Author("von Baum", "A B"), Author(organisation="Knee Group"), Author("汤", "思")),
    journal="Journal of Invented Knees",
    date="2018-04",
    doi="10.5555/Knees",
    pmid="1234567",
    kinds=("journal-article",),
    notices=(RETRACTED,),
)
RECORD = PublisherRecord(PAPER, date(2021, 11, 23), "Crossref")


def records(*known: PublisherRecord) -> PublisherRecords:
    index = PublisherRecords()
    index.take(known)
    return index


_texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=9)
_references = st.builds(
    Reference,
    title=_texts,
    authors=st.lists(st.builds(Author, _texts, _texts, _texts), max_size=3).map(tuple),
    date=_texts,
    doi=_texts,
    kinds=st.lists(_texts, max_size=2).map(tuple),
    and_others=st.booleans(),
    notices=st.lists(st.builds(Notice, st.sampled_from(NoticeKind), _texts, _texts), max_size=2).map(tuple),
)


@given(_references, st.dates(), _texts)
def test_a_record_is_read_as_it_was_written(reference: Reference, day: date, source: str) -> None:
    record = PublisherRecord(reference, day, source)
    assert record_in(record_bytes(record)) == record


def test_a_file_is_plain_to_read_and_has_nothing_of_the_abstract() -> None:
    data = record_bytes(replace(RECORD, reference=replace(PAPER, abstract="Words of the publisher.")))
    said = json.loads(data)
    assert said["asked_on"] == "2021-11-23"
    assert said["notices"] == [{"kind": "retraction", "date": "2021-05-03", "doi": "10.5555/knees.retraction"}]
    assert "汤" in data.decode()
    assert "abstract" not in said
    assert "volume" not in said, "what is empty is left out"


@given(st.binary(max_size=60) | st.recursive(st.none() | st.text(), st.lists).map(lambda one: json.dumps(one).encode()))
def test_what_is_no_record_is_none(data: bytes) -> None:
    assert record_in(data) is None


@pytest.mark.parametrize(
    "change", [{"asked_on": "soon"}, {"notices": [{"kind": "praise"}]}, {"authors": 3}, {"authors": ["Tang"]}]
)
def test_a_record_that_says_what_none_can_say_is_none(change: dict[str, object]) -> None:
    said = {**json.loads(record_bytes(RECORD)), **change}
    assert record_in(json.dumps(said).encode()) is None


@pytest.mark.parametrize(
    "study",
    [
        Study(doi="https://doi.org/10.5555/KNEES"),
        Study(url="https://doi.org/10.5555/knees"),
        Study(pmid="PMID: 1234567"),
        Study(url="https://pubmed.ncbi.nlm.nih.gov/1234567/"),
        Study(doi="10.5555/typed-wrong", pmid="1234567"),
    ],
)
def test_a_study_has_its_record_by_doi_and_by_pubmed_number(study: Study) -> None:
    assert records(RECORD).of(study) == (RECORD,)
    assert records(RECORD).notices(study) == (RETRACTED,)


def test_another_study_has_none() -> None:
    assert records(RECORD).of(Study(title=PAPER.title, doi="10.5555/elbows", url="https://example.org/1234567")) == ()
    assert records(replace(RECORD, reference=replace(PAPER, doi="", pmid=""))).of(Study(title=PAPER.title)) == ()


def test_a_later_answer_of_the_same_source_takes_the_place_of_an_earlier_one() -> None:
    later = replace(RECORD, asked_on=date(2021, 12, 1), reference=replace(PAPER, notices=()))
    known = records(RECORD)
    assert known.take([later])
    assert not known.take([RECORD]), "an older file that comes late says nothing new"
    assert known.notices(Study(doi=PAPER.doi)) == ()


def test_a_record_from_a_pc_whose_clock_was_ahead_keeps_no_later_one_away() -> None:
    """Nothing that is learned would be known before that day."""
    early = replace(RECORD, asked_on=date(2999, 1, 1), reference=replace(PAPER, notices=()))
    today = replace(RECORD, asked_on=date.today())
    tomorrow = replace(RECORD, asked_on=date.today() + timedelta(days=1), reference=replace(PAPER, notices=()))
    assert records(early, today).notices(Study(doi=PAPER.doi)) == (RETRACTED,)
    assert records(tomorrow, today).notices(Study(doi=PAPER.doi)) == (), "it is that day already in Auckland"


def test_a_file_tells_of_notices_alone_and_replaces_nothing_that_a_publisher_said() -> None:
    old_file = PublisherRecord.of_file(replace(PAPER, title="An older title"), date.today())
    silent = replace(RECORD, reference=replace(PAPER, notices=()))
    assert old_file.file_name not in (RECORD.file_name, replace(RECORD, source="PubMed").file_name)
    known = records(silent, old_file)
    assert known.of(Study(doi=PAPER.doi)) == (silent,)
    assert known.notices(Study(doi=PAPER.doi)) == (RETRACTED,)
    assert "An older title" not in record_bytes(old_file).decode()


def test_a_source_that_knows_of_no_retraction_leaves_that_of_another() -> None:
    silent = replace(RECORD, source="PubMed", asked_on=date(2021, 12, 1), reference=replace(PAPER, notices=()))
    known = records(RECORD, silent)
    assert silent.file_name != RECORD.file_name
    assert known.of(Study(doi=PAPER.doi)) == (silent, RECORD)
    assert known.notices(Study(doi=PAPER.doi)) == (RETRACTED,)


def test_of_notices_the_gravest_comes_first_and_each_kind_once_with_its_earliest_date() -> None:
    notices = (
        Notice(NoticeKind.CORRECTION, "2019"),
        Notice(NoticeKind.RETRACTION, ""),
        Notice(NoticeKind.RETRACTION, "2022-01-01"),
        RETRACTED,
    )
    known = records(replace(RECORD, reference=replace(PAPER, notices=notices)))
    assert known.notices(Study(doi=PAPER.doi)) == (RETRACTED, Notice(NoticeKind.CORRECTION, "2019"))


def test_a_file_name_holds_nothing_that_a_system_refuses() -> None:
    name = replace(RECORD, source="Europe PMC / NCBI").file_name
    assert name.startswith("europe-pmc-ncbi-")
    assert name.endswith(".json")
    assert replace(RECORD, reference=Reference(title="No number")).file_name == ""
