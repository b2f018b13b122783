"""The refer format (.enw) and Web of Science's text."""

from __future__ import annotations

from editor.references.reading import references_of_text
from editor.references.reference import Author, Reference


def test_refer_is_read() -> None:
    read = references_of_text(
        "%0 Journal Article\n%T Needles and discs\n%A Tang, Shujie\n%A Mo, Zhuomao\n%J Acupuncture in Medicine\n"
        "%D 2018\n%8 2018/04/01\n%V 36\n%N 2\n%P 62-70\n%@ 0964-5284\n%R 10.1000/a\n%X Thirty\ntrials.\n%I Press\n\n"
        "%0 Book\n%T Another\n"
    )
    assert read.references[0] == Reference(
        title="Needles and discs",
        authors=(Author("Tang", "Shujie"), Author("Mo", "Zhuomao")),
        journal="Acupuncture in Medicine",
        publisher="Press",
        date="2018-04-01",
        volume="36",
        issue="2",
        pages="62-70",
        doi="10.1000/a",
        issn="0964-5284",
        abstract="Thirty trials.",
        kinds=("Journal Article",),
    )
    assert [reference.title for reference in read.references] == ["Needles and discs", "Another"]


def test_web_of_science_is_read() -> None:
    read = references_of_text(
        "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Tang, S\n   Mo, Z\nAF Tang, Shujie\n   Mo, Zhuomao\n"
        "TI Needles and\n   discs\nSO ACUPUNCTURE IN MEDICINE\nDT Review\nSN 0964-5284\nPD APR\nPY 2018\nVL 36\nIS 2\n"
        "BP 62\nEP 70\nDI 10.1000/a\nPM 29496679\nUT WOS:000\nER\n\nPT J\nTI Half of\n"
    )
    assert read.references[0] == Reference(
        title="Needles and discs",
        authors=(Author("Tang", "Shujie"), Author("Mo", "Zhuomao")),
        journal="ACUPUNCTURE IN MEDICINE",
        date="2018-04",
        volume="36",
        issue="2",
        pages="62-70",
        doi="10.1000/a",
        pmid="29496679",
        issn="0964-5284",
        kinds=("Review",),
    )
    assert [reference.title for reference in read.references[1:]] == ["Half of"]
    assert read.unread == ("The study from line 24 has no end; the file may be cut off there.",)
