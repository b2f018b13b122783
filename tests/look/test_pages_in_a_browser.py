"""Every page of the sample site as patients meet it: in a real browser, from phone to desktop, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.look.chromium import Tab
from tests.look.page_checks import (
    accessibility_findings,
    complaints,
    cut_off,
    faults_of_the_keyboard,
    moving,
    not_laid_out,
    scripts,
)
from tests.look.printed_page import sheets

WIDTHS = (320, 768, 1280, 1920)
Check = Callable[[Tab], list[str]]

LARGE_TEXT = 32
"""The size of text, in pixels, of somebody who has doubled it."""

OTHER_COLOURS = (
    {"prefers_contrast": "more"},
    {"prefers_contrast": "more", "prefers_color_scheme": "dark"},
    {"forced_colors": "active"},
    {"forced_colors": "active", "prefers_color_scheme": "dark"},
)
"""What people who need it set in their system, besides light and dark."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(pages: dict[str, Path], tab: Tab, scheme: str) -> None:
    assert found_at_each_width(pages, tab, accessibility_findings, prefers_color_scheme=scheme) == []


def test_all_of_a_page_is_laid_out_when_it_is_looked_at(pages: dict[str, Path], tab: Tab) -> None:
    assert found_at_each_width(pages, tab, not_laid_out) == []


def test_axe_finds_nothing_with_other_colours(pages: dict[str, Path], tab: Tab) -> None:
    findings = []
    for name, page in pages.items():
        tab.open(page)
        for preferences in OTHER_COLOURS:
            tab.show(768, **preferences)
            findings += [f"{name}, {preferences}: {finding}" for finding in accessibility_findings(tab)]
    assert findings == []


def test_everything_can_be_read_without_scrolling_sideways(
    pages: dict[str, Path], single_files: dict[str, Path], tab: Tab
) -> None:
    assert found_at_each_width(pages | single_files, tab, cut_off) == []


def test_text_of_twice_the_size_is_not_cut_off(pages: dict[str, Path], tab: Tab) -> None:
    tab.tell("Page.setFontSizes", fontSizes={"standard": LARGE_TEXT, "fixed": LARGE_TEXT})
    tab.show(640)
    assert found_on(pages, tab, cut_off) == []
    assert tab.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{LARGE_TEXT}px"


def test_dark_is_dark_and_light_is_light(pages: dict[str, Path], tab: Tab) -> None:
    for page in pages.values():
        tab.open(page)
        shades = []
        for scheme in ("dark", "light"):
            tab.show(1280, prefers_color_scheme=scheme)
            colour = tab.evaluate("getComputedStyle(document.documentElement).backgroundColor")
            shades.append(sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")))
        assert shades[0] < 200, f"{page} is not dark"
        assert shades[1] > 600, f"{page} is not light"


def test_nothing_moves_for_who_wants_that(pages: dict[str, Path], tab: Tab) -> None:
    tab.show(1280, prefers_reduced_motion="reduce")
    assert found_on(pages, tab, moving) == []


def test_the_keyboard_goes_down_the_page_and_is_seen(pages: dict[str, Path], tab: Tab) -> None:
    tab.show(1280)
    assert found_on(pages, tab, faults_of_the_keyboard) == []


def test_a_page_asks_for_its_own_files_alone(pages: dict[str, Path], tab: Tab) -> None:
    tab.show(1280)
    for name, page in pages.items():
        tab.open(page)
        own = {file.as_uri() for file in page.parent.rglob("*")}
        assert [address for address in tab.requests if address not in own] == [], name


def test_a_single_file_asks_for_nothing_else(single_files: dict[str, Path], tab: Tab) -> None:
    tab.show(1280)
    for name, page in single_files.items():
        tab.open(page)
        own = (page.as_uri(), "data:")
        assert [address for address in tab.requests if not address.startswith(own)] == [], name


def test_a_page_runs_no_script_and_complains_of_nothing(
    pages: dict[str, Path], single_files: dict[str, Path], tab: Tab
) -> None:
    tab.show(1280)
    assert found_on(pages | single_files, tab, lambda tab: scripts(tab) + complaints(tab)) == []


def test_print_shows_where_links_lead_and_has_no_empty_sheet(pages: dict[str, Path], tab: Tab) -> None:
    for name, page in pages.items():
        tab.open(page)
        addresses = tab.evaluate("[...document.querySelectorAll('main a[href^=http]')].map(link => link.href)")
        printed = sheets(tab.print_to_pdf())
        assert printed and all(sheet.strip() for sheet in printed), f"{name}: an empty sheet of {len(printed)}"
        words = "".join("".join(printed).split())
        assert [address for address in addresses if address not in words] == [], name


def found_on(pages: dict[str, Path], tab: Tab, check: Check) -> list[str]:
    """What a check finds on each page, as the tab shows it."""
    findings = []
    for name, page in pages.items():
        tab.open(page)
        findings += [f"{name}: {finding}" for finding in check(tab)]
    return findings


def found_at_each_width(pages: dict[str, Path], tab: Tab, check: Check, **preferences: str) -> list[str]:
    """What a check finds on each page, from phone to desktop."""
    findings = []
    for name, page in pages.items():
        tab.open(page)
        for width in WIDTHS:
            tab.show(width, **preferences)
            findings += [f"{name}, {width} px wide: {finding}" for finding in check(tab)]
    return findings
