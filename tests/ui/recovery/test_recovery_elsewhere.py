"""What was not saved of a content folder that is somewhere else by now."""

from __future__ import annotations

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.recovery.crashes import crash_after
from tests.ui.recovery.question import OpenWindow, asked, box, let_it_look, message, page, press


def test_work_on_a_folder_that_was_moved_is_offered_where_it_is_now(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, intro='Mine.'); edit_study(0, title='Mine too')")
    moved = sample_folder.rename(sample_folder.with_name("moved"))
    window = asked(open_window(moved), qtbot)
    press(box(window).back)
    assert page(window).intro == "Mine."
    assert page(window).study_list[0].title == "Mine too"


def test_work_that_may_be_of_another_folder_stays_for_that_where_nothing_is_brought_back(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, intro='Mine.')")
    away = sample_folder.rename(sample_folder.with_name("away"))
    window = asked(open_window(Path(shutil.copytree(away, away.with_name("copy")))), qtbot)
    press(box(window).leave)
    assert window.close()
    away.rename(sample_folder)
    window = asked(open_window(sample_folder), qtbot)
    press(box(window).back)
    assert page(window).intro == "Mine."


def test_of_a_folder_that_was_moved_nothing_is_asked_twice_and_all_can_still_be_asked_for(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, intro='Mine.')")
    moved = sample_folder.rename(sample_folder.with_name("moved"))
    window = asked(open_window(moved), qtbot)
    press(box(window).leave)
    assert window.close()
    window = open_window(moved)
    let_it_look(window, qtbot)
    assert window.recovery.box is None
    window.commands["unsaved_work"].trigger()
    press(box(asked(window, qtbot)).back)
    assert page(window).intro == "Mine."
    window.commands["unsaved_work"].trigger()
    qtbot.waitUntil(lambda: message(window) == "There is no unsaved work from before.")
