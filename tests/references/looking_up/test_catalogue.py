"""Looking papers up in Crossref and PubMed, and what this PC keeps of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from editor.references.identifiers import Identifier, IdentifierKind, identifier_of
from editor.references.looking_up import (
    Answer,
    Catalogue,
    FailureKind,
    LookUpFailed,
    Patience,
    Services,
    look_up_all,
)
from editor.references.looking_up.asking import references_of
from editor.references.looking_up.services import CROSSREF
from editor.references.reading import references_in
from editor.storage.kept_answers import KeptAnswers
from tests.references.looking_up.papers import (
    CHINESE_DOI,
    DOI,
    PMID,
    PUBMED_TITLE,
    TITLE,
    article,
    give_papers,
    work,
)
from tests.references.looking_up.service import QUICK, Reply, Service

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
AT_ONCE = Patience(connecting=5, whole=20, pause=0, longest_pause=0.5, tries=1)


def paper(text: str) -> Identifier:
    found = identifier_of(text)
    assert found is not None
    return found


class Reader:
    """Looks papers up as somebody at reception does; `now` is the time."""

    def __init__(self, service: Service, folder: Path) -> None:
        self.service = service
        self.now = NOW
        self.stop = threading.Event()
        services = Services(service.address, f"{service.address}/eutils")
        self.catalogue = Catalogue(services, KeptAnswers(folder), AT_ONCE, lambda: self.now)

    def look_up(self, text: str, *, ask_again: bool = False) -> Answer:
        return self.catalogue.look_up(paper(text), self.stop, ask_again=ask_again, site="https://clinic.example")

    def failure(self, text: str) -> LookUpFailed:
        with pytest.raises(LookUpFailed) as caught:
            self.look_up(text)
        assert "Nothing was changed." in str(caught.value)
        return caught.value


@pytest.fixture
def reader(paper_service: Service, tmp_path: Path) -> Reader:
    give_papers(paper_service)
    return Reader(paper_service, tmp_path / "answers")


def test_doi_is_looked_up_in_crossref(reader: Reader) -> None:
    answer = reader.look_up(f"https://doi.org/{DOI}")
    assert (answer.source, answer.asked_on, answer.is_kept) == ("Crossref", date(2026, 11, 3), False)
    assert (answer.reference.title, answer.reference.doi, answer.reference.date) == (TITLE, DOI, "2018-04-01")
    asked = reader.service.asked
    assert [question.address for question in asked] == ["/works/10.5555%2Fneedles.2018.7"]
    assert asked[0].headers["User-Agent"].startswith("ClinicPageEditor/")
    assert "(https://clinic.example)" in asked[0].headers["User-Agent"]


@pytest.mark.parametrize(
    "site", ["", "not an address", "https://a.example/\r\nX-Evil: 1", "https://ü.example", "ftp://x"]
)
def test_only_an_address_goes_into_the_name(reader: Reader, site: str) -> None:
    reader.catalogue.look_up(paper(DOI), reader.stop, site=site)
    assert "(" not in reader.service.asked[0].headers["User-Agent"]
    assert "X-Evil" not in reader.service.asked[0].headers


def test_doi_with_signs_of_its_own_is_asked_for_whole(reader: Reader) -> None:
    doi = "10.5555/(SICI)1(1998)17:15<1661::AID>3.0.CO;2-#?a=b&c"
    reader.service.take_works(json.dumps({"message": work(doi, "Old needles")}).encode())
    answer = reader.catalogue.look_up(Identifier(IdentifierKind.DOI, doi), reader.stop)
    assert answer.reference.title == "Old needles"


def test_pubmed_number_is_looked_up_in_pubmed(reader: Reader) -> None:
    answer = reader.look_up(f"PMID: {PMID}")
    assert (answer.source, answer.reference.pmid, answer.reference.doi) == ("PubMed", PMID, CHINESE_DOI)
    assert answer.reference.title.rstrip(".") == PUBMED_TITLE.rstrip(".")
    assert "tool=clinic-page-editor" in reader.service.asked[0].address
    assert "email" not in reader.service.asked[0].address


def test_number_of_pubmed_central_leads_to_the_paper(reader: Reader) -> None:
    assert reader.look_up("PMC7000001").reference.pmid == PMID


def test_doi_that_crossref_does_not_know_is_looked_for_in_pubmed(reader: Reader) -> None:
    answer = reader.look_up(CHINESE_DOI)
    assert (answer.source, answer.reference.doi) == ("PubMed", CHINESE_DOI)


def test_look_alike_is_not_taken_for_the_paper(reader: Reader) -> None:
    reader.service.numbers["10.5556/cups.2020.4"] = [PMID]
    assert reader.failure("10.5556/cups.2020.4").kind == FailureKind.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "told"),
    [("10.5555/nobody", "10.5555/nobody"), ("PMID 99", "99"), ("PMC99", "PMC99")],
)
def test_unknown_paper_is_told_by_what_was_asked(reader: Reader, text: str, told: str) -> None:
    failure = reader.failure(text)
    assert failure.kind == FailureKind.NOT_FOUND
    assert told in str(failure)


def test_number_that_pubmed_takes_for_a_bad_question_is_unknown(reader: Reader) -> None:
    reader.service.always = Reply(b"<eFetchResult><ERROR>ID list is empty!</ERROR></eFetchResult>", 400)
    assert reader.failure("PMID 99").kind == FailureKind.NOT_FOUND


def test_paper_of_another_number_is_not_taken(reader: Reader) -> None:
    reader.service.articles["5"] = reader.service.articles[PMID]
    assert reader.failure("PMID 5").kind == FailureKind.NOT_UNDERSTOOD


GARBAGE = (
    b"",
    b"{",
    b"{}",
    b"[]",
    b"null",
    b'"text"',
    b'{"message": null}',
    b'{"status": "ok", "message-type": "work", "message": []}',
    b'{"status": "ok", "message-type": "work", "message": {"title": 5, "author": 7, "DOI": []}}',
    b"[" * 100_000,
    b"\xff\xfe\x00garbage\x00",
    b"<html><body>Please log in to the network</body></html>",
    b"<!DOCTYPE html><title>Guest wifi</title>",
    b"<PubmedArticleSet><PubmedArticle>",
    b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><PubmedArticleSet>&b;</PubmedArticleSet>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><PubmedArticleSet>&a;</PubmedArticleSet>',
    b'{"esearchresult": {"idlist": "5"}}',
    b'{"esearchresult": [], "linksets": [{"linksetdbs": [{"links": [{}]}]}]}',
)


@pytest.mark.parametrize("garbage", GARBAGE, ids=range(len(GARBAGE)))
@pytest.mark.parametrize("text", [DOI, f"PMID {PMID}", "PMC7000001"])
def test_garbage_is_told_and_not_kept(reader: Reader, garbage: bytes, text: str) -> None:
    reader.service.always = Reply(garbage)
    assert reader.failure(text).kind in {FailureKind.NOT_UNDERSTOOD, FailureKind.NOT_FOUND}
    assert reader.catalogue.kept(paper(text)) is None


def test_answer_that_ends_early_is_never_taken_for_a_paper_that_it_cites() -> None:
    """A server that closes the connection says by nothing else that there should have been more."""
    cited = {"DOI": "10.5555/older", "title": ["Older needles"], "author": "Poe", "year": "1999"}
    whole = json.dumps({"status": "ok", "message": {"reference": [cited, cited]} | work()}).encode()
    assert [one.doi for one in references_of(whole, CROSSREF)] == [DOI]
    for length in range(1, len(whole)):
        with pytest.raises(LookUpFailed):
            references_of(whole[:length], CROSSREF)


def test_page_of_a_network_that_wants_a_log_in_is_told_as_such(reader: Reader) -> None:
    reader.service.always = Reply(b"<html><body>Please log in</body></html>", headers={"Content-Type": "text/html"})
    assert "log in" in str(reader.failure(DOI))


def test_new_answer_is_not_asked_for_again(reader: Reader) -> None:
    first = reader.look_up(DOI)
    reader.now += timedelta(days=6)
    second = reader.look_up(DOI.upper())
    assert len(reader.service.asked) == 1
    assert (second.reference, second.is_kept, second.asked_on) == (first.reference, True, date(2026, 11, 3))
    assert not second.why_kept


@pytest.mark.parametrize("days", [8, -30])
def test_old_answer_is_asked_for_again(reader: Reader, days: int) -> None:
    reader.look_up(DOI)
    reader.service.take_works(json.dumps({"message": work(title="Needles, corrected")}).encode())
    reader.now += timedelta(days=days)
    answer = reader.look_up(DOI)
    assert (answer.reference.title, answer.is_kept) == ("Needles, corrected", False)


def test_new_answer_is_asked_for_again_on_request(reader: Reader) -> None:
    reader.look_up(DOI)
    reader.service.take_works(json.dumps({"message": work(title="Needles, corrected")}).encode())
    assert reader.look_up(DOI, ask_again=True).reference.title == "Needles, corrected"
    assert reader.look_up(DOI).reference.title == "Needles, corrected"


@pytest.mark.parametrize(
    "reply", [Reply(status=503), Reply(b"half", missing=9), Reply(b"garbage"), Reply(status=403)], ids=str
)
def test_old_answer_serves_where_no_new_one_comes(reader: Reader, reply: Reply) -> None:
    first = reader.look_up(DOI)
    reader.now += timedelta(days=30)
    reader.service.always = reply
    answer = reader.look_up(DOI)
    assert (answer.reference, answer.asked_on, answer.is_kept) == (first.reference, date(2026, 11, 3), True)
    assert answer.why_kept


def test_paper_that_is_gone_and_a_stopped_look_up_are_told_whatever_was_kept(reader: Reader) -> None:
    reader.look_up(DOI)
    reader.now += timedelta(days=30)
    reader.service.works.clear()
    assert reader.failure(DOI).kind == FailureKind.NOT_FOUND
    reader.stop.set()
    assert reader.failure(DOI).kind == FailureKind.STOPPED


def test_disk_that_keeps_nothing_is_no_obstacle(paper_service: Service, tmp_path: Path) -> None:
    give_papers(paper_service)
    (tmp_path / "file").write_text("no folder")
    reader = Reader(paper_service, tmp_path / "file" / "answers")
    assert reader.look_up(DOI).reference.doi == DOI


def test_citation_finds_a_few_papers(reader: Reader) -> None:
    for number in range(20):
        reader.service.take_works(json.dumps({"message": work(f"10.5555/{number}", f"Knees {number}")}).encode())
    found = reader.catalogue.find("Doe A, Roe B.  Needles for sore\nknees. J Inv Needles 2018", reader.stop)
    assert len(found) == 5
    assert found[0].reference.doi == DOI
    assert (
        "query.bibliographic=Doe%20A%2C%20Roe%20B.%20Needles%20for%20sore%20knees." in reader.service.asked[0].address
    )


@pytest.mark.parametrize("citation", ["", "   ", "something else entirely"])
def test_citation_that_nothing_is_like_is_told(reader: Reader, citation: str) -> None:
    with pytest.raises(LookUpFailed, match="Nothing was changed") as caught:
        reader.catalogue.find(citation, reader.stop)
    assert caught.value.kind == FailureKind.NOT_FOUND


def test_several_papers_are_looked_up_one_after_the_other(reader: Reader) -> None:
    papers = [paper(text) for text in (DOI, "10.5555/nobody", f"PMID {PMID}")]
    told: list[int] = []
    looked_up = look_up_all(reader.catalogue, papers, reader.stop, told.append)
    assert [answer.reference.title.rstrip(".") for answer in looked_up.answers] == [TITLE, PUBMED_TITLE.rstrip(".")]
    assert [identifier for identifier, _ in looked_up.failures] == [papers[1]]
    assert told == [0, 1, 2]


def test_one_paper_known_to_both_services_is_one_answer(reader: Reader) -> None:
    reader.service.articles["99000002"] = article("99000002", DOI.upper())
    papers = [paper(DOI), paper("PMID 99000002"), paper(f"PMID {PMID}")]
    looked_up = look_up_all(reader.catalogue, papers, reader.stop, [].append)
    assert len(looked_up.answers) == 2
    both = looked_up.answers[0].reference
    assert (both.title, both.publisher, both.doi, both.pmid) == (TITLE, "Invented Press", DOI, "99000002")
    assert both.kinds == ("journal-article", "Journal Article")
    assert looked_up.answers[0].source == "Crossref and PubMed"
    said = [(answer.source, answer.reference.publisher) for answer in looked_up.answers[0].by_source]
    assert said == [("Crossref", "Invented Press"), ("PubMed", "")]
    assert looked_up.answers[1].by_source == (looked_up.answers[1],)


def test_answer_of_two_services_is_as_old_as_the_older(reader: Reader) -> None:
    reader.service.articles["99000002"] = article("99000002", DOI)
    reader.look_up(DOI)
    reader.now += timedelta(days=30)
    reader.service.works.clear()
    reader.service.replies = [Reply(status=503)]
    looked_up = look_up_all(reader.catalogue, [paper(DOI), paper("PMID 99000002")], reader.stop, [].append)
    (answer,) = looked_up.answers
    assert (answer.asked_on, answer.is_kept) == (date(2026, 11, 3), True)
    assert "too much to do" in answer.why_kept


def test_service_that_is_busy_is_not_asked_for_the_rest(reader: Reader) -> None:
    reader.look_up(DOI)
    asked = len(reader.service.asked)
    reader.service.always = Reply(status=503)
    papers = [paper(text) for text in ("10.5555/a", "10.5555/b", DOI, "10.5555/c")]
    looked_up = look_up_all(reader.catalogue, papers, reader.stop, [].append)
    assert [answer.reference.doi for answer in looked_up.answers] == [DOI]
    assert "too much to do" in looked_up.answers[0].why_kept
    assert len(looked_up.failures) == 3
    assert len(reader.service.asked) == asked + 1


def test_service_that_answers_is_asked_though_the_other_is_busy(reader: Reader) -> None:
    reader.service.replies = [Reply(status=503)]
    papers = [paper(text) for text in (DOI, f"PMID {PMID}", "10.5555/a")]
    looked_up = look_up_all(reader.catalogue, papers, reader.stop, [].append)
    assert [answer.reference.pmid for answer in looked_up.answers] == [PMID]
    assert [identifier.value for identifier, _ in looked_up.failures] == [DOI, "10.5555/a"]


def test_service_that_answers_is_asked_though_the_other_failed_for_a_paper_that_it_does_not_know(
    reader: Reader,
) -> None:
    reader.service.replies = [Reply(status=404), Reply(status=503)]
    looked_up = look_up_all(reader.catalogue, [paper(CHINESE_DOI), paper(DOI)], reader.stop, [].append)
    assert [answer.reference.doi for answer in looked_up.answers] == [DOI]
    assert [identifier.value for identifier, _ in looked_up.failures] == [CHINESE_DOI]


def test_stopped_look_up_of_several_leaves_nothing(reader: Reader) -> None:
    def stop_at_the_second(number: int) -> None:
        if number == 1:
            reader.stop.set()

    with pytest.raises(LookUpFailed) as caught:
        look_up_all(reader.catalogue, [paper(DOI), paper(f"PMID {PMID}")], reader.stop, stop_at_the_second)
    assert caught.value.kind == FailureKind.STOPPED


def test_recorded_works_say_what_a_file_of_them_says(paper_service: Service, kit: Callable[[str], Path]) -> None:
    paper_service.take_kit(kit("references"))
    catalogue = paper_service.catalogue(patience=QUICK)
    texts = ["10.3389/fgene.2017.00147", "10.1145/2834800.2834802", "10.1038/nnano.2014.279"]
    for text in texts:
        answer = catalogue.look_up(paper(text), threading.Event())
        recorded = json.dumps({"message-type": "work", "message": paper_service.works[text.casefold()]}).encode()
        assert answer.reference == references_in(recorded).references[0]
        assert answer.reference.doi.casefold() == text
        assert answer.reference.title


def test_every_recorded_article_is_found_by_its_number(paper_service: Service, kit: Callable[[str], Path]) -> None:
    paper_service.take_kit(kit("references"))
    catalogue = paper_service.catalogue(patience=QUICK)
    assert len(paper_service.articles) >= 5
    for number in list(paper_service.articles)[:5]:
        answer = catalogue.look_up(Identifier(IdentifierKind.PMID, number), threading.Event())
        assert answer.reference.pmid == number
        assert answer.reference.title
