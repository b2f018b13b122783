"""Exporting pages to files."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.reading import SiteReading, read_page, read_site
from editor.render.export import (
    LeftOut,
    NotExported,
    NotShown,
    SharedTextsUnreadable,
    export_pages,
    exportable,
    parts_to_export,
)
from editor.render.parts import Part
from editor.render.theme import NotRendered
from tests.conftest import ROOT
from tests.render.test_parts import PAGE, SITE

DRAFT = replace(PAGE, slug="draft", status="draft")
ARCHIVED = replace(PAGE, slug="archived", status="archived")
ODD = replace(PAGE, slug="odd", status="publishd")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_published_pages_are_written(tmp_path: Path) -> None:
    to = tmp_path / "deep" / "out"
    report = export_pages(SITE, [PAGE, DRAFT, ARCHIVED, ODD], to, drafts=False)
    assert names(to) == ["knee.html"]
    assert report.written == (to / "knee.html",)
    assert [(left.page, left.expected) for left in report.left_out] == [
        ("draft", True),
        ("archived", True),
        ("odd", False),
    ]
    data = (to / "knee.html").read_bytes()
    assert b"\r" not in data
    assert "“Words.”" in data.decode()


def test_drafts_are_written_where_wanted_archived_ones_never(tmp_path: Path) -> None:
    export_pages(SITE, [PAGE, DRAFT, ARCHIVED, ODD], tmp_path, drafts=True)
    assert names(tmp_path) == ["draft.html", "knee.html"]


def test_a_file_that_is_there_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "knee.html").write_text("old" * 100_000)
    export_pages(SITE, [PAGE], tmp_path, drafts=False)
    first = (tmp_path / "knee.html").read_bytes()
    assert first.endswith(b"</html>")
    export_pages(SITE, [PAGE], tmp_path, drafts=False)
    assert (tmp_path / "knee.html").read_bytes() == first
    assert names(tmp_path) == ["knee.html"]


@pytest.mark.parametrize("slug", ["../out", "a/b", "nul", "", "a.", "C:x", ".hidden"])
def test_addresses_that_are_no_file_names_are_left_out(tmp_path: Path, slug: str) -> None:
    to = tmp_path / "to"
    report = export_pages(SITE, [replace(PAGE, slug=slug)], to, drafts=False)
    assert [left.expected for left in report.left_out] == [False]
    assert names(to) == []
    assert names(tmp_path) == ["to"]


def test_pages_with_one_address_do_not_overwrite_each_other(tmp_path: Path) -> None:
    report = export_pages(SITE, [PAGE, replace(PAGE, slug="KNEE", name="Other")], tmp_path, drafts=False)
    assert names(tmp_path) == ["knee.html"]
    assert [left.page for left in report.left_out] == ["KNEE"]


@pytest.mark.parametrize("inside", ["", "conditions", "images/new", "elsewhere/.."])
def test_a_place_inside_the_content_folder_is_refused(tmp_path: Path, inside: str) -> None:
    content = tmp_path / "content"
    (content / "conditions").mkdir(parents=True)
    with pytest.raises(NotExported, match="outside"):
        export_pages(SITE, [PAGE], content / inside, drafts=False, content_folder=content)
    assert names(content) == ["conditions"]
    assert names(content / "conditions") == []


def test_a_place_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(NotExported, match="could not be written"):
        export_pages(SITE, [PAGE], tmp_path / "file", drafts=False)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_in_the_place_of_a_page_is_refused_without_remains(tmp_path: Path) -> None:
    (tmp_path / "knee.html").mkdir()
    with pytest.raises(NotExported):
        export_pages(SITE, [PAGE], tmp_path, drafts=False)
    assert names(tmp_path) == ["knee.html"]


def test_a_page_that_cannot_be_rendered_does_not_stop_the_others(tmp_path: Path) -> None:
    def render(part: Part) -> str:
        if "Odd words" in str(part.values):
            raise NotRendered("study.html", 3, "no such filter")
        return f"<p>{part.id}</p>"

    report = export_pages(SITE, [replace(DRAFT, intro="Odd words"), PAGE], tmp_path, drafts=True, render=render)
    assert names(tmp_path) == ["knee.html"]
    assert "study.html" in report.left_out[0].reason
    assert "<p>intro</p>" in (tmp_path / "knee.html").read_text(encoding="utf-8")


def test_a_part_that_is_not_shown_leaves_its_page_out(tmp_path: Path) -> None:
    def render(_part: Part) -> str:
        raise NotShown("The introduction takes too long to show.")

    report = export_pages(SITE, [PAGE], tmp_path, drafts=False, render=render)
    assert report.left_out == (LeftOut("knee", "The introduction takes too long to show.", expected=False),)
    assert names(tmp_path) == []


def test_the_parts_to_export_are_just_those_that_are_rendered(tmp_path: Path) -> None:
    rendered: list[Part] = []

    def render(part: Part) -> str:
        rendered.append(part)
        return ""

    pages = [PAGE, DRAFT, ARCHIVED]
    export_pages(SITE, pages, tmp_path, drafts=False, render=render)
    assert parts_to_export(SITE, pages, drafts=False) == tuple(rendered)


def test_what_cannot_be_read_is_left_out_and_named() -> None:
    good, broken = read_page(b"name: Knee\n", "knee"), read_page(b"name: A\nname: B\n", "arm")
    content = exportable(SiteReading(SITE, None), {"conditions/knee.yaml": good, "conditions/arm.yaml": broken})
    assert content.pages == (good.page,)
    assert [(page.page, page.expected) for page in content.unreadable] == [("conditions/arm.yaml", False)]


def test_without_the_shared_texts_there_is_no_export() -> None:
    with pytest.raises(SharedTextsUnreadable, match="Nothing was exported"):
        exportable(read_site(b"name: A\nname: B\n"), {})


def test_half_characters_do_not_stop_the_export(tmp_path: Path) -> None:
    export_pages(SITE, [replace(PAGE, name="a\ud800b")], tmp_path, drafts=False)
    assert "a?b" in (tmp_path / "knee.html").read_text(encoding="utf-8")


def test_the_same_content_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    exported = []
    for seed in ("1", "2"):
        to = tmp_path / seed
        command = [sys.executable, "-m", "editor", "export", "sample_content", "--to", str(to)]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        exported.append({path.name: path.read_bytes() for path in to.iterdir()})
    assert exported[0]
    assert exported[0] == exported[1]


def test_the_sample_shows_every_study(tmp_path: Path) -> None:
    sample = ROOT / "sample_content"
    site = read_site((sample / "site.yaml").read_bytes()).site
    for file in sorted((sample / "conditions").iterdir()):
        page = read_page(file.read_bytes(), file.stem).page
        export_pages(site, [replace(page, status="published")], tmp_path, drafts=False)
        html = (tmp_path / f"{file.stem}.html").read_text(encoding="utf-8")
        assert html.count('<li class="part study"') == len(page.study_list) > 0
