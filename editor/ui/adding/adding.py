"""Adding studies to the chosen page: from the box, from files, from what is pasted or dropped."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.paths import documents, downloads
from editor.session import Place
from editor.ui.adding.add_box import AddBox
from editor.ui.adding.source import Source, names_of
from editor.ui.adding.waiting import Held, Waiting
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.forms.text_box import finish_typing
from editor.ui.notices.kept_records import KeptRecords
from editor.ui.starting.folder_question import ask_files
from editor.words import tr, tr_count

if TYPE_CHECKING:
    from editor.content.cell_block import CellBlock
    from editor.content.study import Study
    from editor.references.looking_up import Catalogue
    from editor.references.proposals import Found
    from editor.references.search import Proposed, Search
    from editor.ui.adding.asking import Answered, Asking
    from editor.ui.adding.reviewing import Reviewing

ENDINGS = (".ris", ".nbib", ".bib", ".enw", ".ciw", ".xml", ".json", ".csv", ".tsv")
"""Of files that hold studies and no web page."""


class Adding(QObject):
    """Finds studies in what it is given, shows all that was found, and adds in one step what is agreed on."""

    said = Signal(str)
    needed = Signal()
    """The box is to be in sight."""
    changed = Signal()
    """Studies are being looked for, or no more."""
    begun = Signal(object)
    """A study that could not be looked up is to be added, and its title typed."""
    _progressed = Signal(object, int, float)
    """From the thread that searches: its search, how many studies, and how much is done."""

    def __init__(
        self, editing: Editing, catalogue: Callable[[], Catalogue], records: KeptRecords, box: AddBox, window: QWidget
    ) -> None:
        super().__init__(window)
        self._editing = editing
        self._box = box
        self._window = window
        self._background = Background(self)
        self._search: Search | None = None
        self._waiting = Waiting(editing, box, window)
        self._folder: Path | None = None
        self._catalogue = catalogue
        self._records = records
        self._asking: Asking | None = None
        self._asked = ""
        self._reviewing: Reviewing | None = None
        self._progressed.connect(self._show_progress)
        box.words_given.connect(self.take_words)
        box.file_wanted.connect(self.choose_files)
        box.cancelled.connect(self.cancel)
        box.look_wanted.connect(self._look_at_waiting)
        box.left.connect(self._leave_waiting)
        box.by_hand_wanted.connect(self._begin_by_hand)
        editing.went.connect(self._show_usable)
        editing.session.watch(self._show_usable)

    def take_words(self, words: str) -> None:
        """Find the studies that words are, or ask Crossref and PubMed for those that they name."""
        search = self._begin(tr("Reading what was pasted..."))
        if search is not None:
            read = functools.partial(search.in_text, words)
            self._run(search, read, Source(tr("in what was pasted"), words), functools.partial(self._ask, words))

    def look_at(self, words: str) -> None:
        """Find the studies that words are; where others have to be asked, have them stand in the box, to be told to."""
        from editor.references.pasted_text import are_plainly_records

        if self._box.is_working or are_plainly_records(words):
            self.take_words(words)
        elif reason := self.why_not():
            self._box.say(reason)
        else:
            self.needed.emit()
            self._box.offer(words, tr("Press Enter to look this up in Crossref and PubMed."))

    def take_files(self, files: Sequence[Path]) -> None:
        """Find the studies in files."""
        self._folder = files[0].parent
        names = names_of(files)
        search = self._begin(tr("Reading {files}...", files=names))
        if search is not None:
            self._run(search, functools.partial(search.in_files, tuple(files)), Source(tr("in {files}", files=names)))

    def _ask_columns(self, place: Place, block: CellBlock) -> None:
        """Ask what the columns of a table are, and show what its studies are for the page."""
        from editor.ui.pasting.matching_dialog import MatchingDialog

        dialog = MatchingDialog(block, self._window)
        dialog.agreed.connect(functools.partial(self._propose_studies, place))
        dialog.open()

    def _propose_studies(self, place: Place, studies: Sequence[Study]) -> None:
        from editor.references.proposals import Found

        if self._go_to(place):
            self.propose([Found(study) for study in studies], tr("in the table"))

    def _go_to(self, place: Place) -> bool:
        """Go to the page that was searched for, if studies can be added to it any more; else say that they cannot."""
        from editor.ui.adding.reviewing import GONE

        if not self._editing.session.is_editable(place):
            self._box.say(GONE)
            return False
        self._editing.choose(place)
        return True

    def go_to_box(self) -> None:
        """Have keys go to the box."""
        self.needed.emit()
        self._box.take_keyboard()

    def choose_files(self) -> None:
        """Ask for files to find studies in."""
        ask_files(
            tr("Add studies from a file"),
            (tr("Files with references ({endings})", endings=_patterns()), tr("All files (*)")),
            [*([self._folder] if self._folder is not None else []), downloads(), documents()],
            self._window,
            self.take_files,
            tr("Look at the studies"),
        )

    def propose(self, found: Sequence[Found], from_words: str, unread: Sequence[str] = ()) -> None:
        """Show what studies are for the chosen page; `from_words` says where they are from."""
        search = self._begin(tr("Comparing with your pages..."))
        if search is not None:
            self._run(search, functools.partial(search.compared, tuple(found), tuple(unread)), Source(from_words))

    def cancel(self) -> None:
        """Stop searching; nothing is added."""
        if self._search is not None:
            self._end_search()
            self._box.say(tr("Stopped. Nothing was added."))

    def close(self) -> None:
        """Stop searching, as the window closes."""
        self._end_search()
        self._background.close()

    def why_not(self) -> str:
        """Why no studies can be added now."""
        if reason := self._why_not_here():
            return reason
        if self._waiting.held is not None:
            return tr("Look at the studies that were found first, or leave them.")
        return "" if self._search is None else tr("Studies are being looked for already. Wait for these, or cancel.")

    def _why_not_here(self) -> str:
        """Why no studies can be added to what is chosen."""
        if self._editing.page is None:
            return tr("Choose a page first.")
        return "" if self._editing.is_editable else tr("This page can't be changed.")

    # Searching

    def _begin(self, words: str) -> Search | None:
        """Begin to search for the chosen page, and say so; None where that cannot be now."""
        from editor.references.search import Search  # the window stands without what reads references

        if reason := self.why_not():
            self._box.say(reason)
            return None
        finish_typing()
        session = self._editing.session
        pages = {place: page for place in session.files if (page := session.page(place)) is not None}
        search = Search(self._editing.place, pages, threading.Event())
        self._search = search
        self.needed.emit()
        self._box.show_working(words)
        self._waiting.begin()
        self.changed.emit()
        return search

    def _run(
        self,
        search: Search,
        find: Callable[[Callable[[int, float], None]], Proposed],
        source: Source,
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Have it done elsewhere, and show what comes of it; `otherwise` is for what is none of the known formats."""
        progress = functools.partial(self._progressed.emit, search)
        self._background.run(
            functools.partial(find, progress),
            functools.partial(self._review, search, source),
            functools.partial(self._fail, search, otherwise),
        )

    def _show_progress(self, search: Search, count: int, share: float) -> None:
        if search is self._search:
            self._box.show_working(tr_count("1 study found so far", "{count} studies found so far", count), share)

    def _end_search(self) -> None:
        if self._search is not None:
            self._search.stop.set()
        self._search = None
        if self._asking is not None:
            self._asking.stop()
        self._box.show_done()
        self.changed.emit()

    def _fail(self, search: Search, otherwise: Callable[[], None] | None, error: BaseException) -> None:
        from editor.references.reading import UnsupportedFormat
        from editor.references.tables import UnclearColumns

        if search is not self._search:
            return
        if isinstance(error, UnsupportedFormat) and otherwise is not None:
            otherwise()
            return
        self._end_search()
        if isinstance(error, UnsupportedFormat):
            self._box.say(str(error))
        elif isinstance(error, UnclearColumns):
            self._ask_columns(search.page, error.block)
        elif isinstance(error, OSError):
            self._box.say(tr("The file can't be read now. Nothing was added."))
        else:
            raise error

    # Asking

    def _ask(self, words: str, *, ask_again: bool = False) -> None:
        if self._asking is None:
            self._asking = self._made_asking()
        self._asked = words
        self._asking.ask(words, ask_again=ask_again)

    def _ask_again(self, words: str) -> None:
        if self._begin(tr("Asking again...")) is not None:
            self._ask(words, ask_again=True)

    def _made_asking(self) -> Asking:
        from editor.ui.adding.asking import Asking  # the window stands without what speaks to the network

        asking = Asking(self._catalogue, self._site, self)
        asking.progressed.connect(self._box.show_working)
        asking.answered.connect(self._take_answered)
        asking.refused.connect(self._refuse)
        return asking

    def _take_answered(self, answered: Answered) -> None:
        search = self._search
        if search is not None:
            references = tuple(answer.reference for answer in answered.source.answers)
            find = functools.partial(search.among, references, answered.not_found)
            self._run(search, find, answered.source)

    def _refuse(self, words: str) -> None:
        from editor.references.begun_study import begun_study

        if self._search is not None:
            self._end_search()
            self._box.say(words, by_hand=begun_study(self._asked) is not None)

    def _begin_by_hand(self) -> None:
        """Add the study that could not be looked up; a citation stays in the box, to be typed from."""
        from editor.references.begun_study import begun_study

        study = begun_study(self._asked)
        if study is None or self._why_not_here():
            return
        if study.doi or study.pmid or study.url:
            self._box.forget(self._asked)
        self._box.forget_hint()
        self.begun.emit(study)

    def _site(self) -> str:
        return self._editing.session.site.url or ""

    # Reviewing

    def _review(self, search: Search, source: Source, proposed: Proposed) -> None:
        if search is not self._search:
            return
        is_elsewhere = bool(proposed.proposals) and self._waiting.is_elsewhere(search)
        self._end_search()
        if is_elsewhere:
            self.said.emit(self._waiting.hold(Held(search.page, source, proposed)))
            self.changed.emit()
        else:
            self._made_reviewing().review(search.page, source, proposed)

    def _look_at_waiting(self) -> None:
        """Show what was found, beside what the pages say by now."""
        held = self._leave_waiting()
        if held is None or not self._go_to(held.place):
            return
        search = self._begin(tr("Comparing with your pages..."))
        if search is not None:
            found = tuple(proposal.found for proposal in held.proposed.proposals)
            self._run(search, functools.partial(search.compared, found, held.proposed.unread), held.source)

    def _leave_waiting(self) -> Held | None:
        held = self._waiting.leave()
        self.changed.emit()
        return held

    def _made_reviewing(self) -> Reviewing:
        from editor.ui.adding.reviewing import Reviewing

        if self._reviewing is None:
            self._reviewing = Reviewing(self._editing, self._records, self._window)
            self._reviewing.added.connect(self._tell_added)
            self._reviewing.asking_wanted.connect(self._ask_again)
            self._reviewing.refused.connect(self._box.say)
        return self._reviewing

    def _tell_added(self, words: str, source: Source) -> None:
        self._box.forget(source.asked)
        self.said.emit(words)

    def _show_usable(self) -> None:
        reason = self._why_not_here()
        self._box.set_usable(not reason, reason)


def _patterns() -> str:
    return " ".join(f"*{ending}" for ending in (*ENDINGS, ".txt"))
