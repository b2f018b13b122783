"""Files as a whole: their bytes, their format, their size; progress, and stopping."""

from __future__ import annotations

import random
import threading

import pytest

from editor.references.reading import MOST_BYTES, ReadingStopped, UnsupportedFormat, references_in, references_of_text
from editor.references.reference import Notice, NoticeKind

RIS = "TY  - JOUR\nTI  - Trés étude — Ø\nAU  - Müller, Ä.\nER  - \n"


TITLE = "Trés étude — Ø"


def titles(data: bytes) -> list[str]:
    return [reference.title for reference in references_in(data).references]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_is_told_by_itself(encoding: str, line_end: str) -> None:
    data = RIS.replace("\n", line_end).encode(encoding)
    read = references_in(data)
    assert [reference.title for reference in read.references] == ["Trés étude — Ø"]
    assert read.references[0].authors[0].family == "Müller"
    assert read.unread == ()


def test_the_mark_of_either_order_of_bytes_is_known() -> None:
    assert titles(b"\xfe\xff" + RIS.encode("utf-16-be")) == titles(b"\xff\xfe" + RIS.encode("utf-16-le")) == [TITLE]


def test_half_a_character_is_shown_as_lost() -> None:
    assert references_of_text('[{"title": "One \\ud83d"}]').references[0].title == "One \ufffd"


def test_chinese_of_older_programs_is_read() -> None:
    assert titles("TY  - JOUR\nTI  - 针刺治疗腰椎间盘突出症\nER  - \n".encode("gb18030")) == ["针刺治疗腰椎间盘突出症"]


def test_a_letter_cut_in_two_spoils_no_other_and_is_told() -> None:
    read = references_in(RIS.encode()[:-1] + b"\nTY  - JOUR\nTI  - Half \xc3\nER  - \n")
    assert [reference.title for reference in read.references] == ["Trés étude — Ø", "Half \ufffd"]
    assert "letters" in read.unread[-1]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing in it"),
        (b"\r\n  \r\n", "nothing in it"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (b"PK\x03\x04...xl/workbook.xml", "Excel"),
        (b"PK\x03\x04...word/document.xml", "Word"),
        (b"PK\x03\x04...list.ris", "compressed"),
        (b"\xd0\xcf\x11\xe0\xa1", "Word or Excel"),
        (b"{\\rtf1 words}", "word processor"),
        (b"\x89PNG\r\n", "picture"),
        (b"<!DOCTYPE html><html><body>words", "web page"),
        (b"<mods><titleInfo/></mods>", "catalogue"),
        (b"<1>\nAuthor\n  Tang\nTitle\n  A\n", "catalogue"),
        (b"\x7fELF\x01 words, words and words\0", "no text"),
        (b"Dear all, here is the list.", "No studies"),
    ],
)
def test_what_is_no_list_of_references_is_refused_with_what_it_is(data: bytes, words: str) -> None:
    with pytest.raises(UnsupportedFormat, match=words):
        references_in(data)


def test_a_file_that_is_too_large_is_refused_by_its_name() -> None:
    with pytest.raises(UnsupportedFormat, match=r"huge\.ris is larger than 50 MB"):
        references_in(b" " * (MOST_BYTES + 1), "huge.ris")


def test_the_format_is_told_from_what_the_text_says() -> None:
    for text, name in (
        ("An e-mail:\n> no\n\n" + RIS, "RIS"),
        ("AU  - Tang, S\nTI  - One\nER  - \n", "RIS"),
        ("PMID- 12345678\nTI  - One.\n", "PubMed"),
        ("<PubmedArticleSet></PubmedArticleSet>", "PubMed XML"),
        ("<xml><records><record><rec-number>1</rec-number></record></records></xml>", "EndNote"),
        ("words before\n@article{a, title={One}}", "BibTeX"),
        ('\n [{"title": "One"}]', "JSON"),
        ("title,doi\nOne,10.1000/a", "CSV"),
        ("%0 Journal Article\n%T One", "EndNote"),
        ("FN ISI Export Format\nPT J\nTI One\nER\n", "Web of Science"),
    ):
        assert references_of_text(text).format_name == name


def test_progress_is_told_in_even_steps_up_to_the_whole() -> None:
    told: list[tuple[int, float]] = []
    references_in((RIS * 1000).encode(), progress=lambda count, share: told.append((count, share)))
    assert [count for count, _ in told] == list(range(100, 1001, 100))
    assert all(abs(share - count / 1000) < 0.01 for count, share in told)


def test_reading_stops_when_asked_and_gives_nothing() -> None:
    stop, told = threading.Event(), []

    def stop_soon(count: int, _share: float) -> None:
        told.append(count)
        stop.set()

    with pytest.raises(ReadingStopped):
        references_in((RIS * 1000).encode(), progress=stop_soon, stop=stop)
    assert told == [100]


def test_no_more_places_are_told_than_somebody_reads() -> None:
    read = references_of_text('[{"title": "One"}' + ', {"x": 1}' * 1000 + "]")
    assert len(read.references) == 1
    assert len(read.unread) == 501
    assert read.unread[-1] == "And 500 more places."


@pytest.mark.parametrize(
    "title", ["RETRACTED: A trial", "Retracted article: A trial", "[Retracted] A trial", "WITHDRAWN: A trial"]
)
def test_a_title_that_says_so_marks_a_retracted_paper(title: str) -> None:
    (reference,) = references_of_text(f"TY  - JOUR\nTI  - {title}\nER  - ").references
    assert reference.notices == (Notice(NoticeKind.RETRACTION),)


@pytest.mark.parametrize(
    "title", ["Retraction of a nerve", "Retracted tongues: a trial of needles", "Withdrawn children"]
)
def test_other_titles_mark_none(title: str) -> None:
    (reference,) = references_of_text(f"TY  - JOUR\nTI  - {title}\nER  - ").references
    assert reference.notices == ()


def test_a_kind_that_says_so_marks_a_retracted_paper_once() -> None:
    kind = "PMID- 1\nTI  - A.\nPT  - Retracted Publication\n"
    assert references_of_text(kind).references[0].notices == (Notice(NoticeKind.RETRACTION),)
    with_notice = references_of_text(kind + "RIN - A. 2010 Feb;1:1.\n").references[0]
    assert with_notice.notices == (Notice(NoticeKind.RETRACTION, "2010-02"),)


def test_any_bytes_are_read_or_refused() -> None:
    chance = random.Random(8)
    samples = [RIS, "PMID- 1\nTI  - A.\n", "@article{a, title = {\\'A}, author = {B and C}}\n", '[{"title": "A"}]']
    samples += [
        "<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>",
        "title,doi\na,10.1000/b\n",
    ]
    for _ in range(400):
        data = bytearray(chance.choice(samples).encode())
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data) + 1)
            data[place : place + chance.randrange(9)] = chance.choice(
                (b"{", b'"', b"\\", b"<", b"&#0;", b"\xff", b"\0", b"\n")
            )
        try:
            read = references_in(bytes(data))
        except UnsupportedFormat:
            continue
        for reference in read.references:
            assert not set("\0\n\r") & set(reference.title)
