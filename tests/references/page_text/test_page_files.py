"""Pages as browsers save or copy them: their links, lists and bold words come along, their menus do not."""

from __future__ import annotations

import pytest

from editor.references.page_text.lines import text_of_lines
from editor.references.page_text.page_files import lines_of_file
from editor.references.page_text.page_of_text import PageFromText, page_of_text
from tests.references.page_text.pages import ENTRIES, SITE

HTML = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Neck Pain | A Clinic</title><style>p {{}}</style>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/neck">Neck Pain</a></li><li>Book now</li></ul></nav>
<main><h1>Acupuncture for Neck Pain</h1>
<p>Neck pain keeps many <strong>office workers</strong> from turning to <a href="https://clinic.example/desk">their
desk</a> — and some from sleep.</p><ul><li>Stiff neck</li><li>Müller's neck</li></ul>
<h2>References</h2><p>These are studies of neck pain.</p>
<div><h4>Annals of Internal Medicine</h4><span>2015, Nov 3</span><h3>Alexander Technique Lessons or Acupuncture
Sessions for Persons With Chronic Neck Pain: A Randomized Trial</h3><p><em>Annals of Internal Medicine</em> American
College of Physicians</p><p>Either way pain was a little lower after a year.</p><p>MacPherson H, Tilbrook H
<a href="https://doi.org/10.7326/M15-0667">Full Article</a></p></div>
<div><h4>PLoS ONE</h4><span>2015, Feb 24</span><h3>Traditional Chinese Medicine for Neck Pain and Low Back Pain</h3>
<p>PLoS ONE</p><p>Needles and cups could ease pain.</p><p>Yuan Q-l, Guo T-m
<a href="https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0117146">Full Article</a></p></div>
<div><span>2009</span><h3>Randomized Controlled Trials of Acupuncture for Neck Pain: Systematic Review</h3>
<p>Pain was lower in the short term.</p><p>Fu L-M, Li J-T
<a href="https://pubmed.ncbi.nlm.nih.gov/12345678/">Full Article</a></p></div>
</main><footer><p>© 2024 A Clinic</p></footer></body></html>"""


def read(charset: str) -> PageFromText:
    lines = lines_of_file(HTML.format(charset=charset).encode(charset))
    return page_of_text(text_of_lines(lines), SITE, lines)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_a_saved_page_is_read_with_its_links_lists_and_bold_words(charset: str) -> None:
    found = read(charset)
    page = found.page("neck")

    assert (page.name, page.name_in_text) == ("Neck Pain", "neck pain")
    assert page.intro == (
        "Neck pain keeps many **office workers** from turning to [their desk](https://clinic.example/desk) — and some"
        " from sleep.\n\n- Stiff neck\n- Müller's neck"
    )
    assert "Home\nNeck Pain\nBook now" in [one.source for one in found.left]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("undefined", "utf-8"),
        ("undefined", "windows-1252"),
        ("unicode_escape", "windows-1252"),
        ("gb2312", "utf-8"),
        ("iso-8859-15", "iso-8859-15"),
        ("iso-0", "windows-1252"),
    ],
)
def test_a_page_is_read_whatever_it_says_of_its_letters(said: str, encoding: str) -> None:
    source = f'<html><head><meta charset="{said}"></head><body><p>Müller\'s \\d neck</p></body></html>'
    assert [line.text for line in lines_of_file(source.encode(encoding))] == ["Müller's \\d neck"]


def test_where_the_links_of_studies_lead_gives_their_identifiers_though_many_lack_other_lines() -> None:
    studies = read("utf-8").page("neck").study_list

    assert [(study.journal, study.date, study.authors) for study in studies] == [
        ("Annals of Internal Medicine", "2015-11-03", "MacPherson H, Tilbrook H"),
        ("PLoS ONE", "2015-02-24", "Yuan QL, Guo TM"),
        (None, "2009", "Fu LM, Li JT"),
    ]
    assert [(study.doi, study.pmid) for study in studies] == [
        ("10.7326/M15-0667", None),
        ("10.1371/journal.pone.0117146", None),
        (None, "12345678"),
    ]
    assert [study.publisher for study in studies] == ["American College of Physicians", None, None]
    assert studies[1].url == "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0117146"


def test_studies_in_a_table_are_read_cell_by_cell() -> None:
    rows = "".join(f"<tr><td>{'</td><td>'.join(entry.lines('tajd'))}</td></tr>" for entry in ENTRIES)
    lines = lines_of_file(f"<html><body><h1>Acupuncture for Pain</h1><table>{rows}</table></body></html>".encode())

    studies = page_of_text(text_of_lines(lines), SITE, lines).page("x").study_list

    assert [(study.title, study.journal, study.authors) for study in studies] == [
        (entry.title, entry.journal, entry.authors) for entry in ENTRIES
    ]


def test_a_text_file_of_an_older_program_is_read() -> None:
    lines = lines_of_file("Sch\xf6n\r\n\r\n\x95 first".encode("latin-1"))

    assert [(line.number, line.text, line.block.item is not None) for line in lines] == [
        (1, "Schön", False),
        (3, "first", True),
    ]
