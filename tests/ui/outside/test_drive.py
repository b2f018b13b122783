"""A content folder that goes away, as network drives do, and returns: nothing is lost, and all goes on by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from editor.paths import app_data
from editor.storage.folder_watch import READ_IN_TURN
from editor.ui.main_window import MainWindow
from editor.ui.outside.watching import Watching
from editor.ui.pages.search_box import SearchBox
from tests.ui.office import Office
from tests.ui.outside.colleague import BACK, HEAD, NOTICED_MS, Colleague
from tests.ui.outside.dead_drive import DeadDrive
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose, state, type_name

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no folder can be taken away there while it is read")

AWAY = "Can't reach the clinic drive. Your work is safe here."
AWAY_STATE = "Your work is safe here; can't reach the clinic drive."


class NetworkDrive:
    """Takes the window's folder away, and brings it back."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window = window
        self._qtbot = qtbot
        self.root = window.session.folder.root
        self.elsewhere = self.root.with_name("elsewhere")

    def go(self) -> None:
        self.root.rename(self.elsewhere)

    def come_back(self) -> None:
        self.elsewhere.rename(self.root)

    def go_and_be_missed(self) -> None:
        self.go()
        self.wait_until_missed()

    def wait_until_missed(self) -> None:
        self._window.watching.look_soon()
        self._qtbot.waitUntil(lambda: self._window.watching.is_away, timeout=NOTICED_MS)

    def come_back_and_be_seen(self) -> None:
        with self._qtbot.waitSignal(self._window.watching.returned, timeout=NOTICED_MS):
            self.come_back()

    @property
    def words(self) -> str:
        """What the strip under the tool bar says, if it is in sight."""
        return self._window.drive.text() if self._window.drive.isVisible() else ""


@pytest.fixture
def drive(window: MainWindow, qtbot: QtBot) -> Iterator[NetworkDrive]:
    drive = NetworkDrive(window, qtbot)
    yield drive
    if drive.elsewhere.exists():
        drive.come_back()


def press_save(window: MainWindow) -> None:
    QTest.keyClick(box(window, "Name"), Qt.Key.Key_S, CTRL)


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [found for found in window.findChildren(QMessageBox) if found.isVisible()]


def text_of(window: MainWindow, place: str) -> str:
    return (window.session.folder.root / place).read_text(encoding="utf-8")


def test_while_the_drive_is_away_a_strip_says_so_and_that_the_work_is_safe(
    window: MainWindow, drive: NetworkDrive
) -> None:
    assert drive.words == ""
    drive.go_and_be_missed()
    assert drive.words.startswith(AWAY)
    assert drive.words.endswith("put on the drive as soon as it is back.")
    assert boxes(window) == []
    drive.come_back_and_be_seen()
    assert drive.words == ""


