"""CSL as Zotero and doi.org give it, and Crossref's answers."""

from __future__ import annotations

import json

import pytest

from editor.references.reading import UnsupportedFormat, references_of_text
from editor.references.reference import Author, Notice, NoticeKind, Reference

WORK = {
    "type": "journal-article",
    "title": ["Needles &amp; <i>discs</i>"],
    "subtitle": ["A review"],
    "author": [
        {"given": "Shujie", "family": "Tang"},
        {"given": "Hermann", "family": "Helmholtz", "non-dropping-particle": "von", "suffix": "Jr."},
        {"name": "Back Pain Group"},
    ],
    "container-title": ["Acupuncture in Medicine", "Other"],
    "publisher": "A publisher",
    "issued": {"date-parts": [[2018, 2, 28]]},
    "published-print": {"date-parts": [[2018, 4]]},
    "volume": "36",
    "issue": 2,
    "page": "62-70",
    "DOI": "10.1136/acupmed-2016-011332",
    "ISSN": ["0964-5284", "1759-9873"],
    "abstract": "<jats:title>Abstract</jats:title><jats:p>Thirty</jats:p><jats:p>trials.</jats:p>",
    "URL": "http://dx.doi.org/10.1136/acupmed-2016-011332",
}


def works(value: object) -> tuple[Reference, ...]:
    read = references_of_text(json.dumps(value))
    assert read.unread == ()
    return read.references


def test_every_field_of_an_article_is_read() -> None:
    expected = Reference(
        title="Needles & discs: A review",
        authors=(
            Author("Tang", "Shujie"),
            Author("von Helmholtz", "Hermann", suffix="Jr"),
            Author(organisation="Back Pain Group"),
        ),
        journal="Acupuncture in Medicine",
        publisher="A publisher",
        date="2018-04",
        volume="36",
        issue="2",
        pages="62-70",
        doi="10.1136/acupmed-2016-011332",
        issn="0964-5284",
        abstract="Thirty trials.",
        url="http://dx.doi.org/10.1136/acupmed-2016-011332",
        kinds=("journal-article",),
    )
    assert works({"status": "ok", "message-type": "work", "message": WORK}) == (expected,)
    assert works({"status": "ok", "message-type": "work-list", "message": {"items": [WORK, WORK]}}) == (expected,) * 2
    assert works([WORK]) == works(WORK) == works({"items": [WORK]}) == (expected,)


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2018, 4, 1]]}, "2018-04-01"),
        ({"date-parts": [["2018", "4"]]}, "2018-04"),
        ({"date-parts": [[2018, 4, 1], [2018, 4, 9]]}, "2018-04"),
        ({"date-parts": [[2018, 2, 30]]}, "2018-02"),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": []}, ""),
        ({"raw": "1 April 2018"}, "2018-04-01"),
        ({"literal": "Spring 2018"}, "2018"),
        ("2018-04", "2018-04"),
        (7, ""),
    ],
)
def test_a_date_is_as_fine_as_the_work_says(issued: object, date: str) -> None:
    assert works([{"title": "A", "issued": issued}])[0].date == date


def test_all_notices_about_a_work_are_read_and_each_once() -> None:
    def update(kind: str, doi: str, source: str) -> dict[str, object]:
        return {"DOI": doi, "type": kind, "source": source, "updated": {"date-parts": [[2019, 7, 26]]}}

    updates = [
        update("correction", "10.1000/c", "publisher"),
        update("retraction", "10.1000/r", "publisher"),
        update("retraction", "10.1000/r", "retraction-watch"),
        update("expression_of_concern", "10.1000/e", "publisher"),
        update("new_version", "10.1000/n", "publisher"),
    ]
    (reference,) = works([{"title": "A", "updated-by": updates}])
    assert reference.notices == (
        Notice(NoticeKind.CORRECTION, "2019-07-26", "10.1000/c"),
        Notice(NoticeKind.RETRACTION, "2019-07-26", "10.1000/r"),
        Notice(NoticeKind.EXPRESSION_OF_CONCERN, "2019-07-26", "10.1000/e"),
    )
    (notice,) = works([{"title": "Retraction of A", "update-to": [update("retraction", "10.1000/a", "publisher")]}])
    assert notice.notices == ()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Anemia<subtitle>Its treatment</subtitle>", "Anemia Its treatment"),
        ("at N<mml:math><mml:mi>=</mml:mi><mml:none /></mml:math>88", "at N=88"),
        ("CO<sub>2</sub> and 10<sup>-3</sup>, the 62<sup>nd</sup>", "CO₂ and 10⁻³, the 62nd"),
        ("p < 0.05 &amp; n > 3", "p < 0.05 & n > 3"),
        ("one\u00a0 line\u2028or\ttwo\u0000", "one line or two"),
    ],
)
def test_markup_in_a_title_is_made_plain(typed: str, title: str) -> None:
    assert works([{"title": typed}])[0].title == title


def test_a_pubmed_number_that_zotero_keeps_in_the_note_is_found() -> None:
    assert works([{"title": "A", "note": "PMID: 29496679\nPMCID: PMC1"}])[0].pmid == "29496679"


def test_values_of_a_wrong_kind_are_no_crash() -> None:
    odd = {
        "title": {"a": 1},
        "author": [None, 3, [], {"family": ["Lee"]}, "Park, B"],
        "DOI": 3,
        "page": True,
        "ISSN": {},
    }
    (reference,) = works([{**odd, "container-title": [None, "A journal"]}])
    assert reference == Reference(authors=(Author("Lee"), Author("Park", "B")), journal="A journal")


def test_entries_that_are_no_works_are_told() -> None:
    read = references_of_text('[{"title": "One"}, {"x": 1}, "words"]')
    assert [reference.title for reference in read.references] == ["One"]
    assert read.unread == ("Entry 2 of this file is no study.", "Entry 3 of this file is no study.")


def test_of_a_damaged_list_the_whole_works_are_read() -> None:
    text = json.dumps([{"title": "One"}, {"title": "Two"}, {"title": "Three"}], indent=1)
    read = references_of_text(text.replace('"Two"', '"Two'))
    assert [reference.title for reference in read.references] == ["One", "Three"]
    assert len(read.unread) == 1
    read = references_of_text(text[:-20])
    assert [reference.title for reference in read.references] == ["One", "Two"]
    assert read.unread == ("What stands from line 8 is damaged or cut off, and was not read.",)
    read = references_of_text(text[: text.rindex("},\n {") + 1])
    assert [reference.title for reference in read.references] == ["One", "Two"]
    assert read.unread == ("What stands from line 7 is damaged or cut off, and was not read.",), "cut between two works"


def test_what_a_damaged_work_cites_is_no_study_of_the_file() -> None:
    cited = {"key": "1", "DOI": "10.5555/cited", "author": "Doe", "article-title": "Older needles"}
    listed = [{"title": "One", "reference": [cited]}, {"title": "Two", "reference": [cited]}, {"title": "Six"}]
    text = json.dumps(listed)
    read = references_of_text(text.replace('"Two",', '"Two'))
    assert [reference.title for reference in read.references] == ["One", "Six"]
    assert len(read.unread) == 1
    with pytest.raises(UnsupportedFormat, match="damaged"):
        references_of_text(json.dumps({"message": {"title": "One", "reference": [cited]}})[:-2])


@pytest.mark.parametrize(
    "text", ['{"status": "ok", "message": {"agency": 1}}', '{"a": 1', "[" * 100_000, '[{"a":' * 50_000]
)
def test_other_json_is_refused_with_words(text: str) -> None:
    with pytest.raises(UnsupportedFormat, match="study"):
        references_of_text(text)
