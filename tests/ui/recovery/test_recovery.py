"""What a program had not saved when it ended is offered at the next start, and comes back by choice."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.main_window import MainWindow
from tests.ui.failing_disks import broken_disk
from tests.ui.recovery.crashes import BACK, HEAD, crash_after
from tests.ui.recovery.question import OpenWindow, asked, box, journals, message, page, press, row, rows, tick
from tests.ui.window import state


def test_while_it_is_asked_nobody_says_that_everything_is_saved(reopened: Callable[[str], MainWindow]) -> None:
    window = reopened("edit(BACK, intro='Words nobody saved.')")
    assert state(window).startswith("There is unsaved work from before")
    press(box(window).leave)
    assert state(window) == "Everything is saved."


def test_the_box_fits_a_screen_at_200_percent(reopened: Callable[[str], MainWindow]) -> None:
    edits = "; ".join(f"edit_study({number}, title='Mine', summary='Mine ' * 400)" for number in range(5))
    window = reopened(f"edit(BACK, heading='Mine'); {edits}")
    least = box(window).minimumSizeHint().expandedTo(box(window).minimumSize())
    assert least.width() <= 960 - 16
    assert least.height() <= 540 - 48
    press(box(window).leave)


def test_what_was_typed_comes_back_by_field_and_undo_takes_it_away(
    reopened: Callable[[str], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    before = (sample_folder / BACK).read_bytes()
    window = reopened("edit(BACK, intro='Words nobody saved.', heading='A new heading'); edit_study(1, title='Mine')")
    name = "Title of the study “Mine”"
    assert [(what, ticked) for what, _, ticked in rows(window)][1:] == [
        ("Heading", True),
        ("Introduction", True),
        (name, True),
    ]
    was = page(window)
    tick(window, "Heading")
    press(box(window).back)
    assert page(window).intro == "Words nobody saved."
    assert page(window).heading == was.heading
    assert page(window).study_list[1].title == "Mine"
    assert window.session.unsaved_places == (BACK,)
    assert (sample_folder / BACK).read_bytes() == before, "nothing is applied to the files"
    window.editing.undo()
    assert page(window) == was
    window.editing.redo()
    with qtbot.waitSignal(window.saving.ended):
        window.save_page()
    assert b"Words nobody saved." in (sample_folder / BACK).read_bytes()
    qtbot.waitUntil(lambda: not journals())


def test_both_sides_are_shown_beside_each_other(reopened: Callable[[str], MainWindow]) -> None:
    window = reopened("edit(BACK, intro='Words nobody saved.')")
    asking = box(window)
    asking.list.setCurrentItem(row(window, "Introduction"))
    assert asking.texts.mine.toPlainText() == "Words nobody saved."
    assert asking.texts.theirs.toPlainText() == page(window).intro
    assert asking.texts.mine.extraSelections()
    press(asking.later)


def test_what_is_decided_later_is_offered_again_and_nothing_is_only_once(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, intro='Words nobody saved.')")
    for escape in (True, False):
        window = asked(open_window(sample_folder), qtbot)
        if escape:
            QTest.keyClick(box(window), Qt.Key.Key_Escape)
        else:
            press(box(window).later)
        assert window.session.unsaved_places == ()
        assert window.close()
    window = asked(open_window(sample_folder), qtbot)
    press(box(window).leave)
    assert window.session.unsaved_places == ()
    assert journals() == []
    assert "kept on this computer for a month" in message(window)
    assert window.close()
    window = open_window(sample_folder)
    for _ in range(2):
        window.commands["unsaved_work"].trigger()
        press(box(asked(window, qtbot)).leave)
    window.commands["unsaved_work"].trigger()
    press(box(asked(window, qtbot)).back)
    assert page(window).intro == "Words nobody saved."
    assert "month" not in message(window)
    with qtbot.waitSignal(window.recovery.said) as told:
        window.commands["unsaved_work"].trigger()
    assert told.args == ["There is no unsaved work from before."]


def test_what_was_not_ticked_can_be_asked_for(reopened: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = reopened("edit(BACK, intro='Mine.', name='My name')")
    item = box(window).list.topLevelItem(0).child(0)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    press(box(window).back)
    assert "Your changes are back." in message(window)
    assert "kept on this computer for a month" in message(window)
    assert (page(window).intro == "Mine.") != (page(window).name == "My name")
    window.commands["unsaved_work"].trigger()
    press(box(asked(window, qtbot)).back)
    assert (page(window).intro, page(window).name) == ("Mine.", "My name")


def test_a_change_that_the_file_has_seen_too_is_not_ticked(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, intro='Mine.', heading='My heading')")
    file = sample_folder / BACK
    file.write_bytes(file.read_bytes().replace(b"Pain in the back", b"Aches in the back", 1))
    window = asked(open_window(sample_folder), qtbot)
    assert [(what, ticked) for what, _, ticked in rows(window)][1:] == [("Heading", True), ("Introduction", False)]
    assert row(window, "Introduction").text(1) == "was changed in the file too"
    press(box(window).back)
    assert page(window).heading == "My heading"
    assert (page(window).intro or "").startswith("Aches in the back")


def test_pages_that_came_or_went_are_offered_whole(reopened: Callable[[str], MainWindow]) -> None:
    window = reopened("session.new_page('Wrist pain'); session.delete_page(HEAD)")
    assert rows(window) == [
        ("Headache & Migraine", "was deleted", True),
        ("Wrist pain", "is not in the folder", True),
    ]
    tick(window, "Headache")
    press(box(window).back)
    assert page(window, "conditions/wrist-pain.yaml").name == "Wrist pain"
    assert window.session.unsaved_places == ("conditions/wrist-pain.yaml",)
    assert page(window, HEAD).name


def test_a_file_that_has_to_be_mended_first_keeps_its_work_for_later(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, intro='Mine.'); edit(HEAD, intro='Also mine.', heading='Not wanted')")
    file = sample_folder / BACK
    before = file.read_bytes()
    file.write_bytes(b"\tbroken: [\n")
    window = asked(open_window(sample_folder), qtbot)
    assert rows(window)[0][1:] == ("kept until its file is mended", False)
    tick(window, "Heading")
    with qtbot.waitSignal(window.recovery.said) as said:
        press(box(window).back)
    assert page(window, HEAD).intro == "Also mine."
    assert window.session.unsaved_places == (HEAD,)
    back, kept = "Your changes are back. They are", "kept until the file is mended: Back, Hip, Knee & Leg Pain."
    assert said.args[0].startswith(back)
    assert kept in said.args[0]
    assert said.args[0].endswith("choose File, “Unsaved work from before...”."), "the heading was left out"
    with qtbot.waitSignal(window.saving.ended):
        window.save_all()
    assert window.close()
    window = open_window(sample_folder)
    qtbot.waitUntil(lambda: message(window).endswith(kept))
    assert window.recovery.box is None, "there is nothing to be asked yet"
    assert window.close()
    file.write_bytes(before)
    window = asked(open_window(sample_folder), qtbot)
    assert [what for what, *_ in rows(window)] == ["Back, Hip, Knee & Leg Pain", "Introduction"]
    press(box(window).back)
    assert page(window).intro == "Mine."
    assert len(journals()) == 1, "that of this program"


def test_what_is_saved_already_is_not_asked(open_window: OpenWindow, sample_folder: Path, qtbot: QtBot) -> None:
    edits = "edit(BACK, intro='Words.'); session.save(BACK); edit(BACK, intro=session.page(BACK).intro)"
    crash_after(sample_folder, edits)
    window = open_window(sample_folder)
    qtbot.waitUntil(lambda: not journals())
    assert window.recovery.box is None


def test_two_crashes_are_asked_one_after_the_other(open_window: OpenWindow, sample_folder: Path, qtbot: QtBot) -> None:
    crash_after(sample_folder, "edit(BACK, intro='First.')")
    crash_after(sample_folder, "edit(BACK, heading='Second.')")
    window = asked(open_window(sample_folder), qtbot)
    first = box(window)
    press(first.back)
    qtbot.waitUntil(lambda: window.recovery.box not in (None, first))
    press(box(window).back)
    assert (page(window).intro, page(window).heading) == ("First.", "Second.")


def test_what_came_back_stays_in_its_journal_while_no_other_can_be_written(
    reopened: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    window = reopened("edit(BACK, intro='Mine.')")
    (left,) = journals()
    with broken_disk(), qtbot.waitSignal(window.recovery.said):
        press(box(window).back)
    assert page(window).intro == "Mine."
    assert message(window).startswith("Your changes are back.")
    assert left in journals()


def test_what_was_put_off_can_be_asked_for(reopened: Callable[[str], MainWindow], qtbot: QtBot) -> None:
    window = reopened("edit(BACK, intro='Mine.')")
    press(box(window).later)
    window.commands["unsaved_work"].trigger()
    press(box(asked(window, qtbot)).back)
    assert page(window).intro == "Mine."


def test_where_there_are_no_locks_the_journal_of_the_window_itself_is_not_offered(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl", reason="Windows locks files on every drive")
    monkeypatch.setattr(fcntl, "flock", refuse_to_lock)
    crash_after(sample_folder, "edit(BACK, intro='Mine.')")
    window = asked(open_window(sample_folder), qtbot)
    press(box(window).back)
    (own,) = journals()
    crash_after(sample_folder, "edit(HEAD, intro='Also mine.')")
    window.recovery.start()
    asked(window, qtbot)
    assert [what for what, *_ in rows(window)] == ["Headache & Migraine", "Introduction"]
    press(box(window).leave)
    assert journals() == [own]


def refuse_to_lock(_file: object, _operation: int) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
