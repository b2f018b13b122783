"""`sitemap.xml`: where the website's pages are, for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from editor.content.site import Site
from editor.render.exporting.mark import HTML_MARK
from editor.render.exporting.record import PageRecord
from editor.render.links import page_link

SITEMAP_NAME = "sitemap.xml"

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(site: Site, pages: Iterable[PageRecord]) -> bytes:
    """The addresses of these pages on the website, in this order; no bytes where the website has no address."""
    addresses = [(page_link(site, page.slug), page.last_reviewed) for page in pages]
    if not any(address for address, _ in addresses):
        return b""
    return (_HEAD + "".join(_entry(*each) for each in addresses) + "</urlset>").encode(errors="replace") + HTML_MARK


def _entry(address: str, last_reviewed: str) -> str:
    day = f"<lastmod>{last_reviewed}</lastmod>" if last_reviewed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>\n"
