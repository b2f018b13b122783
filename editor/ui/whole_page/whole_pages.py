"""Making pages of the texts of web pages: asked for, read, looked at, then made in one step."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.content.search_text import folded, single_spaced
from editor.session import Place, slug_of
from editor.ui.adding.adding import ENDINGS, Adding
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.pages.pages_pane import PagesPane
from editor.ui.studies import study_clipboard
from editor.words import tr, tr_count

if TYPE_CHECKING:
    from editor.content.condition_page import ConditionPage
    from editor.content.site import Site
    from editor.references.page_text.lines import TextLine
    from editor.references.page_text.page_of_text import PageFromText
    from editor.ui.whole_page.whole_page_box import WholePageBox

_PAGE_TEXT = 200
"""Characters: who drops fewer on the list of pages has no page in mind."""
_FIRST_LINES = 50


class WholePages(QObject):
    """Opens the window for a page's text, and makes the page that is agreed on in it."""

    made = Signal()
    """A page was made, and wants to be seen."""

    def __init__(
        self, editing: Editing, pane: PagesPane, adding: Adding, remark: Callable[[str], str], window: QWidget
    ) -> None:
        """`remark` says what would come of a name: the page's address, and whether there is such a page."""
        super().__init__(window)
        self._editing = editing
        self._session = editing.session
        self._pane = pane
        self._adding = adding
        self._remark = remark
        self._window = window
        self._background = Background(self)
        self._box: WholePageBox | None = None
        self._asked: object = None
        """Tells for which time that the box was opened something is read."""
        pane.drop.files_dropped.connect(self.take_files)
        pane.drop.words_dropped.connect(self.take_words)
        pane.finder.list.pasted.connect(self.take_copied)

    def begin(self) -> None:
        """Ask for the text of a page."""
        self._open()

    def take_copied(self) -> bool:
        """Ask what becomes of a copied text, if it is as long as a page and neither studies nor rows; whether it is."""
        data = QGuiApplication.clipboard().mimeData()
        if len(data.text()) < _PAGE_TEXT or study_clipboard.has_studies():
            return False
        self.take_words(data.text(), data.html())
        return True

    def take_words(self, words: str, html: str) -> None:
        """Ask what becomes of a text that was dropped or copied; `html` is how it looked, "" where it is plain.

        Studies are for the chosen page.
        """
        from editor.references.pasted_text import are_plainly_records

        if are_plainly_records(words):
            self._give(functools.partial(self._adding.take_words, words))
            return
        if len(words) < _PAGE_TEXT:
            self._editing.said.emit(tr("Drop the whole text of a web page here, and a page can be made of it."))
            return
        data = QMimeData()
        data.setText(words)
        if html:
            data.setHtml(html)
        self._open().text.insertFromMimeData(data)

    def take_files(self, files: Sequence[Path]) -> None:
        """Ask what becomes of the text in a file; studies are for the chosen page."""
        if any(file.suffix.lower() in ENDINGS for file in files):
            self._give(functools.partial(self._adding.take_files, files))
            return
        self._open().show_working()
        self._background.run(
            functools.partial(_lines_of, files[0]),
            functools.partial(self._put, self._asked, files),
            functools.partial(self._fail, self._asked, files[0]),
        )

    def _give(self, find_studies: Callable[[], None]) -> None:
        """Have studies found for the chosen page, if studies can be added to it."""
        if self._box is not None and self._box.isVisible():
            self._box.say(tr("These are studies, and no web page. Close this window, and drop them on the studies."))
        elif reason := self._adding.why_not():
            self._editing.said.emit(reason)
        else:
            find_studies()

    def close(self) -> None:
        """Stop reading, as the window closes."""
        self._background.close()

    def _open(self) -> WholePageBox:
        """The window that asks for a text: a new one, or the one that is open or was closed without making a page."""
        from editor.ui.whole_page.whole_page_box import WholePageBox  # the window stands without what is seldom shown

        if self._box is None:
            self._box = WholePageBox(self._remark, self._window)
            self._box.text_given.connect(self._read)
            self._box.text.files_dropped.connect(self.take_files)
            self._box.agreed.connect(self._make)
            self._box.review.add_to_existing.connect(self._add_to_existing)
            self._box.review.changed.connect(self._show_existing)
            self._box.rejected.connect(self._read_no_more)
        if not self._box.isVisible():
            self._asked = object()
            self._box.begin()
        return self._box

    def _read_no_more(self) -> None:
        """What is being read was for the box as it was open."""
        self._asked = None

    def _end(self) -> None:
        """All of the box has come to its place."""
        if self._box is not None:
            self._box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._box.accept()
        self._box = self._asked = None

    # Reading

    def _put(self, asked: object, files: Sequence[Path], lines: Sequence[TextLine]) -> None:
        if self._box is not None and asked is self._asked:
            self._box.put_lines(lines)
            if len(files) > 1:
                self._box.say(tr("A page is made of one file: this is the text of {file}.", file=files[0].name))
            if not lines:
                self._box.say(tr("There is no text in this file."))

    def _fail(self, asked: object, file: Path, error: BaseException) -> None:
        from editor.markup.html_reading import TooMuch

        if not isinstance(error, OSError | TooMuch | _StudiesError):
            raise error
        if self._box is None or asked is not self._asked:
            return
        self._box.show_text()
        if isinstance(error, _StudiesError):
            self._box.reject()  # which keeps its text for the next time
            self._give(functools.partial(self._adding.take_files, (file,)))
        else:
            self._box.say(tr("The file {file} can't be read. Copy the page's text and paste it here.", file=file.name))

    def _read(self, text: str, copied: list[TextLine]) -> None:
        from editor.references.page_text.page_of_text import MOST_LINES

        if self._box is None:
            return
        if text.count("\n") > MOST_LINES:
            self._box.say(tr("This is more than any web page has. Copy the text of one page only, and paste it again."))
            return
        session = self._session
        pages = [page for place in session.page_places if (page := session.page(place)) is not None]
        self._box.show_working()
        self._background.run(
            functools.partial(_page_of_text, text, session.site, copied, pages),
            functools.partial(self._show, self._asked),
            _raise,
        )

    def _show(self, asked: object, found: PageFromText) -> None:
        if self._box is not None and asked is self._asked:
            self._box.show_found(found)

    # What becomes of it

    def _existing(self, name: str) -> Place | None:
        """The page that has this name already."""
        wanted = name.casefold()
        places = self._session.page_places
        return next((place for place in places if self._session.name_of(place).casefold() == wanted), None)

    def _show_existing(self) -> None:
        if self._box is not None:
            review = self._box.review
            review.show_existing(is_there=self._existing(review.page_name) is not None and bool(review.studies))

    def _make(self) -> None:
        """Make the page as it was agreed on, in one step, and go to it."""
        if self._box is None:
            return
        name, studies = self._box.review.page_name, self._box.review.studies
        place = self._session.place_of_new(name)
        page = self._box.review.page_found.page(slug_of(place), studies)
        self._end()
        self._session.put_records(tr("new page {page} from a text", page=name), {place: page})
        self._go_to(place)
        self.made.emit()
        count = tr_count("1 study", "{count} studies", len(studies))
        self._editing.said.emit(
            tr("“{page}” is a new page, a draft with {studies}. Undo takes it away.", page=name, studies=count)
        )

    def _add_to_existing(self) -> None:
        """Offer the studies for the page that has the name already, to be looked at once more beside its own."""
        from editor.references.proposals import Found

        place = None if self._box is None else self._existing(self._box.review.page_name)
        if self._box is None or place is None:
            return
        found = [Found(one.study, unsure=frozenset(one.unsure)) for one in self._box.review.studies]
        self._end()
        self._go_to(place)
        self._adding.propose(found, tr("in the text of the web page"))

    def _go_to(self, place: Place) -> None:
        self._editing.choose(place)
        self._pane.finder.bring_into_sight(place)


