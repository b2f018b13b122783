"""What find and replace says: on its button, below its boxes, and when it has replaced words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editor.content.search_text import single_spaced
from editor.session import Place, is_site
from editor.words import tr, tr_count

_LONGEST = 30
"""Characters of the words that undo names."""


def on_pages(places: Collection[Place]) -> str:
    """Where words are: "on 4 pages", "in the shared texts", or both."""
    shared = any(is_site(place) for place in places)
    pages = len(places) - shared
    if not pages:
        return tr("in the shared texts")
    if shared:
        return tr_count("on 1 page and in the shared texts", "on {count} pages and in the shared texts", pages)
    return tr_count("on 1 page", "on {count} pages", pages)


def button_words(count: int, places: Collection[Place], *, removes: bool) -> str:
    """What the button does."""
    if not count:
        return tr("Replace")
    if removes:
        return tr_count(
            "Remove the words in 1 place {where}",
            "Remove the words in {count} places {where}",
            count,
            where=on_pages(places),
        )
    return tr_count("Replace 1 place {where}", "Replace {count} places {where}", count, where=on_pages(places))


def found_words(count: int, places: Collection[Place]) -> str:
    """How much was found."""
    return tr_count("1 place {where}.", "{count} places {where}.", count, where=on_pages(places))


def step_words(words: str, new: str, places: Sequence[Place], name: str) -> str:
    """What undo calls a replacement; `name` is that of the only page."""
    shown = single_spaced(words)
    if len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1].rstrip() + "…"
    where = tr("in {page}", page=name) if len(places) == 1 else on_pages(places)
    return (
        tr("replace “{words}” {where}", words=shown, where=where)
        if new
        else tr("remove “{words}” {where}", words=shown, where=where)
    )


def replaced_words(count: int, places: Collection[Place], left: int) -> str:
    """What was replaced, and what is another by now."""
    done = tr_count(
        "Replaced 1 place {where}. It is not saved yet.",
        "Replaced {count} places {where}. They are not saved yet.",
        count,
        where=on_pages(places),
    )
    if not left:
        return done
    return (
        done
        + " "
        + tr_count(
            "1 place had changed meanwhile and stays as it is.",
            "{count} places had changed meanwhile and stay as they are.",
            left,
        )
    )


def not_searched_words(names: Sequence[str]) -> str:
    """Which pages were not looked through; "" for none."""
    if not names:
        return ""
    return tr_count(
        "1 page could not be searched, as its file has problems: {names}.",
        "{count} pages could not be searched, as their files have problems: {names}.",
        len(names),
        names=", ".join(names),
    )


def left_out_words(count: int) -> str:
    """What is found in links and numbers and left alone; "" for nothing."""
    if not count:
        return ""
    return tr_count(
        "1 place in a link or number is left alone.", "{count} places in links and numbers are left alone.", count
    )
