"""RIS as journals' websites, reference programs and people's hands leave it."""

from __future__ import annotations

import pytest

from editor.references.reading import references_of_text
from editor.references.reference import Author, Reference

WHOLE = """TY  - JOUR
AU  - Tang, Shujie
AU  - Mo, Zhuomao
TI  - Acupuncture for lumbar disc herniation: a systematic review and meta-analysis
JF  - Acupuncture in Medicine
JA  - Acupunct Med
PY  - 2018
DA  - 2018/04/01
VL  - 36
IS  - 2
SP  - 62
EP  - 70
DO  - https://doi.org/10.1136/acupmed-2016-011332
SN  - 0964-5284
UR  - https://example.org/article
PB  - British Medical Acupuncture Society
AB  - Thirty trials
were found.
ER  -
"""


def one(text: str) -> Reference:
    """The only reference of the text, of which nothing is left unread."""
    read = references_of_text(text)
    assert read.unread == ()
    (reference,) = read.references
    return reference


def record(*lines: str) -> Reference:
    return one("\n".join(("TY  - JOUR", *lines, "ER  - ", "")))


def test_every_field_of_an_article_is_read() -> None:
    assert one(WHOLE) == Reference(
        title="Acupuncture for lumbar disc herniation: a systematic review and meta-analysis",
        authors=(Author("Tang", "Shujie"), Author("Mo", "Zhuomao")),
        journal="Acupuncture in Medicine",
        publisher="British Medical Acupuncture Society",
        date="2018-04-01",
        volume="36",
        issue="2",
        pages="62-70",
        doi="10.1136/acupmed-2016-011332",
        issn="0964-5284",
        abstract="Thirty trials were found.",
        url="https://example.org/article",
        kinds=("JOUR",),
    )


def test_line_ends_marks_and_blanks_of_other_programs_change_nothing() -> None:
    expected = one(WHOLE)
    for text in (
        WHOLE.replace("\n", "\r\n"),
        "\n\n1.\n" + WHOLE,
        "Record #1 of 1\nProvider: Somebody\n" + WHOLE,
        WHOLE.replace("  -", "\t-"),
        WHOLE.replace("  - ", " - "),
    ):
        assert one(text.replace("\r\n", "\n")) == expected


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["PY  - 2016/12//"], "2016-12"),
        (["PY  - 2016/12//", "DA  - 2016/12/01/"], "2016-12"),
        (["Y1  - 2005/07/15", "PY  - 2005"], "2005-07-15"),
        (["PY  - 2018", "DA  - 2017/11/30"], "2018"),
        (["PY  - 2013/02/15/received", "PY  - 2013/04/18"], "2013-04-18"),
        (["PY  - 2012///Jan"], "2012-01"),
        (["PY  - 2012///Spring"], "2012"),
        (["Y1  - 2012/06//Summer"], "2012-06"),
        (["PY  - 2012/06/01/Epub"], "2012"),
        (["PY  - 2012/06/01/Epub", "DA  - 2012/08/03"], "2012-08-03"),
        (["PY  - 2001/00/00/"], "2001"),
        (["PY  - 2001/13/40"], "2001"),
        (["DA  - 2018 Jan-Feb"], "2018"),
        (["PY  - ///"], ""),
        (["PY  - soon"], ""),
    ],
)
def test_a_date_is_as_fine_as_the_file_says_and_no_finer(lines: list[str], date: str) -> None:
    assert record("TI  - A", *lines).date == date


@pytest.mark.parametrize(
    ("lines", "pages"),
    [
        (["SP  - 454", "EP  - 81"], "454-481"),
        (["SP  - e0815"], "e0815"),
        (["SP  - 12-19"], "12-19"),
        (["SP  - 62", "EP  - 62"], "62"),
        (["EP  - 70"], "70"),
        (["C7  - 1234"], "1234"),
        (["SP  - S10", "EP  - 5"], "S10-S15"),
    ],
)
def test_pages_have_the_last_one_in_full(lines: list[str], pages: str) -> None:
    assert record("TI  - A", *lines).pages == pages


def test_a_tag_without_a_blank_behind_its_dash_is_one() -> None:
    read = references_of_text("TY  -JOUR\nTI  -Needles\nAU  -Smith, J\nPY  -2018\nER  -\n")
    assert [(one.title, one.date) for one in read.references] == [("Needles", "2018")]
    assert read.unread == ()


def test_numbers_stand_in_many_places() -> None:
    assert record("TI  - A", "M3  - doi: 10.1000/x.1").doi == "10.1000/x.1"
    assert record("TI  - A", "UR  - http://dx.doi.org/10.1000/x(1)2").doi == "10.1000/x(1)2"
    assert record("TI  - A", "DO  - 10.1000/a\x00b&lt;c").doi == "10.1000/ab<c"
    assert record("TI  - A", "DO  - 10.1000.10/a").doi == "10.1000.10/a"
    assert record("TI  - A", "DO  - 10.1016%2Fj.knee.2018%281%29.").doi == "10.1016/j.knee.2018(1)"
    assert record("TI  - A", "UR  - https://doi.org/10.1016%2Fj.knee.2018").doi == "10.1016/j.knee.2018"
    assert record("TI  - A", "N1  - see also 10.1000/other").doi == ""
    assert record("TI  - A", "U1  - 23690738[pmid]").pmid == "23690738"
    assert record("TI  - A", "DB  - PubMed", "AN  - 23690738").pmid == "23690738"
    assert record("TI  - A", "DB  - PubMed", "AN  - 9997").pmid == "9997"
    assert record("TI  - A", "DB  - Embase", "AN  - 23690738").pmid == ""


