"""What a study begins with that somebody goes on with by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.content.study import Study
from editor.references.begun_study import begun_study

_LINK = "https://www.sciencedirect.com/science/article/pii/S0300000016301234"


@pytest.mark.parametrize(
    ("words", "study"),
    [
        ("https://doi.org/10.5555/knees", Study(doi="10.5555/knees")),
        ("PMID: 29496679", Study(pmid="29496679")),
        ("Doe J. Needles. 2018. doi:10.5555/knees PMID: 29496679", Study(doi="10.5555/knees", pmid="29496679")),
        ("PMC7000001", Study(url="https://pmc.ncbi.nlm.nih.gov/articles/PMC7000001/")),
        (f" {_LINK} ", Study(url=_LINK)),
        ("Doe J. Needles for sore knees. 2018", Study()),
    ],
)
def test_it_has_the_numbers_or_the_link(words: str, study: Study) -> None:
    begun = begun_study(words)
    assert begun is not None
    assert begun == replace(study, key=begun.key, title="")


@pytest.mark.parametrize("words", ["", "sore knees", "10.5555/knees 10.5555/elbows"])
def test_nothing_is_begun_with_too_little_or_several_papers(words: str) -> None:
    assert begun_study(words) is None
