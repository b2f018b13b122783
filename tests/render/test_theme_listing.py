from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from editor.render.theme_folder import MOST_FILES
from editor.render.theme_listing import list_theme


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "theme"
    (folder / "fonts").mkdir(parents=True)
    (folder / "style.css").write_text("a")
    (folder / "fonts" / "own.woff2").write_bytes(b"font")
    return folder


def test_any_change_of_any_file_shows(theme: Path) -> None:
    seen = [list_theme(theme.parent)]
    assert list_theme(theme.parent) == seen[0]
    (theme / "fonts" / "own.woff2").write_bytes(b"other font")
    seen.append(list_theme(theme.parent))
    (theme / "study.html").write_text("new")
    seen.append(list_theme(theme.parent))
    (theme / "study.html").rename(theme / "intro.html")
    seen.append(list_theme(theme.parent))
    before = (theme / "style.css").stat()
    (theme / "another").write_text("b")
    os.utime(theme / "another", ns=(before.st_atime_ns, before.st_mtime_ns))
    (theme / "another").replace(theme / "style.css")
    seen.append(list_theme(theme.parent))
    shutil.rmtree(theme)
    seen.append(list_theme(theme.parent))
    assert seen[-1] == ()
    assert len(set(seen)) == len(seen)


def test_a_content_folder_that_is_away_is_not_one_without_a_look(theme: Path) -> None:
    theme.parent.rename(theme.parent.with_name("away"))
    assert list_theme(theme.parent) is None


def test_links_and_great_numbers_of_files_do_no_harm(theme: Path) -> None:
    if os.name == "posix":
        (theme / "fonts" / "round").symlink_to(theme)
        (theme / "fonts" / "nowhere").symlink_to(theme / "none")
    for n in range(MOST_FILES + 20):
        (theme / f"{n}.css").write_text("")
    listing = list_theme(theme.parent)
    assert listing is not None
    assert len(listing) == MOST_FILES
