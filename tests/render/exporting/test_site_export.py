"""What an export writes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.reading import read_page, read_site
from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import Source, SourcePage, readable_site
from tests.conftest import ROOT
from tests.render.exporting.website import (
    ALL,
    ARM,
    DRAFTS,
    KNEE,
    PICTURE,
    SINGLE_FILE,
    WITH_PICTURE,
    Website,
    contents,
    pages_of,
)


def test_published_pages_are_written_with_what_they_need(website: Website) -> None:
    website.add("site.yaml", b"name: The clinic\nurl: https://clinic.example\n")
    website.add("images/knee one.svg")
    website.add("images/unused.svg")
    website.page("knee", WITH_PICTURE + "last_reviewed: '2026-05-01'\n")
    website.page("arm", ARM)
    website.page("draft", "name: D\nstatus: draft\n")
    website.page("old", "name: O\nstatus: archived\n")
    website.page("odd", "name: O\nstatus: publishd\n")
    report = website.export()
    assert sorted(website.exported()) == [
        RECORD_NAME,
        "arm.html",
        "images/knee one.svg",
        "index.html",
        "knee.html",
        "sitemap.xml",
        "theme/style.css",
    ]
    assert report.pages == (website.to / "arm.html", website.to / "knee.html")
    assert [(left.page, left.expected) for left in report.left_out] == [("draft", True), ("odd", False), ("old", True)]
    assert '<link rel="stylesheet" href="theme/style.css">' in website.html("knee")
    assert 'src="images/knee%20one.svg"' in website.html("knee")
    index = website.html("index")
    assert index.index('href="arm.html"') < index.index('href="knee.html"')
    assert "draft" not in index
    assert website.exported()["sitemap.xml"].decode().splitlines()[2:] == [
        "<url><loc>https://clinic.example/arm.html</loc></url>",
        "<url><loc>https://clinic.example/knee.html</loc><lastmod>2026-05-01</lastmod></url>",
        "</urlset>",
        "<!-- Exported by Clinic Page Editor -->",
    ]


def test_drafts_are_written_where_wanted_and_go_where_they_are_not_archived_ones_never(website: Website) -> None:
    website.add("site.yaml", b"url: https://clinic.example\n")
    website.page("knee", KNEE)
    website.page("draft", "name: Draft\nstatus: draft\n")
    website.page("old", "name: O\nstatus: archived\n")
    assert pages_of(website.export(DRAFTS)) == ["draft.html", "knee.html"]
    assert "draft.html" in website.html("index")
    assert '<meta name="robots" content="noindex">' in website.html("draft")
    assert "robots" not in website.html("knee")
    assert b"draft" not in website.exported()["sitemap.xml"]
    assert pages_of(website.export(ALL)) == ["knee.html"]
    assert not (website.to / "draft.html").exists()
    assert "draft.html" not in website.html("index")


@pytest.mark.parametrize("slug", ["index", "Index"])
def test_a_page_called_index_keeps_its_file(website: Website, slug: str) -> None:
    website.page(slug, KNEE)
    website.page("arm", ARM)
    report = website.export()
    assert "Knees hurt." in website.html(slug)
    assert sorted(website.exported()) == sorted([RECORD_NAME, f"{slug}.html", "arm.html", "theme/style.css"])
    assert [notice.expected for notice in report.notices] == [True]
    assert report.is_clean


def test_a_draft_called_index_leaves_the_list_of_conditions_alone(website: Website) -> None:
    website.page("index", KNEE + "status: draft\n")
    for slug in ("arm", "leg"):
        website.page(slug, ARM)
        assert website.export().notices == ()
        assert f'href="{slug}.html"' in website.html("index")


def test_pages_with_one_address_do_not_overwrite_each_other(website: Website) -> None:
    website.page("knee", KNEE)
    website.page("knee", ARM, ".yml")
    website.page("KNEE", ARM, ".yml")
    report = website.export()
    assert len(report.pages) == 1
    assert [left.reason for left in report.left_out] == ["another page has the same address."] * 2


@pytest.mark.parametrize("slug", ["nul", "a.", "C:x", ".hidden", "a\u202eb"])
def test_addresses_that_are_no_file_names_are_left_out(website: Website, slug: str) -> None:
    page = read_page(KNEE.encode(), slug).page
    source = Source(website.folder, readable_site(read_site(b"")), [SourcePage(f"conditions/{slug}.yaml", page)])
    report = export_site(source, website.to)
    assert [left.expected for left in report.left_out] == [False]
    assert sorted(website.exported()) == [RECORD_NAME, "index.html", "theme/style.css"]


def test_no_pages_are_an_empty_list(website: Website) -> None:
    report = website.export()
    assert report.pages == ()
    assert report.is_clean
    assert "index.html" in website.exported()


def test_single_files_hold_everything(website: Website) -> None:
    website.add("images/knee one.svg")
    website.add("theme/style.css", b"h1 { background: url(mark.svg) }")
    website.add("theme/mark.svg", PICTURE)
    website.page("knee", WITH_PICTURE)
    report = website.export(SINGLE_FILE)
    assert report.is_clean
    assert sorted(website.exported()) == [RECORD_NAME, "knee.html"]
    html = website.html("knee")
    assert html.count("data:image/svg+xml;base64,") == 2
    assert "images/" not in html
    assert website.export(SINGLE_FILE).unchanged == 1
    website.add("images/knee one.svg", PICTURE + b"<!-- -->")
    assert website.export(SINGLE_FILE).unchanged == 0
    assert website.html("knee") != html
    website.export(ALL)
    assert sorted(website.exported())[1:] == [
        "images/knee one.svg",
        "index.html",
        "knee.html",
        "theme/mark.svg",
        "theme/style.css",
    ]


def test_half_characters_do_not_stop_the_export(website: Website) -> None:
    website.page("knee", KNEE)
    page = read_page(KNEE.encode(), "knee").page
    assert page is not None
    export_site(website.source(knee=replace(page, name="a\ud800b", aliases=("\udc00",))), website.to)
    assert "a?b" in website.html("knee")


def test_the_same_content_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    exported = []
    for seed in ("1", "2"):
        to = tmp_path / seed
        command = [sys.executable, "-m", "editor", "export", "sample_content", "--to", str(to)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        exported.append(contents(to))
    assert len(exported[0]) > 2
    assert exported[0] == exported[1]
