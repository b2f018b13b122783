"""Where nothing is exported at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.content.reading import SiteReading, read_site
from editor.render.exporting.report import InsideContent, NotExported, SharedTextsUnreadable
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import readable_site
from tests.render.exporting.website import ARM, KNEE, Website, contents


@pytest.mark.parametrize(
    ("inside", "words"),
    [("", " is the "), ("elsewhere/..", " is the "), ("conditions", " lies in the "), ("images/new", " lies in the ")],
)
def test_a_place_inside_the_content_folder_is_refused(website: Website, inside: str, words: str) -> None:
    website.page("knee", KNEE)
    before = contents(website.folder)
    with pytest.raises(InsideContent, match=f"{words}folder of your pages\\. .* Nothing was exported"):
        export_site(website.source(), website.folder / inside)
    assert contents(website.folder) == before


def test_a_link_into_the_content_folder_is_refused(website: Website, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(website.folder / "conditions")
    with pytest.raises(InsideContent):
        export_site(website.source(), tmp_path / "link" / "new")


def test_without_the_shared_texts_there_is_no_export() -> None:
    with pytest.raises(SharedTextsUnreadable, match="Nothing was exported"):
        readable_site(read_site(b"name: A\nname: B\n"))
    with pytest.raises(SharedTextsUnreadable):
        readable_site(SiteReading(None, None))


def test_a_folder_in_the_place_of_a_page_is_refused_and_nothing_else_changes(website: Website) -> None:
    website.page("arm", ARM)
    website.export()
    website.page("arm", KNEE)
    website.page("knee", KNEE)
    (website.to / "knee.html").mkdir()
    before = website.exported()
    with pytest.raises(NotExported, match="could not be written"):
        website.export()
    assert website.exported() == before
