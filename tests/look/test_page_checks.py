"""The checks of a page themselves: each is content with a plain page, and finds what is wrong with a faulty one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.look.chromium import Tab
from tests.look.page_checks import accessibility_findings, complaints, cut_off, faults_of_the_keyboard, moving, scripts
from tests.look.printed_page import sheets

PLAIN = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Back pain</title>
<style>
:root { color-scheme: light dark; }
html { font: 100%/1.5 sans-serif; }
a { display: inline-block; padding: 0.5em; }
a:focus-visible { outline: 3px solid; }
</style>
</head>
<body>
<main>
<h1>Back pain</h1>
<p>What helps.</p>
<p><a href="one.html">One</a></p>
<p><a href="two.html">Two</a></p>
</main>
</body>
</html>
"""
TEXT = "<p>What helps.</p>"
LINK = '<a href="one.html">'

Check = Callable[[Tab], list[str]]


def requests(tab: Tab) -> list[str]:
    return tab.requests[1:]


def empty_sheets(tab: Tab) -> list[str]:
    return [f"sheet {number}" for number, text in enumerate(sheets(tab.print_to_pdf()), 1) if not text.strip()]


ALL_CHECKS = [
    accessibility_findings,
    cut_off,
    faults_of_the_keyboard,
    moving,
    scripts,
    complaints,
    requests,
    empty_sheets,
]
FAULTS = {
    "low contrast": (
        accessibility_findings,
        TEXT,
        '<p style="color: #aaa; background: #fff">Pale</p>',
        "color-contrast",
    ),
    "contrast unknown": (
        accessibility_findings,
        TEXT,
        '<p style="background: linear-gradient(#fff, #000)">Over a picture</p>',
        "undecided: color-contrast",
    ),
    "no alt": (accessibility_findings, TEXT, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "image-alt"),
    "no language": (accessibility_findings, ' lang="en"', "", "html-has-lang"),
    "heading left out": (accessibility_findings, TEXT, "<h4>Deep down</h4>", "heading-order"),
    "tiny targets": (
        accessibility_findings,
        TEXT,
        '<div style="font-size: 8px; line-height: 1"><a style="padding: 0; display: block" href="a.html">aaaaa</a>'
        '<a style="padding: 0; display: block" href="b.html">bbbbb</a></div>',
        "target-size",
    ),
    "wide": (cut_off, TEXT, '<div style="width: 2000px">Wide</div>', "scrolls sideways"),
    "too low": (cut_off, TEXT, '<p style="height: 1em; overflow: hidden">A<br>B<br>C</p>', "cuts off"),
    "clipped by its box": (
        cut_off,
        TEXT,
        '<div style="contain: paint; width: 3em">Incomprehensibilities</div>',
        "cuts off",
    ),
    "hidden beyond the edge": (
        cut_off,
        "<body>",
        '<body style="overflow-x: clip"><p style="margin-left: 300px; white-space: nowrap">Out of sight</p>',
        "beyond the edge",
    ),
    "no mark at the focus": (
        faults_of_the_keyboard,
        LINK,
        '<a href="one.html" style="outline: none">',
        "cannot be seen",
    ),
    "up the page": (faults_of_the_keyboard, '<a href="two.html">', '<a href="two.html" tabindex="1">', "goes up"),
    "moves": (moving, TEXT, '<p style="transition: color 1s">What helps.</p>', "moves"),
    "script": (scripts, TEXT, "<script>1</script>", "<script>"),
    "console": (complaints, TEXT, "<script>console.error('broken')</script>", "broken"),
    "failing script": (complaints, TEXT, "<script>nothing()</script>", "Uncaught"),
    "missing file": (complaints, TEXT, '<img alt="" src="missing.png">', "ERR_FILE_NOT_FOUND"),
    "from elsewhere": (
        requests,
        "<title>",
        '<link rel="stylesheet" href="https://example.org/a.css"><title>',
        "example",
    ),
    "empty sheet": (empty_sheets, "</main>", '</main><div style="break-before: page; height: 1px"></div>', "sheet 2"),
}


@pytest.mark.parametrize("check", ALL_CHECKS)
def test_a_plain_page_is_all_right(tab: Tab, tmp_path: Path, check: Check) -> None:
    show(tab, tmp_path, PLAIN)
    assert check(tab) == []


@pytest.mark.parametrize(("check", "right", "wrong", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found(tab: Tab, tmp_path: Path, check: Check, right: str, wrong: str, expected: str) -> None:
    assert PLAIN.count(right) == 1
    show(tab, tmp_path, PLAIN.replace(right, wrong))
    findings = check(tab)
    assert any(expected in finding for finding in findings), findings


def test_a_fault_in_the_dark_is_found_there_alone(tab: Tab, tmp_path: Path) -> None:
    show(tab, tmp_path, PLAIN.replace("</style>", "@media (prefers-color-scheme: dark) { p { color: #444; } }</style>"))
    assert accessibility_findings(tab) == []
    tab.show(320, prefers_color_scheme="dark")
    assert "color-contrast" in accessibility_findings(tab)[0]


def test_preferences_reach_the_page(tab: Tab, tmp_path: Path) -> None:
    show(tab, tmp_path, PLAIN)
    for preference, wish in {"forced_colors": "active", "prefers_contrast": "more"}.items():
        query = f"matchMedia('({preference.replace('_', '-')}: {wish})').matches"
        assert tab.evaluate(query) is False
        tab.show(320, **{preference: wish})
        assert tab.evaluate(query) is True


def show(tab: Tab, folder: Path, html: str) -> None:
    (folder / "page.html").write_text(html, encoding="utf-8")
    tab.open(folder / "page.html")
    tab.show(320, prefers_color_scheme="light")
