"""The style sheet of a look, in a document."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from editor.render.page_html import page_html
from editor.render.style_sheet import stylesheet
from editor.render.theme import STYLE, Delivery, Theme, built_in_theme
from editor.render.theme_folder import read_theme
from tests.render.test_parts import PAGE, SITE

FONT = base64.b64encode(b"font").decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A `theme` folder with a font and a picture in it."""
    (tmp_path / "theme" / "fonts").mkdir(parents=True)
    (tmp_path / "theme" / "fonts" / "a b.woff2").write_bytes(b"font")
    (tmp_path / "theme" / "logo.svg").write_bytes(b"<svg/>")
    return tmp_path / "theme"


def with_style(folder: Path, css: str) -> Theme:
    (folder / STYLE).write_text(css, encoding="utf-8")
    return read_theme(folder.parent)


def decoded(address: str) -> str:
    return base64.b64decode(address.partition("base64,")[2]).decode()


def test_an_exported_page_links_to_the_style_sheet(folder: Path) -> None:
    style = stylesheet(with_style(folder, "p {}"), Delivery.LINKED)
    assert style.html == '<link rel="stylesheet" href="theme/style.css">'
    assert style.html in page_html(SITE, PAGE, built_in_theme(), Delivery.LINKED).html


def test_the_built_in_style_sheet_stands_in_the_document_as_it_is() -> None:
    text = built_in_theme().text(STYLE).strip()
    for delivery in (Delivery.PREVIEW, Delivery.SINGLE_FILE):
        assert stylesheet(built_in_theme(), delivery).html == f"<style>\n{text}\n</style>"


def test_a_style_sheet_cannot_end_its_element(folder: Path) -> None:
    theme = with_style(folder, "p { content: '</style><script>' }")
    for delivery in (Delivery.PREVIEW, Delivery.SINGLE_FILE):
        assert stylesheet(theme, delivery).html.count("</") == 1


def test_in_the_preview_addresses_count_from_the_page(folder: Path) -> None:
    theme = with_style(
        folder, "p { background: url('fonts/../logo.svg#part') } @font-face { src: url(fonts/a%20b.woff2) }"
    )
    style = stylesheet(theme, Delivery.PREVIEW)
    version = theme.digest[:8]
    assert re.findall(r'url\("(.*?)"\)', style.html) == [
        f"theme/logo.svg?{version}#part",
        f"theme/fonts/a%20b.woff2?{version}",
    ]
    assert style.faults == ()


@pytest.mark.parametrize(
    "address",
    [
        "http://x.example/a.css",
        "//x.example/a.css",
        "HTTPS:a.css",
        "/a.css",
        "../a.png",
        "../images/a.txt",
        "\\\\x\\a.css",
        "//[",
    ],
)
def test_the_preview_is_led_nowhere_else_and_the_website_goes_where_it_wants(folder: Path, address: str) -> None:
    escaped = address.replace("\\", "\\\\")
    for css in (f'@import "{escaped}";', f'p {{ background: url("{escaped}") }}'):
        theme = with_style(folder, css)
        assert "x.example" not in stylesheet(theme, Delivery.PREVIEW).html
        assert '"data:,"' in stylesheet(theme, Delivery.PREVIEW).html
        assert css in stylesheet(theme, Delivery.SINGLE_FILE).html
        assert stylesheet(theme, Delivery.SINGLE_FILE).faults == ()


def test_pictures_of_the_pages_are_found_and_named_with_the_style_sheet_that_shows_them(folder: Path) -> None:
    images = folder.parent / "images"
    images.mkdir()
    (images / "a b.SVG").write_bytes(b"<svg/>")
    (folder / "fonts" / "more.css").write_text(
        "b { background: url(../../images/a%20b.SVG), url(../../images/gone.png) }"
    )
    theme = with_style(folder, '@import "fonts/more.css"; p { background: url("../images/a b.SVG#part") }')
    for delivery in Delivery:
        style = stylesheet(theme, delivery)
        assert style.faults == ()
        assert style.pictures == (("images/a b.SVG", "fonts/more.css"), ("images/gone.png", "fonts/more.css"))
    assert 'url("images/a%20b.SVG#part")' in stylesheet(theme, Delivery.PREVIEW).html
    inside = f"data:image/svg+xml;base64,{base64.b64encode(b'<svg/>').decode()}"
    whole = stylesheet(theme, Delivery.SINGLE_FILE).html
    assert f'url("{inside}#part")' in whole
    imported = re.findall(r'@import "(.*?)"', whole)[0]
    assert f'url("{inside}"), url("data:,")' in decoded(imported)


def test_addresses_within_the_document_stay(folder: Path) -> None:
    css = "p { mask: url(#part); background: url(data:image/gif;base64,R0) }"
    assert css in stylesheet(with_style(folder, css), Delivery.PREVIEW).html


