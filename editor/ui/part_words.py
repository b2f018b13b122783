"""What staff call the parts of a page, and what is said of one that cannot be shown."""

from __future__ import annotations

import textwrap

from editor.render.parts import Part
from editor.ui.render_requests import RenderFailed, RenderTimedOut
from editor.words import tr

_LONGEST_TITLE = 80


def why_not_shown(part: Part, problem: RenderTimedOut | RenderFailed) -> str:
    """Why a part has no HTML, as a sentence."""
    if isinstance(problem, RenderTimedOut):
        return tr("{place} takes too long to show.", place=_place(part))
    return tr("{place} can't be shown.", place=_place(part))


def _place(part: Part) -> str:
    """What staff call this part of a page, as the beginning of a sentence."""
    if part.is_study:
        title = dict(part.values).get("title")
        if isinstance(title, str) and title:
            return tr("The study “{title}”", title=textwrap.shorten(title, _LONGEST_TITLE, placeholder="…"))
        return tr("A study without a title")
    places = {
        "intro": tr("The introduction"),
        "research": tr("The section on research"),
        "references": tr("The text above the studies"),
        "quotation": tr("The quotation"),
    }
    return places.get(part.id, tr("A part of this page"))
