"""Studies as a file for spreadsheets or for reference managers, as they are in the window now."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from editor.paths import documents
from editor.render.exporting.report import NotExported, PlaceRefused
from editor.session import Place, slug_of
from editor.storage import folder_name
from editor.ui.background import Background
from editor.ui.editing import Editing
from editor.ui.exporting.export_message import ExportMessage
from editor.ui.exporting.study_export_box import Selection, StudyExportBox
from editor.ui.exporting.study_file_kinds import CSV, NamedStudies, StudyFileKind, study_file
from editor.ui.starting.folder_question import ask_new_file
from editor.words import tr, tr_count

_CHOSEN, _PAGE, _SITE = _SELECTIONS = ("chosen", "page", "site")


class StudyExport(QObject):
    """Asks which studies and for a file, writes them into it, and says where they are."""

    def __init__(self, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._editing = editing
        self._session = editing.session
        self._background = Background(self)
        self._window = window
        self._folder = ""
        self._kind = CSV

    def ask(self) -> None:
        """Ask which studies shall be exported, and as what; drafts and archived pages are pages too."""
        selections = [Selection(name, self._words(name)) for name in _SELECTIONS if self._count(name)]
        if not selections or self._window.findChild(StudyExportBox) is not None:
            return
        chosen = len(self._editing.study_keys)
        first = selections[0].name if chosen > 1 or len(selections) == 1 else selections[1].name
        box = StudyExportBox(selections, first, self._kind, self._window)
        box.agreed.connect(self._ask_where)
        box.open()

    def why_not(self, obstacle: Callable[[], str]) -> str:
        """Why there are no studies to export, `obstacle` included."""
        return obstacle() or ("" if self._count(_SITE) else tr("There are no studies yet."))

    def close(self) -> None:
        """Have nothing more be told."""
        self._background.close()

    def _ask_where(self, selection: str, kind: StudyFileKind, starts: str = "") -> None:
        self._kind = kind
        folder = starts or self._folder
        ask_new_file(
            tr("Export studies as"),
            self._file_name(selection) + kind.ending,
            kind.name,
            [*([Path(folder)] if folder else []), documents()],
            self._window,
            functools.partial(self._export, selection, kind),
            tr("Export"),
        )

    def _export(self, selection: str, kind: StudyFileKind, to: Path) -> None:
        """Export the studies as they are when the file is chosen."""
        pages = self._studies(selection)
        if not any(studies for _, studies in pages):
            self._tell(tr("There are no such studies any more, so nothing was exported."), warns=True)
            return
        places = self._places(selection)
        is_unsaved = any(self._session.is_unsaved(place) for place in places)
        told = functools.partial(_told, kind, sum(len(studies) for _, studies in pages))
        words = functools.partial(told, len(places) - len(pages), is_unsaved)
        again = functools.partial(self._ask_where, selection, kind, str(to.parent))
        self._background.run(
            functools.partial(_write, kind, pages, selection == _SITE, to, self._session.folder.root),
            functools.partial(self._end, words),
            functools.partial(self._refuse, again),
        )

    # What can be exported

    def _places(self, selection: str) -> Sequence[Place]:
        return self._session.page_places if selection == _SITE else (self._editing.place,)

    def _studies(self, selection: str) -> list[NamedStudies]:
        """The studies of a selection by page; a page that cannot be read is not among them."""
        if selection == _CHOSEN:
            return [(self._session.name_of(self._editing.place), self._editing.studies)]
        places, session = self._places(selection), self._session
        return [(session.name_of(place), page.study_list) for place in places if (page := session.page(place))]

    def _count(self, selection: str) -> int:
        return sum(len(studies) for _, studies in self._studies(selection))

    def _words(self, selection: str) -> str:
        count = self._count(selection)
        if selection == _CHOSEN:
            return tr_count("The chosen study", "The {count} chosen studies", count)
        if selection == _SITE:
            return tr_count("The study of all pages", "All {count} studies of all pages", count)
        return tr_count("The study of this page", "All {count} studies of this page", count)

    def _file_name(self, selection: str) -> str:
        if selection == _SITE:
            return tr("All studies")
        place = self._editing.place
        name = folder_name(self._session.name_of(place)) or slug_of(place)
        chosen = len(self._editing.study_keys) if selection == _CHOSEN else 0
        return tr("A study of {page}", page=name) if chosen == 1 else tr("Studies of {page}", page=name)

    # What came of it

    def _end(self, words: Callable[[int, Path], str], written: tuple[int, Path]) -> None:
        count, file = written
        self._folder = str(file.parent)
        message = ExportMessage(words(count, file), self._window, warns=False)
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


def _write(
    kind: StudyFileKind, pages: Sequence[NamedStudies], with_pages: bool, to: Path, content_folder: Path
) -> tuple[int, Path]:
    """Write the file; how many studies are in it, and its name. It blocks on the disk."""
    from editor.ui.exporting.named_file import named_file, put  # at the first export: the window starts without

    file = named_file(to, (kind.ending,), content_folder)
    data, count = study_file(kind, pages, with_pages=with_pages)
    put(data, file)
    return count, file


def _told(kind: StudyFileKind, of: int, unreadable: int, is_unsaved: bool, count: int, file: Path) -> str:
    """What an export of so many studies did, and what to know of the file."""
    paragraphs = [tr_count("1 study is now in {file}.", "{count} studies are now in {file}.", count, file=file)]
    if count < of:
        paragraphs.append(tr("A study that stands on several pages is in it once."))
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
    return "\n\n".join(filter(None, (*paragraphs, kind.advice)))
