"""What files of the website's own look bring into an export, and what they miss."""

from __future__ import annotations

import base64

import pytest

from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.source import ExportOptions
from tests.render.exporting.website import ALL, ARM, KNEE, PICTURE, SINGLE_FILE, Website


@pytest.mark.parametrize("options", [ALL, SINGLE_FILE])
def test_what_the_style_misses_is_told_each_time_and_no_page_is_made_again_for_it(
    website: Website, monkeypatch: pytest.MonkeyPatch, options: ExportOptions
) -> None:
    website.page("knee", KNEE)
    website.page("arm", ARM)
    website.add("theme/style.css", b'@import "more.css";')
    website.add("theme/more.css", b"h1 { background: url(gone.svg) }")
    (notice,) = website.export(options).notices
    with monkeypatch.context() as patch:
        patch.setattr("editor.render.exporting.page_workers.own_command", lambda: ["/nowhere/at/all"])
        assert website.export(options).notices == (notice,)
    assert notice.text.startswith("more.css of the website's own look, line 1: there is no file gone.svg")
    assert notice.is_of_look and not notice.expected
    website.add("theme/gone.svg")
    assert website.export(options).notices == ()
    assert website.exported()["theme/gone.svg"] == PICTURE if options == ALL else "gone" not in website.html("knee")


def test_pictures_that_the_look_alone_shows_are_exported(website: Website) -> None:
    website.page("knee", KNEE)
    website.add("theme/style.css", b"h1 { background: url(../images/style.svg) }")
    website.add("theme/index.html", b'<img alt="" src="images/index.svg"><img alt="" src="images/gone.svg">')
    for name in ("images/style.svg", "images/index.svg", "images/unused.svg"):
        website.add(name)
    for _ in range(2):
        (notice,) = website.export().notices
        assert notice.text.startswith(
            "The list of all conditions does not show the picture images/gone.svg: it is missing."
        )
        assert notice.is_of_look
        pictures = {name for name in website.exported() if name.startswith("images/")}
        assert pictures == {"images/style.svg", "images/index.svg"}
    (website.folder / "theme" / "style.css").unlink()
    (website.folder / "theme" / "index.html").unlink()
    assert website.export().notices == ()
    assert not [name for name in website.exported() if name.startswith("images/")]


def test_pictures_of_the_style_go_into_single_files_as_they_are_now(website: Website) -> None:
    website.page("knee", KNEE)
    website.add("theme/style.css", b"h1 { background: url(../images/style.svg) }")
    (notice,) = website.export(SINGLE_FILE).notices
    assert notice.text.startswith(
        "style.css of the website's own look does not show the picture images/style.svg: it is missing."
    )
    assert notice.is_of_look
    website.add("images/style.svg")
    assert website.export(SINGLE_FILE).is_clean
    before = website.html("knee")
    assert base64.b64encode(PICTURE).decode() in before
    assert website.export(SINGLE_FILE).unchanged == 1
    website.add("images/style.svg", PICTURE + b"<!-- -->")
    assert website.export(SINGLE_FILE).unchanged == 0
    assert website.html("knee") != before
    assert sorted(website.exported()) == [RECORD_NAME, "knee.html"]


def test_names_that_no_file_can_have_are_told_as_missing(website: Website) -> None:
    website.add("theme/header.html", b'<img alt="" src="images/a%00b.png">')
    website.add("theme/style.css", b"h1 { background: url(../images/c%00d.png) }")
    website.page("knee", KNEE)
    for options in (ALL, SINGLE_FILE):
        missing = [notice.text for notice in website.export(options).notices if "it is missing" in notice.text]
        assert any("images/a\0b.png" in text for text in missing)
        assert any("images/c\0d.png" in text for text in missing)


def test_a_picture_that_every_page_shows_is_told_of_the_pages_alone(website: Website) -> None:
    website.page("knee", KNEE)
    website.add("theme/header.html", b"<img alt=Logo src=images/gone.svg>")
    (notice,) = website.export().notices
    assert notice.text.startswith("The page “Knee pain” does not show the picture images/gone.svg: it is missing.")
