"""Changes from outside are noticed by content, soon, and without false alarms."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.session import OpenFile, file_of
from editor.storage.folder_watch import READ_IN_TURN
from editor.ui.main_window import MainWindow
from editor.ui.outside import watching as watching_module
from editor.ui.outside.watching import Watching
from tests.ui.office import Office
from tests.ui.outside.colleague import BACK, HEAD, NOTICED_MS, Colleague
from tests.ui.outside.dead_drive import DeadDrive
from tests.ui.window import CTRL, box, type_name


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.end()


@pytest.fixture
def watching(office: Office, qtbot: QtBot) -> Iterator[Watching]:
    watching = Watching(office.editing, office.saving, office.window)
    with qtbot.waitSignal(watching.looked):
        watching.start()
    yield watching
    watching.close()


def test_a_file_that_is_replaced_is_noticed_soon(colleague: Colleague, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.ui.outside.watching.LOOK_EVERY_MS", 3_600_000)  # so that nothing but a hint brings it
    colleague.wait_for_looks(2)
    data = colleague.replaced(HEAD, "Headache", "Head ache")
    colleague.write_and_replace(HEAD, data)
    assert colleague.wait_for_news() == [(HEAD, data)]
    (file,) = colleague.told
    assert file.editable
    assert file.as_read is not None
    assert file.as_read.name == "Head ache & Migraine"


def test_an_edit_in_place_of_the_same_size_and_with_the_same_time_is_noticed(
    window: MainWindow, colleague: Colleague
) -> None:
    assert window.editing.place == BACK
    colleague.wait_for_looks(2)
    data = colleague.replaced(BACK, "pain", "PAIN")
    unseen_edit(colleague, BACK, data)
    assert colleague.wait_for_news() == [(BACK, data)]


def test_a_file_that_is_only_touched_says_nothing(colleague: Colleague) -> None:
    os.utime(colleague.path(BACK))
    colleague.write_and_replace(HEAD, colleague.path(HEAD).read_bytes())
    colleague.wait_for_looks(5)
    assert colleague.told == []


def test_a_file_renamed_away_and_back_says_nothing(colleague: Colleague) -> None:
    aside = colleague.root / "aside"
    for _ in range(3):
        colleague.path(BACK).rename(aside)
        colleague.wait_for_looks(1)
        aside.rename(colleague.path(BACK))
        colleague.wait_for_looks(1)
    colleague.wait_for_looks(3)
    assert colleague.told == []


def test_a_file_caught_half_written_is_told_once_and_whole(colleague: Colleague) -> None:
    whole = colleague.replaced(HEAD, "Headache", "Head ache")
    colleague.write_in_place(HEAD, b"")
    colleague.wait_for_looks(2)
    colleague.write_in_place(HEAD, b'name: "Head')
    colleague.wait_for_looks(2)
    colleague.write_in_place(HEAD, whole)
    assert colleague.wait_for_news() == [(HEAD, whole)]
    colleague.wait_for_looks(3)
    assert len(colleague.told) == 1


def test_what_is_saved_here_says_nothing(window: MainWindow, colleague: Colleague, qtbot: QtBot) -> None:
    for letter in "abc":
        QTest.keyClicks(box(window, "Name"), letter)
        with qtbot.waitSignal(window.saving.ended):
            QTest.keyClick(box(window, "Name"), Qt.Key.Key_S, CTRL)
    colleague.wait_for_looks(4)
    assert colleague.told == []


def test_hundreds_of_saves_in_a_row_say_nothing(office: Office, watching: Watching, qtbot: QtBot) -> None:
    looks, told = [], []
    watching.looked.connect(lambda: looks.append(office.session.unsaved_places))
    watching.changed.connect(told.extend)
    saves = iter(range(300))

    def save_next() -> None:
        number = next(saves, None)
        if number is not None:
            office.change(BACK, f"Back {number}")
            office.saving.save([BACK])

    office.saving.ended.connect(save_next)
    save_next()
    qtbot.waitUntil(lambda: "Back 299" in office.text_of(BACK), timeout=180_000)
    before = len(looks)
    qtbot.waitUntil(lambda: len(looks) > before + 1, timeout=NOTICED_MS)
    assert told == []
    assert before > 6


def test_a_new_page_and_a_page_that_is_gone_are_noticed(colleague: Colleague) -> None:
    data = colleague.path(BACK).read_bytes()
    colleague.path(BACK).rename(colleague.path("conditions/back.yaml"))
    assert colleague.wait_for_news() == [("conditions/back.yaml", data)]
    assert colleague.wait_for_news() == [(BACK, None)]


def test_the_shared_texts_are_watched_too(colleague: Colleague) -> None:
    data = colleague.replaced("site.yaml", "Sample Street", "Example Street")
    colleague.write_and_replace("site.yaml", data)
    assert colleague.wait_for_news() == [("site.yaml", data)]


MANY = [f"conditions/page-{number:03}.yaml" for number in range(4 * READ_IN_TURN)]


@pytest.fixture
def many_pages(sample_folder: Path) -> Path:
    """A folder in which most files' turn to be read is not now."""
    for place in MANY:
        (sample_folder / place).write_text("name: Page 0\n", encoding="utf-8")
    return sample_folder


