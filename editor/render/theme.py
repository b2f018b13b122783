"""How pages look: templates and one style sheet, all of them files of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from editor.paths import resources


class NotRendered(Exception):
    """A template cannot be used: `template` says which, `reason` is for the theme's author."""

    def __init__(self, template: str, reason: str) -> None:
        super().__init__(template, reason)
        self.template = template
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Theme:
    """A look for the website: each file is taken from the first of the folders that has it."""

    folders: tuple[Path, ...]

    def prepare(self) -> None:
        """Load all that `render` needs, for whoever has the time before the first page comes."""
        from editor.render.templates import prepare

        prepare(self)

    def render(self, template: str, values: Mapping[str, object]) -> str:
        """The HTML that a template makes of values. Raises NotRendered where the template is faulty."""
        # Loaded with the first page: the window, which leaves rendering to another process, starts without it.
        from editor.render.templates import render

        return render(self, template, values)

    def style(self) -> str:
        """The style sheet, ready to stand inside a `<style>` element. Raises OSError when it cannot be read."""
        files = (folder / "style.css" for folder in self.folders)
        text = next(file for file in files if file.is_file()).read_text(encoding="utf-8")
        return text.replace("</", r"<\/").strip()


def built_in_theme() -> Theme:
    """The look that comes with the program."""
    return Theme((resources() / "theme",))
