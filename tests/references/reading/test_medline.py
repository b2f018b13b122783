"""What PubMed saves and sends to citation programs (.nbib)."""

from __future__ import annotations

import pytest

from editor.references.reading import references_of_text
from editor.references.reference import Author, Notice, NoticeKind, Reference

WHOLE = """PMID- 29496679
OWN - NLM
STAT- MEDLINE
IS  - 1759-9873 (Electronic)
IS  - 0964-5284 (Print)
VI  - 36
IP  - 2
DP  - 2018 Apr
TI  - Acupuncture for lumbar disc herniation: a systematic review and
      meta-analysis.
PG  - 62-70
LID - 10.1136/acupmed-2016-011332 [doi]
AB  - Thirty trials were
      found. TI - is no tag here.
FAU - Tang, Shujie
AU  - Tang S
AD  - A school of medicine, Guangzhou, China.
FAU - Mo, Zhuomao
AU  - Mo Z
CN  - Back Pain Group
LA  - eng
PT  - Journal Article
PT  - Systematic Review
DEP - 20180301
TA  - Acupunct Med
JT  - Acupuncture in medicine : journal of the British Medical Acupuncture Society
AID - acupmed-2016-011332 [pii]
SO  - Acupunct Med. 2018 Apr;36(2):62-70.
"""


def record(*lines: str) -> Reference:
    read = references_of_text("\n".join(("PMID- 1234567", *lines, "")))
    assert read.unread == ()
    (reference,) = read.references
    return reference


def test_every_field_of_an_article_is_read() -> None:
    (reference,) = references_of_text(WHOLE).references
    assert reference == Reference(
        title="Acupuncture for lumbar disc herniation: a systematic review and meta-analysis",
        authors=(Author("Tang", "Shujie"), Author("Mo", "Zhuomao"), Author(organisation="Back Pain Group")),
        journal="Acupuncture in medicine",
        date="2018-04",
        volume="36",
        issue="2",
        pages="62-70",
        doi="10.1136/acupmed-2016-011332",
        pmid="29496679",
        issn="1759-9873",
        abstract="Thirty trials were found. TI - is no tag here.",
        kinds=("Journal Article", "Systematic Review"),
    )


def test_each_number_begins_a_record() -> None:
    read = references_of_text(WHOLE + "\n" + WHOLE + "\n\n" + WHOLE)
    assert [reference.pmid for reference in read.references] == ["29496679"] * 3
    assert read.format_name == "PubMed"


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("2006 Mar 1", "2006-03-01"),
        ("2018 Jan-Feb", "2018"),
        ("1998 Dec-1999 Jan", "1998"),
        ("2009 Dec 15-21", "2009-12"),
        ("2015 Winter", "2015"),
        ("2014", "2014"),
        ("2014 Feb 30", "2014-02"),
    ],
)
def test_a_date_is_as_fine_as_pubmed_says_and_no_finer(printed: str, date: str) -> None:
    assert record(f"DP  - {printed}").date == date


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("A trial of needles.", "A trial of needles"),
        ("[Needles for headache].", "Needles for headache"),
        ("[Needles] or [pills].", "[Needles] or [pills]"),
        ("Care in the U.S.", "Care in the U.S."),
        ("Does it help?", "Does it help?"),
        ("CO<sub>2</sub> and <i>in vitro</i> x &lt; y.", "CO₂ and in vitro x < y"),
    ],
)
def test_a_title_is_plain_and_has_no_final_stop(stated: str, title: str) -> None:
    assert record(f"TI  - {stated}").title == title


def test_short_names_are_read_where_there_are_no_full_ones() -> None:
    assert record("AU  - van der Berg AB", "AU  - Li X").authors == (Author("van der Berg", "AB"), Author("Li", "X"))


def test_notices_about_the_paper_are_kept_and_those_of_a_notice_are_not() -> None:
    reference = record(
        "PT  - Retracted Publication",
        "RIN - Lancet. 2010 Feb 6;375(9713):445. doi: 10.1016/S0140-6736(10)60175-4. PMID: 20137807",
        "EIN - Lancet. 2004 Mar 6;363(9411):824. PMID: 15016483",
        "PRIN- Lancet. 2005 Jul;1(2):3.",
        "ROF - Lancet. 1998 Feb 28;351(9103):637. PMID: 9500320",
    )
    assert reference.notices == (
        Notice(NoticeKind.RETRACTION, "2010-02-06", "10.1016/S0140-6736(10)60175-4"),
        Notice(NoticeKind.CORRECTION, "2004-03-06"),
        Notice(NoticeKind.CORRECTION, "2005-07"),
    )


def test_lines_before_the_first_number_are_told() -> None:
    read = references_of_text("TI  - lost\n" + WHOLE)
    assert len(read.references) == 1
    assert read.unread == ("Line 1 belongs to no study: “lost”",)
