"""The whole window on a real folder, with the preview."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.content.fields import PAGE_FIELDS, SITE_FIELDS, STUDY_FIELDS
from editor.content.shared_on_page import SHARED_TEXTS
from editor.ui.forms.text_box import LEAST_HEIGHT, TextBox
from editor.ui.main_window import MainWindow
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose, state


class _Shown(QObject):
    """Notes which windows come up."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


def test_nothing_else_flashes_up_before_the_window(
    make_window: Callable[..., MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    shown = _Shown()
    QApplication.instance().installEventFilter(shown)
    window = make_window(sample_folder)
    window.show()
    qtbot.waitUntil(lambda: not window.opening.is_reading)
    QApplication.instance().removeEventFilter(shown)
    assert shown.windows == [window]


def test_it_opens_on_the_first_page_with_everything_saved(window: MainWindow) -> None:
    assert window.windowTitle().startswith("Back, Hip, Knee & Leg Pain[*] - Sample Street")
    assert window.windowTitle().endswith(" - Clinic Page Editor")
    assert not window.isWindowModified()
    assert state(window) == "Everything is saved."


def test_a_letter_typed_is_unsaved_until_it_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    assert window.isWindowModified()
    assert state(window) == "“xBack, Hip, Knee & Leg Pain” has changes not saved yet."
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
    assert named(window, "Message", QLabel).text() == ""  # once it is done, the words would be untrue


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


def test_shared_texts_take_no_words_before_they_are_read(
    make_window: Callable[[Path], MainWindow], qtbot: QtBot, sample_folder: Path
) -> None:
    (sample_folder / "site.yaml").rename(sample_folder / "site.yml")
    window = make_window(sample_folder)
    window.show()
    name = window.view.site_form.first_box()
    assert not name.isVisible()
    QTest.keyClicks(name, "Too early")
    assert window.session.unsaved_places == ()
    qtbot.waitUntil(lambda: not window.opening.is_reading)
    assert window.windowTitle().startswith("Back, Hip, Knee & Leg Pain")
    assert not (sample_folder / "site.yaml").exists()


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
    assert "gone can't be found" in state(window)
    assert "gone can't be found" in window.view.problems.text()
    assert window.view.problems.isVisible()
    QTest.mouseClick(window.pages.finder.list.viewport(), Qt.MouseButton.LeftButton)
    window.show_now()
    assert "gone can't be found" in state(window)
    assert window.view.problems.isVisible()


def test_nothing_is_exported_before_all_is_read(
    make_window: Callable[[Path], MainWindow], qtbot: QtBot, sample_folder: Path
) -> None:
    window = make_window(sample_folder)
    export_all = window.commands["export_all"]
    assert (export_all.isEnabled(), export_all.toolTip()) == (False, "The pages are still being read.")
    qtbot.waitUntil(lambda: not window.opening.is_reading)
    assert export_all.isEnabled()


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


def test_studies_are_changed_only_where_they_are_in_sight(window: MainWindow) -> None:
    assert not window.commands["delete_study"].isEnabled()
    assert "studies" in window.commands["delete_study"].toolTip()
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.commands["delete_study"].isEnabled()
    assert not window.commands["move_up"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.commands["move_up"].isEnabled()
    assert window.commands["undo"].text().startswith("Undo move study in Back")


def test_every_input_has_a_name(window: MainWindow) -> None:
    """Every field that one types into has a box of its name; words that are shared are locked."""
    window.show_studies()
    choose(window, "Shared texts")  # now all forms are made
    kinds = (QPlainTextEdit, QLineEdit, QComboBox, QAbstractItemView)
    inputs = [found for kind in kinds for found in window.findChildren(kind) if not isinstance(found, QHeaderView)]
    unnamed = [found for found in inputs if not found.accessibleName() and not _is_part_of_a_combo(found)]
    assert unnamed == []
    locked = {shared.own_field for shared in SHARED_TEXTS}
    own = [field for field in PAGE_FIELDS if field not in locked]
    wanted = {field.label for field in (*SITE_FIELDS, *STUDY_FIELDS, *own)}
    assert wanted - {found.accessibleName() for found in inputs} == set()


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