def test_a_single_file_holds_fonts_pictures_and_imported_style_sheets(folder: Path) -> None:
    (folder / "fonts" / "fonts.css").write_text('@font-face { src: url("a b.woff2") } @import "../more.css";')
    (folder / "more.css").write_text('@import "fonts/fonts.css"; @import "style.css"; p { background: url(logo.svg) }')
    theme = with_style(folder, '@import "fonts/fonts.css" print; p { background: url(logo.svg) }')
    style = stylesheet(theme, Delivery.SINGLE_FILE)
    assert style.faults == ()
    imported, logo = re.findall(r'"(data:.*?)"', style.html)
    assert logo == "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode()
    fonts = decoded(imported)
    assert f'url("data:font/woff2;base64,{FONT}")' in fonts or f'"data:font/woff2;base64,{FONT}"' in fonts
    more = decoded(re.findall(r'@import "(.*?)"', fonts)[0])
    assert more.startswith('@import "data:,"; @import "data:,"; ')


def test_a_missing_file_is_told_with_its_line(folder: Path) -> None:
    theme = with_style(folder, "p {}\n@font-face { src: url(gone.woff2) }")
    for delivery in Delivery:
        (fault,) = stylesheet(theme, delivery).faults
        assert (fault.file, fault.line, fault.is_replaced) == (STYLE, 2, False)
        assert "gone.woff2" in fault.reason
    assert page_html(SITE, PAGE, theme, Delivery.SINGLE_FILE).faults == (fault,)


@pytest.mark.parametrize("delivery", Delivery)
def test_what_an_imported_style_sheet_misses_is_told_once_with_its_line(folder: Path, delivery: Delivery) -> None:
    (folder / "fonts" / "more.css").write_text('@import "../style.css";\n@import "deep.css";\n@import "gone.css";')
    (folder / "fonts" / "deep.css").write_text('@import "more.css";\n\n@font-face { src: url("gone.woff2") }')
    theme = with_style(folder, '@import "fonts/more.css";\n@import "fonts/deep.css";')
    told = {(fault.file, fault.line, fault.reason) for fault in stylesheet(theme, delivery).faults}
    assert told == {
        ("fonts/deep.css", 3, "there is no file fonts/gone.woff2 in the theme folder"),
        ("fonts/more.css", 3, "there is no file fonts/gone.css in the theme folder"),
    }
    assert len(stylesheet(theme, delivery).faults) == len(told)


def test_the_preview_and_exported_pages_get_imported_style_sheets_as_they_are(folder: Path) -> None:
    (folder / "more.css").write_text("p { background: url(gone.png) }")
    theme = with_style(folder, '@import "more.css";')
    assert f'@import "theme/more.css?{theme.digest[:8]}";' in stylesheet(theme, Delivery.PREVIEW).html


@pytest.mark.parametrize("delivery", [Delivery.LINKED, Delivery.PREVIEW])
def test_style_sheets_that_import_each_other_over_and_over_are_read_once(folder: Path, delivery: Delivery) -> None:
    for number in range(30):
        (folder / f"{number}.css").write_text(f'@import "{number + 1}.css"; @import "./{number + 1}.css";')
    theme = with_style(folder, '@import "0.css";')
    assert [fault.file for fault in stylesheet(theme, delivery).faults] == ["29.css"]


@pytest.mark.parametrize("delivery", Delivery)
def test_an_imported_style_sheet_nested_too_deeply_is_named(folder: Path, delivery: Delivery) -> None:
    (folder / "deep.css").write_text("(" * 20_000 + "url(a)")
    style = stylesheet(with_style(folder, '@import "deep.css"; p { color: red }'), delivery)
    assert [(fault.file, fault.is_replaced) for fault in style.faults] == [("deep.css", False)]
    assert delivery is Delivery.LINKED or "p { color: red }" in style.html


def test_a_file_that_went_after_it_was_listed_is_told(folder: Path) -> None:
    theme = with_style(folder, "p { background: url(logo.svg) }")
    (folder / "logo.svg").unlink()
    (fault,) = stylesheet(theme, Delivery.SINGLE_FILE).faults
    assert "cannot be read" in fault.reason


def test_more_than_a_file_can_hold_is_told(folder: Path) -> None:
    (folder / "logo.svg").write_bytes(b" " * 7_000_000)
    theme = with_style(folder, "p { background: url(logo.svg) }\n" * 6)
    (*faults,) = stylesheet(theme, Delivery.SINGLE_FILE).faults
    assert [fault.line for fault in faults] == [4, 5, 6]
    assert len(stylesheet(theme, Delivery.SINGLE_FILE).html) < 40_000_000


def test_a_style_sheet_nested_too_deeply_is_replaced(folder: Path) -> None:
    style = stylesheet(with_style(folder, "(" * 20_000 + "url(a)"), Delivery.PREVIEW)
    assert style.html == stylesheet(built_in_theme(), Delivery.PREVIEW).html
    assert [(fault.file, fault.is_replaced) for fault in style.faults] == [(STYLE, True)]


def test_templates_give_files_their_addresses(folder: Path) -> None:
    (folder / "intro.html").write_text('<img data-part="{{ part }}" alt="" src="{{ asset("logo.svg") }}">')
    theme = read_theme(folder.parent)
    sources = {
        delivery: re.findall(r'src="(.*?)"', page_html(SITE, PAGE, theme, delivery).html)[0] for delivery in Delivery
    }
    assert sources[Delivery.LINKED] == "theme/logo.svg"
    assert sources[Delivery.PREVIEW] == f"theme/logo.svg?{theme.digest[:8]}"
    assert decoded(sources[Delivery.SINGLE_FILE]) == "<svg/>"
