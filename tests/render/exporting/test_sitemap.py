from __future__ import annotations

from xml.etree import ElementTree

import pytest

from editor.content.site import Site
from editor.render.exporting.record import PageRecord
from editor.render.exporting.sitemap import sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
KNEE = PageRecord("knee", "published", last_reviewed="2026-05-01")


@pytest.mark.parametrize(
    ("site", "address"),
    [
        (Site(url="https://clinic.example"), "https://clinic.example/a%26b.html"),
        (Site(url="https://clinic.example/", page_address="/c/{slug}/"), "https://clinic.example/c/a%26b/"),
        (Site(url="https://clinic.example/de/?x&y"), None),
    ],
)
def test_pages_are_where_the_website_has_them(site: Site, address: str | None) -> None:
    root = ElementTree.fromstring(sitemap(site, [PageRecord("a&b", "published"), KNEE]))
    places = [place.text for place in root.findall("s:url/s:loc", NAMES)]
    assert len(places) == 2
    assert address in (None, places[0])
    assert [day.text for day in root.findall("s:url/s:lastmod", NAMES)] == ["2026-05-01"]


@pytest.mark.parametrize("url", [None, "", "clinic.example", "ftp://clinic.example"])
def test_without_an_address_there_is_none(url: str | None) -> None:
    assert sitemap(Site(url=url), [KNEE]) == b""
