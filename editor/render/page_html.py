"""Whole documents: a page as the website shows it, and the empty one that the preview fills part by part."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable

from markupsafe import Markup

from editor.content.condition_page import ConditionPage
from editor.content.page_texts import page_texts
from editor.content.site import Site
from editor.render.parts import Part, page_parts, render_part
from editor.render.theme import Theme

DEFAULT_LANGUAGE = "en"


def document_parts(site: Site, page: ConditionPage) -> tuple[Part, ...]:
    """The parts of a whole document: those of the page, its studies counted, as keys differ from reading to reading."""
    parts = page_parts(site, page)
    number = itertools.count(1)
    return tuple(part.named(f"study-{next(number)}") if part.is_study else part for part in parts)


def page_html(site: Site, page: ConditionPage, theme: Theme, render: Callable[[Part], str] | None = None) -> str:
    """The page as one document with its style inside: the same values give the same text.

    `render` gives the HTML of each of the `document_parts`. Without it they are rendered here: that has no deadline,
    and hostile Markdown can keep it busy for minutes. Raises NotRendered, what `render` raises, and OSError where the
    theme's files cannot be read.
    """
    render = render or functools.partial(render_part, theme=theme)
    texts = page_texts(site, page)
    html = {"intro": "", "research": "", "references": "", "quotation": ""}
    studies: list[Markup] = []
    for part in document_parts(site, page):
        if part.is_study:
            studies.append(Markup(render(part)))
        else:
            html[part.id] = Markup(render(part))
    return theme.render(
        "page.html",
        {
            "language": page_language(site),
            "title": texts.title,
            "description": texts.description,
            "style": Markup(theme.style()),
            "references_heading": texts.references_heading,
            "studies": studies,
            **html,
        },
    )


def page_language(site: Site) -> str:
    """The language of the website's pages, as `<html lang>` wants it."""
    return (site.language or "").strip() or DEFAULT_LANGUAGE


def preview_shell_html(style: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The document that the preview loads once: the parts' HTML, in order, goes straight into `<main id="page">`."""
    return _SHELL.format(language=Markup.escape(language), style=style)


_SHELL = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<style>
{style}
</style>
</head>
<body>
<main id="page"></main>
</body>
</html>
"""
