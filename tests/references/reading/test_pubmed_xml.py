"""PubMed's XML, as its website saves it and NCBI answers."""

from __future__ import annotations

import pytest

from editor.references.reading import UnsupportedFormat, references_in, references_of_text
from editor.references.reference import Author, Notice, NoticeKind, Reference

WHOLE = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed.dtd">
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID Version="1">29496679</PMID>
<Article><Journal><ISSN IssnType="Electronic">1759-9873</ISSN><JournalIssue><Volume>36</Volume><Issue>2</Issue>
<PubDate><Year>2018</Year><Month>Apr</Month></PubDate></JournalIssue><Title>Acupuncture in medicine : a journal</Title>
</Journal><ArticleTitle>Acupuncture of <i>the</i> disc at PC<sub>6</sub>.</ArticleTitle>
<Pagination><MedlinePgn>62-70</MedlinePgn></Pagination>
<ELocationID EIdType="pii">x-1</ELocationID><ELocationID EIdType="doi">10.1136/acupmed-2016-011332</ELocationID>
<Abstract><AbstractText Label="AIM">To see.</AbstractText><AbstractText Label="RESULTS">Seen.</AbstractText></Abstract>
<AuthorList><Author><LastName>Tang</LastName><ForeName>Shujie</ForeName></Author>
<Author><LastName>King</LastName><ForeName>Mo</ForeName><Suffix>Jr</Suffix></Author>
<Author ValidYN="N"><LastName>Wrong</LastName></Author>
<Author><CollectiveName>Back Pain Group.</CollectiveName></Author></AuthorList>
<PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList></Article>
<CommentsCorrectionsList>
<CommentsCorrections RefType="Cites"><RefSource>Other. 2001;1:1</RefSource></CommentsCorrections>
<CommentsCorrections RefType="RetractionIn"><RefSource>Acupunct Med. 2019 Jul 26;1(1):1. doi: 10.1000/r.1</RefSource>
</CommentsCorrections>
<CommentsCorrections RefType="RetractionOf"><RefSource>Another. 1999;1:1</RefSource></CommentsCorrections>
</CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1136/acupmed-2016-011332</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/cited</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle>
</PubmedArticleSet>
"""


def article(inner: str, around: str = "{}") -> str:
    return around.format(
        f"<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>{inner}</Article></MedlineCitation></PubmedArticle>"
    )


def test_every_field_of_an_article_is_read() -> None:
    read = references_of_text(WHOLE)
    assert read.unread == ()
    assert read.references == (
        Reference(
            title="Acupuncture of the disc at PC₆",
            authors=(
                Author("Tang", "Shujie"),
                Author("King", "Mo", suffix="Jr"),
                Author(organisation="Back Pain Group"),
            ),
            journal="Acupuncture in medicine",
            date="2018-04",
            volume="36",
            issue="2",
            pages="62-70",
            doi="10.1136/acupmed-2016-011332",
            pmid="29496679",
            issn="1759-9873",
            abstract="AIM: To see. RESULTS: Seen.",
            kinds=("Journal Article",),
            notices=(Notice(NoticeKind.RETRACTION, "2019-07-26", "10.1000/r.1"),),
        ),
    )


def test_a_book_of_pubmed_is_read() -> None:
    read = references_of_text(
        "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>2</PMID><Book><Publisher><PublisherName>A College"
        "</PublisherName></Publisher><BookTitle>Whole book</BookTitle><PubDate><Year>2009</Year><Month>02</Month>"
        "</PubDate></Book><ArticleTitle>A chapter</ArticleTitle><AuthorList><Author><LastName>Lee</LastName>"
        "<Initials>A</Initials></Author></AuthorList></BookDocument></PubmedBookArticle></PubmedArticleSet>"
    )
    (reference,) = read.references
    assert (reference.title, reference.journal, reference.publisher) == ("A chapter", "Whole book", "A College")
    assert (reference.date, reference.pmid, reference.authors) == ("2009-02", "2", (Author("Lee", "A"),))


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("<Year>1990</Year><Season>Spring</Season>", "1990"),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", "1998"),
        ("<MedlineDate>2018 Jan-Feb</MedlineDate>", "2018"),
        ("<Year>2016</Year><Month>02</Month><Day>9</Day>", "2016-02-09"),
    ],
)
def test_a_date_is_no_finer_than_pubmed_says(date: str, said: str) -> None:
    text = article(f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>")
    assert references_of_text(text).references[0].date == said


def test_the_doi_of_a_paper_that_is_cited_is_not_taken() -> None:
    text = WHOLE.replace('<ELocationID EIdType="doi">10.1136/acupmed-2016-011332</ELocationID>', "")
    assert references_of_text(text).references[0].doi == "10.1136/acupmed-2016-011332"
    own = '<ArticleId IdType="doi">10.1136/acupmed-2016-011332</ArticleId></ArticleIdList>\n<ReferenceList>'
    assert references_of_text(text.replace(own, "</ArticleIdList><ReferenceList>")).references[0].doi == ""


def test_one_damaged_record_spoils_no_other() -> None:
    good, damaged = article("<ArticleTitle>Good</ArticleTitle>"), article("<ArticleTitle>Bad</ArticleTitle><b>")
    read = references_of_text(f"<PubmedArticleSet>\n{good}\n{damaged}\n{good}\n</PubmedArticleSet>")
    assert [reference.title for reference in read.references] == ["Good", "Good"]
    assert read.unread == ("The study “Bad”, from line 3, is damaged or cut off.",)


def test_a_file_that_is_cut_off_is_read_to_there() -> None:
    read = references_of_text(WHOLE.replace("</PubmedArticleSet>", "") + WHOLE[WHOLE.index("<PubmedArticle>") :][:900])
    assert [reference.pmid for reference in read.references] == ["29496679"]
    assert read.unread == ("The study “Acupuncture of the disc at PC₆.”, from line 26, is damaged or cut off.",)


def test_signs_that_xml_does_not_know_are_mended() -> None:
    text = article("<ArticleTitle>Tr&eacute;s &amp; R&D &nbsp;x &lt; 5\x0b</ArticleTitle>")
    assert references_of_text(text).references[0].title == "Trés & R&D x < 5"


def test_a_bomb_of_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + article("<ArticleTitle>&b;</ArticleTitle>")
    with pytest.raises(UnsupportedFormat, match="harm"):
        references_in(bomb.encode())


def test_nesting_without_end_is_no_danger() -> None:
    deep = "<sub>" * 50_000 + "x" + "</sub>" * 50_000
    (reference,) = references_of_text(article(f"<ArticleTitle>{deep}</ArticleTitle>")).references
    assert "x" in reference.title
