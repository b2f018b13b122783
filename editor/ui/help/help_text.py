"""What the help says: a guide with the names and keys that actions really have, and a sheet of all keys."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtGui import QAction

from editor.paths import resources
from editor.ui.actions.action import Actions, Menu, keys_of
from editor.words import tr

GUIDE = tr("guide.en.html")
"""The guide's file in `resources/help`. A translation of this name brings a guide of its own: two pages of prose are
translated as a whole, not sentence by sentence."""

_KEYS_WIDTH = 170
"""Pixels."""


def guide(actions: Actions, published_by: str) -> str:
    """The guide as HTML. In its file, `{save}` stands for the name and keys of the action of that name, `{keys:save}`
    for the keys alone.

    `published_by`: when and how the website changes after a save, "" where nobody has said.
    """
    text = (resources() / "help" / GUIDE).read_text(encoding="utf-8")
    for action in actions.all:
        text = text.replace("{" + action.objectName() + "}", _named(actions, action))
        text = text.replace("{keys:" + action.objectName() + "}", html.escape(keys_of(action)))
    unknown = tr("Ask whoever looks after your website when a saved page appears there.")
    return text.replace("{published_by}", html.escape(published_by.strip() or unknown))


def shortcut_sheet(actions: Actions, menus: Iterable[Menu]) -> str:
    """All actions that have keys, as HTML: menu by menu, then those that are in no menu."""
    left = list(actions.all)
    parts = [f"<h1>{html.escape(tr('Keyboard shortcuts'))}</h1>"]
    for menu in menus:
        chosen = [actions[name] for name in menu.names if name]
        left = [action for action in left if action not in chosen]
        parts += _table(menu.title.replace("&", ""), actions, chosen)
    return "".join(parts + _table(tr("Elsewhere"), actions, left))


def _named(actions: Actions, action: QAction) -> str:
    keys = keys_of(action)
    name = f"<b>{html.escape(_plain(actions.in_full(action)))}</b>"
    return f"{name} ({html.escape(keys)})" if keys else name


def _plain(words: str) -> str:
    return words.replace("&&", "&").rstrip(".")


def _table(title: str, actions: Actions, chosen: list[QAction]) -> list[str]:
    rows = [_row(keys_of(action), _plain(actions.in_full(action))) for action in chosen if keys_of(action)]
    return [f"<h3>{html.escape(title)}</h3>", '<table cellpadding="2">', *rows, "</table>"] if rows else []


def _row(keys: str, words: str) -> str:
    return f'<tr><td width="{_KEYS_WIDTH}"><b>{html.escape(keys)}</b></td><td>{html.escape(words)}</td></tr>'
