"""The journal keeps up with what is typed, and says so where it cannot."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.paths import app_data
from editor.session import UnsavedWork, work_of
from editor.storage.journal import LeftJournal, left_behind
from editor.ui.main_window import MainWindow
from editor.ui.saving import journaling
from tests.ui.office import BACK, HEAD, Office
from tests.ui.window import box, state


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.end()


class SlowDisk:
    """A disk that begins to write when it is told, or after a moment if nobody tells it."""

    def __init__(self, office: Office) -> None:
        self.begins = threading.Event()
        for _ in range(2):
            office.for_journal.run(self.begins.wait, self._done, self._done)

    def begin_soon(self) -> None:
        threading.Timer(0.2, self.begins.set).start()

    def _done(self, _outcome: object) -> None:
        pass


def left(folder: Path) -> list[UnsavedWork]:
    """What the next start would find."""
    found = left_behind(folder)
    work = [unsaved for journal in found for unsaved in work_of(journal.records())]
    for journal in found:
        journal.leave()
    return work


def names(folder: Path) -> list[str | None]:
    return [work.mine.name for work in left(folder) if isinstance(work.mine, ConditionPage)]


def whole_records(office: Office) -> tuple[bytes, ...]:
    """What stands in the journal while its window is open."""
    with office.journaling.path.open("rb") as journal:
        return LeftJournal(office.journaling.path, journal).records()


def written(office: Office) -> list[str | None]:
    """The pages' names as a crash would leave them now."""
    records = whole_records(office) if office.journaling.path.exists() else ()
    return [work.mine.name for work in work_of(records) if isinstance(work.mine, ConditionPage)]


def refuse(_descriptor: int) -> None:
    raise OSError(errno.EIO, "The disk is failing")


def test_what_is_flushed_while_a_record_is_being_written_comes_after_it(office: Office, qtbot: QtBot) -> None:
    disk = SlowDisk(office)
    office.change(BACK, "Sore")
    qtbot.waitUntil(lambda: office.journaling.is_writing)
    office.change(BACK, "Sore back")
    office.change(HEAD, "Sore head")
    disk.begin_soon()
    office.journaling.leave()
    qtbot.waitUntil(lambda: not office.journaling.is_writing)
    assert names(office.folder) == ["Sore back", "Sore head"]


def test_a_record_on_its_way_is_not_there_after_the_end(office: Office, qtbot: QtBot) -> None:
    disk = SlowDisk(office)
    office.change(BACK, "Sore")
    qtbot.waitUntil(lambda: office.journaling.is_writing)
    disk.begin_soon()
    office.journaling.end()
    qtbot.waitUntil(lambda: not office.journaling.is_writing)
    assert list((app_data() / "journal").glob("*/*.journal")) == []


def test_a_disk_that_is_busy_holds_up_nothing_that_is_typed(
    office: Office, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    is_free, flush = threading.Event(), os.fsync

    def busy(descriptor: int) -> None:
        is_free.wait(60)
        flush(descriptor)

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", busy)
        for name in ("Sore", "Sore back"):
            office.change(BACK, name)
            qtbot.waitUntil(lambda name=name: written(office) == [name])
        is_free.set()
        office.journaling.leave()
    assert names(office.folder) == ["Sore back"]


def test_what_the_disk_could_not_keep_is_written_once_more(
    office: Office, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(journaling, "PAUSE_AFTER_FAILURE_MS", 50)
    with monkeypatch.context() as disk, qtbot.waitSignal(office.journaling.said) as said:
        disk.setattr(os, "fsync", refuse)
        office.change(BACK, "Sore")
    assert "in this window alone" in said.args[0]
    with qtbot.waitSignal(office.journaling.said) as said:
        office.change(BACK, "Sore back")
    assert said.args == ["What you type is kept safe from a power cut again."]
    assert len(whole_records(office)) == 1
    office.journaling.leave()
    assert names(office.folder) == ["Sore back"]


def test_what_was_written_before_the_disk_was_full_is_no_good_news(
    office: Office, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    is_free, flush = threading.Event(), os.fsync

    def busy(descriptor: int) -> None:
        is_free.wait(60)
        flush(descriptor)

    def full(_descriptor: int, _data: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No room")

    monkeypatch.setattr(journaling, "PAUSE_AFTER_FAILURE_MS", 600_000)
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", busy)
        office.change(BACK, "Sore")
        qtbot.waitUntil(lambda: written(office) == ["Sore"])
        qtbot.waitUntil(lambda: not office.journaling.is_writing)
        with monkeypatch.context() as room, qtbot.waitSignal(office.journaling.said):
            room.setattr(os, "write", full)
            office.change(BACK, "Sore back")
        is_free.set()
        both_threads_are_free, settled = threading.Barrier(2), list[object]()
        for _ in range(2):
            office.for_journal.run(both_threads_are_free.wait, settled.append, settled.append)
        qtbot.waitUntil(lambda: len(settled) == 2)
    assert office.journaling.is_failing


def test_a_disk_that_takes_no_journal_is_told_and_typing_goes_on(
    open_window: Callable[[Path], MainWindow],
    sample_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(journaling, "PAUSE_AFTER_FAILURE_MS", 50)
    app_data().mkdir(parents=True)
    (app_data() / "journal").write_bytes(b"in the way")
    window = open_window(sample_folder)
    introduction = box(window, "Introduction")
    with qtbot.waitSignal(window.journaling.said) as said:
        QTest.keyClicks(introduction, "One")
    assert "in this window alone" in said.args[0]
    QTest.keyClicks(introduction, "Two")
    assert introduction.toPlainText().startswith("OneTwo")
    assert state(window) == "Not saved yet, and not safe from a power cut: save it soon."
    with qtbot.waitSignal(window.journaling.said) as said:
        (app_data() / "journal").unlink()
    assert said.args == ["What you type is kept safe from a power cut again."]
    assert state(window) == "“Back, Hip, Knee & Leg Pain” has changes not saved yet."


def test_what_could_not_be_left_for_the_next_start_is_written_as_soon_as_the_disk_takes_it(
    office: Office, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(journaling, "PAUSE_AFTER_FAILURE_MS", 50)
    app_data().mkdir(parents=True, exist_ok=True)
    (app_data() / "journal").write_bytes(b"in the way")
    office.change(BACK, "Sore back")
    with pytest.raises(OSError, match="journal"):
        office.journaling.leave()
    assert office.journaling.is_failing
    with qtbot.waitSignal(office.journaling.said) as said:
        (app_data() / "journal").unlink()
    assert said.args == ["What you type is kept safe from a power cut again."]
    office.journaling.leave()
    assert names(office.folder) == ["Sore back"]
