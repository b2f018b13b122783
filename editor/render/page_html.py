"""Whole documents: a page as the website shows it, and the empty one that the preview fills part by part."""

from __future__ import annotations

from markupsafe import Markup

from editor.content.condition_page import ConditionPage
from editor.content.page_texts import page_texts
from editor.content.site import Site
from editor.render.parts import page_parts, render_part
from editor.render.theme import Theme

DEFAULT_LANGUAGE = "en"


def page_html(site: Site, page: ConditionPage, theme: Theme) -> str:
    """The page as one document with its style inside: the same values give the same text.

    It has no deadline, and hostile Markdown can keep it busy for minutes. Raises NotRendered, and OSError where the
    theme's files cannot be read.
    """
    texts = page_texts(site, page)
    html = {"intro": "", "research": "", "references": "", "quotation": ""}
    studies: list[Markup] = []
    for part in page_parts(site, page):
        if part.is_study:
            studies.append(Markup(render_part(part.named(f"study-{len(studies) + 1}"), theme)))
        else:
            html[part.id] = Markup(render_part(part, theme))
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
