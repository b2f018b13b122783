"""One sequence of edits on a real folder: the program and a model do the same, and must agree at every step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from editor.content.comparison import page_words, site_words
from editor.content.condition_page import ConditionPage
from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS, Field
from editor.content.page_changes import add_study, move_study, put_study, remove_study
from editor.content.reading import read_page, read_site
from editor.content.study import Study
from editor.session import Saved, Session, is_site
from editor.storage import ContentFolder
from tests.session.layouts import SITE, STUDY_WORDS
from tests.session.model import FileModel, FolderModel
from tests.session.written_page import WrittenFile, comments, pieces, words_of, written

SITE_PLACE = "site.yaml"

PageChange = Callable[[ConditionPage], ConditionPage]


@dataclass(frozen=True)
class Operation:
    """One thing done at a place; `which` and `where` choose a field, a study or a place in the list."""

    kind: str
    place: str
    which: int
    where: int
    text: str


class Sequence:
    """A folder with these pages and a site, a session on it, and the model beside it."""

    def __init__(self, root: Path, pages: dict[str, bytes]) -> None:
        self.root = root
        self.first = {**pages, SITE_PLACE: SITE}
        (root / "conditions").mkdir()
        for place, data in self.first.items():
            (root / place).write_bytes(data)
        self.session = opened(root)
        self.began = {place: written(data, site=is_site(place)) for place, data in self.first.items()}
        self.model = FolderModel({place: self._beginning(place) for place in self.first})
        self.edited: set[tuple[str, str]] = set()
        self.made = 0

    def _beginning(self, place: str) -> FileModel:
        words = self.began[place].words
        return FileModel(dict(words.fields), list(zip(self._names(place), map(dict, words.studies), strict=False)))

    def _names(self, place: str) -> tuple[str, ...]:
        """What the studies of a file are called here, in their first order."""
        return STUDY_WORDS if b"alpha" in self.first[place] else tuple("abcdefghijkl")

    def do(self, operation: Operation) -> None:
        """Do it in both, and compare."""
        place = operation.place
        match operation.kind:
            case "undo":
                self.undo()
            case "redo":
                self.redo()
            case "save":
                self.save(place)
            case "field" | "type" | "list" | "clear field":
                self._edit_field(operation)
            case _ if not is_site(place):
                self._edit_studies(operation)
        self._compare(place)

    # What can be done

    def undo(self) -> bool:
        """Take back one step; whether there was one."""
        assert self.session.undo() is None
        place = self.model.undo()
        if place:
            self._compare(place)
        return place is not None

    def redo(self) -> bool:
        """Do a step again; whether there was one."""
        assert self.session.redo() is None
        place = self.model.redo()
        if place:
            self._compare(place)
        return place is not None

    def save(self, place: str) -> None:
        """Save where something is unsaved, and look at the file."""
        if not self.session.is_unsaved(place):
            return
        self.model.end_typing()
        result = self.session.save(place)
        assert isinstance(result, Saved), (result.error, self.model.files[place])
        assert not self.session.is_unsaved(place)
        data = (self.root / place).read_bytes()
        self._read_again(place, data)
        file = written(data, site=is_site(place))
        assert (file.words.fields, file.words.studies) == self.model.files[place].says()
        self._nothing_of_the_website_is_lost(place, data, file)

    def save_all(self) -> None:
        """Save every file."""
        for place in self.first:
            self.save(place)

    def _edit_field(self, operation: Operation) -> None:
        place, kind = operation.place, operation.kind
        file = self.model.copy_of(place)
        table = SITE_FIELDS if is_site(place) else PAGE_FIELDS
        choices = [known for known in table if known.is_list == (kind == "list")]
        known = choices[operation.which % (2 if kind == "type" else len(choices))]
        old = file.fields.get(known.name)
        value: Any = operation.text
        if kind == "list":
            value = (*(old or ())[operation.where % 3 :], *filter(str.strip, operation.text.split("\n")))
        elif kind == "clear field":
            value = ""
        if value or old:
            merge_key = known.name if kind == "type" else None
            self._set_field(place, known, value, merge_key)
            file.fields[known.name] = list(value) if kind == "list" else value
            self.model.edit(place, file, merge_key)

    def _set_field(self, place: str, known: Field, value: Any, merge_key: str | None) -> None:
        if is_site(place):
            self.session.edit_site("Edit", lambda site: known.set(site, value), merge_key)
        else:
            self.session.edit_page("Edit", place, lambda page: known.set(page, value), merge_key)

    def _edit_studies(self, operation: Operation) -> None:
        file = self.model.copy_of(operation.place)
        if operation.kind == "add":
            change = self._add(operation, file)
        elif file.studies:
            change = self._edit_study(operation, file)
        else:
            return
        self.session.edit_page("Edit", operation.place, change)
        self.model.edit(operation.place, file, None)

    def _add(self, operation: Operation, file: FileModel) -> PageChange:
        """Add a study to the model's file; the same for the program's page."""
        at = operation.where % (len(file.studies) + 1)
        values = {"title": operation.text, "summary": f"New: {operation.text}"}
        file.studies.insert(at, (self._new_word(), values))
        return partial(add_study, study=Study(**values), place=at)

    def _new_word(self) -> str:
        """What a study made here is called, so that two with the same texts are two."""
        self.made += 1
        return f"new {self.made}"

    def _edit_study(self, operation: Operation, file: FileModel) -> PageChange:
        """Do it to the model's file; the same for the program's page."""
        at = operation.which % len(file.studies)
        page = self.session.page(operation.place)
        assert page is not None
        study = page.study_list[at]
        word, values = file.studies[at]
        match operation.kind:
            case "delete":
                del file.studies[at]
                return partial(remove_study, key=study.key)
            case "move":
                to = operation.where % len(file.studies)
                file.studies.insert(to, file.studies.pop(at))
                return partial(move_study, key=study.key, place=to)
            case "copy":
                file.studies.insert(at + 1, (self._new_word(), dict(values)))
                return partial(add_study, study=study.duplicate(), place=at + 1)
        known = STUDY_FIELDS[operation.where % len(STUDY_FIELDS)]
        text = "" if operation.kind == "clear" else operation.text
        if text or values.get(known.name):
            values[known.name] = text
            self.edited.add((operation.place, word))
            study = known.set(study, text)
        return partial(put_study, study=study)

    # What must be true

    def _compare(self, place: str) -> None:
        """The program holds what the model says."""
        record = self.session.site if is_site(place) else self.session.page(place)
        assert record is not None
        words = words_of(record)
        assert (words.fields, words.studies) == self.model.files[place].says()

    def _read_again(self, place: str, data: bytes) -> None:
        """The program reads from the disk what it holds."""
        if is_site(place):
            site = read_site(data).site
            assert site is not None
            assert site_words(site) == site_words(self.session.site)
            return
        page, now = read_page(data, "page").page, self.session.page(place)
        assert page is not None
        assert now is not None
        assert page_words(replace(page, slug=now.slug)) == page_words(now)

    def _nothing_of_the_website_is_lost(self, place: str, data: bytes, file: WrittenFile) -> None:
        """Comments and keys of the website's own are where they were; a study never edited is written as it was."""
        first, began, text = self.first[place], self.began[place], data.decode()
        assert file.unknown == began.unknown
        present = self.model.files[place].words()
        names = self._names(place)
        for word, unknown in zip(present, file.unknown_of_studies, strict=True):
            assert unknown == (began.unknown_of_studies[names.index(word)] if word in names else {})
        if names is not STUDY_WORDS:
            return
        for comment in comments(first):
            assert text.count(comment) == 1, comment
        for word in STUDY_WORDS:
            for comment in comments(first, word):
                assert text.count(comment) == (word in present), comment
            if word in present and (place, word) not in self.edited:
                for piece in pieces(first, word):
                    assert piece in text, piece

    def undo_everything(self) -> None:
        """Back to the beginning: all files have their first bytes."""
        while self.undo():
            pass
        self.save_all()
        for place, data in self.first.items():
            assert (self.root / place).read_bytes() == data, place

    def redo_everything(self) -> None:
        """Forward again to where all ended."""
        while self.redo():
            pass
        self.save_all()


def opened(root: Path) -> Session:
    """A session with everything read, whose clock stands still: typing never pauses."""
    session = Session(ContentFolder(root), clock=lambda: 0.0)
    for file in Session.open(root).files.values():
        session.receive(file)
    return session
