"""What the browser says of words that were clicked, and whether it can be believed."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QUrl

from editor.markup.addresses import LINK_SCHEMES

_LONGEST = 400
"""Characters on each side, more than it takes to tell one place from all others."""
_LONGEST_ANSWER = 100_000
"""Characters; a link may carry a lot."""


@dataclass(frozen=True, slots=True)
class ClickedWords:
    """The id of a part of the page, and its words as shown before and behind the place of the click."""

    part: str
    before: str
    after: str


def clicked_words(answer: object) -> ClickedWords | None:
    """The words that were clicked; None where there are none, where they are a link that opens, and for all else.

    Nothing in it is more than text to look for: what it is good for is decided by who knows the page.
    """
    try:
        said = json.loads(str(answer)[:_LONGEST_ANSWER])
    except (ValueError, RecursionError):
        return None
    match said:
        case [str(part), str(before), str(after), str(address)] if QUrl(address).scheme() not in LINK_SCHEMES:
            return ClickedWords(part, before[-_LONGEST:], after[:_LONGEST])
    return None
