"""Shared texts changed from a page, words of a page's own, and reviews, through the whole window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.forms.page_form import PageForm
from editor.ui.main_window import MainWindow
from editor.ui.page_edits import PageEdits
from tests.ui.records import named
from tests.ui.window import CTRL, box, choose, state

BACK = "conditions/back-hip-knee-leg-pain.yaml"
UNLOCK = "Research heading: Unlock: this changes both pages"


def press(within: QWidget, name: str) -> None:
    button = named(within, name, QAbstractButton)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def preview_words(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(window.preview.is_current, timeout=20_000)
    with qtbot.waitCallback() as answer:
        window.preview.text(answer)
    return str(answer.args[0])


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def test_a_text_unlocked_on_one_page_changes_on_the_other_too_and_undo_takes_it_back_in_place(
    window: MainWindow, qtbot: QtBot, sample_folder: Path
) -> None:
    before = (sample_folder / "site.yaml").read_bytes()
    press(window.view.page_form, UNLOCK)
    QTest.keyClicks(box(window, "Research heading"), "Truly ")
    assert "Truly What researchers" in preview_words(window, qtbot)
    assert state(window) == "The shared texts have changes not saved yet."
    choose(window, "Headache")
    assert "Truly What researchers" in preview_words(window, qtbot)
    choose(window, "Back")
    assert not box(window, "Research heading").isVisible()  # locked again
    QTest.keyClick(box(window, "Introduction"), Qt.Key.Key_Z, CTRL)
    assert window.editing.place == BACK
    assert window.session.unsaved_places == ()
    assert "Truly What researchers" not in preview_words(window, qtbot)
    window.commands["redo"].trigger()
    with qtbot.waitSignal(window.saving.ended):
        window.commands["save_all"].trigger()
    assert (sample_folder / "site.yaml").read_bytes() == before.replace(b"What researchers", b"Truly What researchers")


def test_saving_the_page_saves_the_text_unlocked_on_it(window: MainWindow, qtbot: QtBot, sample_folder: Path) -> None:
    press(window.view.page_form, UNLOCK)
    heading = box(window, "Research heading")
    QTest.keyClicks(heading, "Truly ")
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(heading, Qt.Key.Key_S, CTRL)
    assert "Truly What researchers" in (sample_folder / "site.yaml").read_text(encoding="utf-8")
    assert window.session.unsaved_places == ()
    QTest.keyClicks(heading, "x")
    QTest.keyClicks(box(window, "Name"), "x")
    with qtbot.waitSignal(window.saving.ended):
        QTest.keyClick(heading, Qt.Key.Key_S, CTRL)
    assert window.session.unsaved_places == ()
    assert not window.commands["save"].isEnabled()


def test_undo_in_the_unlocked_box_takes_the_typing_back_and_leaves_it_unlocked(window: MainWindow) -> None:
    press(window.view.page_form, UNLOCK)
    heading = box(window, "Research heading")
    QTest.keyClicks(heading, "Truly ")
    QTest.keyClick(heading, Qt.Key.Key_Z, CTRL)
    assert heading.text() == "What researchers have found so far"
    assert heading.hasFocus()
    assert window.editing.place == BACK


def test_undo_brings_the_shared_text_that_it_changes_into_sight(window: MainWindow) -> None:
    press(window.view.page_form, UNLOCK)
    QTest.keyClicks(box(window, "Research heading"), "Truly ")
    press(window.view.page_form, "Research heading: Lock")
    window.show_studies()
    window.commands["undo"].trigger()
    row = window.view.page_form.shared["research.heading"]
    assert row.isVisible()
    assert not row.visibleRegion().isEmpty()


def test_undo_of_a_text_that_the_page_does_not_show_first_goes_to_the_shared_texts(window: MainWindow) -> None:
    press(window.view.page_form, "Research introduction: Unlock: this changes 1 page")
    QTest.keyClicks(box(window, "Research introduction"), "Truly ")
    choose(window, "Headache")
    window.commands["undo"].trigger()
    assert window.editing.place == "site.yaml"
    assert window.session.unsaved_places == ("site.yaml",)
    window.commands["undo"].trigger()
    assert window.session.unsaved_places == ()


def test_the_form_of_the_shared_texts_says_which_pages_differ(window: MainWindow) -> None:
    choose(window, "Shared texts")
    words = [label.text() for label in window.view.site_form.findChildren(QLabel) if label.isVisible()]
    assert words.count("1 page uses words of its own: “Headache & Migraine”.") == 4


def test_where_the_sites_file_is_broken_the_page_says_so_and_shows_the_way(
    open_window: Callable[[Path], MainWindow], sample_folder: Path
) -> None:
    (sample_folder / "site.yaml").write_text("research: [\n", encoding="utf-8")
    window = open_window(sample_folder)
    choose(window, "Back")
    (button,) = [found for found in window.findChildren(QAbstractButton) if found.text() == "See what is wrong"]
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "The shared texts can't be shown." in window.view.problems.text()


def test_a_page_is_marked_as_reviewed_by_its_button_and_by_the_menu(window: MainWindow) -> None:
    mark = window.commands["mark_reviewed"]
    first = date.today()
    press(window.view.page_form, "Mark as reviewed today")
    page = window.editing.page
    assert page is not None
    assert page.last_reviewed in {day.isoformat() for day in (first, date.today())}
    assert message(window).startswith("Marked as reviewed today. Next review ")
    step = window.session.history.next_undo
    assert step is not None
    assert step.label == "mark as reviewed in Back, Hip, Knee & Leg Pain"
    window.commands["undo"].trigger()
    assert window.session.unsaved_places == ()
    mark.trigger()
    assert window.session.unsaved_places == (BACK,)
    choose(window, "Shared texts")
    assert not mark.isEnabled()
    assert mark.toolTip() == "Choose a page first."


class Reviewing:
    """A page's form with a day of the test's own."""

    def __init__(self, folder: Path, today: date) -> None:
        self.editing = Editing(Session.open(folder))
        self.editing.choose(BACK)
        self.form = PageForm()
        self.edits = PageEdits(self.editing, self.form, lambda: today)
        self.said: list[str] = []
        self.editing.said.connect(self.said.append)


@pytest.fixture
def review_on(sample_folder: Path, qtbot: QtBot) -> Callable[[date], Reviewing]:
    def made(today: date) -> Reviewing:
        reviewing = Reviewing(sample_folder, today)
        qtbot.addWidget(reviewing.form)
        return reviewing

    return made


def test_a_review_that_was_due_is_moved_and_that_is_said(review_on: Callable[[date], Reviewing]) -> None:
    reviewing = review_on(date(2031, 3, 9))
    reviewing.edits.mark_reviewed()
    page = reviewing.editing.page
    assert page is not None
    assert (page.last_reviewed, page.review_due) == ("2031-03-09", "2032-03")
    assert reviewing.said == ["Marked as reviewed today. Next review was moved to 2032-03."]
    assert reviewing.edits.why_not_reviewed() == "This page is marked as reviewed today."
    reviewing.editing.undo()
    assert reviewing.editing.session.unsaved_places == ()
    assert reviewing.edits.why_not_reviewed() == ""


def test_a_review_that_lies_ahead_stays_and_that_is_said(review_on: Callable[[date], Reviewing]) -> None:
    reviewing = review_on(date(2020, 1, 1))
    page = reviewing.editing.page
    assert page is not None
    reviewing.edits.mark_reviewed()
    assert reviewing.said == [f"Marked as reviewed today. Next review stays at {page.review_due}."]


def test_going_back_to_the_shared_words_says_that_the_own_ones_are_gone(window: MainWindow) -> None:
    choose(window, "Headache")
    form = window.view.page_form
    form.ensureWidgetVisible(named(form, "Research introduction: Use the shared words again", QAbstractButton))
    press(form, "Research introduction: Use the shared words again")
    assert message(window) == "The words of this page only are gone; Undo brings them back."
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert box(window, "Research introduction, this page only").text().startswith("Two questions matter")


def test_a_look_at_other_words_that_changes_none_loses_none(window: MainWindow) -> None:
    form = window.view.page_form
    press(form, "Research heading: use other words on this page only")
    press(form, "Research heading: Use the shared words again")
    assert message(window) == ""


def test_after_going_back_to_the_shared_words_the_buttons_stay_under_the_mouse(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, "Headache")
    form, row = window.view.page_form, window.view.page_form.shared["research.lead"]
    back = named(form, "Research introduction: Use the shared words again", QAbstractButton)
    qtbot.waitUntil(window.preview.is_current)  # by then every box has its height
    form.ensureWidgetVisible(back, 0, 200)
    before, height = row.mapTo(form, row.rect().bottomLeft()).y(), row.height()
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.height() < height - 40)
    assert abs(row.mapTo(form, row.rect().bottomLeft()).y() - before) <= 2
    top = row.mapTo(form, QPoint()).y()
    press(form, "Research introduction: Unlock: this changes both pages")
    qtbot.waitUntil(lambda: row.height() > height - 40)
    assert row.mapTo(form, QPoint()).y() == top, "they were kept for that click only"
