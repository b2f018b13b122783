"""Identifiers in the forms in which people copy them, and links that hold none."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from editor.references.identifiers import (
    Identifier,
    IdentifierKind,
    identifier_of,
    papers_in,
    words_without,
)
from editor.references.reading.plain_texts import doi_in
from tests.references.looking_up.service import Service

WILEY = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
WEATHER = "10.1175/1520-0493(1974)102<0736:wacoj>2.0.co;2"
LANCET = "10.1016/S0140-6736(20)30183-5"


def doi(value: str) -> Identifier:
    return Identifier(IdentifierKind.DOI, value)


def pmid(value: str) -> Identifier:
    return Identifier(IdentifierKind.PMID, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10.1016/j.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("  doi:10.1016/j.jpain.2017.09.008 ", "10.1016/j.jpain.2017.09.008"),
        ("DOI: 10.1016/j.jpain.2017.09.008.", "10.1016/j.jpain.2017.09.008"),
        ("DOI 10.1016/j.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("doi: https://doi.org/10.1016/j.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("https://doi.org/10.1016/j.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("http://dx.doi.org/10.1016/j.jpain.2017.09.008;", "10.1016/j.jpain.2017.09.008"),
        ("doi.org/10.1016/j.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("https://doi.org/10.1016%2Fj.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("10.1016%2Fj.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("https://doi.org/10.1016/j.jpain.2017.09.008?utm_source=mail#top", "10.1016/j.jpain.2017.09.008"),
        ("(https://doi.org/10.1016/j.jpain.2017.09.008)", "10.1016/j.jpain.2017.09.008"),
        ("[doi:10.1016/j.jpain.2017.09.008]", "10.1016/j.jpain.2017.09.008"),
        ("“10.1016/j.jpain.2017.09.008”,", "10.1016/j.jpain.2017.09.008"),
        ("<https://doi.org/10.1016/j.jpain.2017.09.008>", "10.1016/j.jpain.2017.09.008"),
        ("10.1016/j.jpain.2017.09.008\u200b", "10.1016/j.jpain.2017.09.008"),
        ("10.1097/00002508\u2010200001000\u201300007", "10.1097/00002508-200001000-00007"),
        ("10.1000.10/123456", "10.1000.10/123456"),
        ("DOI\uff1a10.1016/j.jpain.2017.09.008\u3002", "10.1016/j.jpain.2017.09.008"),
        ("\uff08https://doi.org/10.1016/j.jpain.2017.09.008\uff09", "10.1016/j.jpain.2017.09.008"),
        (LANCET, LANCET),
        (f"({LANCET}).", LANCET),
        (WILEY, WILEY),
        (f"doi:{WILEY}.", WILEY),
        (f"({WEATHER}).", WEATHER),
        ("10.1002/1097-0142(20000101)88:1<1::AID-CNCR1>3.0.CO;2-*.",
         "10.1002/1097-0142(20000101)88:1<1::AID-CNCR1>3.0.CO;2-*"),
        (WILEY.replace("<", "&lt;").replace(">", "&gt;"), WILEY),
        ("https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2", WILEY),
        ("https://doi.org/10.1002/1097-0142(20000101)88:1%3C1::AID-CNCR1%3E3.0.CO;2-%23",
         "10.1002/1097-0142(20000101)88:1<1::AID-CNCR1>3.0.CO;2-#"),
        ("https://doi.org/10.1002/1097-0142(20000101)88:1%3C1::AID-CNCR1%3E3.0.CO;2-#",
         "10.1002/1097-0142(20000101)88:1<1::AID-CNCR1>3.0.CO;2-#"),
        ("https://journals.sagepub.com/doi/full/10.1177/0269215514548846", "10.1177/0269215514548846"),
        ("https://journals.sagepub.com/doi/10.1177/0269215514548846?icid=int.sj", "10.1177/0269215514548846"),
        ("https://onlinelibrary.wiley.com/doi/10.1002/ejp.1234/full", "10.1002/ejp.1234"),
        ("http://onlinelibrary.wiley.com/wol1/doi/10.1002/ejp.1234/fullpdf", "10.1002/ejp.1234"),
        ("https://onlinelibrary.wiley.com/doi/pdfdirect/10.1002/ejp.1234", "10.1002/ejp.1234"),
        ("https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD001218.pub3/full",
         "10.1002/14651858.CD001218.pub3"),
        ("https://link.springer.com/article/10.1007/s00586-018-5555-2#Sec3", "10.1007/s00586-018-5555-2"),
        ("https://link.springer.com/content/pdf/10.1007/s00586-018-5555-2.pdf", "10.1007/s00586-018-5555-2"),
        ("https://www.tandfonline.com/doi/abs/10.1080/09638288.2019.1234567", "10.1080/09638288.2019.1234567"),
        ("https://www.bmj.com/content/374/bmj.n1234", "10.1136/bmj.n1234"),
        ("https://www.bmj.com/content/350/bmj.h1234.long", "10.1136/bmj.h1234"),
        ("https://www.bmj.com/lookup/doi/10.1136/bmj.38449.440961.8F", "10.1136/bmj.38449.440961.8F"),
        ("https://www.karger.com/Article/FullText/489045", "10.1159/000489045"),
        ("https://karger.com/doi/10.1159/000489045", "10.1159/000489045"),
        ("https://www.hindawi.com/journals/ecam/2018/1234567/", "10.1155/2018/1234567"),
        ("http://downloads.hindawi.com/journals/ecam/2018/1234567.xml", "10.1155/2018/1234567"),
        ("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0123456", "10.1371/journal.pone.0123456"),
        ("https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0123456&type=printable",
         "10.1371/journal.pone.0123456"),
        ("https://www.nature.com/articles/s41586-020-1234-5", "10.1038/s41586-020-1234-5"),
        ("https://www.nature.com/articles/srep12345.pdf", "10.1038/srep12345"),
        ("https://www.mdpi.com/2077-0383/9/4/1234/htm", "10.3390/jcm9041234"),
        ("https://www.frontiersin.org/articles/10.3389/fneur.2020.00123/full", "10.3389/fneur.2020.00123"),
        ("https://www.frontiersin.org/journals/neurology/articles/10.3389/fneur.2020.00123/full",
         "10.3389/fneur.2020.00123"),
        ("https://bmcmedicine.biomedcentral.com/articles/10.1186/s12916-020-01234-5", "10.1186/s12916-020-01234-5"),
        ("http://www.biomedcentral.com/1472-6882/13/123", "10.1186/1472-6882-13-123"),
        ("https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)30183-5/fulltext", LANCET),
        ("https://academic.oup.com/brain/advance-article/doi/10.1093/brain/awz123/5555555", "10.1093/brain/awz123"),
        ("https://www.medrxiv.org/content/10.1101/2020.03.24.20042937v1.full.pdf", "10.1101/2020.03.24.20042937"),
        ("https://doi-org.proxy.university.example/10.1016/j.jpain.2017.09.008", "10.1016/j.jpain.2017.09.008"),
        ("https://journal.example/show?doi=10.1016/j.jpain.2017.09.008&copy=1&reg=2", "10.1016/j.jpain.2017.09.008"),
        ("https://www.google.com/url?q=https%3A%2F%2Fdoi.org%2F10.1016%2Fj.jpain.2017.09.008&sa=D",
         "10.1016/j.jpain.2017.09.008"),
    ],
)  # fmt: skip
def test_doi_is_found_in_every_form(text: str, value: str) -> None:
    assert identifier_of(text) == doi(value)


@pytest.mark.parametrize(
    "text",
    [
        "29017938", "PMID: 29017938", "pmid29017938", "PMID:29017938.", "PubMed ID: 29017938", "PubMed number 29017938",
        "(PMID 29017938)", "https://pubmed.ncbi.nlm.nih.gov/29017938/", "pubmed.ncbi.nlm.nih.gov/29017938",
        "https://www.ncbi.nlm.nih.gov/pubmed/29017938", "http://www.ncbi.nlm.nih.gov/pubmed/29017938?dopt=Abstract",
        "https://pubmed.ncbi.nlm.nih.gov/?term=29017938", "https://europepmc.org/article/MED/29017938",
        "https://pubmed.ncbi.nlm.nih.gov/29017938/#affiliation-1",
    ],
)  # fmt: skip
def test_pubmed_number_is_found_in_every_form(text: str) -> None:
    assert identifier_of(text) == pmid("29017938")


@pytest.mark.parametrize(
    "text",
    [
        "PMC5812345", "pmc5812345", "PMCID: PMC5812345", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5812345/",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5812345/", "https://europepmc.org/articles/PMC5812345",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5812345/pdf/main.pdf",
    ],
)  # fmt: skip
def test_number_of_pubmed_central_is_found_in_every_form(text: str) -> None:
    assert identifier_of(text) == Identifier(IdentifierKind.PMCID, "PMC5812345")


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "acupuncture for back pain", "0", "123456789", "2018-04-01", "10.1016", "10.1016/", "10.1016/...",
        "Smith J. Needles. J Pain 2018;12:1-9. doi:10.1016/j.jpain.2017.09.008", "https://[abc", "https://", "10.5",
        "Tang S, Mo Z, Zhang R", "www.example.org", "https://doi.org/", "https://example.org/page?page=3",
    ],
)  # fmt: skip
def test_other_texts_are_no_identifier(text: str) -> None:
    assert identifier_of(text) is None


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://jamanetwork.com/journals/jama/fullarticle/2678900", "jamanetwork.com"),
        ("jamanetwork.com/journals/jama/fullarticle/2678900", "jamanetwork.com"),
        ("https://www.sciencedirect.com/science/article/pii/S1526590017307654", "sciencedirect.com"),
        ("https://www.mdpi.com/9999-9999/9/4/1234", "mdpi.com"),
        ("https://www.nature.com/articles/6401234", "nature.com"),
        ("https://[abc", ""),
    ],
)
def test_link_without_an_identifier_says_what_to_do(link: str, host: str) -> None:
    assert identifier_of(link) is None
    words = words_without(link)
    assert host in words
    assert "10." in words


def test_search_page_of_pubmed_says_to_open_the_paper() -> None:
    assert "Open the paper" in words_without("https://pubmed.ncbi.nlm.nih.gov/?term=acupuncture+knee")


@pytest.mark.parametrize(
    "text",
    ["acupuncture", "and/or", "e.g. this/that", "", "10.1016/j.pain.2018.01.001", "https://doi.org/10.1016/j.pain.1"],
)
def test_what_is_no_link_or_holds_one_needs_no_words(text: str) -> None:
    assert words_without(text) == ""


def test_identifiers_of_a_text_come_in_order_and_once() -> None:
    text = f"""1. Doe J. Needles. 2018;12:1-9. doi:10.1016/j.jpain.2017.09.008. PMID: 29017938; PMCID: PMC5812345.
    2. See https://www.nature.com/articles/s41586-020-1234-5, ({LANCET}) and 10.1000/a;10.1000/b.
    3. Again https://doi.org/10.1016/j.jpain.2017.09.008</a> and {WILEY}, of 2018."""
    assert papers_in(text) == (
        doi("10.1016/j.jpain.2017.09.008"),
        pmid("29017938"),
        doi("10.1038/s41586-020-1234-5"),
        doi(LANCET),
        doi("10.1000/a"),
        doi("10.1000/b"),
        doi(WILEY),
    )


