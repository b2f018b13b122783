"""Where a page of the website is."""

from __future__ import annotations

from urllib.parse import quote

from editor.content.site import Site
from editor.content.study_link import WEB
from editor.markup.addresses import link_address


def page_link(site: Site, slug: str) -> str:
    """Where the page with this slug is on the website: below the site's address, as its `page_address` says, else under
    the name of the exported file; "" where the site has no address.
    """
    website = site_link(site)
    where = (site.page_address or "").strip()
    path = (where if "{slug}" in where else "{slug}.html").replace("{slug}", quote(slug, safe="", errors="replace"))
    if WEB.match(path):
        return link_address(path)
    return link_address(f"{website}{path.lstrip('/')}") if website else ""


def site_link(site: Site) -> str:
    """The website's address, with a slash at its end; "" where it has none on the web."""
    address = link_address(site.url or "")
    return f"{address.rstrip('/')}/" if WEB.match(address) else ""
