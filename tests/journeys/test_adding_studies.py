"""Twelve records of a file become ten studies and a better eleventh; Undo leaves no trace of it in the page's file."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QTableView, QWidget

from editor.content.study import Study
from editor.ui.adding.review_box import ReviewBox
from editor.ui.comparing.record_box import RecordBox
from editor.ui.main_window import MainWindow
from tests.journeys.content_under_git import changed_lines, git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import (
    CTRL,
    button,
    choose_in_menu,
    choose_page,
    click,
    go_to_view,
    open_menu,
    press,
    quit_program,
    row_at,
    save,
)
from tests.journeys.in_sight import message, named, nothing_is_unsaved, rows, stands, the_window, window_comes, windows
from tests.journeys.sending import send_on
from tests.references.looking_up.service import serving

PAGE = "conditions/headache-and-migraine.yaml"
_TICK = 12
"""Pixels from the left edge of a row, in the middle of its tick."""
_NEW, _JOURNAL = "An invented study of needles and headaches", "Invented journal of needles"
_RECORD = {
    "DOI": "10.5555/new.0",
    "type": "journal-article",
    "title": [f"{_NEW}, part 0"],
    "container-title": ["Another journal altogether"],
    "issued": {"date-parts": [[2020, 3, 4]]},
}
"""What Crossref says of the first of the new studies."""


def from_pubmed(known: tuple[str, str]) -> str:
    """Twelve records as PubMed saves them: ten new ones, one that is known by title and DOI, and a retracted one."""
    new = [_record(f"8000000{number}", f"{_NEW}, part {number}.", f"10.5555/new.{number}") for number in range(10)]
    retracted = _record("80000010", "A study that was taken back.", "10.5555/back", "PT  - Retracted Publication\n")
    title, doi = known
    return "\n".join((*new[:4], _record("80000011", f"{title}.", doi), retracted, *new[4:]))


def _record(pmid: str, title: str, doi: str, more: str = "") -> str:
    return (
        f"PMID- {pmid}\nDP  - 2020 Mar 4\nTI  - {title}\nAB  - Words of the publisher.\nFAU - Doe, Jane\nAU  - Doe J\n"
        f"{more}JT  - {_JOURNAL}\nAID - {doi} [doi]\n"
    )


def add_and_undo() -> Journey:
    """Drop the file, accept ten and merge one, compare one with its record; save, undo all of it and save again."""
    with serving() as service:
        service.take_works(json.dumps({"message": _RECORD}).encode())
        yield from stands()
        the_window().elsewhere.catalogue.use(service.catalogue())
        yield from _add_compare_and_undo()
    quit_program()


def _add_compare_and_undo() -> Journey:
    yield from choose_page("Headache")
    go_to_view("Studies")
    page = the_window().editing.page
    assert page is not None
    known, count = page.study_list[0], len(page.study_list)
    file = the_window().session.folder.root.parent / "from-pubmed.nbib"
    file.write_text(from_pubmed((known.title or "", known.doi_alone)), encoding="utf-8")
    drop(file, named("Studies", QTableView))
    yield from window_comes(ReviewBox)
    found = rows("Studies that were found")
    assert len(found) == 12
    retracted = f"A study that was taken back, Retracted, New, Doe 2020 · {_JOURNAL}"
    assert [words for words in found if "Retracted" in words] == [retracted]
    button("Add 10 studies")
    click(*row_at("Studies that were found", known.title or ""))
    click_tick("Fields of the study", "PubMed number")
    click(button("Add 10 studies, update 1 study"))
    yield from window_comes(MainWindow)
    assert len(rows_of_page()) == count + 10
    assert message() == "10 studies added. 1 study updated. Undo takes it back."
    assert [title.startswith(_NEW) for title in rows_of_page()[:11]] == [*[True] * 10, False]
    yield from save()
    yield from compare_with_record()
    yield from save()
    press(Qt.Key.Key_Z, CTRL)
    assert chosen_study().journal == _JOURNAL
    press(Qt.Key.Key_Z, CTRL)
    assert len(rows_of_page()) == count
    assert not nothing_is_unsaved()
    yield from save()


def compare_with_record() -> Journey:
    """Look the first of the new studies up, and take over what its journal is called there."""
    study = chosen_study()
    assert (study.title, study.journal) == (f"{_NEW}, part 0", _JOURNAL)
    open_menu("Study")
    choose_in_menu("Compare with the publisher's record...")
    yield from window_comes(RecordBox)
    comparing = the_window().elsewhere.asking.comparing
    looking = QTimer(interval=50)
    looking.start()
    yield Until(looking.timeout, lambda: not comparing.is_running)
    (journal,) = [box for box in windows(RecordBox)[0].findChildren(QCheckBox) if "Journal" in box.text()]
    assert not journal.isChecked()
    click(journal, QPoint(8, journal.height() // 2))
    click(button("Take 1 field"))
    yield from window_comes(MainWindow)
    assert chosen_study().journal == _RECORD["container-title"][0]


def chosen_study() -> Study:
    """The study with the card."""
    study = the_window().editing.study
    assert study is not None
    return study


def rows_of_page() -> list[str]:
    """The titles on the page."""
    page = the_window().editing.page
    return [] if page is None else [study.title or "" for study in page.study_list]


def click_tick(name: str, beginning: str) -> None:
    """Click on the tick of a row of a list."""
    entries, at = row_at(name, beginning)
    at.setX(_TICK)
    click(entries, at)


def drop(file: Path, onto: QWidget) -> None:
    """Let a file that is dragged from elsewhere go over a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window = onto.window()
    at = onto.mapTo(window, onto.rect().center())
    drag = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (QDragEnterEvent(at, *drag), QDragMoveEvent(at, *drag), QDropEvent(QPointF(at), *drag)):
        QApplication.sendEvent(window.windowHandle(), event)
        assert event.isAccepted()


def test_a_file_is_added_and_taken_back(tracked_folder: Path) -> None:
    before = (tracked_folder / PAGE).read_bytes()
    send_on(add_and_undo, tracked_folder)
    assert changed_lines(tracked_folder) == []
    new = git(tracked_folder, "status", "--porcelain")
    assert new == "?? .clinic-editor/publisher-records/\n"  # what was said of it
    assert (tracked_folder / PAGE).read_bytes() == before
