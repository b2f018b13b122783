"""What an export tells to be mended: pictures, the look, values of the site."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.render.exporting.site_export import export_site
from tests.render.exporting.website import KNEE, PICTURE, SINGLE_FILE, Website


def test_pictures_that_are_missing_or_too_large_to_go_inside_are_told(website: Website) -> None:
    website.page("knee", "name: Knee\nintro: '![One](images/one.png) ![Two](images/two.svg)'\n")
    website.add("images/two.svg", b" " * (10 * 1024 * 1024 + 1))
    report = website.export()
    assert [notice.text for notice in report.notices] == [
        "The page “Knee” does not show the picture images/one.png: it is missing."
        " Put it into the folder “images”, then export again."
    ]
    assert not report.is_clean
    assert (website.to / "images" / "two.svg").stat().st_size > 10 * 1024 * 1024
    report = website.export(SINGLE_FILE)
    assert len(report.notices) == 2
    assert "images/two.svg: it is too large to go inside." in report.notices[1].text
    assert "<img" in website.html("knee")
    assert "src=" not in website.html("knee")


def test_pictures_from_elsewhere_are_told_each_time_until_they_are_mended(website: Website) -> None:
    website.add("site.yaml", b"research: {call_to_action: '![Book](https://x.example/book.png)'}\n")
    website.page(
        "knee", "name: Knee\nintro: '![A](../a.png) ![F](images/film.mp4)'\nstudies: [{summary: '![S](s.png)'}]\n"
    )
    website.add("images/film.mp4", b"film")
    for _ in range(2):
        report = website.export()
        told = [re.search(r"page “Knee” does not show the picture (\S+), as", notice.text) for notice in report.notices]
        assert [found and found[1] for found in told] == [
            "../a.png",
            "images/film.mp4",
            "https://x.example/book.png",
            "s.png",
        ]
        assert not report.is_clean
        assert "<img" not in website.html("knee")
    website.add("site.yaml", b"")
    website.page("knee", "name: Knee\nintro: '![A](/images/a.svg)'\n")
    website.add("images/a.svg")
    assert website.export().is_clean
    assert website.exported()["images/a.svg"] == PICTURE


def test_a_faulty_look_is_told_each_time_and_the_built_in_one_stands_in(website: Website) -> None:
    website.add("theme/study.html", b"{% if %}")
    website.add("theme/logo.svg", PICTURE)
    website.page("knee", KNEE + "studies: [{title: A trial}]\n")
    for _ in range(2):
        report = website.export()
        (notice,) = report.notices
        assert "study.html" in notice.text
        assert not notice.expected
        assert "A trial" in website.html("knee")
    assert website.exported()["theme/logo.svg"] == PICTURE
    (website.folder / "theme" / "study.html").unlink()
    assert website.export().notices == ()


def test_values_of_the_site_that_are_of_no_use_are_told_with_the_whole_site(website: Website) -> None:
    website.page("knee")
    website.add("site.yaml", b"url: www.clinic.example\n")
    report = website.export()
    (notice,) = report.notices
    assert "www.clinic.example" in notice.text
    assert not report.is_clean
    assert export_site(replace(website.source(), whole=False), website.to).is_clean