@pytest.mark.parametrize("is_chosen", [True, False])
def test_the_chosen_page_and_the_edited_ones_are_read_at_every_look(
    open_window: Callable[[Path], MainWindow], many_pages: Path, qtbot: QtBot, *, is_chosen: bool
) -> None:
    window = open_window(many_pages)
    colleague = Colleague(window, qtbot)
    window.editing.choose(BACK)
    if not is_chosen:
        type_name(window, "x")
        window.editing.choose(HEAD)
    colleague.wait_for_looks(2)
    looks: list[None] = []
    window.watching.looked.connect(lambda: looks.append(None))
    for old, new in ("pain", "PAIN"), ("PAIN", "pAiN"), ("pAiN", "paIN"):
        looks.clear()
        unseen_edit(colleague, BACK, colleague.replaced(BACK, old, new))
        window.watching.look_soon()
        assert [place for place, _ in colleague.wait_for_news()] == [BACK]
        assert len(looks) <= 3  # one on its way, one that finds it, one that finds it again


def unseen_edit(colleague: Colleague, place: str, data: bytes) -> None:
    """Change a file in place, and leave its size and time as they were."""
    path = colleague.path(place)
    before = path.stat()
    colleague.write_in_place(place, data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def test_while_a_save_runs_nothing_is_looked_at(sample_folder: Path, dead_drive: DeadDrive, qtbot: QtBot) -> None:
    office = Office(dead_drive.at(sample_folder), qtbot)
    watching = Watching(office.editing, office.saving, office.window)
    with qtbot.waitSignal(watching.looked):
        watching.start()
    office.change(BACK, "Back")
    office.hold()  # so that the save itself does not ask the drive
    office.saving.save([BACK])
    dead_drive.answers.clear()
    with qtbot.assertNotEmitted(watching.looked, wait=1000):
        watching.look_soon()
    assert dead_drive.asked_by == set()
    dead_drive.answers.set()
    with qtbot.waitSignals([office.saving.ended, watching.looked], timeout=NOTICED_MS):
        office.let_go()
    watching.close()
    office.end()


def test_what_has_been_read_here_meanwhile_is_no_news(sample_folder: Path, dead_drive: DeadDrive, qtbot: QtBot) -> None:
    office = Office(dead_drive.at(sample_folder), qtbot)
    watching = Watching(office.editing, office.saving, office.window)
    told: list[OpenFile] = []
    watching.changed.connect(told.extend)
    with qtbot.waitSignal(watching.looked):
        watching.start()
    with qtbot.waitSignal(watching.looked, timeout=NOTICED_MS):
        office.colleague_saves(BACK)
    dead_drive.answers.clear()
    qtbot.waitUntil(lambda: bool(dead_drive.asked_by), timeout=NOTICED_MS)  # the look that would tell it
    office.session.receive(file_of(BACK, (sample_folder / BACK).read_bytes()))
    with qtbot.waitSignal(watching.looked, timeout=NOTICED_MS):
        dead_drive.answers.set()
    watching.close()
    office.end()
    assert told == []


def test_what_came_at_a_bad_moment_is_told_again(colleague: Colleague) -> None:
    data = colleague.replaced(HEAD, "Headache", "Head ache")
    colleague.window.watching.changed.disconnect(colleague.window.following.take)
    colleague.write_and_replace(HEAD, data)
    assert colleague.wait_for_news() == [(HEAD, data)]
    colleague.window.watching.tell_again([HEAD])
    assert colleague.wait_for_news() == [(HEAD, data)]
    colleague.wait_for_looks(3)
    assert len(colleague.told) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="nobody may look into a folder there while it goes away")
def test_a_window_that_closes_looks_no_more(window: MainWindow, colleague: Colleague, qtbot: QtBot) -> None:
    colleague.wait_for_looks(1)
    window.close()
    colleague.write_and_replace(HEAD, b"name: Head\n")
    with qtbot.assertNotEmitted(window.watching.looked, wait=1000):
        window.watching.look_soon()


@pytest.mark.parametrize(("fresh", "listens"), [(60.0, True), (0.0, False)])
def test_the_drive_is_asked_for_its_own_news_only_when_it_has_answered_just_now(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, fresh: float, listens: bool
) -> None:
    monkeypatch.setattr(watching_module, "FRESH_S", fresh)
    watching = Watching(office.editing, office.saving, office.window)
    with qtbot.waitSignal(watching.looked, timeout=NOTICED_MS):
        watching.start()
    (listener,) = watching.findChildren(QFileSystemWatcher)
    assert bool(listener.directories()) is listens
    watching.close()
