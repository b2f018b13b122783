"""Whether the window may close, on real folders with a drive that is slow where a test wants it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from editor.paths import app_data
from editor.session import work_of
from editor.storage.journal import left_behind
from editor.ui.saving.closing_box import MOST_NAMED, ClosingBox
from editor.ui.saving.not_saved_box import NotSavedBox
from tests.ui.office import BACK, HEAD, Office

SLOW_DISK = 20_000
"""Milliseconds that a real save may take on a busy computer: it waits until the disk has all."""


class Answers:
    """Counts what the question led to."""

    def __init__(self, office: Office) -> None:
        self.agreed = self.declined = 0
        office.closing.agreed.connect(self._agree)
        office.closing.declined.connect(self._decline)

    def _agree(self) -> None:
        self.agreed += 1

    def _decline(self) -> None:
        self.declined += 1


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.end()


@pytest.fixture
def answers(office: Office) -> Answers:
    return Answers(office)


def test_with_everything_saved_it_may_close(office: Office) -> None:
    assert office.closing.may_close


def test_what_is_not_saved_is_named_and_may_be_kept(office: Office, answers: Answers) -> None:
    office.change(BACK, "Back")
    assert not office.closing.may_close
    office.closing.ask()
    assert office.box(QMessageBox).informativeText() == "Back"
    office.click("Keep editing")
    assert (answers.agreed, answers.declined) == (0, 1)
    assert not office.closing.may_close


def test_escape_keeps_editing(office: Office, answers: Answers) -> None:
    office.change(BACK, "Back")
    office.closing.ask()
    QTest.keyClick(office.box(QMessageBox), Qt.Key.Key_Escape)
    assert (answers.agreed, answers.declined) == (0, 1)


def test_a_question_that_is_closed_keeps_editing(office: Office, answers: Answers) -> None:
    office.change(BACK, "Back")
    office.closing.ask()
    office.box(QMessageBox).close()
    assert (answers.agreed, answers.declined) == (0, 1)


def test_of_many_pages_the_first_are_named(sample_folder: Path, qtbot: QtBot) -> None:
    for number in range(MOST_NAMED):
        (sample_folder / "conditions" / f"p{number}.yaml").write_text(f"name: P{number}\n", encoding="utf-8")
    office = Office(sample_folder, qtbot)
    for place in office.session.page_places:
        office.change(place, "New")
    office.closing.ask()
    assert office.box(QMessageBox).informativeText().endswith("New\nand 2 more")
    office.click("Keep editing")
    office.end()


def test_without_saving_it_closes_and_changes_no_file(office: Office, answers: Answers) -> None:
    before = office.text_of(BACK)
    office.change(BACK, "Back")
    office.closing.ask()
    office.click("Don't save")
    assert (answers.agreed, answers.declined) == (1, 0)
    assert office.closing.may_close
    assert office.text_of(BACK) == before


def test_after_saving_all_it_closes(office: Office, answers: Answers, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.change(HEAD, "Head")
    office.closing.ask()
    office.click("Save all")
    assert answers.agreed == 0
    qtbot.waitUntil(lambda: answers.agreed == 1)
    assert 'name: "Back"' in office.text_of(BACK)
    assert "name: Head" in office.text_of(HEAD)


def test_a_save_that_fails_keeps_it_open(office: Office, answers: Answers, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.block(BACK)
    office.closing.ask()
    office.click("Save all")
    qtbot.waitUntil(lambda: office.has_box(NotSavedBox))
    assert (answers.agreed, answers.declined) == (0, 1)
    office.click("Keep editing", NotSavedBox)


def test_a_save_that_runs_is_waited_for(office: Office, answers: Answers, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.hold()
    office.saving.save([BACK])
    office.closing.ask()
    assert not office.has_box()
    assert answers.agreed == 0
    office.let_go()
    qtbot.waitUntil(lambda: answers.agreed == 1)
    assert 'name: "Back"' in office.text_of(BACK)


def test_another_unsaved_page_is_asked_about_after_the_save(office: Office, answers: Answers, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.change(HEAD, "Head")
    office.hold()
    office.saving.save([BACK])
    office.closing.ask()
    with qtbot.waitSignal(office.saving.ended, timeout=SLOW_DISK):
        office.let_go()
    assert office.box(QMessageBox).informativeText() == "Head"
    office.click("Keep editing")
    assert (answers.agreed, answers.declined) == (0, 1)


def test_words_undone_during_their_save_are_not_left_in_the_file_unasked(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    office.change(BACK, "Wrong")
    office.hold()
    office.saving.save([BACK])
    office.session.undo()
    assert not office.closing.may_close
    office.closing.ask()
    with qtbot.waitSignal(office.saving.ended, timeout=SLOW_DISK):
        office.let_go()
    with qtbot.waitSignal(office.closing.agreed, timeout=SLOW_DISK):
        office.click("Save all")
    assert answers.agreed == 1
    assert "Wrong" not in office.text_of(BACK)


def test_what_is_saved_while_nobody_closes_closes_nothing(office: Office, answers: Answers, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
    assert (answers.agreed, answers.declined) == (0, 0)


def begin_copy(office: Office, target: Path, qtbot: QtBot) -> None:
    """Save in vain, then choose a place for a copy while the disk is slow."""
    office.change(BACK, "Precious")
    office.block(BACK)
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
    office.click("Save a copy...", NotSavedBox)
    office.hold()
    (dialog,) = office.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.close()


def test_a_copy_on_its_way_is_waited_for(office: Office, answers: Answers, tmp_path: Path, qtbot: QtBot) -> None:
    begin_copy(office, tmp_path / "copy.yaml", qtbot)
    office.closing.discard()
    assert not office.closing.may_close
    office.closing.ask()
    office.let_go()
    qtbot.waitUntil(lambda: answers.agreed == 2)
    assert office.closing.may_close
    assert "Precious" in (tmp_path / "copy.yaml").read_text(encoding="utf-8")


def test_a_copy_that_fails_keeps_it_open_and_says_so(
    office: Office, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    begin_copy(office, tmp_path / "not there" / "copy.yaml", qtbot)
    office.closing.discard()
    office.closing.ask()
    office.let_go()
    qtbot.waitUntil(office.has_box)
    assert (answers.agreed, answers.declined) == (1, 1)
    assert not office.closing.may_close
    office.click("Close")


def fail_to_save(office: Office, place: str, qtbot: QtBot) -> None:
    """Save where something else lies in the file's place."""
    (office.folder / place).unlink()
    (office.folder / place).mkdir()
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([place])
    office.click("Keep editing", NotSavedBox)


