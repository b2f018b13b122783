"""The whole window for those who do not see it, or not well: names, sizes, order, contrast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.content.study import Study
from editor.references.publisher_records import PublisherRecord
from editor.references.reference import Notice, NoticeKind, Reference
from editor.ui.comparing.record_box import RecordBox
from editor.ui.exporting.export_message import ExportMessage
from editor.ui.exporting.study_export_box import StudyExportBox
from editor.ui.help.about import AboutBox
from editor.ui.help.action_search import ActionSearch
from editor.ui.help.help_window import HelpWindow
from editor.ui.main_window import MainWindow
from editor.ui.starting.offers import Offer, OfferWindow
from editor.ui.starting.website_form import WebsiteForm
from editor.ui.studies.study_table import StudyTable
from tests.ui.accessible import muted, name_of, unnamed, usable
from tests.ui.records import stand
from tests.ui.window import CTRL, box, choose


def show_text(_window: MainWindow) -> None:
    """As it opens."""


def show_studies(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)


def edit_a_cell(window: MainWindow) -> None:
    show_studies(window)
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_F2)


def show_shared_texts(window: MainWindow) -> None:
    choose(window, "Shared texts")


def show_a_broken_page(window: MainWindow) -> None:
    choose(window, "knee")


def show_a_page_without_studies(window: MainWindow) -> None:
    choose(window, "Elbow")
    show_studies(window)


def change_two_pages(window: MainWindow) -> None:
    QTest.keyClicks(box(window, "Name"), "x")
    choose(window, "Headache")
    QTest.keyClicks(box(window, "Name"), "y")


def show_it_small(window: MainWindow) -> None:
    window.resize(1000, 700)


def search_pages(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.focusWidget(), "acupuncture")


def begin_a_page(window: MainWindow) -> None:
    window.commands["new_page"].trigger()


def look_at_deleted_pages(window: MainWindow) -> None:
    window.commands["delete_page"].trigger()
    window.commands["deleted_pages"].trigger()


def unlock_a_shared_text(window: MainWindow) -> None:
    unlock = next(found for found in usable(window) if "Unlock" in name_of(found))
    QTest.mouseClick(unlock, Qt.MouseButton.LeftButton)


STATES: list[Callable[[MainWindow], None]] = [
    show_text,
    show_studies,
    edit_a_cell,
    show_shared_texts,
    show_a_broken_page,
    show_a_page_without_studies,
    change_two_pages,
    show_it_small,
    search_pages,
    begin_a_page,
    look_at_deleted_pages,
    unlock_a_shared_text,
]


@pytest.fixture
def full_window(open_window: Callable[[Path], MainWindow], sample_folder: Path) -> MainWindow:
    """The window on a folder that has a page of every kind."""
    (sample_folder / "conditions/knee.yaml").write_text("name: [\n", encoding="utf-8")
    (sample_folder / "conditions/elbow.yaml").write_text("name: Elbow\n", encoding="utf-8")
    return open_window(sample_folder)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_everything_that_can_be_used_has_a_name_that_makes_sense_alone(
    state: Callable[[MainWindow], None], full_window: MainWindow
) -> None:
    state(full_window)
    assert len(usable(full_window)) > 5
    assert unnamed(full_window) == []
    assert vague(full_window) == []
    assert muted(full_window) == []


def test_the_preview_has_a_name(full_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: full_window.stands, timeout=20_000)
    assert [name_of(browser) for browser in full_window.findChildren(QWebEngineView)] == ["Preview"]
    assert unnamed(full_window) == []


def test_a_button_without_words_and_name_would_be_found(full_window: MainWindow) -> None:
    QToolButton(full_window).show()
    assert unnamed(full_window) == ["QToolButton in MainWindow"]


CLEAR_ALONE = {"Undo", "Redo", "Guide", "Bold", "Italic", "Link...", "Cancel"}
"""Names of one word that tell everything."""


def vague(within: QWidget) -> list[str]:
    """The names of buttons that tell nothing where one does not see what stands around them; headings are none."""
    buttons = [one for one in usable(within) if isinstance(one, QAbstractButton) and not one.accessibleDescription()]
    return [name for name in map(name_of, buttons) if " " not in name and name not in CLEAR_ALONE]


def test_buttons_of_the_studies_are_named_as_what_they_do_now(window: MainWindow) -> None:
    show_studies(window)
    buttons = [one for one in usable(window.view.studies) if isinstance(one, QAbstractButton)]
    assert {name_of(one) for one in buttons} == {
        "Add study",
        "Duplicate study",
        "Delete study",
        "Move study up",
        "Move study down",
        "Columns of the table",
        "Add studies from a file",
    }
    assert {"Duplicate", "Delete"} <= {one.text() for one in buttons}
    QTest.keyClick(window.view.studies.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert {"Delete 2 studies", "Move 2 studies up"} <= {name_of(one) for one in buttons}


def search(window: MainWindow) -> QWidget:
    window.commands["search_actions"].trigger()
    return window.findChildren(ActionSearch)[0]


def guide(window: MainWindow) -> QWidget:
    window.commands["guide"].trigger()
    return window.findChildren(HelpWindow)[0]


def about(window: MainWindow) -> QWidget:
    window.commands["about"].trigger()
    return window.findChildren(AboutBox)[0]


def question_before_closing(window: MainWindow) -> QWidget:
    QTest.keyClicks(box(window, "Name"), "x")
    window.close()
    return window.findChildren(QMessageBox)[0]


def end_of_an_export(window: MainWindow) -> QWidget:
    message = ExportMessage("7 pages were exported.", window, warns=True)
    message.offer_files(window.session.folder.root / "knee.html")
    message.offer_copy("A fault.")
    message.open()
    assert vague(message) == ["Close"]  # the dialog has the keyboard, and nothing else to close
    return message


def question_what_to_export(window: MainWindow) -> QWidget:
    window.commands["export_studies"].trigger()
    return window.findChildren(StudyExportBox)[0]


def comparison_with_a_record(window: MainWindow) -> QWidget:
    compared = RecordBox(Study(title="Needles"), window)
    notices = (Notice(NoticeKind.RETRACTION, "2021"),)
    record = PublisherRecord(Reference(title="Cups", date="2018", notices=notices), date.today(), "Crossref")
    compared.show_record(record, notices)
    compared.open()
    return compared


DIALOGS: list[Callable[[MainWindow], QWidget]] = [
    search,
    guide,
    about,
    question_before_closing,
    end_of_an_export,
    question_what_to_export,
    comparison_with_a_record,
]


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda dialog: dialog.__name__)
def test_everything_in_a_dialog_has_a_name(dialog: Callable[[MainWindow], QWidget], window: MainWindow) -> None:
    shown = dialog(window)
    assert usable(shown)
    assert unnamed(shown) == []
    assert muted(shown) == []
    shown.close()


def welcome() -> QDialog:
    window = OfferWindow("Welcome")
    window.show_matter("Where are your pages?", "Choose.", [Offer("Open", "Choose a folder.", window.close)])
    return window


@pytest.mark.parametrize("dialog", [welcome, WebsiteForm], ids=lambda dialog: dialog.__name__)
def test_everything_before_there_is_a_window_has_a_name(dialog: Callable[[], QDialog], qtbot: QtBot) -> None:
    shown = dialog()
    stand(qtbot, shown)
    assert usable(shown)
    assert unnamed(shown) == []
    assert muted(shown) == []


def test_names_tell_boxes_apart(full_window: MainWindow) -> None:
    """Two boxes that sound alike can't be told apart by those who only hear them."""
    for state in (show_text, show_shared_texts):
        state(full_window)
        names = [(name_of(widget), isinstance(widget, QAbstractButton)) for widget in usable(full_window)]
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("state", [show_text, show_studies, show_shared_texts], ids=lambda state: state.__name__)
def test_tab_goes_on_in_reading_order(state: Callable[[MainWindow], None], window: MainWindow) -> None:
    """Through the middle: each stop is below the one before, or beside it on the same line."""
    state(window)
    window.panes.show_page()
    stop = first_stop(window)
    steps = []
    while window.view.isAncestorOf(stop):
        keys = CTRL if isinstance(stop, StudyTable) else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(stop, Qt.Key.Key_Tab, keys)
        before, stop = stop, focus_of(window)
        steps.append((name_of(before), name_of(stop), is_read_after(stop, before)))
        assert len(steps) < 100, "Tab never leaves the middle"
    assert len(steps) > 8
    assert [(before, after) for before, after, in_order in steps[:-1] if not in_order] == []


