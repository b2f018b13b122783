"""Studies sorted and searched for viewing, through the window with real mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from editor.ui.forms.text_box import TextBox
from editor.ui.main_window import MainWindow
from editor.ui.studies import study_clipboard
from editor.ui.studies.study_columns import COLUMNS
from tests.ui.accessible import name_of
from tests.ui.records import named
from tests.ui.window import CTRL, SHIFT, choose

ALT = Qt.KeyboardModifier.AltModifier
_LEFT = Qt.MouseButton.LeftButton


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    QTest.keyClick(focus(), key, keys)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def click_heading(window: MainWindow, name: str) -> None:
    header = window.view.studies.table.header
    column = next(column for column, field in enumerate(COLUMNS) if field.name == name)
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), _LEFT, pos=at)


def click(window: MainWindow, words: str) -> None:
    """Click the button with these words among the studies."""
    buttons = window.view.studies.findChildren(QToolButton)
    (button,) = [button for button in buttons if button.isVisible() and button.text() == words]
    QTest.mouseClick(button, _LEFT)


def press_button(window: MainWindow, words: str) -> None:
    """Press the button with these words among the studies, as one does who came to it by Tab."""
    buttons = window.view.studies.findChildren(QToolButton)
    (button,) = [button for button in buttons if button.isVisible() and button.text() == words]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)


def numbers(window: MainWindow) -> list[int]:
    """The places on the website of the rows that are shown."""
    model = window.view.studies.table.model()
    rows = range(model.rowCount())
    return [int(str(model.headerData(row, Qt.Orientation.Vertical))) for row in rows]


def titles(window: MainWindow) -> list[str]:
    """In the website's order."""
    assert window.editing.page is not None
    return [study.title or "" for study in window.editing.page.study_list]


def shown(window: MainWindow) -> list[str]:
    """The titles in the rows."""
    model, column = window.view.studies.table.model(), [field.name for field in COLUMNS].index("title")
    return [str(model.index(row, column).data(Qt.ItemDataRole.EditRole)) for row in range(model.rowCount())]


def strip(window: MainWindow) -> str:
    words = window.view.studies.order
    return words.text() if words.isVisible() else ""


def found(window: MainWindow) -> str:
    labels = window.view.studies.filter.findChildren(QLabel)
    (count,) = [label for label in labels if label.accessibleDescription() == "How many studies are shown"]
    assert name_of(count) == count.text()
    return count.text() if count.isVisible() else ""


def message(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def test_a_heading_sorts_for_viewing_and_the_website_s_order_stays(window: MainWindow) -> None:
    window.show_studies()
    before, seen = titles(window), window.editing.study
    assert (numbers(window), strip(window)) == ([1, 2, 3, 4, 5, 6, 7], "")
    header = window.view.studies.table.header
    top = header.mapTo(window, QPoint(0, 0)).y()
    click_heading(window, "date")
    upwards = numbers(window)
    assert upwards == [7, 6, 4, 5, 3, 2, 1]
    assert window.editing.study is seen
    assert strip(window) == "Sorted by “Date” for viewing. The website's order has not changed."
    assert header.isSortIndicatorShown()
    assert header.mapTo(window, QPoint(0, 0)).y() == top  # it is about to be clicked again
    click_heading(window, "date")
    assert numbers(window) == upwards[::-1]
    assert strip(window) == "Sorted by “Date” backwards for viewing. The website's order has not changed."
    click_heading(window, "date")
    assert (numbers(window), strip(window)) == ([1, 2, 3, 4, 5, 6, 7], "")
    assert not header.isSortIndicatorShown()
    press(Qt.Key.Key_O, CTRL | SHIFT)  # the keyboard is in a title
    assert strip(window).startswith("Sorted by “Title”")
    choose(window, "Headache")
    assert strip(window) == ""
    choose(window, "Back")
    assert strip(window).startswith("Sorted by “Title”")
    assert shown(window) == sorted(before, key=str.lower)
    click(window, "Show the website's order")
    assert (strip(window), shown(window)) == ("", before)
    assert titles(window) == before
    assert window.session.unsaved_places == ()


def test_rows_of_a_sorted_table_are_copied_in_the_order_that_is_seen(window: MainWindow) -> None:
    window.show_studies()
    before = titles(window)
    click_heading(window, "title")
    press(Qt.Key.Key_A, CTRL)
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        press(key, CTRL)
        assert [copied.title for copied in study_clipboard.get()] == sorted(before, key=str.casefold) != before


def test_the_order_that_is_seen_becomes_the_website_s_in_one_step(window: MainWindow) -> None:
    window.show_studies()
    before = titles(window)
    click_heading(window, "date")
    seen = shown(window)
    press_button(window, "Use this order on the website")
    assert window.view.studies.table.hasFocus()
    assert titles(window) == shown(window) == seen
    assert numbers(window) == [1, 2, 3, 4, 5, 6, 7]
    assert strip(window) == ""
    assert message(window) == "The website's order is now this one: 7 studies have another place. Undo takes it back."
    press(Qt.Key.Key_Z, CTRL)
    assert titles(window) == shown(window) == before
    assert window.session.unsaved_places == ()


def test_nothing_jumps_while_a_sorted_table_is_edited(window: MainWindow) -> None:
    window.show_studies()
    click_heading(window, "title")
    seen = numbers(window)
    assert not window.commands["sort_again"].isEnabled()
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Tab)  # to the titles
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Return):
        press(key)
    assert shown(window)[0] == "zz"
    assert numbers(window) == seen
    press_button(window, "Sort again")
    assert numbers(window) == [*seen[1:], seen[0]]
    assert window.view.studies.table.hasFocus()
    assert not window.commands["sort_again"].isEnabled()
    press(Qt.Key.Key_Z, CTRL)
    assert numbers(window) == [*seen[1:], seen[0]]
    assert window.commands["sort_again"].isEnabled()


