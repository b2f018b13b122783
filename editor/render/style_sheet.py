"""The style sheet of a look, in the form in which a document wants it."""

from __future__ import annotations

import functools

from markupsafe import Markup

from editor.render.theme import STYLE, THEME_FOLDER, Delivery, Theme


@functools.lru_cache(maxsize=16)
def stylesheet(theme: Theme, delivery: Delivery) -> Markup:
    """What stands in a document's head to give it its style: a link, or the style sheet itself."""
    if delivery is Delivery.LINKED:
        return Markup('<link rel="stylesheet" href="{}/{}">').format(THEME_FOLDER, STYLE)
    return Markup(f"<style>\n{style_text(theme)}\n</style>")


def style_text(theme: Theme) -> str:
    """The style sheet, ready to stand inside a `<style>` element."""
    return theme.text(STYLE).replace("</", r"<\/").strip()
