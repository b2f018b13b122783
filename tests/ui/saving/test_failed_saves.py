"""What could not be saved for a reason that may pass is tried again by itself, as long as it is wanted."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from editor.session import read_file
from editor.ui.main_window import MainWindow
from editor.ui.outside.conflict_box import ConflictBox
from editor.ui.saving import failed_saves, saving
from editor.ui.saving.closing_box import ClosingBox
from editor.ui.saving.not_saved_box import NotSavedBox
from tests.ui.failing_disks import broken_disk, full_disk
from tests.ui.office import BACK, HEAD, Office
from tests.ui.window import box as text_box


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(failed_saves, "PAUSES_MS", (20, 30, 40))
    office = Office(sample_folder, qtbot)
    yield office
    office.end()


def save_in_vain(office: Office, qtbot: QtBot, *places: str) -> NotSavedBox:
    """Save on a full disk."""
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save(places)
    assert ended.args == [False]
    return office.box(NotSavedBox)


def test_a_full_disk_is_explained_once_and_tried_again_until_there_is_room(office: Office, qtbot: QtBot) -> None:
    before = office.text_of(BACK)
    office.change(BACK, "Sore back")
    with full_disk():
        box = save_in_vain(office, qtbot, BACK)
        assert "is full" in box.text()
        assert "tried again by itself" in box.informativeText()
        assert office.buttons() == ["Try again", "Save a copy...", "Keep editing"]
        office.click("Keep editing")
        with qtbot.waitSignals([office.saving.ended] * 3):
            assert office.saving.failures.waits_for == "the disk is full"
        assert not office.has_box()
        assert office.text_of(BACK) == before
    with qtbot.waitSignal(office.saving.said) as said:
        qtbot.waitUntil(lambda: office.session.unsaved_places == ())
    assert said.args == ["What could not be saved before is saved now."]
    assert 'name: "Sore back"' in office.text_of(BACK)
    assert office.saving.failures.waits_for == ""


def test_while_its_box_is_open_nothing_is_tried(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
    with qtbot.assertNotEmitted(office.saving.ended, wait=100):
        pass
    assert office.session.unsaved_places == (BACK,)
    with qtbot.waitSignal(office.saving.ended):
        office.click("Keep editing")


def test_what_is_typed_later_waits_for_its_own_save(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
        office.click("Keep editing")
        office.change(BACK, "Sore back, half a sen")
    with qtbot.waitSignal(office.saving.said):
        pass
    assert 'name: "Sore back"' in office.text_of(BACK)
    assert office.session.unsaved_places == (BACK,)
    assert office.session.name_of(BACK) == "Sore back, half a sen"


def test_what_is_changed_back_is_tried_no_more(office: Office, qtbot: QtBot) -> None:
    before = office.text_of(BACK)
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
        office.click("Keep editing")
    office.session.undo()
    assert office.saving.failures.all == ()
    office.change(BACK, "Other words")
    with qtbot.assertNotEmitted(office.saving.ended, wait=100):
        pass
    assert office.text_of(BACK) == before


def test_what_is_changed_back_while_its_save_runs_is_not_tried_again(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        office.hold()
        office.saving.save([BACK])
        office.session.undo()
        office.let_go()
        qtbot.waitUntil(lambda: office.has_box(NotSavedBox))
    office.click("Keep editing")
    assert office.saving.failures.all == ()


def test_a_fault_of_the_programs_own_is_told_once(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
    monkeypatch.setattr(saving, "run_save", broken)
    with qtbot.captureExceptions() as told:
        office.click("Keep editing")
        qtbot.waitUntil(lambda: bool(told))
        with qtbot.assertNotEmitted(office.saving.failures.due, wait=200):
            pass
    assert [kind for kind, *_ in told] == [ZeroDivisionError]


def broken(_job: object) -> None:
    raise ZeroDivisionError


def test_of_a_page_with_a_new_address_its_old_file_goes_along(office: Office, qtbot: QtBot) -> None:
    moved = office.session.rename_page(BACK, "Sore back", new_address=True)
    said: list[str] = []
    office.saving.said.connect(said.append)
    with full_disk():
        save_in_vain(office, qtbot, *office.session.saved_together(moved))
        assert office.saving.last_saved is None
        assert office.session.unsaved_places == (moved, BACK)
        with qtbot.waitSignal(office.saving.ended):
            office.click("Keep editing")
        assert office.saving.last_saved is None, "the old file waits for the new one"
        assert set(said) <= {""}
    with qtbot.waitSignal(office.saving.said):
        pass
    qtbot.waitUntil(lambda: not office.saving.is_busy)
    assert office.session.unsaved_places == ()
    assert not (office.folder / BACK).exists()
    assert 'name: "Sore back"' in office.text_of(moved)


def test_one_that_has_to_be_decided_is_not_tried_again(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    (office.folder / BACK).unlink()
    (office.folder / BACK).mkdir()
    box = save_in_vain(office, qtbot, BACK)
    assert "not an ordinary file" in box.text()
    assert box.informativeText() == ""
    office.click("Keep editing")
    assert [failure.job.file.place for failure in office.saving.failures.all] == [BACK]
    with qtbot.assertNotEmitted(office.saving.ended, wait=100):
        pass


def test_of_several_in_one_box_those_are_tried_again_that_may_go_through(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    office.change(HEAD, "Sore head")
    office.colleague_saves(HEAD)
    with full_disk():
        box = save_in_vain(office, qtbot, BACK, HEAD)
        assert "tried again by itself" in box.informativeText()
        assert not office.has_box(ConflictBox)
        office.click("Keep editing")
    assert office.has_box(ConflictBox)
    office.click("Decide later", ConflictBox)
    qtbot.waitUntil(lambda: office.session.unsaved_places == (HEAD,))
    assert not office.has_box()


def test_a_try_that_meets_a_colleagues_words_asks(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
        office.colleague_saves(BACK)
        office.click("Keep editing")
        qtbot.waitUntil(lambda: office.has_box(ConflictBox))
    assert not office.has_box()
    assert not office.saving.failures.waits_for  # else it would ask again and again
    office.click("Decide later", ConflictBox)
    assert office.text_of(BACK) == "name: Colleague's\n"


def test_a_save_asked_for_during_a_quiet_one_is_answered(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
        office.hold()
        with qtbot.waitSignal(office.saving.changed):
            office.click("Keep editing")
        assert office.saving.is_busy
        assert not office.saving.is_waited_for
        office.saving.save([BACK])
        assert office.saving.is_waited_for
        office.let_go()
        qtbot.waitUntil(lambda: office.has_box(NotSavedBox))
    office.click("Keep editing")
    qtbot.waitUntil(lambda: office.session.unsaved_places == ())


def test_closing_while_it_is_tried_quietly_asks_when_that_fails(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
        office.hold()
        with qtbot.waitSignal(office.saving.changed):
            office.click("Keep editing")
        office.closing.ask()
        assert not office.has_box()
        office.let_go()
        qtbot.waitUntil(lambda: office.has_box(ClosingBox))
        assert office.has_box(QMessageBox)
        office.click("Keep editing", ClosingBox)


def test_after_the_window_is_closed_nothing_is_tried(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failed_saves, "PAUSES_MS", (200,))
    window = open_window(sample_folder)
    QTest.keyClicks(text_box(window, "Introduction"), "Sudden ")
    with broken_disk():
        with qtbot.waitSignal(window.saving.ended):
            window.save_page()
        (box,) = window.findChildren(NotSavedBox)
        box.reject()
    with qtbot.assertNotEmitted(window.saving.failures.due, wait=300):
        window.closing.discard()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
def test_a_save_that_the_disk_did_not_confirm_is_tried_again_though_nothing_was_typed(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        really(descriptor)

    office.change(BACK, "Sore back")
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", fsync)
        assert "probably in place" in save_in_vain(office, qtbot, BACK).text()
        office.click("Keep editing")
        assert office.saving.failures.waits_for == "the disk did not confirm it"
        assert office.session.unsaved_places == (BACK,)
    qtbot.waitUntil(lambda: office.session.unsaved_places == ())
    assert 'name: "Sore back"' in office.text_of(BACK)


def hang_and_save_again(office: Office) -> None:
    """Save; as the drive does not answer it counts as away; type on, and save once more."""
    office.change(BACK, "Sore")
    office.hold()
    office.saving.save([BACK])
    office.saving.hold()
    office.change(BACK, "Sore back")
    office.saving.save([BACK])
    assert office.saving.for_later == (BACK,)


def test_what_is_saved_again_while_its_save_hangs_is_saved_once_the_drive_is_back(office: Office, qtbot: QtBot) -> None:
    hang_and_save_again(office)
    with qtbot.waitSignal(office.saving.ended):
        office.let_go()
    assert 'name: "Sore"' in office.text_of(BACK)
    assert office.saving.for_later == (BACK,), "it was promised"
    with qtbot.waitSignal(office.saving.ended):
        office.saving.go_on()
    assert 'name: "Sore back"' in office.text_of(BACK)
    assert office.saving.failures.all == ()


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be taken away while it is read there")
def test_a_save_that_hung_and_failed_does_not_bring_its_older_words_back(office: Office, qtbot: QtBot) -> None:
    hang_and_save_again(office)
    away = office.folder.rename(office.folder.with_name("away"))
    with qtbot.waitSignal(office.saving.ended):
        office.let_go()
    away.rename(office.folder)
    with qtbot.waitSignal(office.saving.ended):
        office.saving.go_on()
    assert 'name: "Sore back"' in office.text_of(BACK)
    assert office.session.unsaved_places == ()


def test_nor_does_one_that_hung_and_met_a_full_disk(office: Office, qtbot: QtBot) -> None:
    hang_and_save_again(office)
    with full_disk():
        with qtbot.waitSignal(office.saving.ended):
            office.let_go()
        office.click("Keep editing")
        assert office.saving.for_later == (BACK,)
    with qtbot.waitSignal(office.saving.ended):
        office.saving.go_on()
    assert 'name: "Sore back"' in office.text_of(BACK)


def test_after_the_drive_was_away_what_failed_before_is_tried_again(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Sore back")
    with full_disk():
        save_in_vain(office, qtbot, BACK)
        office.saving.hold()
        with qtbot.waitSignal(office.saving.failures.due):
            office.click("Keep editing")
    office.saving.go_on()
    qtbot.waitUntil(lambda: office.session.unsaved_places == ())
    assert 'name: "Sore back"' in office.text_of(BACK)


def break_under(office: Office, place: str) -> None:
    """Have a colleague break a page that has changes here."""
    (office.folder / place).write_text("name: [\n", encoding="utf-8")
    office.following.take([read_file(office.session.folder, place)])
    assert not office.session.is_editable(place)


def test_while_the_drive_is_away_it_is_told_what_it_cannot_save_when_it_is_back(office: Office, qtbot: QtBot) -> None:
    office.change(HEAD, "Sore head")
    office.change(BACK, "Sore back")
    break_under(office, BACK)
    office.saving.hold()
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save([HEAD, BACK])
    assert ended.args == [False]
    assert office.saving.for_later == (HEAD,)
    assert {failure.job.file.place for failure in office.saving.failures.all} == {BACK, HEAD}
    assert "has to be mended first" in office.box(NotSavedBox).text()
    office.click("Keep editing")
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.go_on()
    assert office.session.unsaved_places == (BACK,)


def test_copies_of_all_hold_the_words_of_a_page_that_somebody_broke_too(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    office.change(HEAD, "Sore head")
    office.change(BACK, "Sore back")
    break_under(office, BACK)
    office.saving.save_copies()
    (dialog,) = office.window.findChildren(QFileDialog)
    with qtbot.waitSignal(office.saving.ended) as ended:
        dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert ended.args == [True]
    copies = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.yaml")}
    assert "Sore head" in copies.pop(Path(HEAD).name)
    assert "Sore back" in copies.pop(Path(BACK).name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
def test_words_undone_while_their_save_is_not_confirmed_and_the_drive_goes_are_not_forgotten(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = office.folder.with_name("away")

    def fsync(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        if is_folder and office.folder.exists() and "Sore back" in office.text_of(BACK):
            office.folder.rename(away)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    office.change(BACK, "Sore back")
    office.hold()
    office.saving.save([BACK])
    office.session.undo()
    with monkeypatch.context() as disk, qtbot.waitSignal(office.saving.ended):
        disk.setattr(os, "fsync", fsync)
        office.let_go()
    away.rename(office.folder)
    assert 'name: "Sore back"' in office.text_of(BACK)
    assert office.session.unsaved_places == (BACK,)
    assert office.saving.for_later == (BACK,)
