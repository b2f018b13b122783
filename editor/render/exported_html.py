"""A page's document as it is exported, made again and again: only what has changed is rendered anew."""

from __future__ import annotations

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.page_html import document_parts, documented
from editor.render.parts import Part, render_part
from editor.render.style_sheet import stylesheet
from editor.render.theme import Delivery, NotRendered, Theme


class ExportedHtml:
    """Makes documents with one look. It has no deadline, and hostile Markdown can keep it busy for minutes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._style = stylesheet(theme, Delivery.LINKED).html
        self._known: dict[Part, str] = {}

    def of(self, site: Site, page: ConditionPage) -> str:
        """The whole document; "" where not even the built-in look can show the page."""
        before, self._known = self._known, {}
        try:
            for part in document_parts(site, page):
                known = before.get(part)
                self._known[part] = render_part(part, self._theme, Delivery.LINKED).html if known is None else known
            pieces = self._known.items()
            return documented(site, page, pieces, self._theme, Delivery.LINKED, self._style).html
        except NotRendered:
            return ""
