"""What is said of a part of a page that can't be shown."""

from __future__ import annotations

from editor.render.part_words import part_words
from editor.render.parts import Part
from editor.ui.render_requests import RenderFailed, RenderTimedOut
from editor.words import tr


def why_not_shown(part: Part, problem: RenderTimedOut | RenderFailed) -> str:
    """Why a part has no HTML, as a sentence."""
    if isinstance(problem, RenderTimedOut):
        return tr("{place} takes too long to show.", place=part_words(part))
    return tr("{place} can't be shown.", place=part_words(part))
