"""A page as the preview shows it: the document around the parts, as a part of its own with a slot for each kind."""

from __future__ import annotations

import functools

from markupsafe import Markup

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.render.page_html import document, page_values, slot_of
from editor.render.parts import Part, page_parts, render_part
from editor.render.style_sheet import stylesheet
from editor.render.theme import PAGE_TEMPLATE, Delivery, Rendering, Theme

FRAME = "frame"
"""The id of the part that is the document around all others."""

_SLOTS = "slots"
_stylesheet = functools.lru_cache(maxsize=16)(stylesheet)


def preview_parts(site: Site, page: ConditionPage) -> tuple[Part, ...]:
    """The frame, then the parts that belong into it, in their order."""
    parts = page_parts(site, page)
    slots = tuple(dict.fromkeys(map(slot_of, parts)))
    return (Part(FRAME, PAGE_TEMPLATE, (*page_values(site, page).items(), (_SLOTS, slots))), *parts)


def preview_html(part: Part, theme: Theme) -> Rendering:
    """The HTML of one of the `preview_parts`: of a part its element, of the frame a whole document.

    In the document, directly after the place of each slot's parts, stands a hidden element that names the slot in
    `data-slot`. Raises NotRendered.
    """
    if part.id != FRAME:
        return render_part(part, theme, Delivery.PREVIEW)
    values = dict(part.values)
    slots = values.pop(_SLOTS)
    assert isinstance(slots, tuple)
    style = _stylesheet(theme, Delivery.PREVIEW)
    rendering = document(values, {slot: _slot(slot) for slot in slots}, theme, Delivery.PREVIEW, style.html)
    return Rendering(rendering.html, (*style.faults, *rendering.faults))


def _slot(name: str) -> Markup:
    tag = "li" if name == "studies" else "span"
    return Markup('<{tag} hidden data-slot="{name}"></{tag}>').format(tag=tag, name=name)
