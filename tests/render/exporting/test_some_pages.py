"""Exporting some of the pages, not the whole website."""

from __future__ import annotations

from dataclasses import replace

from editor.content.reading import read_page, read_site
from editor.render.exporting.record import RECORD_NAME
from editor.render.exporting.site_export import export_site
from editor.render.exporting.source import Source, SourcePage, readable_site
from tests.render.exporting.website import ARM, KNEE, Website, pages_of


def test_some_pages_leave_the_others_as_they_are(website: Website) -> None:
    website.page("knee", KNEE)
    website.page("arm", ARM)
    website.export()
    before = website.exported()
    page = read_page(ARM.encode(), "arm").page
    assert page is not None
    unsaved = SourcePage("conditions/arm.yaml", replace(page, intro="Not saved."))
    report = export_site(Source(website.folder, readable_site(read_site(b"")), [unsaved], whole=False), website.to)
    assert pages_of(report) == ["arm.html"]
    assert "Not saved." in website.html("arm")
    assert {name for name, data in website.exported().items() if data != before[name]} == {"arm.html", RECORD_NAME}
    assert website.export().unchanged == 1
    assert website.exported() == before


def test_one_page_alone_brings_its_look_and_no_memory(website: Website) -> None:
    website.page("knee", KNEE)
    source = replace(website.source(), whole=False)
    export_site(source, website.to)
    assert sorted(website.exported()) == ["knee.html", "theme/style.css"]


def test_a_page_leads_to_the_list_of_all_conditions_only_where_that_is(website: Website) -> None:
    website.add("site.yaml", b"name: The clinic\n")
    website.page("knee", KNEE)
    alone = replace(website.source(), whole=False)
    export_site(alone, website.to)
    assert "index.html" not in website.html("knee")
    (website.to / "index.html").write_text("mine", encoding="utf-8")
    export_site(alone, website.to)
    website.export()
    assert "index.html" not in website.html("knee")
    (website.to / "index.html").unlink()
    website.export()
    assert 'href="index.html"' in website.html("knee")
    assert export_site(alone, website.to).unchanged == 1
