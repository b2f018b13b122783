"""What the help says: a guide with the names and keys that actions really have, and a sheet of all keys."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtGui import QAction, QKeySequence

from editor.paths import resources
from editor.ui.actions.action import Actions, Menu, keys_of
from editor.words import tr

GUIDE = tr("guide.en.html")
"""The guide's file in `resources/help`. A translation of this name brings a guide of its own: two pages of prose are
translated as a whole, not sentence by sentence."""

_KEYS_IN_PLACES = (
    (
        tr("In the list of pages"),
        (("Enter", tr("Go to the page")), ("F2", tr("Rename page")), ("Del", tr("Delete page"))),
    ),
    (
        tr("In the table of studies"),
        (
            ("Enter", tr("Change the cell")),
            ("Alt+Enter", tr("Begin a new line in the cell")),
            ("Ctrl+Enter", tr("Put what was typed into all chosen cells")),
            ("Esc", tr("Leave the cell as it was")),
            ("Tab", tr("Go to the next cell")),
            ("Ctrl+Tab", tr("Leave the table")),
            ("Shift+Space", tr("Choose the whole study")),
            ("Ctrl+Space", tr("Choose the whole column")),
        ),
    ),
)
"""What belongs to no action, as it counts in one place alone."""

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
    """All actions that have keys, as HTML: menu by menu, then the others; last what counts in one place."""
    left = list(actions.all)
    parts = [f"<h1>{html.escape(tr('Keyboard shortcuts'))}</h1>"]
    for menu in menus:
        chosen = [actions[name] for name in menu.names if name]
        left = [action for action in left if action not in chosen]
        parts += _table(menu.title.replace("&", ""), actions, chosen)
    parts += _table(tr("Elsewhere"), actions, left)
    for title, keys in _KEYS_IN_PLACES:
        parts += _titled(title, [_row(_native(key), words) for key, words in keys])
    return "".join(parts)


def _named(actions: Actions, action: QAction) -> str:
    keys = keys_of(action)
    name = f"<b>{html.escape(_plain(actions.in_full(action)))}</b>"
    return f"{name} ({html.escape(keys)})" if keys else name


def _plain(words: str) -> str:
    return words.replace("&&", "&").rstrip(".")


def _table(title: str, actions: Actions, chosen: list[QAction]) -> list[str]:
    rows = [_row(actions.all_keys(action), _plain(actions.in_full(action))) for action in chosen if keys_of(action)]
    return _titled(title, rows) if rows else []


def _titled(title: str, rows: list[str]) -> list[str]:
    return [f"<h3>{html.escape(title)}</h3>", '<table cellpadding="2">', *rows, "</table>"]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _row(keys: str, words: str) -> str:
    return f'<tr><td width="{_KEYS_WIDTH}"><b>{html.escape(keys)}</b></td><td>{html.escape(words)}</td></tr>'
