"""The address of a study's full article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.study import Study
from editor.content.study_link import study_link
from editor.markup.addresses import link_address

DOI, PUBMED = "https://doi.org/10.1000/1", "https://pubmed.ncbi.nlm.nih.gov/77/"


@pytest.mark.parametrize(
    ("url", "doi", "pmid", "address"),
    [
        ("https://x.example/a", "10.1000/1", "77", "https://x.example/a"),
        (" ", "10.1000/1", "77", DOI),
        (None, "", "77", PUBMED),
        (None, None, None, ""),
        ("www.example.com/x", None, None, "https://www.example.com/x"),
        ("WWW.example.com", None, None, "https://WWW.example.com"),
        ("doi.org/10.1000/1", None, None, DOI),
        ("/papers/www.pdf", None, None, "/papers/www.pdf"),
        ("./papers/a b.pdf", None, None, "./papers/a%20b.pdf"),
        ("../papers/a.pdf", None, None, "../papers/a.pdf"),
        ("pubmed.ncbi.nlm.nih.gov/77/", None, None, PUBMED),
        ("https://x.example/My Paper.pdf", "10.1000/1", None, "https://x.example/My%20Paper.pdf"),
        ("n/a", "10.1000/1", "77", DOI),
        ("see the journal", None, "77", PUBMED),
        ("in print", None, None, ""),
        ("www. see the journal", "10.1000/1", None, DOI),
        ("me@x.example", "10.1000/1", None, DOI),
        ("mailto:me@x.example", None, None, ""),
        ("J.Pain 2018", "10.1000/1", None, DOI),
        ("10.1000/1", "10.1000/2", None, DOI),
        ("doi:10.1000/1", None, "77", DOI),
        ("javascript:alert(1)", "10.1000/1", "77", DOI),
        ("java\tscript:alert(1)", "n/a", "77", PUBMED),
        ("javascript:alert(1)", None, None, ""),
        (None, "doi:", "77", PUBMED),
        (None, "doi: 10.1000/1", None, DOI),
        (None, " https://dx.doi.org/10.1000/1 ", None, DOI),
        (None, "10.1000/a#b?c", None, "https://doi.org/10.1000/a%23b%3Fc"),
        (
            None,
            "10.1002/(SICI)1097<1::AID>3.0.CO;2-K",
            None,
            "https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0.CO;2-K",
        ),
        (None, "https://doi.org/10.1002/a%3C1%3E", None, "https://doi.org/10.1002/a%3C1%3E"),
        (None, None, "PMID: 77", PUBMED),
        (None, None, "pmid 77", PUBMED),
        (None, None, "https://pubmed.ncbi.nlm.nih.gov/77/", PUBMED),
        (None, None, "see above", ""),
        (None, None, "77, 78", ""),
    ],
)
def test_the_link_of_a_study(url: str | None, doi: str | None, pmid: str | None, address: str) -> None:
    assert study_link(Study(title="A", url=url, doi=doi, pmid=pmid)) == address


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_no_study_leads_anywhere_else(url: str, doi: str, pmid: str) -> None:
    link = study_link(Study(url=url, doi=doi, pmid=pmid))
    assert link_address(link) == link
