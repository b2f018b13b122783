"""What was found while somebody worked elsewhere waits until it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from editor.session import Place
from editor.ui.adding.add_box import AddBox
from editor.ui.adding.source import Source
from editor.ui.editing import Editing
from editor.words import tr_count

if TYPE_CHECKING:
    from editor.references.search import Proposed, Search


@dataclass(frozen=True, slots=True)
class Held:
    """What was found for a page, and where it comes from."""

    place: Place
    source: Source
    proposed: Proposed


class Waiting:
    """Knows whether somebody works at something else by now, and holds what was found for such a while.

    A window that opens by itself would take the keys that are meant for something else, and Enter would add studies.
    """

    def __init__(self, editing: Editing, box: AddBox, window: QWidget) -> None:
        self._editing, self._box, self._window = editing, box, window
        self._keyboard: QWidget | None = None
        """What had the keyboard in the window when the search began."""
        self.held: Held | None = None

    def begin(self) -> None:
        """A search begins: who goes on at the same place waits for it."""
        self._keyboard = self._window.focusWidget()

    def is_elsewhere(self, search: Search) -> bool:
        """Whether another page, another box or another window is worked at, or anything was changed since then."""
        session, keyboard = self._editing.session, self._window.focusWidget()
        return (
            self._editing.place != search.page
            or any(session.page(place) is not page for place, page in search.pages.items())
            or (keyboard is not self._keyboard and not self._box.isAncestorOf(keyboard))
            or QApplication.activeModalWidget() is not None
        )

    def hold(self, held: Held) -> str:
        """Have it wait in the box; what is to be said of it."""
        self.held = held
        page, count = self._editing.session.name_of(held.place), len(held.proposed.proposals)
        words = tr_count("1 study was found for {page}.", "{count} studies were found for {page}.", count, page=page)
        self._box.show_found(words)
        return words

    def leave(self) -> Held | None:
        """Have nothing wait any more; what did."""
        held, self.held = self.held, None
        self._box.show_done()
        return held
