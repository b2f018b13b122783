"""An export touches, tells and runs nothing that is not its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.report import NotExported
from editor.render.exporting.staging import STAGING_NAME
from tests.conftest import ROOT
from tests.render.exporting.website import DRAFTS, Website, contents

links_only = pytest.mark.skipif(sys.platform == "win32", reason="links need rights of their own there")


@links_only
def test_what_is_behind_a_link_in_the_place_of_the_staging_folder_stays(website: Website, tmp_path: Path) -> None:
    website.page("knee")
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / "thesis.txt").write_text("mine")
    website.to.mkdir()
    (website.to / STAGING_NAME).symlink_to(behind)
    with pytest.raises(NotExported):
        website.export()
    assert contents(behind) == {"thesis.txt": b"mine"}


@links_only
def test_nothing_is_written_through_a_link(website: Website, tmp_path: Path) -> None:
    website.page("knee")
    behind = tmp_path / "behind"
    behind.mkdir()
    (behind / "mine.css").write_text("mine")
    website.to.mkdir()
    (website.to / "theme").symlink_to(behind)
    with pytest.raises(NotExported):
        website.export()
    assert contents(behind) == {"mine.css": b"mine"}


def test_a_folder_in_the_way_is_told_of(website: Website) -> None:
    website.page("knee")
    (website.to / STAGING_NAME / "folder").mkdir(parents=True)
    with pytest.raises(NotExported):
        website.export()


def test_a_website_whose_pages_are_gone_is_not_emptied(website: Website) -> None:
    website.page("knee")
    website.export()
    before = website.exported()
    (website.folder / "conditions").rename(website.folder / "conditions.old")
    with pytest.raises(NotExported, match="There are no pages any more"):
        website.export()
    assert website.exported() == before


def test_of_pages_that_are_not_public_nothing_is_told(website: Website) -> None:
    website.page("knee", "name: Knee\n")
    website.page("hip", "name: Secret hip\nstatus: draft\ndescription: Secret plan\naliases: [secret name]\n")
    website.export()
    assert b"ecret" not in website.exported()[RECORD_NAME]
    website.export(DRAFTS)
    assert "Secret hip" in website.html("index")
    website.export()
    assert b"ecret" not in b"".join(website.exported().values())


def test_no_program_of_the_content_folder_runs(website: Website, tmp_path: Path) -> None:
    website.page("knee", "name: Knee\nintro: '**bold**'\n")
    (website.folder / "nh3.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n")
    command = [sys.executable, "-P", "-m", "editor", "export", ".", "--to", str(website.to)]
    done = subprocess.run(
        command, cwd=website.folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "ran").exists()
