"""EndNote's XML."""

from __future__ import annotations

import pytest

from editor.references.reading import references_of_text
from editor.references.reference import Author, Reference

STYLE = '<style face="normal" font="default" size="100%">'


def styled(tag: str, text: str) -> str:
    return f"<{tag}>{STYLE}{text}</style></{tag}>"


def record(*parts: str) -> Reference:
    text = "".join(parts)
    read = references_of_text(
        f'<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type>{text}</record>'
        "</records></xml>"
    )
    assert read.unread == ()
    (reference,) = read.references
    return reference


def dates(year: str, day: str) -> str:
    return f"<dates>{styled('year', year)}<pub-dates>{styled('date', day)}</pub-dates></dates>"


def test_every_field_of_an_article_is_read() -> None:
    assert record(
        f"<contributors><authors>{styled('author', 'Tang, S. J.')}{styled('author', 'Back Pain Group,')}</authors>"
        f"<secondary-authors>{styled('author', 'Editor, E.')}</secondary-authors></contributors>",
        f"<titles>{styled('title', 'Needles and discs')}{styled('secondary-title', 'Acupunct Med')}</titles>",
        f"<periodical>{styled('full-title', 'Acupuncture in Medicine')}</periodical>",
        f"{styled('volume', '36')}{styled('number', '2')}{styled('pages', '162-70')}{dates('2018', 'Apr 1')}",
        f"{styled('isbn', '0964-5284 (Print)&#xD;0964-5284')}{styled('accession-num', '29496679')}",
        f"<urls><related-urls>{styled('url', 'https://www.ncbi.nlm.nih.gov/pubmed/29496679')}</related-urls></urls>",
        f"{styled('electronic-resource-num', '10.1136/acupmed-2016-011332')}{styled('abstract', 'Thirty trials.')}",
    ) == Reference(
        title="Needles and discs",
        authors=(Author("Tang", "S. J."), Author(organisation="Back Pain Group")),
        journal="Acupuncture in Medicine",
        date="2018-04-01",
        volume="36",
        issue="2",
        pages="162-170",
        doi="10.1136/acupmed-2016-011332",
        pmid="29496679",
        issn="0964-5284",
        abstract="Thirty trials.",
        url="https://www.ncbi.nlm.nih.gov/pubmed/29496679",
        kinds=("Journal Article",),
    )


@pytest.mark.parametrize(
    ("year", "day", "date"),
    [
        ("2018", "Jan-Feb", "2018"),
        ("2018", "May", "2018-05"),
        ("", "March 3, 2015", "2015-03-03"),
        ("2018", "2017", "2018"),
    ],
)
def test_the_day_completes_the_year_and_never_changes_it(year: str, day: str, date: str) -> None:
    assert record(dates(year, day)).date == date


def test_a_number_of_another_database_is_no_pubmed_number() -> None:
    assert record(styled("accession-num", "2006713348"[:8])).pmid == ""
