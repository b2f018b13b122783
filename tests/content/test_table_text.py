"""Cells as text and HTML. What Excel and Google Sheets write is made here after descriptions of their clipboards, as
neither can be run in a test; what LibreOffice Calc writes was recorded from Calc 7.4 itself.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.content.cell_block import MOST_CELLS, CellBlock, TooManyCells, block_of_rows
from editor.content.table_text import block_of_html, block_of_text, html_of, text_of

CLIPBOARD = Path(__file__).parent / "clipboard"
WORDS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"], include_characters="\t\n\"'<&", exclude_characters="\u2028\u2029\ufffc"
    )
)
BLOCKS = st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4).map(block_of_rows)


def block(*rows: tuple[str, ...]) -> CellBlock:
    return CellBlock(rows)


def recorded(name: str) -> str:
    return (CLIPBOARD / name).read_bytes().decode()


SHEET = block(
    ("Journal", "Title", "Summary", "Year"),
    ("中国针灸", 'A "blind" trial', 'First line.\n\nSecond "line" & <b>.', "2018"),
    ('"Quoted"', "  two     blanks", "", "0.123456789012"),
    ('"', "- item\n  - inner item", "1e5", "2018-04-01"),
)


@given(BLOCKS)
def test_what_was_written_as_text_or_html_is_read_back(cells: CellBlock) -> None:
    assert block_of_text(text_of(cells)) == cells
    if all(text != "\n" for row in cells.rows for text in row):  # as LibreOffice writes an empty cell
        assert block_of_html(html_of(cells)) == cells


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [[""]]),
        ("Tang S", [["Tang S"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\n\n", [["a"], [""]]),
        ("a\tb\tc\nd", [["a", "b", "c"], ["d", "", ""]]),
        ('"First\nsecond"\t"a\tb"\n', [["First\nsecond", "a\tb"]]),
        ('"A ""blind""\r\ntrial"', [['A "blind"\ntrial']]),
        ('A "blind" trial\t5" needle', [['A "blind" trial', '5" needle']]),
        ('"\t"Quoted"\tx"', [['"', '"Quoted"', 'x"']]),
        ('"open\tb\nc\td', [['"open', "b"], ["c", "d"]]),
        ('"A" and "B"\tc', [['"A" and "B"', "c"]]),
        ('""\t"""Yes"""', [["", '"Yes"']]),
        ("a\x00b\tc\u2028d\ud800", [["ab", "c\nd\ufffd"]]),
    ],
)
def test_text_is_read_as_spreadsheets_write_it(text: str, rows: list[list[str]]) -> None:
    assert block_of_text(text) == block_of_rows(rows)


def test_cells_are_quoted_only_where_they_have_to_be() -> None:
    cells = block(('A "blind" trial', "a\nb", '"c"'), ("針灸", "", "d\te"))
    assert text_of(cells) == 'A "blind" trial\t"a\nb"\t"""c"""\n針灸\t\t"d\te"\n'
    assert text_of(block(("one cell",))) == "one cell"


def test_calc_keeps_line_ends_in_html_alone() -> None:
    assert block_of_html(recorded("calc.html")) == SHEET
    as_text = block_of_text(recorded("calc.txt"))
    assert as_text.rows[1][2] == 'First line.  Second "line" & <b>.'
    assert as_text.rows[2] == SHEET.rows[2]
    assert as_text.rows[3][1] == "- item   - inner item"


def test_excel_as_documented() -> None:
    assert block_of_html(recorded("excel_as_documented.html")) == block(
        ("Journal", "Title", "Summary", "Year"),
        ("中国针灸", 'A "blind" trial', 'First line.\n\nSecond "line" & <b>.', "2018"),
        ("Spine", "A title that Excel wraps in its source", "two   blanks", "Apr-18"),
        ("over two", "", "", "2017"),
    )
    assert block_of_text(recorded("excel_as_documented.txt")).rows[1] == (
        "中国针灸",
        'A "blind" trial',
        'First line.\n\nSecond "line" & <b>.',
        "2018",
    )


def test_google_sheets_as_documented() -> None:
    assert block_of_html(recorded("google_sheets_as_documented.html")) == block(
        ("中国针灸", 'A "blind" trial', 'First line.\n\nSecond "line" & <b>.', "2018"),
        ("Spine", "", "two   blanks", "2017-12"),
    )


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><td>a<td>b<tr><td>c", [["a", "b"], ["c", ""]]),
        ("<tr><td>a</td></tr>", [["a"]]),
        ("<table><tr><td colspan=2>a<td>b</table>", [["a", "", "b"]]),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>", [["a", "b"], ["", "c"], ["d", "e"]]),
        ("<table><tr><td>b<td rowspan=9>a<tr><td>c</table>", [["b", "a"], ["c", ""]]),
        ("<table><tr><th>a</th></tr></table><table><tr><td>b</td></tr></table>", [["a"], ["b"]]),
        ("<table><tr><td><p>One\n two</p><p>three</p></td></tr></table>", [["One two\nthree"]]),
        ("<table><tr><td>a<table><tr><td>b<td>c</table>d</td><td>e</table>", [["a\nb\nc\nd", "e"]]),
        ("<style>td {x}</style><table><tr><td>&nbsp;</td><td><b>a</b> b</td></table>", [["", "a b"]]),
        ("<table><tr><td>a&#0;b<!-- c --></td></tr></table>", [["a\ufffdb"]]),
        ("<table><tr><td colspan=-3 rowspan=x>a</table>", [["a"]]),
        ("<table><tr><td>a<script>b</script></td><td></tr></table>", [["a", ""]]),
    ],
)
def test_tables_of_other_programs(html: str, rows: list[list[str]]) -> None:
    assert block_of_html(html) == block_of_rows(rows)


@pytest.mark.parametrize(
    "html",
    ["", "words", "<p>words</p>", "<p>words</p><table><tr><td>a</table>", "<table></table>", "<td", "<![if x", "\x00<"],
)
def test_anything_else_is_no_table(html: str) -> None:
    assert block_of_html(html) is None


@pytest.mark.parametrize(
    "html",
    [
        "<table>" + "<tr><td>a" * 1_000_000,
        "<table>" + "<tr>" * 1_000_000,
        "<table><tr>" + "<td colspan=1000000000 rowspan=1000000000>a" * 10_000 + "<tr>" * 100_000,
        "<table>" * 1_000_000 + "a",
        "<table><tr><td " + "a=b " * 1_000_000,
        "<table><tr><td>" + "<" * 1_000_000,
        "<table><tr><td>" + "&" * 1_000_000,
        "<style>" + "a" * 5_000_000,
    ],
    ids=["cells", "rows", "spans", "tables", "attributes", "angles", "ampersands", "style"],
)
def test_hostile_html_is_over_soon(html: str) -> None:
    began = time.monotonic()
    block_of_html(html)
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "text", ["\t" * MOST_CELLS, "a\n" * (MOST_CELLS + 1), "\t" * 1000 + "\n" * 1000, '"' * 20_000_001]
)
def test_hostile_text_is_over_soon(text: str) -> None:
    began = time.monotonic()
    with pytest.raises(TooManyCells):
        block_of_text(text)
    assert time.monotonic() - began < 10
