"""What becomes of a reference as a study of a page."""

from __future__ import annotations

import pytest

from editor.references.reference import Author, Reference
from editor.references.study_of import study_of, study_type_of


def test_a_study_says_what_the_reference_says_and_has_no_key_for_the_rest() -> None:
    study = study_of(
        Reference(
            title="Needles and discs",
            authors=(
                Author("Tang", "Shujie"),
                Author("King", "Mo", suffix="Jr"),
                Author(organisation="Back Pain Group"),
            ),
            journal="Acupuncture in Medicine",
            publisher="British Medical Acupuncture Society",
            date="2018-04",
            doi="10.1136/acupmed-2016-011332",
            pmid="29496679",
            abstract="The publisher's words.",
            url="https://example.org/article",
            kinds=("Journal Article", "Meta-Analysis", "Systematic Review"),
        )
    )
    assert study.title == "Needles and discs"
    assert study.authors == "Tang S, King M Jr, Back Pain Group"
    assert (study.journal, study.publisher) == ("Acupuncture in Medicine", "British Medical Acupuncture Society")
    assert (study.date, study.doi, study.pmid) == ("2018-04", "10.1136/acupmed-2016-011332", "29496679")
    assert study.url == "https://example.org/article"
    assert study.study_type == "systematic-review"
    assert (study.summary, study.note) == (None, None)


def test_authors_that_the_source_leaves_out_are_told() -> None:
    assert study_of(Reference(authors=(Author("Tang", "S"),), and_others=True)).authors == "Tang S, et al."


def test_an_empty_reference_is_a_study_with_an_empty_title() -> None:
    study = study_of(Reference())
    assert study.title == ""
    assert {study.journal, study.date, study.authors, study.url, study.doi, study.study_type} == {None}


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://doi.org/10.1000/a", None),
        ("http://dx.doi.org/10.1000/a", None),
        ("https://pubmed.ncbi.nlm.nih.gov/1/", None),
        ("//www.example.org/a", "https://www.example.org/a"),
        ("http://ovidsp.ovid.com/ovidweb.cgi?T=JS&AN=1", None),
        ("<Go to ISI>://0002", None),
        ("javascript:alert(1)", None),
        ("http://example.org/a b", None),
        ("http://example.org/a", "http://example.org/a"),
    ],
)
def test_an_address_is_kept_where_the_numbers_do_not_make_it(url: str, kept: str | None) -> None:
    assert study_of(Reference(url=url, doi="10.1000/a")).url == kept


def test_the_address_of_a_doi_stays_where_no_doi_is_known() -> None:
    assert study_of(Reference(url="https://doi.org/10.1000/a")).url == "https://doi.org/10.1000/a"


@pytest.mark.parametrize(
    ("kinds", "title", "study_type"),
    [
        (("Journal Article", "Randomized Controlled Trial"), "", "randomised-trial"),
        (("Meta-Analysis",), "", "meta-analysis"),
        (("Practice Guideline",), "", "guideline"),
        (
            ("JOUR",),
            "Needles: a systematic review and meta-analysis of randomised controlled trials",
            "systematic-review",
        ),
        (("JOUR",), "A network meta-analysis", "meta-analysis"),
        (("JOUR",), "A Randomized, Sham-Controlled Clinical Trial", "randomised-trial"),
        (("JOUR",), "Needles: protocol for a randomised controlled trial", ""),
        (("JOUR",), "Comment on: a randomised controlled trial", ""),
        (("JOUR",), "Fifteen-year outcomes: a cohort study", "cohort"),
        (("JOUR",), "Needles for everybody", ""),
        (("Randomized Controlled Trial",), "A systematic review", "randomised-trial"),
    ],
)
def test_the_kind_of_study_is_told_by_the_kinds_and_else_by_the_title(
    kinds: tuple[str, ...], title: str, study_type: str
) -> None:
    assert study_type_of(Reference(title=title, kinds=kinds)) == study_type
