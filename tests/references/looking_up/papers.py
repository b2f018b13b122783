"""Invented papers as Crossref and PubMed would describe them."""

from __future__ import annotations

import json

from tests.references.looking_up.service import Service

DOI = "10.5555/needles.2018.7"
PMID = "99000001"
TITLE = "Needles for sore knees: a trial"
PUBMED_TITLE = "Cups for stiff backs: a cohort study."
CHINESE_DOI = "10.5556/cups.2020.3"


def work(doi: str = DOI, title: str = TITLE) -> dict[str, object]:
    """A paper as Crossref says it."""
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title],
        "container-title": ["Journal of Invented Needles"],
        "publisher": "Invented Press",
        "author": [{"given": "Ada", "family": "Doe"}, {"given": "Ben", "family": "Roe"}],
        "issued": {"date-parts": [[2018, 4, 1]]},
        "volume": "12",
        "issue": "3",
        "page": "1-9",
    }


def article(pmid: str = PMID, doi: str = CHINESE_DOI) -> bytes:
    """A paper as PubMed says it."""
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID><Article PubModel="Print">'
        "<Journal><JournalIssue><Volume>5</Volume><PubDate><Year>2020</Year><Month>Mar</Month></PubDate></JournalIssue>"
        f"<Title>Invented Cups</Title></Journal><ArticleTitle>{PUBMED_TITLE}</ArticleTitle>"
        "<AuthorList><Author><LastName>Poe</LastName><ForeName>Cy</ForeName><Initials>C</Initials></Author></AuthorList>"
        "<PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList></Article>"
        '</MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">'
        f'{pmid}</ArticleId><ArticleId IdType="doi">{doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>'
    ).encode()


def give_papers(service: Service) -> None:
    """Have the service know one paper of each kind."""
    service.take_works(json.dumps({"message": work()}).encode())
    service.take_articles(article())
    service.numbers[CHINESE_DOI] = [PMID]
    service.numbers["PMC7000001"] = [PMID]