def test_signs_of_chinese_texts_end_an_identifier() -> None:
    text = "针灸\uff0cdoi\uff1a10.1000/a\uff0cPMID\uff1a29017938\uff1b谢谢\u3002见10.1000/b\u3001等"
    assert papers_in(text) == (doi("10.1000/a"), pmid("29017938"), doi("10.1000/b"))


def test_what_begins_again_and_again_like_an_identifier_takes_no_time() -> None:
    text = "10.1000." * 20_000
    begin = time.process_time()
    assert papers_in(text) == ()
    assert doi_in(text) == ""
    assert time.process_time() - begin < 2


def test_numbers_alone_count_only_where_nothing_else_stands() -> None:
    assert papers_in("29017938\n29017939, 29017940") == (pmid("29017938"), pmid("29017939"), pmid("29017940"))
    assert papers_in("In 2018 there were 29017938 of them") == ()


def test_of_one_paper_what_the_services_know_it_by_is_looked_up() -> None:
    text = "Doe J. Knees. PMID: 29017938. doi: 10.1016/j.jpain.2017.09.008\nRoe R. Hips. PMID: 29017939. PMC5812345\n"
    knees = (pmid("29017938"), doi("10.1016/j.jpain.2017.09.008"))
    assert papers_in(text) == (*knees, pmid("29017939"))
    assert papers_in("PMC5812345 PMC5812346") == tuple(
        Identifier(IdentifierKind.PMCID, number) for number in ("PMC5812345", "PMC5812346")
    )
    assert papers_in("10.1000/a 10.1000/b\n10.1000/a") == (doi("10.1000/a"), doi("10.1000/b"))


def test_identifier_reads_as_staff_say_it() -> None:
    assert [str(doi("10.1000/a")), str(pmid("123"))] == ["DOI 10.1000/a", "PubMed number 123"]


def test_every_recorded_doi_is_found_in_every_form(kit: Callable[[str], Path]) -> None:
    service = Service()
    service.take_kit(kit("references"))
    assert len(service.works) > 600
    for value in (str(work["DOI"]) for work in service.works.values()):
        alone = (
            value,
            f"doi:{value}",
            f"({value}).",
            f"https://doi.org/{quote(value)}",
            f"dx.doi.org/{quote(value, safe='')}",
        )
        for text in alone:
            assert identifier_of(text) == doi(value)
        assert papers_in(f"J Pain 2018;12:1-9. doi:{value}. PMID: 29017938.")[0] == doi(value)