def test_the_journals_full_name_goes_before_its_short_one() -> None:
    assert (
        record("JO  - J. Chem. Phys.", "T2  - The Journal of Chemical Physics").journal
        == "The Journal of Chemical Physics"
    )
    assert record("JO  - J. Chem. Phys.", "JF  - ").journal == "J. Chem. Phys."


def test_a_record_without_its_end_does_not_swallow_the_next() -> None:
    read = references_of_text("TY  - JOUR\nTI  - One\nAU  - Lee, A\nTY  - JOUR\nTI  - Two\nER  - \n")
    assert [reference.title for reference in read.references] == ["One", "Two"]


def test_a_record_with_several_first_lines_is_one() -> None:
    read = references_of_text("TY  - BOOK\nTY  - JOUR\nTI  - One\nTY  - THES\nPB  - Press\nER  - \n")
    assert [(reference.title, reference.publisher) for reference in read.references] == [("One", "Press")]


def test_a_file_that_is_cut_off_is_read_to_there_and_says_so() -> None:
    read = references_of_text(WHOLE + "\nTY  - JOUR\nTI  - Half of")
    assert [reference.title[:11] for reference in read.references] == ["Acupuncture", "Half of"]
    (words,) = read.unread
    assert "line 21" in words


def test_lines_of_no_record_are_told_with_their_place() -> None:
    read = references_of_text("TY  - JOUR\nTI  - One\nER  - \n\nKW  - lost words\nER  - \n")
    assert len(read.references) == 1
    assert read.unread == ("Line 5 belongs to no study: “lost words”",)


def test_a_record_that_lost_its_first_line_is_read() -> None:
    read = references_of_text("T1  - One\nAU  - Lee, A\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n")
    assert [reference.title for reference in read.references] == ["One", "Two"]


def test_what_ovid_writes_is_understood() -> None:
    reference = record(
        "T1  - Mushrooms.",
        "A1  - Haro, Luc De",
        "A1  - Wesenbeeck, B. K. van",
        "Y1  - 2018//",
        "JF  - Toxicon : official journal of the International Society on Toxinology",
        "DO  - https://dx.doi.org/10.1016/j.toxicon.2018.11.007",
        "L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&PAGE=reference&D=medp&NEWS=N&AN=30439442",
    )
    assert (reference.title, reference.journal, reference.date) == ("Mushrooms", "Toxicon", "2018")
    assert (reference.doi, reference.pmid, reference.url) == ("10.1016/j.toxicon.2018.11.007", "30439442", "")
    assert reference.authors == (Author("Haro", "Luc De"), Author("van Wesenbeeck", "B. K."))


def test_words_that_look_like_a_tag_stay_in_their_text() -> None:
    assert (
        record("TI  - A", "AB  - Points such as", "SP - 6 and LI - 4 helped").abstract
        == "Points such as SP - 6 and LI - 4 helped"
    )


@pytest.mark.parametrize(
    ("typed", "author"),
    [
        ("Cochrane, Archie", Author("Cochrane", "Archie")),
        ("Department of Health, Victoria", Author(organisation="Department of Health, Victoria")),
        ("World Health Organization,", Author(organisation="World Health Organization")),
        ("Fanning E.", Author("Fanning", "E.")),
        ("Claude Shannon", Author("Shannon", "Claude")),
        ("Valle-Delgado,J. J. ", Author("Valle-Delgado", "J. J.")),
        ("King, Martin Luther, Jr.", Author("King", "Martin Luther", suffix="Jr")),
        ("Selvamani", Author("Selvamani")),
    ],
)
def test_each_way_to_write_a_name_is_understood(typed: str, author: Author) -> None:
    assert record("TI  - A", f"AU  - {typed}").authors == (author,)


def test_of_several_addresses_the_first_is_taken() -> None:
    assert record("TI  - A", "UR  - https://example.org/1 and https://example.org/2").url == "https://example.org/1"
    assert record("TI  - A", "UR  - https://example.org/1;https://example.org/2").url == "https://example.org/1"


@pytest.mark.parametrize(
    ("named", "authors"),
    [
        ("Smith, J; Jones &amp; Sons, K", (Author("Smith", "J"), Author("Jones & Sons", "K"))),
        ("LEE, MYEONG SOO", (Author("Lee", "Myeong Soo"),)),
        ("SMITH, JOHN", (Author("Smith", "John"),)),
        ("LEE, MS", (Author("Lee", "MS"),)),
        ("MCKAY, J A", (Author("MCKAY", "J A"),)),
        ("Smith, John, MD, Jr", (Author("Smith", "John", suffix="Jr"),)),
        ("Smith J, Jones K, somebody", (Author(organisation="Smith J, Jones K, somebody"),)),
        ("Smith Jr., John", (Author("Smith", "John", suffix="Jr"),)),
    ],
)
def test_names_are_taken_apart_however_a_program_writes_them(named: str, authors: tuple[Author, ...]) -> None:
    assert record("TI  - A", f"AU  - {named}").authors == authors


@pytest.mark.parametrize("words", ["et al.", "et al", "Et. al.", "others", "and others"])
def test_others_that_are_not_named_are_no_author(words: str) -> None:
    (reference,) = references_of_text(f"TY  - JOUR\nTI  - Knees\nAU  - Smith, J\nAU  - {words}\nER  - \n").references
    assert (reference.authors, reference.and_others) == ((Author("Smith", "J"),), True)
