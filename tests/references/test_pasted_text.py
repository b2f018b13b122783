"""What plainly is references, and what is words or cells."""

from __future__ import annotations

import pytest

from editor.references.pasted_text import are_plainly_records, is_plainly_identifier


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - Needles\nER  - \n",
        "\n\nPMID- 12345678\nTI  - Needles\n",
        "@article{doe2019,\n title = {Needles}\n}",
        '[{"id": "a", "type": "article-journal", "title": "Needles"}]',
        '{"DOI": "10.5555/a"}',
        '<?xml version="1.0"?>\n<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>',
        "<xml><records><record/></records></xml>",
    ],
)
def test_records_are_known_by_how_they_begin(text: str) -> None:
    assert are_plainly_records(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Title\tDate\nNeedles\t2019\n",
        "Needles: TY  - in a sentence",
        "@receptionist please call",
        "{braces} in a title",
        "PMID 12345678",
        "[Needles for knees]",
    ],
)
def test_words_and_cells_are_no_records(text: str) -> None:
    assert not are_plainly_records(text)


@pytest.mark.parametrize(
    "text", ["10.5555/a", " https://doi.org/10.5555/a\n", "PMID: 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"]
)
def test_an_identifier_is_known_where_it_is_all_there_is(text: str) -> None:
    assert is_plainly_identifier(text)


@pytest.mark.parametrize("text", ["", "2018", "12345678", "see 10.5555/a for more", "10.5555/a\tNeedles"])
def test_a_number_alone_or_a_sentence_is_no_plain_identifier(text: str) -> None:
    assert not is_plainly_identifier(text)
