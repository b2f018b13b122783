"""What can be done with the chosen studies as a whole."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from editor.content.changed_place import ChangedPlace
from editor.content.condition_page import ConditionPage
from editor.content.fields import Field
from editor.content.page_changes import (
    add_studies,
    add_study,
    order_studies,
    put_studies,
    remove_study,
    shift_studies,
)
from editor.content.study import Study, StudyKey
from editor.content.study_view import AS_ON_WEBSITE
from editor.ui.editing import Editing
from editor.ui.pasting.row_pasting import RowPasting
from editor.ui.studies import study_clipboard
from editor.words import tr, tr_count


class StudyEditing(QObject):
    """Adds, duplicates, deletes, copies, pastes and moves studies of the chosen page; each is one step to undo."""

    removed = Signal(str)
    """Studies were deleted: what to say of it, beside a way to take it back."""
    references_pasted = Signal(str)
    """What was copied is no study of ours, but plainly references or an identifier."""

    def __init__(self, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editing = editing
        self.rows = RowPasting(editing, self.paste_studies, parent)
        self.rows.said.connect(editing.said)

    def add(self, begun: Study | None = None) -> None:
        """Add an empty study, or one that is begun, at the top, whichever is chosen: the website's newest is first."""
        study = begun or Study(title="")
        change = functools.partial(add_study, study=study, place=0)
        self._editing.change_studies(tr("add study"), change, (study.key,))
        page = self._editing.page
        if page is not None and len(page.study_list) > 1:
            self._say(tr("New study at the top of the list. “Move down” brings it further down."))

    def duplicate(self) -> None:
        """Add copies below the chosen studies."""
        copies = tuple(study.duplicate() for study in self._editing.studies)
        self._insert(tr_count("duplicate study", "duplicate {count} studies", len(copies)), copies)

    def delete(self) -> None:
        """Delete the chosen studies; the one after them is chosen next."""
        count = self._remove(tr_count("delete study", "delete {count} studies", len(self._editing.study_keys)))
        self.removed.emit(tr_count("Study deleted.", "{count} studies deleted.", count))

    def copy(self) -> None:
        """Put the chosen studies on the clipboard."""
        studies = self._seen
        study_clipboard.put(studies)
        self._say(
            tr_count(
                "Study copied. Go to any page and paste it there ({keys}).",
                "{count} studies copied. Go to any page and paste them there ({keys}).",
                len(studies),
                keys=_paste_keys(),
            )
        )

    def cut(self) -> None:
        """Take the chosen studies off the page and put them on the clipboard."""
        study_clipboard.put(self._seen)
        count = self._remove(tr_count("cut study", "cut {count} studies", len(self._editing.study_keys)))
        self._say(
            tr_count(
                "Study cut. Paste it on any page ({keys}), or bring it back with Undo.",
                "{count} studies cut. Paste them on any page ({keys}), or bring them back with Undo.",
                count,
                keys=_paste_keys(),
            )
        )

    def paste(self) -> None:
        """Add the studies of the clipboard below the chosen ones, or ask what the columns of its rows are."""
        studies = study_clipboard.get()
        if studies:
            self.paste_studies(studies)
            return
        if self.take_references():
            return
        block = study_clipboard.get_cells()
        if block is None or not self.rows.offer(block):
            self._say(tr("What was copied last is not a study. To paste words, click into a text box or a cell first."))

    def take_references(self, onto: Field | None = None) -> bool:
        """Have what was copied reviewed, where it plainly is references; `onto` is the field that it would go into."""
        words = study_clipboard.get_references(onto)
        if words:
            self.references_pasted.emit(words)
        return bool(words)

    def paste_studies(self, studies: tuple[Study, ...]) -> None:
        """Add studies from elsewhere below the chosen ones."""
        self._insert(tr_count("paste study", "paste {count} studies", len(studies)), studies)
        self._editing.stepped.emit(ChangedPlace(None, self._editing.study_keys))
        self._say(tr_count("Study pasted.", "{count} studies pasted.", len(studies)))

    def move_to_top(self) -> None:
        """Move the chosen studies above all others."""
        self.move_to(0)

    def move_to_bottom(self) -> None:
        """Move the chosen studies below all others."""
        page = self._editing.page
        self.move_to(0 if page is None else len(page.study_list))

    def move_to(self, place: int) -> None:
        """Move the chosen studies together before the one at a place of the page, or to the end."""
        if reason := self.why_not_moved:
            self._say(reason)
        else:
            self._move(functools.partial(put_studies, keys=set(self._editing.study_keys), place=place))

    def use_order(self) -> None:
        """Have the website show the studies in the order in which they are looked at, and say how many have moved."""
        page, shown = self._editing.page, self._editing.shown_studies
        if page is None:
            return
        count = sum(one is not other for one, other in zip(page.study_list, shown, strict=True))
        change = functools.partial(order_studies, keys=[study.key for study in shown])
        what = tr_count("new order of studies", "new order of studies ({count} moved)", count)
        self._editing.change_studies(what, change, self._editing.study_keys)
        self._editing.look_at(AS_ON_WEBSITE)
        moved = tr_count("1 study has another place", "{count} studies have another place", count)
        self._say(tr("The website's order is now this one: {moved}. Undo takes it back.", moved=moved))

    def move_up(self) -> None:
        """Move the chosen studies one place up."""
        self._shift(-1)

    def move_down(self) -> None:
        """Move the chosen studies one place down."""
        self._shift(1)

    @property
    def why_not_moved(self) -> str:
        """Why studies cannot change places while they are looked at as they are now, and what to do; "" if they can."""
        view = self._editing.study_view
        if view.is_filtered:
            return tr("Some studies are hidden. Clear the search above the table first, then move studies.")
        if view.is_sorted:
            return tr("The table is sorted for viewing. Choose “Show the website's order” first, then move studies.")
        return ""

    @property
    def can_move_up(self) -> bool:
        """Whether any chosen study has another one above it."""
        return self._places != list(range(len(self._places)))

    @property
    def can_move_down(self) -> bool:
        """Whether any chosen study has another one below it."""
        page, places = self._editing.page, self._places
        count = 0 if page is None else len(page.study_list)
        return places != list(range(count - len(places), count))

    @property
    def _seen(self) -> tuple[Study, ...]:
        """The chosen studies in the order in which one sees them: what is copied comes out as it looks."""
        keys = set(self._editing.study_keys)
        return tuple(study for study in self._editing.shown_studies if study.key in keys)

    @property
    def _places(self) -> list[int]:
        """Where the chosen studies stand, counted from 0."""
        page, keys = self._editing.page, set(self._editing.study_keys)
        studies = () if page is None else page.study_list
        return [place for place, study in enumerate(studies) if study.key in keys]

    def _insert(self, what: str, studies: tuple[Study, ...]) -> None:
        place = max(self._places, default=-1) + 1
        change = functools.partial(add_studies, studies=studies, place=place)
        self._editing.change_studies(what, change, tuple(study.key for study in studies))

    def _remove(self, what: str) -> int:
        """Take the chosen studies off the page; how many they were."""
        if self._editing.page is None:
            return 0
        keys = self._editing.study_keys
        gone = set(keys)
        shown = [study.key for study in self._editing.shown_studies]
        first = next((place for place, key in enumerate(shown) if key in gone), 0)
        left = [key for key in shown if key not in gone]
        chosen = (left[min(first, len(left) - 1)],) if left else ()
        self._editing.change_studies(what, functools.partial(_without, keys), chosen)
        return len(keys)

    def _shift(self, by: int) -> None:
        self._move(functools.partial(shift_studies, keys=set(self._editing.study_keys), by=by))

    def _move(self, change: Callable[[ConditionPage], ConditionPage]) -> None:
        keys = self._editing.study_keys
        self._editing.change_studies(tr_count("move study", "move {count} studies", len(keys)), change, keys)

    def _say(self, text: str) -> None:
        self._editing.said.emit(text)


def _paste_keys() -> str:
    return QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)


def _without(keys: Iterable[StudyKey], page: ConditionPage) -> ConditionPage:
    return functools.reduce(remove_study, keys, page)
