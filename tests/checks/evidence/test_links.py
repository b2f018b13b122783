"""Links that lead nowhere, may move, or were followed."""

from __future__ import annotations

import pytest

from editor.content.link_state import LinkState
from editor.content.shared_texts import References
from editor.content.site import Site
from editor.content.study import Study
from tests.checks.evidence.pages import found, page_with

SITE = Site(references=References(link_text="Full Article"))


@pytest.mark.parametrize(
    "study",
    [
        Study(title="Needles"),
        Study(title="Needles", url=" ", doi=""),
        Study(title="Needles", url="n/a"),
        Study(title="Needles", doi="none yet"),
        Study(title="Needles", url="journal.example"),
    ],
)
def test_a_study_without_a_link_is_found(study: Study) -> None:
    (finding,) = found(page_with(study), "E08", SITE)
    assert finding.spot.study == study.key
    assert finding.message.startswith("“Needles” has no web address to open, so “Full Article” leads nowhere.")


@pytest.mark.parametrize(
    "study",
    [
        Study(title="Needles", doi="10.5555/needles"),
        Study(title="Needles", doi="https://doi.org/10.5555/needles"),
        Study(title="Needles", pmid="29496679"),
        Study(title="Needles", url="journal.example/needles"),
        Study(title="Needles", url="/papers/needles.pdf"),
        Study(title="Needles", url="doi:10.5555/needles"),
    ],
)
def test_one_with_a_link_of_any_kind_is_not(study: Study) -> None:
    assert found(page_with(study), "E08", SITE) == []


@pytest.mark.parametrize(
    "url", ["https://journal.example/article/12", "www.journal.example/article", "http://journal.example/10.5555/n.pdf"]
)
def test_an_address_that_may_move_is_found(url: str) -> None:
    (finding,) = found(page_with(Study(title="Needles", url=url)), "E09")
    assert (finding.words, finding.severity, finding.fixes) == (url, "hint", ())


@pytest.mark.parametrize(
    "url",
    [
        "https://doi.org/10.5555/needles",
        "http://dx.doi.org/10.5555/needles",
        "10.5555/needles",
        "https://pubmed.ncbi.nlm.nih.gov/29496679/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC4158087/",
        "",
        "n/a",
    ],
)
def test_one_that_is_meant_to_stay_is_not(url: str) -> None:
    assert found(page_with(Study(title="Needles", url=url)), "E09") == []


def test_where_the_doi_is_known_it_can_make_the_link() -> None:
    study = Study(title="Needles", url="https://journal.example/12", doi="10.5555/needles")
    (finding,) = found(page_with(study), "E09")
    (change,) = finding.fixes[0].changes
    assert (change.field, change.before, change.after) == ("url", "https://journal.example/12", "")


@pytest.mark.parametrize(
    "study", [Study(url="https://a.example/b"), Study(doi="10.5555/needles"), Study(pmid="29496679")]
)
def test_a_dead_link_is_a_warning_and_one_that_could_not_be_checked_a_hint(study: Study) -> None:
    page = page_with(study)
    (dead,) = found(page, "link_dead", links={study.key: LinkState.DEAD})
    (unknown,) = found(page, "link_not_followed", links={study.key: LinkState.UNKNOWN})
    assert (dead.severity, unknown.severity) == ("warn", "hint")
    assert dead.words == unknown.words in (study.url, study.doi, study.pmid)
    assert found(page, "link_dead", links={study.key: LinkState.UNKNOWN}) == []
    assert found(page, "link_not_followed", links={study.key: LinkState.DEAD}) == []


@pytest.mark.parametrize("links", [{}, {"another study": LinkState.DEAD}, {"key": LinkState.WORKS}])
def test_a_link_that_works_or_was_not_followed_is_neither(links: dict[str, LinkState]) -> None:
    page = page_with(Study(key="key", url="https://a.example/b"))
    assert found(page, "link_dead", links=links) == found(page, "link_not_followed", links=links) == []