def test_a_drive_that_is_away_for_a_moment_is_not_missed(
    window: MainWindow, drive: NetworkDrive, colleague: Colleague, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(window.watching.lost):
        colleague.wait_for_looks(1)
        drive.go()
        colleague.wait_for_looks(1)
        drive.come_back()
        colleague.wait_for_looks(3)
    assert colleague.told == []


def test_everything_stays_editable_and_the_journal_keeps_it(window: MainWindow, drive: NetworkDrive) -> None:
    drive.go_and_be_missed()
    type_name(window, "Neck ")
    choose(window, "Headache")
    QTest.keyClicks(box(window, "Name"), "My ")
    assert window.session.unsaved_places == (BACK, HEAD)
    assert state(window) == AWAY_STATE
    window.journaling.flush()
    (journal,) = app_data().rglob("*.journal")
    assert b"Neck" in journal.read_bytes()
    assert b"My" in journal.read_bytes()
    drive.come_back_and_be_seen()
    assert window.session.unsaved_places == (BACK, HEAD)  # nobody asked to save it
    assert state(window) == "2 pages have changes not saved yet."


def test_what_is_saved_meanwhile_is_on_the_drive_once_it_is_back(
    window: MainWindow, drive: NetworkDrive, qtbot: QtBot
) -> None:
    before = text_of(window, HEAD)
    drive.go_and_be_missed()
    type_name(window, "Neck ")
    press_save(window)
    assert boxes(window) == []
    assert drive.words.startswith(AWAY)
    assert "“Neck Back, Hip, Knee & Leg Pain” is saved by itself as soon as the drive is back." in drive.words
    assert state(window) == AWAY_STATE
    choose(window, "Headache")
    type_name(window, "My ")
    with qtbot.waitSignal(window.saving.ended, timeout=NOTICED_MS):
        drive.come_back()
    assert 'name: "Neck Back, Hip, Knee & Leg Pain"' in text_of(window, BACK)
    assert text_of(window, HEAD) == before
    assert window.session.unsaved_places == (HEAD,)
    assert drive.words == ""
    assert boxes(window) == []


def test_a_save_finds_out_by_itself_that_the_drive_is_away(
    window: MainWindow, drive: NetworkDrive, qtbot: QtBot
) -> None:
    type_name(window, "Neck ")
    choose(window, "Headache")
    type_name(window, "My ")
    drive.go()
    with qtbot.waitSignal(window.saving.ended) as ended:
        window.commands["save_all"].trigger()
    assert ended.args == [False]
    assert boxes(window) == []
    assert drive.words.startswith(AWAY)
    assert "2 pages are saved by themselves" in drive.words
    with qtbot.waitSignal(window.saving.ended, timeout=NOTICED_MS) as ended:
        drive.come_back()
    assert ended.args == [True]
    assert window.session.unsaved_places == ()
    assert "Neck Back" in text_of(window, BACK)
    assert "My Headache" in text_of(window, HEAD)


def test_a_save_that_is_undone_meanwhile_is_not_made(window: MainWindow, drive: NetworkDrive) -> None:
    before = text_of(window, BACK)
    drive.go_and_be_missed()
    type_name(window, "Neck ")
    press_save(window)
    window.commands["undo"].trigger()
    assert "is saved by itself" not in drive.words
    drive.come_back_and_be_seen()
    assert window.saving.running is None
    assert text_of(window, BACK) == before


def test_what_others_have_changed_meanwhile_is_told_before_the_saves_run(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    places = [f"conditions/page-{number:03}.yaml" for number in range(3 * READ_IN_TURN)]
    for place in places:
        (sample_folder / place).write_text("name: Page\n", encoding="utf-8")
    window = open_window(sample_folder)
    drive = NetworkDrive(window, qtbot)
    drive.go_and_be_missed()
    type_name(window, "Neck ")
    press_save(window)
    for place in places:
        path = drive.elsewhere / place
        status = path.stat()
        path.write_text("name: Egap\n", encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    order: list[str] = []
    window.watching.changed.connect(lambda files: order.extend(["changed"] * len(files)))  # on a busy PC in two parts
    window.watching.returned.connect(lambda: order.append("returned"))
    window.saving.ended.connect(lambda: order.append("saved"))
    with qtbot.waitSignal(window.saving.ended, timeout=NOTICED_MS):
        drive.come_back()
    assert order == [*["changed"] * len(places), "returned", "saved"]


def test_the_empty_place_of_a_drive_is_no_deletion_of_all_pages(
    window: MainWindow, drive: NetworkDrive, colleague: Colleague, qtbot: QtBot
) -> None:
    drive.go()
    drive.root.mkdir()
    drive.wait_until_missed()
    type_name(window, "Neck ")
    press_save(window)
    assert list(drive.root.iterdir()) == []
    assert drive.words.startswith(AWAY)
    drive.root.rmdir()
    with qtbot.waitSignal(window.saving.ended, timeout=NOTICED_MS):
        drive.come_back()
    assert "Neck" in text_of(window, BACK)
    assert colleague.told == []


def test_lists_search_and_preview_go_on_without_the_drive(
    window: MainWindow, drive: NetworkDrive, qtbot: QtBot
) -> None:
    intro = box(window, "Introduction")
    QTest.keyClicks(intro, "![A knee](images/knee.png) ")
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    drive.go_and_be_missed()
    QTest.keyClicks(intro, "![A hip](images/hip.png) ")
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    choose(window, "Headache")
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    QTest.keyClicks(window.findChild(SearchBox), "knee")
    qtbot.waitUntil(lambda: not window.pages.finder.is_looking)
    assert window.pages.finder.list.model().rowCount() > 0
    assert named(window, "Message", QLabel).text() == ""


def test_closing_asks_as_always_and_save_all_keeps_the_window(
    window: MainWindow, drive: NetworkDrive, qtbot: QtBot
) -> None:
    drive.go_and_be_missed()
    type_name(window, "Neck ")
    window.close()
    (question,) = boxes(window)
    (save_all,) = [button for button in question.buttons() if button.text().replace("&", "") == "Save all"]
    with qtbot.waitSignal(window.closing.declined):
        QTest.mouseClick(save_all, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    assert "is saved by itself" in drive.words


@pytest.fixture
def mounted(tmp_path: Path, whole_sample: Path) -> Iterator[Path]:
    """The sample on a file system of its own, which can be taken away."""
    place = tmp_path / "mounted"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not mount(whole_sample, place):
        pytest.skip("only root on Linux, where it may mount something, can take a drive away")
    yield place
    unmount(place)


def mount(source: Path, place: Path) -> bool:
    return subprocess.run(["mount", "--bind", source, place], capture_output=True, check=False).returncode == 0


def unmount(place: Path) -> None:
    subprocess.run(["umount", "--lazy", place], capture_output=True, check=False)


def test_a_drive_that_is_unmounted_and_mounted_again(
    open_window: Callable[[Path], MainWindow], mounted: Path, whole_sample: Path, qtbot: QtBot
) -> None:
    window = open_window(mounted)
    drive = NetworkDrive(window, qtbot)
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    unmount(mounted)
    drive.wait_until_missed()
    type_name(window, "Neck ")
    press_save(window)
    assert drive.words.startswith(AWAY)
    assert list(mounted.iterdir()) == []
    with qtbot.waitSignal(window.saving.ended, timeout=NOTICED_MS):
        assert mount(whole_sample, mounted)
    assert window.session.unsaved_places == ()
    assert "name: Neck " in text_of(window, window.editing.place).replace('"', "")
    assert drive.words == ""


def test_a_drive_that_does_not_answer_holds_up_no_key(
    open_window: Callable[[Path], MainWindow], dead_drive: DeadDrive, sample_folder: Path, qtbot: QtBot
) -> None:
    window = open_window(dead_drive.at(sample_folder))
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    with qtbot.waitSignal(window.watching.looked, timeout=NOTICED_MS):
        window.watching.look_soon()
    dead_drive.answers.clear()
    window.watching.look_soon()
    qtbot.waitUntil(lambda: bool(dead_drive.asked_by), timeout=NOTICED_MS)
    type_name(window, "Neck ")
    choose(window, "Headache")
    type_name(window, "My ")
    qtbot.waitUntil(lambda: window.stands, timeout=15_000)
    window.journaling.flush()
    assert "MainThread" not in dead_drive.asked_by
    dead_drive.answers.set()
    with qtbot.waitSignal(window.saving.ended) as ended:
        window.commands["save_all"].trigger()
    assert ended.args == [True]


def test_a_drive_that_does_not_answer_a_save_counts_as_away_until_it_does(
    dead_drive: DeadDrive, sample_folder: Path, qtbot: QtBot
) -> None:
    office = Office(dead_drive.at(sample_folder), qtbot)
    watching = Watching(office.editing, office.saving, office.window, longest_ms=300)
    with qtbot.waitSignal(watching.looked):
        watching.start()
    office.change(BACK, "Neck")
    dead_drive.answers.clear()
    office.saving.save([BACK])
    with qtbot.waitSignal(watching.lost, timeout=NOTICED_MS):
        watching.look_soon()
    assert office.saving.running == BACK
    with qtbot.waitSignal(watching.returned, timeout=NOTICED_MS):
        dead_drive.answers.set()
    assert 'name: "Neck"' in office.text_of(BACK)
    assert not office.has_box()
    watching.close()
    office.end()


def test_a_drive_that_does_not_answer_for_long_counts_as_away_until_it_does(
    dead_drive: DeadDrive, sample_folder: Path, qtbot: QtBot
) -> None:
    office = Office(dead_drive.at(sample_folder), qtbot)
    watching = Watching(office.editing, office.saving, office.window, longest_ms=300)
    with qtbot.waitSignal(watching.looked):
        watching.start()
    dead_drive.answers.clear()
    with qtbot.waitSignal(watching.lost, timeout=NOTICED_MS):
        watching.look_soon()
    office.change(BACK, "Neck")
    office.saving.save([BACK])
    assert office.saving.running is None
    assert office.saving.for_later == (BACK,)
    assert not office.has_box()
    with qtbot.waitSignal(office.saving.ended, timeout=NOTICED_MS) as ended:
        dead_drive.answers.set()
    assert ended.args == [True]
    assert 'name: "Neck"' in office.text_of(BACK)
    watching.close()
    office.end()