def is_read_after(stop: QWidget, before: QWidget) -> bool:
    """Whether a widget stands below another, or to the right of it; looked at now, as Tab may have scrolled both."""
    place, place_before = (QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()) for widget in (stop, before))
    return place.top() >= place_before.bottom() or place.left() >= place_before.right()


def first_stop(window: MainWindow) -> QWidget:
    """The first widget of the middle to which Tab leads from the list."""
    window.pages.setFocus()
    stop = focus_of(window)
    while not window.view.isAncestorOf(stop):
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        stop = focus_of(window)
    return stop


def focus_of(window: MainWindow) -> QWidget:
    focus = window.focusWidget()
    assert focus is not None
    return focus


@pytest.fixture
def own_palette(application: QApplication) -> Iterator[QPalette]:
    """The application's palette, which it has again afterwards."""
    before = QPalette(application.palette())
    yield QPalette(before)
    application.setPalette(before)


def dark(palette: QPalette) -> QPalette:
    """The palette of a dark desktop."""
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        palette.setColor(role, QColor("#202020"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, QColor("#f0f0f0"))
    return palette


def brightness(widget: QWidget) -> float:
    """How bright a widget is on the whole, from 0 to 1."""
    shown = widget.grab().toImage().scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation)
    return shown.pixelColor(0, 0).lightnessF()


@pytest.mark.parametrize("state", [show_text, show_studies, show_shared_texts], ids=lambda state: state.__name__)
def test_the_window_follows_when_the_system_turns_dark(
    state: Callable[[MainWindow], None],
    window: MainWindow,
    application: QApplication,
    own_palette: QPalette,
    qtbot: QtBot,
) -> None:
    state(window)
    parts = [window.menuBar(), window.tool_bar, window.view, window.status]
    assert all(brightness(part) > 0.75 for part in parts)
    application.setPalette(dark(own_palette))
    qtbot.waitUntil(lambda: all(brightness(part) < 0.35 for part in parts))
