"""A later start begins where one was: folder, page, view, study, and the window as it stood."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QToolButton
from pytestqt.qtbot import QtBot

from editor.paths import app_data
from editor.storage.settings import SETTINGS_FILE, FolderSettings, Settings, SettingsFile, WindowSettings
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.record_form import RecordForm
from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.pages.arrangement import Arrangement, Only, Order
from editor.ui.panes import LEAST_PREVIEW
from editor.ui.starting.offers import OfferWindow
from tests.conftest import ROOT
from tests.journeys.content_under_git import SECONDS, program_settings
from tests.ui.records import named
from tests.ui.starting.program_windows import Starts, close, is_shown, opened
from tests.ui.starting.program_windows import offers as offers_shown
from tests.ui.window import CTRL, box, choose

BACK_PAIN = "conditions/back-hip-knee-leg-pain.yaml"
MIGRAINE = "conditions/headache-and-migraine.yaml"


@pytest.fixture
def again(starts: Starts, qtbot: QtBot) -> Callable[[MainWindow], MainWindow]:
    """Close the window and start the program again, without a folder."""

    def start_again(window: MainWindow) -> MainWindow:
        close(window, qtbot)
        return starts.window()

    return start_again


def remember(window: WindowSettings, *folders: FolderSettings) -> None:
    def change(_settings: Settings) -> Settings:
        return Settings(folders, window)

    SettingsFile().update(change)


def test_the_page_its_view_and_the_study_are_there_again(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow]
) -> None:
    window = starts.window(sample_folder)
    assert window.editing.place == BACK_PAIN
    choose(window, "Headache")
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    for _ in range(2):
        QTest.keyClick(window.view.studies.table, Qt.Key.Key_Down)
    study = window.editing.study
    assert study is not None and study.title
    window = again(window)
    assert window.session.folder.root == sample_folder
    assert window.editing.place == MIGRAINE
    assert window.view.shows_studies
    assert window.editing.study is not None
    assert window.editing.study.title == study.title
    assert window.view.studies.table.currentIndex().row() == 2
    assert not window.view.page_form.findChildren(TextBox)  # a start has no time for what nobody sees
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    assert named(window.view.page_form, "Name", TextBox).text() == "Headache & Migraine"


def test_the_folders_of_the_last_exports_are_known_again(
    starts: Starts, sample_folder: Path, tmp_path: Path, again: Callable[[MainWindow], MainWindow]
) -> None:
    window = starts.window(sample_folder)
    website, mail = str(tmp_path / "website"), str(tmp_path / "mail")
    window.exporting.exported_to, window.exporting.emailed_to = website, mail
    window = again(window)
    assert (window.exporting.exported_to, window.exporting.emailed_to) == (website, mail)


def test_who_answered_a_problem_last_is_known_again(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow]
) -> None:
    window = starts.window(sample_folder)
    window.problems.answering.name = "Mei"
    assert again(window).problems.answering.name == "Mei"


def test_the_shared_texts_are_there_again_with_a_page_in_the_preview(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> None:
    window = starts.window(sample_folder)
    choose(window, "Shared texts")
    window = again(window)
    assert window.editing.place == "site.yaml"
    qtbot.waitUntil(window.preview.is_current)


def test_each_folder_has_a_page_of_its_own(starts: Starts, sample_folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    program = starts.start(sample_folder)
    choose(opened(program, qtbot), "Headache")
    program.open(other)
    assert opened(program, qtbot, other).editing.place == BACK_PAIN
    program.open(sample_folder)
    assert opened(program, qtbot, sample_folder).editing.place == MIGRAINE
    assert starts.window(other).editing.place == BACK_PAIN
    assert starts.window(sample_folder).editing.place == MIGRAINE


def test_a_page_that_is_gone_gives_way_to_the_first(starts: Starts, sample_folder: Path) -> None:
    window = starts.window(sample_folder)
    choose(window, "Headache")
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    starts.end()
    (sample_folder / MIGRAINE).unlink()
    window = starts.window()
    assert window.editing.place == BACK_PAIN
    assert not window.view.shows_studies


def test_a_study_that_is_gone_gives_way_to_the_first(starts: Starts, sample_folder: Path) -> None:
    page = FolderSettings(str(sample_folder), page=BACK_PAIN, shows_studies=True, study="Deleted by a colleague")
    remember(WindowSettings(), page)
    window = starts.window()
    assert window.view.shows_studies
    assert window.view.studies.table.currentIndex().row() == 0


def test_panes_columns_and_order_are_as_they_were(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> None:
    window = starts.window(sample_folder)
    window.resize(1270, 700)
    handle = window.panes.handle(2)
    before = window.preview.width()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 100))
    QTest.mouseMove(handle, QPoint(-59, 100))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 100))
    assert window.preview.width() > before + 40
    window.view.studies.table.shown_columns = ("date", "title", "journal", "authors")
    header = window.view.studies.table.header
    header.moveSection(0, 2)
    header.column_widths = (("journal", 123),)
    window.pages.finder.arrange.arrange(Arrangement(Order.STUDIES))
    before = window.preview.width()
    window.commands["list"].trigger()
    qtbot.waitUntil(lambda: window.preview.width() != before)
    wide = window.preview.width()
    window = again(window)
    assert not window.panes.list_shown()
    assert abs(window.preview.width() - wide) <= 4
    assert window.view.studies.table.shown_columns == ("date", "title", "journal", "authors")
    header = window.view.studies.table.header
    assert header.visual_columns()[:3] == (1, 2, 0)
    assert header.column_widths == (("journal", 123),)
    assert window.pages.finder.arrange.arrangement == Arrangement(Order.STUDIES)
    window.commands["list"].trigger()
    window.commands["preview"].trigger()
    window = again(window)
    assert window.panes.list_shown() and not window.panes.preview_shown()
    window.commands["preview"].trigger()
    assert window.preview.isVisible()
    assert window.preview.width() >= LEAST_PREVIEW


def heights(window: MainWindow) -> list[int]:
    """Of the table of studies and of the card below it."""
    (split,) = window.view.studies.findChildren(QSplitter)
    return split.sizes()


def test_table_and_card_share_the_height_as_they_did(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow]
) -> None:
    window = starts.window(sample_folder)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    usual = heights(window)
    (split,) = window.view.studies.findChildren(QSplitter)
    handle = split.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    QTest.mouseMove(handle, QPoint(50, 81))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 1))
    moved = heights(window)
    assert moved[0] > usual[0] + 60
    window = again(window)
    assert abs(heights(window)[0] - moved[0]) <= 4
    choose(window, "Shared texts")
    window = again(again(window))  # starts in which nobody sees the studies forget nothing
    choose(window, "Headache")
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert abs(heights(window)[0] - moved[0]) <= 4


def test_sizes_that_make_no_sense_leave_table_and_card_to_be_seen(starts: Starts, sample_folder: Path) -> None:
    page = FolderSettings(str(sample_folder), page=BACK_PAIN, shows_studies=True)
    remember(WindowSettings(study_split=(60_000, -5)), page)
    assert min(heights(starts.window())) > 60


def heading(form: RecordForm[Any], words: str) -> QToolButton:
    (found,) = [button for button in form.findChildren(QToolButton) if button.text() == words]
    return found


def test_groups_are_open_and_closed_as_they_were_in_another_folder_too(
    starts: Starts, sample_folder: Path, tmp_path: Path, again: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> None:
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    program = starts.start(sample_folder)
    window = opened(program, qtbot)
    assert box(window, "Introduction").isVisible()
    for words in ("Top of the page", "Search engines and addresses"):
        QTest.mouseClick(heading(window.view.page_form, words), Qt.MouseButton.LeftButton)
    choose(window, "Shared texts")
    QTest.mouseClick(heading(window.view.site_form, "The website"), Qt.MouseButton.LeftButton)
    program.open(other)
    window = opened(program, qtbot, other)
    assert not box(window, "Introduction").isVisible()
    assert box(window, "Other names").isVisible()
    choose(window, "Shared texts")
    assert named(window.view.site_form, "Language", TextBox).isVisible()
    window = again(again(window))
    choose(window, "Headache")
    assert not box(window, "Introduction").isVisible()
    QTest.mouseClick(heading(window.view.page_form, "Top of the page"), Qt.MouseButton.LeftButton)
    assert box(again(window), "Introduction").isVisible()


def shown_note(window: MainWindow) -> list[str]:
    return [label.text() for label in window.pages.finder.findChildren(QuietLine) if label.isVisible() and label.text()]


def test_which_pages_the_list_shows_is_known_again_for_each_folder(
    starts: Starts, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    program = starts.start(sample_folder)
    window = opened(program, qtbot)
    window.pages.finder.arrange.arrange(Arrangement(Order.STATUS, Only.DRAFTS))
    note = ["Drafts: 0 of 2 pages", "There is no such page now."]
    qtbot.waitUntil(lambda: shown_note(window) == note)
    program.open(other)
    assert opened(program, qtbot, other).pages.finder.arrange.arrangement == Arrangement(Order.STATUS, Only.ALL)
    window = starts.window(sample_folder)
    assert window.pages.finder.arrange.arrangement == Arrangement(Order.STATUS, Only.DRAFTS)
    qtbot.waitUntil(lambda: shown_note(window) == note)
    assert window.editing.page is not None


def test_a_start_does_not_look_for_what_is_unsaved(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow]
) -> None:
    window = starts.window(sample_folder)
    window.pages.finder.arrange.arrange(Arrangement(only=Only.UNSAVED))
    assert again(window).pages.finder.arrange.arrangement == Arrangement()


def test_names_of_a_later_version_mean_the_usual(starts: Starts, sample_folder: Path) -> None:
    later = WindowSettings(list_order="COLOUR", page_groups=("colour",), site_groups=("name", "colour"))
    remember(later, FolderSettings(str(sample_folder), list_choice="BLUE"))
    window = starts.window()
    assert window.pages.finder.arrange.arrangement == Arrangement()
    assert box(window, "Introduction").isVisible()


def test_something_is_left_to_see_whatever_was_hidden(starts: Starts, sample_folder: Path) -> None:
    everything = WindowSettings(hidden_panes=("list", "page", "preview", "more"), pane_sizes=(-5, 0, 60_000))
    remember(everything, FolderSettings(str(sample_folder)))
    window = starts.window()
    assert window.panes.page_shown()
    assert window.view.width() >= 300


def test_the_window_stands_where_it_stood(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> None:
    window = starts.window(sample_folder)
    window.setGeometry(60, 70, 1111, 650)
    qtbot.waitUntil(lambda: window.geometry().size().width() == 1111)
    stood = window.geometry()
    window = again(window)
    qtbot.waitExposed(window)
    assert window.size() == stood.size()
    assert (window.geometry().topLeft() - stood.topLeft()).manhattanLength() <= 60  # as far as its manager lets it


@pytest.mark.parametrize("place", [(5000, 4000, 1200, 700), (-3000, 10, 1200, 700), (40, 60, 9000, 9000)])
def test_on_a_screen_that_is_gone_or_smaller_it_can_be_seen(
    starts: Starts, sample_folder: Path, place: tuple[int, int, int, int]
) -> None:
    remember(WindowSettings(place=place), FolderSettings(str(sample_folder)))
    window = starts.window()
    assert any(screen.availableGeometry().contains(window.geometry()) for screen in QApplication.screens())


def test_a_maximised_window_is_so_again_and_knows_its_other_size(
    starts: Starts, sample_folder: Path, again: Callable[[MainWindow], MainWindow], qtbot: QtBot
) -> None:
    remember(WindowSettings(place=(60, 70, 1111, 650), is_maximised=True), FolderSettings(str(sample_folder)))
    window = starts.window()
    assert window.isMaximized()
    window = again(window)
    assert window.isMaximized()
    assert SettingsFile().read().window.place[2:] == (1111, 650)
    window.showNormal()
    qtbot.waitUntil(lambda: window.size().width() == 1111)


def test_it_is_kept_without_waiting_for_the_end(starts: Starts, sample_folder: Path, qtbot: QtBot) -> None:
    window = starts.window(sample_folder)
    choose(window, "Headache")
    qtbot.waitUntil(lambda: SettingsFile().read().folder(sample_folder).page == MIGRAINE)
    assert SettingsFile().read().folders[0].clinic.startswith("Sample Street")


def test_settings_that_make_no_sense_stop_no_start(starts: Starts) -> None:
    file = SettingsFile()
    file.path.parent.mkdir(parents=True)
    file.path.write_bytes(b'{"folders": [{"root": "\\u0000"')
    starts.start()
    assert "Try it with sample pages" in offers_shown()


def test_a_folder_that_cannot_be_read_is_not_forgotten(starts: Starts, sample_folder: Path, qtbot: QtBot) -> None:
    known = FolderSettings(str(sample_folder), "The Clinic", MIGRAINE, shows_studies=True)
    remember(WindowSettings(), known)
    shutil.rmtree(sample_folder)
    starts.start()
    qtbot.waitUntil(lambda: is_shown(OfferWindow))
    starts.end()
    assert SettingsFile().read().folders == (known,)


def test_a_folder_without_pages_is_remembered_too(starts: Starts, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("name: The Clinic\n", encoding="utf-8")
    starts.window(tmp_path)
    starts.end()
    assert replace(SettingsFile().read().folders[0], page="") == FolderSettings(str(tmp_path), "The Clinic")


def test_taking_a_picture_is_not_remembered(sample_folder: Path, tmp_path: Path) -> None:
    remember(WindowSettings(place=(0, 0, 700, 500)), FolderSettings(str(sample_folder), page=MIGRAINE))
    before = SettingsFile().path.read_bytes()
    command = [sys.executable, "-m", "editor", str(sample_folder), "--picture", str(tmp_path / "window.png")]
    done = subprocess.run(command, cwd=ROOT, env=program_settings(), capture_output=True, timeout=SECONDS, check=False)
    assert done.returncode == 0
    assert SettingsFile().path.read_bytes() == before


def test_settings_that_cannot_be_read_are_mentioned_once(
    starts: Starts, sample_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app_data().mkdir(parents=True, exist_ok=True)
    (app_data() / SETTINGS_FILE).write_bytes(b'{"folders": [{"root"')
    program = starts.start(sample_folder)
    message = named(opened(program, qtbot), "Message", QLabel)
    qtbot.waitUntil(lambda: "could not be read. Your pages are not affected." in message.text())
    assert len(list(app_data().glob("settings-unreadable-*.json"))) == 1
    other = Path(shutil.copytree(sample_folder, tmp_path / "other"))
    program.open(other)
    assert nothing_is_said(opened(program, qtbot, other), qtbot)
    assert nothing_is_said(starts.window(sample_folder), qtbot)


def nothing_is_said(window: MainWindow, qtbot: QtBot) -> bool:
    qtbot.wait(50)
    return named(window, "Message", QLabel).text() == ""
