"""What the forms say of texts that pages share."""

from __future__ import annotations

from editor.content.fields import FieldValue, Kind
from editor.content.shared_on_page import SharedText
from editor.markup.plain_words import plain_words
from editor.session import SharedUse, Uses
from editor.words import tr, tr_count

_MOST_NAMED = 3
_MOST_SHOWN = 2000


def shown_words(shared: SharedText, words: FieldValue) -> str:
    """The words of a shared text as a label shows them."""
    text = "\n\n".join(words) if isinstance(words, tuple) else words or ""
    if len(text) > _MOST_SHOWN:
        text = text[:_MOST_SHOWN] + "\u2026"
    text = plain_words(text) if shared.site_field.kind is Kind.MARKDOWN else text.strip()
    return text or tr("Nothing is written here yet.")


def unlock_words(use: SharedUse) -> str:
    """What the button says that lets a shared text be changed."""
    if not use.pages:
        return tr("Unlock: no page shows this now")
    if use.pages == 2 and not use.differing:
        return tr("Unlock: this changes both pages")
    return tr_count("Unlock: this changes 1 page", "Unlock: this changes {count} pages", use.pages)


def changing_words(use: SharedUse) -> str:
    """What stands beside a shared text while it is changed."""
    if not use.pages:
        return f"{tr('No page shows this now.')} {differing_words(use)}".strip()
    if use.differing:
        changed = tr_count("You are changing 1 page.", "You are changing {count} pages.", use.pages)
        return f"{changed} {differing_words(use)}"
    if use.pages == 2:
        return tr("You are changing both pages.")
    return tr_count("You are changing the only page.", "You are changing all {count} pages.", use.pages)


def differing_words(use: SharedUse) -> str:
    """Which pages have words of their own; "" where none has."""
    if not use.differing:
        return ""
    names = ", ".join(tr("“{page}”", page=name) for name in use.differing[:_MOST_NAMED])
    more = len(use.differing) - _MOST_NAMED
    if more > 0:
        names = tr("{pages} and {count} more", pages=names, count=more)
    return tr_count(
        "1 page uses words of its own: {pages}.",
        "{count} pages use words of their own: {pages}.",
        len(use.differing),
        pages=names,
    )


def differing_notes(uses: Uses) -> dict[str, str]:
    """What stands below each shared text in the form of the site: which pages do not show it."""
    return {name: differing_words(use) for name, use in uses.items()}
