"""PubMed's XML: what its website saves, and what NCBI answers to a look-up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from editor.references.reading.found import Findings, Found, Unread
from editor.references.reading.names import person
from editor.references.reading.plain_texts import doi_in, full_pages, issn_in, plain_title
from editor.references.reading.pubmed_texts import notice_in, printed_journal
from editor.references.reading.source_dates import edtf, source_date
from editor.references.reading.xml_records import records, words, words_at
from editor.references.reference import Author, Notice, NoticeKind, Reference

NAME = "PubMed XML"
BEGINS = re.compile(r"<(?:PubmedArticle|PubmedBookArticle|PubmedArticleSet)\b")

_NOTICES = {
    "RetractionIn": NoticeKind.RETRACTION,
    "ExpressionOfConcernIn": NoticeKind.EXPRESSION_OF_CONCERN,
    "PartialRetractionIn": NoticeKind.CORRECTION,
    "ErratumIn": NoticeKind.CORRECTION,
    "CorrectedandRepublishedIn": NoticeKind.CORRECTION,
}
"""What is said of the paper itself; RetractionOf and its like stand on the notices."""


def read(text: str) -> Findings:
    """The references of PubMed's XML, articles and books."""
    for record, share in records(text, "PubmedArticle", "PubmedBookArticle"):
        yield Found(record if isinstance(record, Unread) else _reference(record), share)


def _reference(record: Element) -> Reference:
    citation = record.find("MedlineCitation")
    book = record.find("BookDocument")
    if citation is not None:
        return _article(record, citation)
    return Reference() if book is None else _book(book)


def _article(record: Element, citation: Element) -> Reference:
    issue = "Article/Journal/JournalIssue"
    doi = words_at(citation, "Article/ELocationID[@EIdType='doi']")
    return Reference(
        title=plain_title(words_at(citation, "Article/ArticleTitle", "Article/VernacularTitle")),
        authors=tuple(_authors(citation, "Article/AuthorList")),
        journal=printed_journal(
            words_at(
                citation, "Article/Journal/Title", "Article/Journal/ISOAbbreviation", "MedlineJournalInfo/MedlineTA"
            )
        ),
        date=_date(citation.find(f"{issue}/PubDate")) or _date(citation.find("Article/ArticleDate")),
        volume=words_at(citation, f"{issue}/Volume"),
        issue=words_at(citation, f"{issue}/Issue"),
        pages=_pages(citation),
        doi=doi_in(doi or words_at(record, "PubmedData/ArticleIdList/ArticleId[@IdType='doi']")),
        pmid=words_at(citation, "PMID"),
        issn=issn_in(words_at(citation, "Article/Journal/ISSN", "MedlineJournalInfo/ISSNLinking")),
        abstract=_abstract(citation.find("Article/Abstract")),
        kinds=tuple(map(words, citation.iterfind("Article/PublicationTypeList/PublicationType"))),
        notices=tuple(dict.fromkeys(_notices(citation))),
    )


def _book(book: Element) -> Reference:
    """A book, or a chapter of one, which stands in the place of a journal."""
    title, chapter = words_at(book, "Book/BookTitle"), words_at(book, "ArticleTitle")
    authors = tuple(_authors(book, "AuthorList")) or tuple(_authors(book, "Book/AuthorList"))
    return Reference(
        title=plain_title(chapter or title),
        authors=authors,
        journal=title if chapter else "",
        publisher=words_at(book, "Book/Publisher/PublisherName"),
        date=_date(book.find("Book/PubDate")),
        doi=doi_in(words_at(book, "ArticleIdList/ArticleId[@IdType='doi']")),
        pmid=words_at(book, "PMID"),
        abstract=_abstract(book.find("Abstract")),
        kinds=tuple(map(words, book.iterfind("PublicationType"))),
    )


def _authors(element: Element, path: str) -> Iterator[Author]:
    for author in element.iterfind(f"{path}/Author"):
        together = words_at(author, "CollectiveName").rstrip(".")
        names = words_at(author, "LastName"), words_at(author, "ForeName", "Initials"), words_at(author, "Suffix")
        found = Author(organisation=together) if together else person(*names)
        if found is not None and author.get("ValidYN") != "N":
            yield found


def _date(element: Element | None) -> str:
    if element is None:
        return ""
    year = words_at(element, "Year")
    return edtf(year, words_at(element, "Month"), words_at(element, "Day")) or source_date(
        words_at(element, "MedlineDate")
    )


def _pages(citation: Element) -> str:
    pages = words_at(citation, "Article/Pagination/MedlinePgn", "Article/Pagination/StartPage")
    return full_pages(pages.split(",")[0])


def _abstract(abstract: Element | None) -> str:
    if abstract is None:
        return ""
    parts = [(part.get("Label", ""), words(part)) for part in abstract.iterfind("AbstractText")]
    return " ".join(f"{label}: {text}" if label else text for label, text in parts if text)


def _notices(citation: Element) -> Iterator[Notice]:
    for notice in citation.iterfind("CommentsCorrectionsList/CommentsCorrections"):
        kind = _NOTICES.get(notice.get("RefType", ""))
        if kind is not None:
            yield notice_in(kind, words_at(notice, "RefSource"))
