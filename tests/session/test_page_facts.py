"""What other rooms know of a page when it is checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.link_state import LinkState
from editor.content.site import Site
from editor.content.study import Study
from editor.references.looking_up import Catalogue
from editor.references.publisher_records import PublisherRecord, abstracts_of, record_bytes
from editor.references.reference import Author, Notice, NoticeKind, Reference
from editor.session.page_facts import PageFacts
from editor.storage.kept_abstracts import KeptAbstracts
from editor.storage.kept_answers import KeptAnswer, KeptAnswers
from editor.storage.kept_links import KeptLinks
from editor.storage.record_files import PUBLISHER_RECORDS, RecordFiles

TODAY = date(2026, 11, 22)
SITE = Site(name="A clinic", language="en-AU")
STUDY = Study(title="Needles for knees", doi="10.5555/knee", date="2018", authors="Zhang R, Li C", journal="J Knees")
OTHER = Study(title="Needles for elbows", doi="10.5555/elbow", date="2019")
PAGE = ConditionPage("knee", name="Knee pain", studies=(STUDY, OTHER))
ABSTRACT = b'{"message": {"DOI": "10.5555/knee", "title": ["Needles for knees"], "abstract": "Of 40 people 12 slept."}}'


def put_record(root: Path, reference: Reference) -> None:
    record = PublisherRecord(reference, date(2026, 11, 1), "Crossref")
    RecordFiles(root, PUBLISHER_RECORDS).write(record.file_name, record_bytes(record))


@pytest.fixture
def facts(tmp_path: Path) -> PageFacts:
    return PageFacts(
        tmp_path,
        Catalogue(kept=KeptAnswers(tmp_path / "answers")),
        KeptAbstracts(tmp_path / "abstracts"),
        KeptLinks(tmp_path / "links"),
    )


def test_of_a_folder_without_records_nothing_is_known(facts: PageFacts) -> None:
    checked = facts.of(PAGE, SITE, TODAY)
    assert (checked.records, checked.grave_words, checked.duplicates, checked.lookalikes) == ({}, {}, (), ())
    assert (checked.page, checked.site, checked.today) == (PAGE, SITE, TODAY)


def test_the_html_is_the_exported_one_and_follows_a_change(facts: PageFacts) -> None:
    first = facts.of(PAGE, SITE, TODAY).html
    assert first.startswith("<!DOCTYPE html>")
    assert "Needles for knees" in first
    changed = replace(PAGE, studies=(replace(STUDY, title="Pins for knees"), OTHER))
    again = facts.of(changed, SITE, TODAY).html
    assert "Pins for knees" in again
    assert "Needles for knees" not in again
    assert facts.of(PAGE, SITE, TODAY, "<p>").html == "<p>"


def test_a_record_says_what_its_paper_is_called_and_what_the_page_says_otherwise(
    tmp_path: Path, facts: PageFacts
) -> None:
    authors = (Author("Zhang", "Rui"), Author("Li", "Chen"))
    paper = Reference("Needles for Knees.", authors, "Journal of Knees", date="2017-05", doi="10.5555/KNEE")
    put_record(tmp_path, paper)
    assert facts.refresh()
    assert not facts.refresh()
    (record,) = facts.of(PAGE, SITE, TODAY).records.values()
    assert (record.title, record.authors, record.date, record.source) == (
        "Needles for Knees.",
        "Zhang R, Li C",
        "2017-05",
        "Crossref",
    )
    assert record.differing == {"date"}


def test_an_abstract_is_known_where_this_pc_has_kept_the_answer(tmp_path: Path, facts: PageFacts) -> None:
    KeptAnswers(tmp_path / "answers").keep("DOI:10.5555/knee", KeptAnswer(ABSTRACT, datetime.now(UTC), "Crossref"))
    put_record(tmp_path, Reference("Needles for knees", doi="10.5555/knee", date="2018"))
    facts.refresh()
    record = facts.of(PAGE, SITE, TODAY).records[STUDY.key]
    assert (record.abstract, record.date) == ("Of 40 people 12 slept.", "2018")


def test_an_abstract_is_known_where_it_came_with_an_imported_file(tmp_path: Path, facts: PageFacts) -> None:
    assert facts.of(PAGE, SITE, TODAY).records == {}
    imported = Reference("Needles for knees", doi="https://doi.org/10.5555/KNEE", abstract="Of 30 people 9 slept.")
    KeptAbstracts(tmp_path / "abstracts").keep(abstracts_of((imported, Reference("Pins", doi="10.5555/elbow"))))
    assert facts.refresh()
    assert not facts.refresh()
    records = facts.of(PAGE, SITE, TODAY).records
    assert {key: record.abstract for key, record in records.items()} == {STUDY.key: "Of 30 people 9 slept."}
    put_record(tmp_path, Reference("Needles for knees", doi="10.5555/knee", date="2018"))
    facts.refresh()
    assert facts.of(PAGE, SITE, TODAY).records[STUDY.key].abstract == "Of 30 people 9 slept."


def test_what_came_of_links_is_known_by_study_as_long_as_it_holds(tmp_path: Path, facts: PageFacts) -> None:
    assert facts.of(PAGE, SITE, TODAY).links == {}
    KeptLinks(tmp_path / "links").keep({"https://doi.org/10.5555/knee": LinkState.DEAD}, TODAY)
    assert facts.refresh()
    assert not facts.refresh()
    assert facts.of(PAGE, SITE, TODAY).links == {STUDY.key: LinkState.DEAD}
    assert facts.of(PAGE, SITE, TODAY + timedelta(weeks=4)).links == {}
    moved = replace(PAGE, studies=(replace(STUDY, url="https://a.example/knee"), OTHER))
    assert facts.of(moved, SITE, TODAY).links == {}, "another address was never followed"


def test_a_retracted_study_has_words_and_a_corrected_one_has_none(tmp_path: Path, facts: PageFacts) -> None:
    put_record(tmp_path, Reference(doi="10.5555/knee", notices=(Notice(NoticeKind.RETRACTION, "2021-05-03"),)))
    put_record(tmp_path, Reference(doi="10.5555/elbow", notices=(Notice(NoticeKind.CORRECTION, "2021"),)))
    facts.refresh()
    words = facts.of(PAGE, SITE, TODAY).grave_words
    assert list(words) == [STUDY.key]
    assert words[STUDY.key].startswith("This study was retracted on 3 May 2021.")


def test_the_same_study_twice_and_one_that_is_perhaps_the_same(facts: PageFacts) -> None:
    title = "Needling the knee of older people with arthritis in a village"
    again = replace(STUDY.duplicate(), title="Another title")
    first, second = Study(title=title, date="2018"), Study(title=f"{title}s", date="2018")
    checked = facts.of(replace(PAGE, studies=(STUDY, OTHER, again, first, second)), SITE, TODAY)
    assert checked.duplicates == ((STUDY.key, again.key),)
    assert checked.lookalikes == ((first.key, second.key),)


def test_a_new_look_is_taken_up(tmp_path: Path, facts: PageFacts) -> None:
    facts.of(PAGE, SITE, TODAY)
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "intro.html").write_text('<section id="own">{{ heading }}</section>', encoding="utf-8")
    assert facts.refresh()
    assert '<section id="own">' in facts.of(PAGE, SITE, TODAY).html


def test_pictures_that_a_page_does_not_show_are_known_with_the_reason(tmp_path: Path, facts: PageFacts) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "knee.png").touch()
    intro = (
        "![Knee](images/knee.png) ![Arm](images/my%20arm.png) ![Far](https://example.org/far.png) ![B](images/b.bmp)"
    )
    page = replace(PAGE, intro=intro, studies=(replace(STUDY, summary="![Toe](/images/toe.jpg)"),))
    first, *rest = facts.of(page, SITE, TODAY).missing_pictures.items()
    assert first[1].startswith("It does not come from the folder")
    expected = ["https://example.org/far.png", "images/b.bmp", "images/my%20arm.png", "images/toe.jpg"]
    assert [address for address, _ in (first, *rest)] == expected
    (tmp_path / "images" / "toe.jpg").touch()
    assert "images/toe.jpg" not in facts.of(page, SITE, TODAY).missing_pictures