def test_a_search_shows_some_studies_and_says_how_many_with_a_way_back(window: MainWindow) -> None:
    window.show_studies()
    press(Qt.Key.Key_End, CTRL)
    press(Qt.Key.Key_F, CTRL | SHIFT)
    QTest.keyClicks(focus(), "REVIEW lumbar")
    assert found(window) == "1 of 7 ·"
    (title,) = shown(window)
    assert named(window.view.studies.card, "Title", TextBox).text() == title
    assert window.view.studies.table.choice.keys == window.editing.study_keys
    press(Qt.Key.Key_Return)
    assert focus() is window.view.studies.table
    click(window, "Clear")
    assert (found(window), len(shown(window))) == ("", 7)
    assert named(window.view.studies.card, "Title", TextBox).text() == title
    press(Qt.Key.Key_F, CTRL | SHIFT)
    QTest.keyClicks(focus(), "no such words")
    assert found(window) == "0 of 7 ·"
    assert not window.view.studies.card.isVisible()
    assert not window.commands["delete_study"].isEnabled()
    assert "Clear the search" in window.commands["delete_study"].toolTip()
    press(Qt.Key.Key_Escape)
    assert (found(window), len(shown(window))) == ("", 7)
    assert window.view.studies.card.isVisible()
    press(Qt.Key.Key_Escape)
    assert focus() is window.view.studies.table


def test_studies_that_are_not_as_on_the_website_are_not_moved_and_the_reason_is_said(window: MainWindow) -> None:
    window.show_studies()
    before = titles(window)
    click_heading(window, "title")
    press(Qt.Key.Key_Down, ALT)
    assert message(window) == (
        "The table is sorted for viewing. Choose “Show the website's order” first, then move studies."
    )
    press(Qt.Key.Key_F, CTRL | SHIFT)
    QTest.keyClicks(focus(), "pain")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_End, ALT)
    assert message(window) == "Some studies are hidden. Clear the search above the table first, then move studies."
    assert not window.commands["use_order"].isEnabled()
    assert window.commands["move_up"].toolTip() == message(window)
    assert titles(window) == before


def test_a_new_study_is_seen_while_others_are_hidden(window: MainWindow) -> None:
    window.show_studies()
    press(Qt.Key.Key_F, CTRL | SHIFT)
    QTest.keyClicks(focus(), "lumbar")
    few = shown(window)
    press(Qt.Key.Key_A, CTRL | SHIFT)
    assert shown(window) == ["", *few]
    QTest.keyClicks(focus(), "Knees")
    assert shown(window) == ["Knees", *few]
    assert found(window) == f"{len(few) + 1} of 8 ·"


def test_undo_brings_what_it_changes_into_sight(window: MainWindow) -> None:
    window.show_studies()
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    moved = titles(window)
    click_heading(window, "title")
    press(Qt.Key.Key_Z, CTRL)
    assert strip(window) == ""  # sorted, nothing would be seen of a move
    assert shown(window) == titles(window) != moved
    last = window.editing.shown_studies[-1]
    window.editing.edit_study(last.key, COLUMNS[1], "Knees")
    press(Qt.Key.Key_F, CTRL | SHIFT)
    QTest.keyClicks(focus(), "lumbar")
    assert last.key not in [study.key for study in window.editing.shown_studies]
    window.commands["undo"].trigger()
    assert found(window) == ""
    assert window.editing.study == last


def test_deleting_in_a_sorted_table_chooses_the_next_row(window: MainWindow) -> None:
    window.show_studies()
    click_heading(window, "title")
    seen = shown(window)
    window.view.studies.table.setFocus()
    window.editing.choose_study(window.editing.shown_studies[4].key)
    window.commands["delete_study"].trigger()
    assert shown(window) == [*seen[:4], *seen[5:]]
    assert window.editing.study is not None
    assert window.editing.study.title == seen[5]


def test_a_bar_offers_to_undo_a_deletion_until_something_else_is_done(window: MainWindow) -> None:
    window.show_studies()
    before, bar = titles(window), window.view.studies.undo_bar
    window.commands["delete_study"].trigger()
    assert focus() is window.view.studies.table
    press(Qt.Key.Key_Down)
    window.show_texts()
    window.show_studies()
    assert (bar.isVisible(), bar.text()) == (True, "Study deleted.")
    assert "Study deleted." in map(name_of, bar.findChildren(QLabel))
    undo = named(bar, "Undo: Study deleted.", QToolButton)
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    is_within: list[bool] = []

    def follow(_before: QWidget | None, now: QWidget | None) -> None:
        is_within.append(now is not None and window.view.studies.isAncestorOf(now))

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(follow)
    press(Qt.Key.Key_Space)
    application.focusChanged.disconnect(follow)
    assert (titles(window), bar.isVisible()) == (before, False)
    assert focus() is window.view.studies.table
    assert all(is_within)
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert not bar.isVisible()
    press(Qt.Key.Key_Z, CTRL)
    window.commands["delete_study"].trigger()
    assert bar.isVisible()
    QTest.keyClicks(named(window.view.studies.card, "Title", TextBox), "x")
    assert not bar.isVisible()
    window.commands["delete_study"].trigger()
    choose(window, "Headache")
    assert not bar.isVisible()
    choose(window, "Back")
    assert not bar.isVisible()
