"""What a program had not saved when it ended is offered at the next start, and comes back by choice."""

from __future__ import annotations

import errno
import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QMessageBox,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
)
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.paths import app_data
from editor.session import read_file
from editor.ui.main_window import MainWindow
from editor.ui.recovery.recovery_box import RecoveryBox
from editor.ui.saving.closing_box import ClosingBox
from editor.ui.saving.not_saved_box import NotSavedBox
from tests.ui.failing_disks import broken_disk
from tests.ui.outside.colleague import NOTICED_MS
from tests.ui.records import named
from tests.ui.recovery.crashes import BACK, HEAD, crash_after
from tests.ui.window import box as text_box
from tests.ui.window import state

OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def reopened(open_window: OpenWindow, sample_folder: Path, qtbot: QtBot) -> Callable[[str], MainWindow]:
    """The window after a program made edits and crashed, with the question asked."""

    def reopen(edits: str) -> MainWindow:
        crash_after(sample_folder, edits)
        return asked(open_window(sample_folder), qtbot)

    return reopen


def asked(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: window.recovery.box is not None and window.recovery.box.isVisible())
    return window


def box(window: MainWindow) -> RecoveryBox:
    assert window.recovery.box is not None
    return window.recovery.box


def row(window: MainWindow, name: str) -> QTreeWidgetItem:
    items = QTreeWidgetItemIterator(box(window).list)
    while (item := items.value()) is not None:
        if item.text(0).startswith(name):
            return item
        items += 1
    raise AssertionError(name)


def rows(window: MainWindow) -> list[tuple[str, str, bool]]:
    """What is asked: its name, what is said of it, and whether it is ticked."""
    items, found = QTreeWidgetItemIterator(box(window).list), []
    while (item := items.value()) is not None:
        found.append((item.text(0), item.text(1), item.checkState(0) == Qt.CheckState.Checked))
        items += 1
    return found


def tick(window: MainWindow, name: str) -> None:
    """Click into the little box of a row."""
    tree, item = box(window).list, row(window, name)
    tree.scrollToItem(item)
    option = QStyleOptionViewItem()
    option.initFrom(tree)
    option.rect = tree.visualItemRect(item)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    place = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree).center()
    before = item.checkState(0)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert item.checkState(0) != before


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def let_it_look(window: MainWindow, qtbot: QtBot) -> None:
    """Wait for all that has begun in the background, whose two threads then have time to meet."""
    meeting, came = threading.Barrier(2), list[object]()
    for _ in range(meeting.parties):
        window.background.run(meeting.wait, came.append, came.append)
    qtbot.waitUntil(lambda: len(came) == meeting.parties)


def page(window: MainWindow, place: str = BACK) -> ConditionPage:
    found = window.session.page(place)
    assert found is not None
    return found


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def journals() -> list[str]:
    """What is still to be offered."""
    return [path.name for path in (app_data() / "journal").glob("*/*.journal")]


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


def test_words_kept_on_closing_as_they_could_not_be_saved_are_offered(
    open_window: OpenWindow, sample_folder: Path, qtbot: QtBot
) -> None:
    window = open_window(sample_folder)
    before = (sample_folder / BACK).read_bytes()
    QTest.keyClicks(text_box(window, "Introduction"), "Mine. ")
    (sample_folder / BACK).unlink()
    (sample_folder / BACK).mkdir()
    with qtbot.waitSignal(window.saving.ended):
        window.save_page()
    answer(window, NotSavedBox, "Keep editing")
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        answer(window, ClosingBox, "Close and keep my words")
    (sample_folder / BACK).rmdir()
    (sample_folder / BACK).write_bytes(before)
    window = asked(open_window(sample_folder), qtbot)
    press(box(window).back)
    assert (page(window).intro or "").startswith("Mine. ")


def answer(window: MainWindow, kind: type[QMessageBox], words: str) -> None:
    """Click a button of the one question of a kind."""
    (question,) = [found for found in window.findChildren(kind) if found.isVisible()]
    (button,) = [found for found in question.buttons() if found.text().replace("&", "") == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_a_save_takes_in_while_it_is_asked_is_not_undone_by_the_answer(
    reopened: Callable[[str], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    window = reopened("edit(BACK, heading='Mine.')")
    first = box(window)
    file = sample_folder / BACK
    file.write_bytes(file.read_bytes().replace(b"Pain in the back", b"Aches in the back", 1))
    window.following.take_now([read_file(window.session.folder, BACK)])  # as a save does
    press(first.back)
    assert (page(window).intro or "").startswith("Aches in the back")
    assert window.session.unsaved_places == ()
    assert message(window).startswith("The pages were changed meanwhile")
    assert box(window) is not first, "asked again"
    press(box(window).back)
    assert page(window).heading == "Mine."
    assert (page(window).intro or "").startswith("Aches in the back")
    with qtbot.waitSignal(window.following.said, timeout=NOTICED_MS):
        file.write_bytes(file.read_bytes().replace(b"Aches in the back", b"Pangs in the back", 1))


def test_a_file_broken_while_it_is_asked_keeps_its_work_and_holds_up_nothing(
    reopened: Callable[[str], MainWindow], sample_folder: Path
) -> None:
    window = reopened("edit(BACK, heading='Mine.')")
    (sample_folder / BACK).write_bytes(b"\tbroken: [\n")
    window.following.take_now([read_file(window.session.folder, BACK)])
    press(box(window).back)
    assert window.recovery.box is None, "there is nothing to be asked yet"
    assert len(journals()) == 1
    assert "kept until the file is mended" in message(window)
    (sample_folder / HEAD).write_bytes(b"name: Theirs\n")
    window.following.take([read_file(window.session.folder, HEAD)])
    assert page(window, HEAD).name == "Theirs"