def test_what_could_not_be_saved_is_told_with_the_reason_and_kept_for_the_next_start(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    office.change(BACK, "Sore back")
    office.change(HEAD, "Sore head")
    fail_to_save(office, BACK, qtbot)
    office.closing.ask()
    assert office.buttons() == ["Try again", "Close and keep my words", "Keep editing"]
    reason, other, kept = office.box(ClosingBox).informativeText().split("\n\n")
    assert reason.startswith("Sore back: What is stored as the page “Sore back” is not an ordinary file.")
    assert other == "Sore head"
    assert "offered to you at the next start" in kept
    office.click("Close and keep my words")
    assert (answers.agreed, answers.declined) == (1, 0)
    assert office.closing.may_close
    (journal,) = left_behind(office.folder)
    assert [work.place for work in work_of(journal.records())] == [BACK, HEAD]
    journal.leave()


def test_trying_again_before_closing_closes_once_it_goes_through(office: Office, qtbot: QtBot) -> None:
    before = (office.folder / BACK).read_bytes()
    office.change(BACK, "Sore back")
    fail_to_save(office, BACK, qtbot)
    (office.folder / BACK).rmdir()
    (office.folder / BACK).write_bytes(before)
    office.closing.ask()
    with qtbot.waitSignal(office.closing.agreed, timeout=SLOW_DISK):
        office.click("Try again")
    assert 'name: "Sore back"' in office.text_of(BACK)


def test_where_the_words_can_be_kept_nowhere_it_says_so_before_they_are_gone(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    app_data().mkdir(parents=True, exist_ok=True)
    (app_data() / "journal").write_bytes(b"in the way")
    office.change(BACK, "Sore back")
    fail_to_save(office, BACK, qtbot)
    office.closing.ask()
    office.click("Close and keep my words")
    assert answers.agreed == 0
    assert "can't be kept for the next start" in office.box(ClosingBox).text()
    assert office.buttons() == ["Save a copy...", "Close without saving", "Keep editing"]
    office.click("Save a copy...")
    assert (answers.agreed, answers.declined) == (0, 1), "the window stays, as the copies come first"
    (dialog,) = office.window.findChildren(QFileDialog)
    dialog.close()
    office.closing.ask()
    office.click("Close and keep my words")
    office.click("Close without saving")
    assert (answers.agreed, answers.declined) == (1, 1)


def keep_words_during_a_save(office: Office, qtbot: QtBot) -> None:
    """Choose to close while what could not be saved before is tried again."""
    office.change(HEAD, "Sore head")
    office.change(BACK, "Sore back")
    fail_to_save(office, BACK, qtbot)
    office.closing.ask()
    office.hold()
    office.saving.save([HEAD])
    office.closing.agreed.connect(office.closing.ask)  # as the window does while it may not close
    office.click("Close and keep my words")
    office.closing.agreed.disconnect(office.closing.ask)
    assert not office.closing.may_close


def test_when_a_save_fails_after_all_the_words_are_not_left_behind_unasked(
    office: Office, answers: Answers, qtbot: QtBot
) -> None:
    keep_words_during_a_save(office, qtbot)
    office.block(HEAD)
    office.let_go()
    qtbot.waitUntil(lambda: answers.declined == 1)
    office.click("Keep editing", NotSavedBox)
    assert not office.closing.keeps_words
    assert not office.closing.may_close
    office.closing.ask()
    office.click("Keep editing", ClosingBox)


def test_what_is_typed_until_the_window_closes_is_kept_too(office: Office, answers: Answers, qtbot: QtBot) -> None:
    keep_words_during_a_save(office, qtbot)
    office.change(BACK, "Sore back and knee")
    office.let_go()
    qtbot.waitUntil(lambda: answers.agreed == 2)
    assert office.closing.may_close
    (journal,) = left_behind(office.folder)
    (work,) = work_of(journal.records())
    assert (work.place, work.mine.name if work.mine is not None else "") == (BACK, "Sore back and knee")
    journal.leave()


class TestASaveThatNeverEnds:
    """The drive does not answer."""

    @pytest.fixture
    def waiting(self, office: Office, qtbot: QtBot) -> Office:
        """With the question open whether to wait for the save."""
        office.closing._patience.setInterval(20)
        office.change(BACK, "Back")
        office.hold()
        office.saving.save([BACK])
        office.closing.ask()
        assert not office.has_box()
        qtbot.waitUntil(office.has_box)
        return office

    def test_one_may_close_and_keep_ones_words(self, waiting: Office, answers: Answers) -> None:
        assert "does not answer" in waiting.box(QMessageBox).text()
        assert not waiting.closing.may_close
        waiting.click("Close and keep my words")
        assert answers.agreed == 1
        assert waiting.closing.may_close
        (journal,) = left_behind(waiting.folder)
        (work,) = work_of(journal.records())
        journal.leave()
        assert work.place == BACK

    def test_one_may_wait_and_is_asked_again(self, waiting: Office, answers: Answers, qtbot: QtBot) -> None:
        waiting.click("Keep waiting")
        qtbot.waitUntil(waiting.has_box)
        assert (answers.agreed, answers.declined) == (0, 0)
        waiting.let_go()
        qtbot.waitUntil(lambda: answers.agreed == 1, timeout=SLOW_DISK)
        assert not waiting.has_box(), "it has answered itself"
        assert waiting.session.unsaved_places == ()
