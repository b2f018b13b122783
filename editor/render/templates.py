"""Templates in Jinja2's sandbox, and what they make of a text: `{{ text | markdown }}`, `{{ text | paragraphs }}`."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Mapping

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from editor.render.markdown_html import markdown_html, text_html
from editor.render.theme import NotRendered, Theme


def prepare(theme: Theme) -> None:
    """Compile the theme's templates, so that the first page finds them ready; a faulty one is told by `render`."""
    environment = _environment(theme)
    for name in environment.list_templates(extensions=["html"]):
        with contextlib.suppress(TemplateError, OSError, RecursionError):
            environment.get_template(name)


def render(theme: Theme, template: str, values: Mapping[str, object]) -> str:
    """The HTML that a template of the theme makes of values. Raises NotRendered where the template is faulty."""
    try:
        return _environment(theme).get_template(template).render(values)
    except (TemplateError, RecursionError) as error:
        raise NotRendered(template, str(error)) from error


@functools.lru_cache(maxsize=8)
def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(theme.folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["markdown"] = _markdown
    environment.filters["paragraphs"] = _paragraphs
    return environment


def _markdown(text: str, top_heading: int = 2) -> Markup:
    """Markdown as HTML; what is first a `#` heading gets the level `top_heading`."""
    return Markup(markdown_html(text, top_heading))


def _paragraphs(text: str) -> Markup:
    """Plain text as paragraphs."""
    return Markup(text_html(text))
