"""What the window of find and replace says of what a run finds."""

from __future__ import annotations

from collections.abc import Callable

from editor.session import Place
from editor.ui.replacing.replace_run import MOST_PLACES, ReplaceRun
from editor.ui.replacing.replace_words import found_words, left_out_words, not_searched_words
from editor.words import tr


def summary(run: ReplaceRun, name_of: Callable[[Place], str], *, has_just_replaced: bool) -> str:
    """What was found, and what was not looked at."""
    if not run.search.words:
        return tr("Type the words to find. Every place is shown here before anything changes.")
    not_searched = not_searched_words([name_of(place) for place in run.not_searched])
    if run.has_too_many:
        found = tr("More than {count} places. Type more of the words to find.", count=f"{MOST_PLACES:,}")
    elif run.count:
        found = found_words(run.count, [page.place for page in run.pages])
    elif run.is_looking:
        found = tr("Looking...")
    else:
        found = tr("No place is left.") if has_just_replaced else tr("These words were not found.")
    return " ".join(filter(None, (found, left_out_words(run.left_out), not_searched)))


def why_no_replacing(run: ReplaceRun, count: int) -> str:
    """Why there is nothing to replace, where `count` places would be others than before; "" where there is."""
    if not run.search.words:
        return tr("Type the words to find first.")
    if run.has_too_many:
        return tr("These are too many places to look at. Type more of the words to find.")
    if run.is_looking:
        return tr("The pages are still being looked through.")
    if not run.count:
        return tr("These words were not found.")
    if not count:
        return tr("Nothing would change: tick a place, or type other words to replace with.")
    return ""