class _StudiesError(Exception):
    """A file holds studies, and no page."""


def _lines_of(file: Path) -> Sequence[TextLine]:
    """The lines of a file. Raises OSError, _StudiesError, and TooMuch where it is larger than any page."""
    from editor.markup.html_reading import TooMuch
    from editor.references.page_text.page_files import MOST_BYTES, lines_of_file
    from editor.references.pasted_text import are_plainly_records

    if file.stat().st_size > MOST_BYTES:
        raise TooMuch
    lines = lines_of_file(file.read_bytes())
    if are_plainly_records("\n".join(line.text for line in lines[:_FIRST_LINES])):
        raise _StudiesError
    return lines


def _page_of_text(text: str, site: Site, copied: list[TextLine], pages: Sequence[ConditionPage]) -> PageFromText:
    """The page that a text comes to, read with the journals and publishers that are known from all pages."""
    from editor.references.page_text.page_of_text import page_of_text

    studies = [study for page in pages for study in page.study_list]
    journals = frozenset(folded(single_spaced(study.journal)) for study in studies if study.journal)
    publishers = frozenset(folded(single_spaced(study.publisher)) for study in studies if study.publisher)
    return page_of_text(text, site, copied, journals, publishers)


def _raise(error: BaseException) -> None:
    raise error
