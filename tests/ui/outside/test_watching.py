"""Changes from outside are noticed by content, soon, and without false alarms."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from editor.ui.outside.watching import Watching
from tests.ui.office import Office
from tests.ui.outside.colleague import BACK, HEAD, NOTICED_MS, Colleague
from tests.ui.window import CTRL, box

SOON_S = 0.9
"""Seconds: half of one for the window, the rest for a machine that is busy with other tests."""


def test_a_file_that_is_replaced_is_noticed_soon(colleague: Colleague) -> None:
    colleague.wait_for_looks(2)
    data = colleague.replaced(HEAD, "Headache", "Head ache")
    began = time.perf_counter()
    colleague.write_and_replace(HEAD, data)
    assert colleague.wait_for_news() == [(HEAD, data)]
    assert time.perf_counter() - began < SOON_S
    (file,) = colleague.told
    assert file.editable
    assert file.as_read is not None
    assert file.as_read.name == "Head ache & Migraine"


def test_an_edit_in_place_of_the_same_size_and_with_the_same_time_is_noticed(
    window: MainWindow, colleague: Colleague
) -> None:
    assert window.editing.place == BACK
    colleague.wait_for_looks(2)
    path = colleague.path(BACK)
    before = path.stat()
    data = colleague.replaced(BACK, "pain", "PAIN")
    colleague.write_in_place(BACK, data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
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


def test_a_thousand_saves_in_a_row_say_nothing(sample_folder: Path, qtbot: QtBot) -> None:
    (sample_folder / BACK).write_text("name: Back\n", encoding="utf-8")
    office = Office(sample_folder, qtbot)
    watching = Watching(office.editing, office.saving, office.window)
    looks, told = [], []
    watching.looked.connect(lambda: looks.append(office.session.unsaved_places))
    watching.changed.connect(told.extend)
    watching.start()
    saves = iter(range(1000))

    def save_next() -> None:
        number = next(saves, None)
        if number is not None:
            office.change(BACK, f"Back {number}")
            office.saving.save([BACK])

    office.saving.ended.connect(save_next)
    save_next()
    qtbot.waitUntil(lambda: "Back 999" in office.text_of(BACK), timeout=180_000)
    before = len(looks)
    qtbot.waitUntil(lambda: len(looks) > before + 1, timeout=NOTICED_MS)
    watching.close()
    office.end()
    assert told == []
    assert before > 20


def test_a_new_page_and_a_page_that_is_gone_are_noticed(colleague: Colleague) -> None:
    data = colleague.path(BACK).read_bytes()
    colleague.path(BACK).rename(colleague.path("conditions/back.yaml"))
    assert colleague.wait_for_news() == [("conditions/back.yaml", data)]
    assert colleague.wait_for_news() == [(BACK, None)]


def test_the_shared_texts_are_watched_too(colleague: Colleague) -> None:
    data = colleague.replaced("site.yaml", "Sample Street", "Example Street")
    colleague.write_and_replace("site.yaml", data)
    assert colleague.wait_for_news() == [("site.yaml", data)]


def test_an_edited_page_is_read_at_every_look(window: MainWindow, colleague: Colleague) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    window.editing.choose(HEAD)
    colleague.wait_for_looks(2)
    path = colleague.path(BACK)
    before = path.stat()
    data = colleague.replaced(BACK, "pain", "PAIN")
    colleague.write_in_place(BACK, data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert colleague.wait_for_news() == [(BACK, data)]


def test_while_a_save_runs_nothing_is_looked_at(window: MainWindow, colleague: Colleague, qtbot: QtBot) -> None:
    """What a look began before has found is told after the save, if it is still news."""
    QTest.keyClicks(box(window, "Name"), "x")
    colleague.write_and_replace(HEAD, colleague.replaced(HEAD, "Headache", "Head ache"))
    running: list[str | None] = []
    window.watching.changed.connect(lambda _files: running.append(window.saving.running))
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(box(window, "Name"), Qt.Key.Key_S, CTRL)
    colleague.wait_for_news()
    assert [file.place for file in colleague.told] == [HEAD]
    assert running == [None]


@pytest.mark.skipif(sys.platform == "win32", reason="nobody may look into a folder there while it goes away")
def test_a_window_that_closes_looks_no_more(window: MainWindow, colleague: Colleague, qtbot: QtBot) -> None:
    colleague.wait_for_looks(1)
    window.close()
    colleague.write_and_replace(HEAD, b"name: Head\n")
    with qtbot.assertNotEmitted(window.watching.looked, wait=1000):
        window.watching.look_soon()
