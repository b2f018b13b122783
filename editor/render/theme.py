"""How pages look: templates in Jinja2's sandbox and one style sheet, all of them files of a folder."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from editor.paths import resources
from editor.render.markdown_html import markdown_html, text_html


@dataclass(frozen=True, slots=True)
class Theme:
    """A look for the website: each file is taken from the first of the folders that has it."""

    folders: tuple[Path, ...]

    def render(self, template: str, values: Mapping[str, object]) -> str:
        """The HTML that a template makes of values. Raises jinja2.TemplateError where the template is faulty."""
        return _environment(self).get_template(template).render(values)

    def style(self) -> str:
        """The style sheet, ready to stand inside a `<style>` element. Raises OSError when it cannot be read."""
        files = (folder / "style.css" for folder in self.folders)
        text = next(file for file in files if file.is_file()).read_text(encoding="utf-8")
        return text.replace("</", r"<\/").strip()


def built_in_theme() -> Theme:
    """The look that comes with the program."""
    return Theme((resources() / "theme",))


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
