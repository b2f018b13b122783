"""The whole window on a real folder, with the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.storage import ContentFolder
from editor.ui.condition_list import ConditionList
from editor.ui.main_window import MainWindow
from editor.ui.panes import LEAST_PREVIEW, LIST_WIDTHS
from editor.ui.text_box import LEAST_HEIGHT, TextBox
from tests.ui.records import named

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[[Path], MainWindow]]:
    windows: list[MainWindow] = []

    def open_folder(folder: Path) -> MainWindow:
        window = MainWindow(ContentFolder(folder))
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: not window.opening.is_reading)
        return window

    yield open_folder
    for window in windows:
        window.closing.discard()
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[[Path], MainWindow], sample_folder: Path) -> MainWindow:
    return open_window(sample_folder)


def box(window: MainWindow, name: str) -> TextBox:
    return named(window.view.page_form, name, TextBox)


def state(window: MainWindow) -> str:
    return named(window, "Is my work safe?", QLabel).text()


def choose(window: MainWindow, name: str) -> None:
    pages = named(window, "Pages", ConditionList)
    model = pages.model()
    (row,) = [row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(name)]
    at = pages.visualRect(model.index(row, 0)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_it_opens_on_the_first_page_with_everything_saved(window: MainWindow) -> None:
    assert window.windowTitle().startswith("Back, Hip, Knee & Leg Pain[*] - Sample Street")
    assert window.windowTitle().endswith(" - Clinic Page Editor")
    assert not window.isWindowModified()
    assert state(window) == "Everything is saved."


def test_a_letter_typed_is_unsaved_until_it_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    assert window.isWindowModified()
    assert state(window) == "1 page has changes not saved yet."
    assert window.windowTitle().startswith("xBack, Hip")
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(box(window, "Name"), Qt.Key.Key_S, CTRL)
    assert not window.isWindowModified()
    assert state(window).startswith("Saved ")


def test_undo_in_a_box_takes_back_what_was_done_anywhere(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    intro = box(window, "Introduction")
    before = intro.text()
    QTest.keyClicks(intro, "yz")
    QTest.keyClick(box(window, "Name"), Qt.Key.Key_Z, CTRL)
    assert intro.text() == before
    QTest.keyClick(box(window, "Name"), Qt.Key.Key_Z, CTRL)
    assert not window.isWindowModified()


def test_undo_first_goes_to_the_page_of_the_step(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    choose(window, "Headache")
    assert window.windowTitle().startswith("Headache")
    window.commands["undo"].trigger()
    assert window.windowTitle().startswith("xBack")
    assert "once more" in named(window, "Message", QLabel).text()
    window.commands["undo"].trigger()
    assert window.windowTitle().startswith("Back")


def test_from_the_studies_one_comes_to_the_shared_texts_and_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    choose(window, "Shared texts")
    assert named(window.view.site_form, "Research heading", TextBox).isVisible()
    choose(window, "Headache")
    assert box(window, "Name").text() == "Headache & Migraine"


def test_shared_texts_are_edited_in_one_place(window: MainWindow, qtbot: QtBot, sample_folder: Path) -> None:
    choose(window, "Shared texts")
    assert not window.view.studies.isVisible()
    QTest.keyClicks(named(window.view.site_form, "Research heading", TextBox), "New: ")
    assert state(window) == "The shared texts have changes not saved yet."
    with qtbot.waitSignal(window.saving.ended):
        window.commands["save_all"].trigger()
    assert "New: What researchers" in (sample_folder / "site.yaml").read_text(encoding="utf-8")


def test_shared_texts_take_no_words_before_they_are_read(qtbot: QtBot, sample_folder: Path) -> None:
    (sample_folder / "site.yaml").rename(sample_folder / "site.yml")
    window = MainWindow(ContentFolder(sample_folder))
    qtbot.addWidget(window)
    window.show()
    try:
        name = window.view.site_form.first_box()
        assert not name.isVisible()
        QTest.keyClicks(name, "Too early")
        assert window.session.unsaved_places == ()
        qtbot.waitUntil(lambda: not window.opening.is_reading)
        assert window.windowTitle().startswith("Back, Hip, Knee & Leg Pain")
        assert not (sample_folder / "site.yaml").exists()
    finally:
        window.close()


def test_a_second_site_file_is_told_where_the_shared_texts_are(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "site.yml").write_bytes((sample_folder / "site.yaml").read_bytes())
    window = open_window(sample_folder)
    assert window.view.problems.isHidden()
    choose(window, "Shared texts")
    assert window.view.problems.isVisible()
    assert "site.yml" in window.view.problems.text()
    assert window.view.site_form.first_box().isVisible()


def test_a_broken_file_is_listed_explained_and_left_alone(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    broken = sample_folder / "conditions" / "knee.yaml"
    broken.write_text("name: Knee\nintro: [\n", encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "knee")
    assert window.view.problems.isVisible()
    assert "conditions/knee.yaml" in window.view.problems.text()
    assert not window.commands["save"].isEnabled()
    assert not window.commands["add_study"].isEnabled()
    choose(window, "Back")
    assert not window.view.problems.isVisible()
    assert broken.read_text(encoding="utf-8") == "name: Knee\nintro: [\n"


def test_the_preview_says_that_a_broken_page_cannot_be_shown(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: [\n", encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "knee")
    words = [label.text() for label in window.preview.findChildren(QLabel) if label.isVisible()]
    assert words == ["This page can't be shown."]


def test_why_a_folder_cannot_be_read_stays_in_sight(open_window: Callable[[Path], MainWindow], tmp_path: Path) -> None:
    window = open_window(tmp_path / "gone")
    assert "gone cannot be found" in state(window)
    assert "gone cannot be found" in window.view.problems.text()
    assert window.view.problems.isVisible()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton)
    window.show_now()
    assert "gone cannot be found" in state(window)
    assert window.view.problems.isVisible()


def test_nothing_is_exported_before_all_is_read(qtbot: QtBot, sample_folder: Path) -> None:
    window = MainWindow(ContentFolder(sample_folder))
    qtbot.addWidget(window)
    export_all = window.commands["export_all"]
    assert (export_all.isEnabled(), export_all.toolTip()) == (False, "The pages are still being read.")
    qtbot.waitUntil(lambda: not window.opening.is_reading)
    assert export_all.isEnabled()
    window.close()


def test_a_page_with_problems_is_shown_but_takes_no_keys(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "conditions" / "knee.yaml").write_text(
        "name: Knee\nname: Knees\nintro: Hurts.\n", encoding="utf-8"
    )
    window = open_window(sample_folder)
    choose(window, "Knees")
    QTest.keyClicks(box(window, "Introduction"), "x")
    assert box(window, "Introduction").text() == "Hurts."
    assert "can be read, but not changed" in window.view.problems.text()
    assert window.session.unsaved_places == ()


def test_adding_a_study_goes_to_its_title(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    title = named(window.view.studies.card, "Title", TextBox)
    qtbot.waitUntil(title.hasFocus)
    assert title.text() == ""
    assert window.editing.page is not None
    assert len(window.editing.page.study_list) == 8


def focus_of(window: MainWindow) -> QWidget:
    focus = window.focusWidget()
    assert focus is not None
    return focus


def click_view(window: MainWindow, name: str) -> None:
    (views,) = window.view.findChildren(QTabWidget)
    (index,) = [index for index in range(views.count()) if views.tabText(index).startswith(name)]
    QTest.mouseClick(views.tabBar(), Qt.MouseButton.LeftButton, pos=views.tabBar().tabRect(index).center())


def test_a_click_on_a_view_takes_the_keyboard_there(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.view.isAncestorOf(window.preview))
    window.list.setFocus()
    click_view(window, "Studies")
    assert window.view.studies.isAncestorOf(focus_of(window))
    click_view(window, "Text")
    assert focus_of(window) is box(window, "Name")
    box(window, "Introduction").setFocus()
    click_view(window, "Studies")
    assert window.view.studies.isAncestorOf(focus_of(window))
    click_view(window, "Text")
    assert focus_of(window) is box(window, "Introduction")
    click_view(window, "Preview")
    assert window.preview.isVisible()
    assert not window.preview.isAncestorOf(focus_of(window))


def test_keys_change_views_and_the_page_in_the_preview_never_takes_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.preview.isVisible())
    box(window, "Introduction").setFocus()
    QTest.keyClick(focus_of(window), Qt.Key.Key_F9)
    assert window.preview.isVisible()
    assert not window.preview.isAncestorOf(focus_of(window))
    QTest.keyClick(focus_of(window), Qt.Key.Key_F9)
    assert focus_of(window) is box(window, "Introduction")
    QTest.keyClick(focus_of(window), Qt.Key.Key_2, CTRL)
    assert window.view.studies.isAncestorOf(focus_of(window))
    assert window.preview.page.scrollPosition().y() == 0


@pytest.mark.parametrize("keys", [[Qt.Key.Key_F8], [Qt.Key.Key_F7, Qt.Key.Key_F8], [Qt.Key.Key_F8, Qt.Key.Key_F7]])
def test_a_pane_that_is_hidden_gives_the_keyboard_to_no_link_in_the_preview(
    window: MainWindow, qtbot: QtBot, keys: list[Qt.Key]
) -> None:
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    box(window, "Introduction").setFocus()
    for key in keys:
        QTest.keyClick(window, key)
        focus = window.focusWidget()
        assert focus is None or not window.preview.isAncestorOf(focus)


@pytest.mark.parametrize("way_back", ["undo", "delete_study"])
def test_the_only_study_goes_and_the_keyboard_stays_in_the_studies(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot, way_back: str
) -> None:
    (sample_folder / "conditions" / "knee.yaml").write_text("name: Knee\n", encoding="utf-8")
    window = open_window(sample_folder)
    qtbot.waitUntil(lambda: window.stands, timeout=20_000)
    choose(window, "Knee")
    window.commands["add_study"].trigger()
    assert window.view.studies.card.isAncestorOf(focus_of(window))
    if way_back == "undo":
        QTest.keyClick(focus_of(window), Qt.Key.Key_Z, CTRL)
    else:
        (button,) = [
            found
            for found in window.view.studies.findChildren(QToolButton)
            if found.defaultAction() is window.commands["delete_study"]
        ]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.editing.study is None
    assert window.view.studies.isAncestorOf(focus_of(window))


def test_studies_are_changed_only_where_they_are_in_sight(window: MainWindow) -> None:
    assert not window.commands["delete_study"].isEnabled()
    assert "studies" in window.commands["delete_study"].toolTip()
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.commands["delete_study"].isEnabled()
    assert not window.commands["move_up"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.commands["move_up"].isEnabled()
    assert window.commands["undo"].text().startswith("Undo move study in Back")


def test_panes_keep_their_widths(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.width() == 1280)
    assert LIST_WIDTHS[0] <= window.list.width() <= LIST_WIDTHS[1]
    assert window.preview.width() >= LEAST_PREVIEW
    assert window.view.width() >= 500


@pytest.mark.parametrize(
    ("key", "pane"), [(Qt.Key.Key_F7, "list"), (Qt.Key.Key_F8, "view"), (Qt.Key.Key_F9, "preview")]
)
def test_every_pane_is_hidden_and_shown_by_a_key(window: MainWindow, key: Qt.Key, pane: str) -> None:
    widget: QWidget = getattr(window, pane)
    QTest.keyClick(window, key)
    assert not widget.isVisible()
    QTest.keyClick(window, key)
    assert widget.isVisible()


def test_something_is_always_left_to_see(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not window.commands["page"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.view.isVisible()


def test_in_a_small_window_the_preview_is_a_view_of_the_middle(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.preview.isVisible())
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert window.preview.isVisible()
    assert window.view.isAncestorOf(window.preview)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert box(window, "Name").isVisible()
    window.resize(1300, 700)
    qtbot.waitUntil(window.preview.isVisible)
    assert not window.view.isAncestorOf(window.preview)


def test_every_input_has_a_name(window: MainWindow) -> None:
    kinds = (QPlainTextEdit, QLineEdit, QComboBox, QHeaderView, QAbstractItemView)
    inputs = [found for kind in kinds for found in window.findChildren(kind) if not isinstance(found, QHeaderView)]
    assert len(inputs) > 50
    unnamed = [found for found in inputs if not found.accessibleName() and not _is_part_of_a_combo(found)]
    assert unnamed == []


def test_everything_to_click_is_high_enough(window: MainWindow) -> None:
    low = [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.height() < LEAST_HEIGHT - 2
    ]
    assert low == []


def _is_part_of_a_combo(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QComboBox):
        parent = parent.parentWidget()
    return parent is not None
