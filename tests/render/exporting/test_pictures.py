from __future__ import annotations

from pathlib import Path

import pytest

from editor.render.exporting.pictures import pictures_in, with_pictures_inside
from editor.render.markdown_html import markdown_html
from editor.render.pictures import picture_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder with pictures, and something beside them."""
    images = tmp_path / "content" / "images"
    (images / "deep").mkdir(parents=True)
    for name in ("a.png", "deep/b c.JPG", "ä&ö.svg", "notes.txt", "100% sure.png"):
        (images / name).write_bytes(b"picture")
    (tmp_path / "secret.png").write_bytes(b"secret")
    (images / "link.png").symlink_to(tmp_path / "secret.png")
    return tmp_path / "content"


@pytest.mark.parametrize(
    ("markdown", "name"),
    [
        ("![A > b](images/a.png)", "images/a.png"),
        ("![](images/deep/b%20c.JPG 'Title')", "images/deep/b c.JPG"),
        ("![](<images/deep/b c.JPG>)", "images/deep/b c.JPG"),
        ("![](images/%C3%A4&ö.svg)", "images/ä&ö.svg"),
        ("![](images/100%25%20sure.png)", "images/100% sure.png"),
        ('<img alt="x src=\'images/no.png\'" src="images/a.png">', "images/a.png"),
        ("![](images/./deep//../a.png)", None),
        ("![](images/%2e%2e/secret.png)", None),
        ('`<img src="images/a.png">`', None),
        ("![](https://elsewhere.example/images/a.png)", None),
    ],
)
def test_pictures_are_found_by_the_names_of_their_files(folder: Path, markdown: str, name: str | None) -> None:
    html = markdown_html(markdown)
    assert pictures_in(html) == (() if name is None else (name,))
    inside, found = with_pictures_inside(html, folder)
    if name is None:
        assert (inside, found) == (html, ())
    else:
        assert picture_file(folder, name).read_bytes() == b"picture"
        assert [each for each, _ in found] == [name]
        assert 'src="data:image/' in inside
        assert inside.count("base64,cGljdHVyZQ==") == 1


@pytest.mark.parametrize("source", ["src=images/a.png", "SRC = 'images/a.png'", 'src\n=\n"images/a.png"'])
def test_templates_may_write_attributes_as_html_allows(folder: Path, source: str) -> None:
    html = f"<p><img alt=A {source}></p>"
    assert pictures_in(html) == ("images/a.png",)
    inside, _ = with_pictures_inside(html, folder)
    assert inside == '<p><img alt=A src="data:image/png;base64,cGljdHVyZQ=="></p>'


def test_a_picture_that_is_not_there_is_shown_by_its_description(folder: Path) -> None:
    html = markdown_html("![A knee](images/none.png) ![An arm](images/a.png)")
    inside, found = with_pictures_inside(html, folder)
    assert '<img alt="A knee">' in inside
    assert [bool(digest) for _, digest in found] == [False, True]
