"""Studies as a file for spreadsheets, as they are in the window now."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.content.study_csv import studies_csv
from editor.paths import documents
from editor.render.exporting.report import NotExported, PlaceRefused
from editor.session import Place, slug_of
from editor.storage import folder_name
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.exporting.export_message import ExportMessage
from editor.ui.starting.folder_question import ask_new_file
from editor.words import tr, tr_count

ENDINGS = (".csv",)


class StudyExport(QObject):
    """Asks for a file, writes the studies of the chosen page or of all pages into it, and says where they are."""

    def __init__(self, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._session = editing.session
        self._background = Background(self)
        self._window = window
        self._folder = ""

    def export_page(self) -> None:
        """Export the studies of the chosen page."""
        place = self._editing.place
        name = tr("Studies of {page}", page=folder_name(self._session.name_of(place)) or slug_of(place))
        self._ask((place,), name, with_pages=False)

    def export_all(self) -> None:
        """Export the studies of all pages, drafts and archived ones too, each with the name of its page."""
        self._ask(self._session.page_places, tr("All studies"), with_pages=True)

    def why_not_page(self, obstacle: Callable[[], str]) -> str:
        """Why the chosen page has no studies to export, `obstacle` included."""
        page = self._editing.page
        return obstacle() or ("" if page is not None and page.study_list else tr("This page has no studies yet."))

    def why_not_all(self, obstacle: Callable[[], str]) -> str:
        """Why there are no studies to export, `obstacle` included."""
        pages = map(self._session.page, self._session.page_places)
        return obstacle() or (
            "" if any(page and page.study_list for page in pages) else tr("There are no studies yet.")
        )

    def close(self) -> None:
        """Have nothing more be told."""
        self._background.close()

    def _ask(self, places: Sequence[Place], name: str, *, with_pages: bool, starts: str = "") -> None:
        ask_new_file(
            tr("Export studies as"),
            name + ENDINGS[0],
            tr("Tables for spreadsheets"),
            [*([Path(starts or self._folder)] if starts or self._folder else []), documents()],
            self._window,
            functools.partial(self._export, places, name, with_pages),
            tr("Export"),
        )

    def _export(self, places: Sequence[Place], name: str, with_pages: bool, to: Path) -> None:
        """Export the studies as they are when the file is chosen."""
        pages = [(self._session.name_of(place), page) for place in places if (page := self._session.page(place))]
        count = sum(len(page.study_list) for _, page in pages)
        if not count:
            self._tell(tr("There are no such studies any more, so nothing was exported."), warns=True)
            return
        data = studies_csv(((name_of_page, page.study_list) for name_of_page, page in pages), with_pages=with_pages)
        is_unsaved = any(self._session.is_unsaved(place) for place in places)
        words = functools.partial(_told, count, len(places) - len(pages), is_unsaved)
        again = functools.partial(self._ask, places, name, with_pages=with_pages, starts=str(to.parent))
        self._background.run(
            functools.partial(_write, data, to, self._session.folder.root),
            functools.partial(self._end, words),
            functools.partial(self._refuse, again),
        )

    def _end(self, words: Callable[[Path], str], file: Path) -> None:
        self._folder = str(file.parent)
        message = ExportMessage(words(file), self._window, warns=False)
        message.offer_folder(file.parent)
        message.open()

    def _refuse(self, again: Callable[[], None], error: BaseException) -> None:
        if not isinstance(error, NotExported):
            raise error
        message = ExportMessage(str(error), self._window, warns=True)
        if isinstance(error, PlaceRefused):
            message.offer_another_place(tr("Choose another place..."), again)
        message.open()

    def _tell(self, text: str, *, warns: bool) -> None:
        ExportMessage(text, self._window, warns=warns).open()


def _write(data: bytes, to: Path, content_folder: Path) -> Path:
    """Write the file; its name. It blocks on the disk."""
    from editor.ui.exporting.named_file import named_file, put  # at the first export: the window starts without

    file = named_file(to, ENDINGS, content_folder)
    put(data, file)
    return file


def _told(count: int, unreadable: int, is_unsaved: bool, file: Path) -> str:
    """What an export did, and what to know of the file."""
    paragraphs = [tr_count("1 study is now in {file}.", "{count} studies are now in {file}.", count, file=file)]
    if is_unsaved:
        paragraphs.append(tr("They are as you see them here, with changes that are not saved yet."))
    if unreadable:
        paragraphs.append(
            tr_count(
                "1 page can't be read, so its studies are not in it.",
                "{count} pages can't be read, so their studies are not in it.",
                unreadable,
            )
        )
    paragraphs.append(_FOR_EXCEL)
    return "\n\n".join(paragraphs)


_FOR_EXCEL = tr(
    "Excel shows dates in its own way, such as Dec-17 for 2017-12. To have them there as they are, copy the studies in"
    " the table and paste them into Excel, or open the file in Excel with “From Text/CSV” in its menu Data and choose"
    " not to detect data types.\n\n"
    "Where a text begins with = + - or @, an apostrophe stands before it: otherwise a spreadsheet would run it as a"
    " formula."
)
