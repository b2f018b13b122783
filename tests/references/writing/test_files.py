"""What stands in the files, and what other programs' libraries make of them."""

from __future__ import annotations

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy

from editor.content.study import Study
from editor.references.writing import bibtex_of, csl_json_of, ris_of
from editor.references.writing.citation_keys import citation_keys
from editor.references.writing.written_study import written_study

STUDY = Study(
    title="Needles & knees: 50% {of} a_trial",
    authors="Tang S, van der Berg JL, Knee Pain Study Group, et al.",
    journal="Journal of Knees",
    publisher="Society of Knees",
    date="2018, Apr 1",
    doi="https://doi.org/10.5555/knees_1",
    pmid="PMID: 29496679",
    url="https://example.org/a_b#c",
    study_type="systematic-review",
    summary="**Thirty** trials,\n\nof [some](https://example.org) size.",
    note="Ask the practitioner",
)


def keys(*studies: Study) -> list[str]:
    return citation_keys([written_study(study) for study in studies])


def test_a_ris_file_has_each_field_on_a_line_of_its_own() -> None:
    assert ris_of([STUDY]).decode("utf-8-sig").split("\r\n") == [
        "TY  - JOUR",
        "TI  - Needles & knees: 50% {of} a_trial",
        "AU  - Tang, S",
        "AU  - van der Berg, JL",
        "AU  - Knee Pain Study Group",
        "AU  - et al.",
        "T2  - Journal of Knees",
        "PB  - Society of Knees",
        "PY  - 2018",
        "DA  - 2018/04/01/",
        "DO  - 10.5555/knees_1",
        "AN  - 29496679",
        "DB  - PubMed",
        "UR  - https://example.org/a_b#c",
        "M3  - Systematic review",
        "N1  - Thirty trials, of some size.",
        "ER  - ",
        "",
    ]


def test_a_bibtex_entry_escapes_what_means_something_to_latex() -> None:
    assert bibtex_of([STUDY]).decode() == (
        "@article{tang2018,\n"
        "  title = {{Needles \\& knees: 50\\% \\{of\\} a\\_trial}},\n"
        "  author = {Tang, S and van der Berg, JL and {Knee Pain Study Group} and others},\n"
        "  journal = {Journal of Knees},\n"
        "  publisher = {Society of Knees},\n"
        "  year = {2018},\n"
        "  month = apr,\n"
        "  day = {1},\n"
        "  doi = {10.5555/knees_1},\n"
        "  pmid = {29496679},\n"
        "  url = {https://example.org/a_b#c},\n"
        "  type = {Systematic review},\n"
        "  keywords = {Systematic review},\n"
        "  annote = {Thirty trials, of some size.},\n"
        "}\n"
    )


def test_a_csl_item_has_names_and_date_taken_apart() -> None:
    assert json.loads(csl_json_of([STUDY])) == [
        {
            "id": "tang2018",
            "type": "article-journal",
            "title": STUDY.title,
            "author": [
                {"family": "Tang", "given": "S"},
                {"family": "van der Berg", "given": "JL"},
                {"literal": "Knee Pain Study Group"},
                {"literal": "et al."},
            ],
            "container-title": "Journal of Knees",
            "publisher": "Society of Knees",
            "issued": {"date-parts": [[2018, 4, 1]]},
            "DOI": "10.5555/knees_1",
            "PMID": "29496679",
            "URL": "https://example.org/a_b#c",
            "genre": "Systematic review",
            "note": "Thirty trials, of some size.",
        }
    ]


@pytest.mark.parametrize("write", [ris_of, bibtex_of, csl_json_of])
def test_what_is_for_staff_alone_goes_into_no_file(write: object) -> None:
    assert callable(write)
    assert b"Ask the practitioner" not in write([STUDY])


def test_the_libraries_read_the_files_without_complaint() -> None:
    studies = [STUDY, Study(title="Just a title"), Study(title="", date="2018 Jan-Feb", authors="汤思")]
    assert len(rispy.loads(ris_of(studies).decode("utf-8-sig"))) == 3
    library = bibtexparser.parse_string(bibtex_of(studies).decode())
    assert library.failed_blocks == []
    assert len(library.entries) == 3


@pytest.mark.parametrize(
    ("study", "types"),
    [
        (replace(STUDY, journal=""), ("GEN", "misc", "document")),
        (replace(STUDY, journal="", study_type="guideline"), ("RPRT", "techreport", "report")),
    ],
)
def test_what_stands_in_no_journal_is_no_article(study: Study, types: tuple[str, str, str]) -> None:
    assert ris_of([study]).decode("utf-8-sig").startswith(f"TY  - {types[0]}\r\n")
    assert bibtex_of([study]).decode().startswith(f"@{types[1]}{{")
    assert json.loads(csl_json_of([study]))[0]["type"] == types[2]


@pytest.mark.parametrize(
    ("text", "ris", "bibtex", "csl"),
    [
        ("2018 Jan-Feb", "PY  - 2018\r\nDA  - 2018///Jan-Feb", "year = {2018 Jan-Feb}", {"raw": "2018 Jan-Feb"}),
        ("in press", "DA  - ///in press", "year = {in press}", {"raw": "in press"}),
        ("2016", "PY  - 2016\r\nER", "year = {2016}", {"date-parts": [[2016]]}),
    ],
)
def test_a_date_that_is_not_understood_stays_as_it_is_printed(text: str, ris: str, bibtex: str, csl: object) -> None:
    study = Study(title="Needles", date=text)
    assert ris in ris_of([study]).decode()
    assert bibtex in bibtex_of([study]).decode()
    assert json.loads(csl_json_of([study]))[0]["issued"] == csl


def test_no_line_of_a_text_is_taken_for_a_field_and_no_brace_ends_one() -> None:
    study = Study(title="Needles\nER  - \r\nTY  - JOUR", url="https://example.org/}{", summary="\x00a\x1fb")
    assert len(rispy.loads(ris_of([study]).decode("utf-8-sig"))) == 1
    (entry,) = bibtexparser.parse_string(bibtex_of([study]).decode()).entries
    assert entry["url"] == "https://example.org/%7D%7B"
    assert b"\x00" not in ris_of([study])


def test_keys_are_of_family_name_and_year_without_accents() -> None:
    assert keys(STUDY, replace(STUDY, authors="Lv Z-T", date="2016")) == ["tang2018", "lv2016"]
    assert keys(Study(title="x", authors="O'Müller Ö", date="2018 Jan")) == ["omuller2018"]
    assert keys(Study(title="The needles", authors="", date="")) == ["needles"]
    assert keys(Study(title="", authors="汤思")) == ["study"]


def test_keys_are_unique_and_another_order_of_the_studies_leaves_them() -> None:
    others = [replace(STUDY, doi=f"10.5555/{number}", title=f"Trial {number}") for number in range(30)]
    forward, backward = keys(*others), keys(*reversed(others))
    assert len(set(forward)) == 30
    assert forward == list(reversed(backward))
    assert set(keys(others[0], others[1])) == {"tang2018a", "tang2018b"}
    assert len(set(keys(*others[:2], replace(STUDY, authors="Tang S", date="2018a")))) == 3
