from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from editor.content.cell_block import CellBlock
from editor.content.table_text import text_of
from editor.ui.forms.choice_box import ChoiceBox
from editor.ui.main_window import MainWindow
from editor.ui.pasting.matching_dialog import MatchingDialog
from editor.ui.studies.study_columns import COLUMNS

CTRL = Qt.KeyboardModifier.ControlModifier
SHEET = CellBlock(
    (
        ("Author(s)", "Article title", "Year", "Rating"),
        ("Tang S", "A trial", "Apr 2018", "5"),
        ("", "", "", "3"),
        ("Mo Z", "针灸", "2017", "4"),
    )
)


def paste(window: MainWindow, qtbot: QtBot) -> MatchingDialog:
    """Press the key on the table, or where no study is yet."""
    window.show_studies()
    place = window.focusWidget()
    assert place is not None
    QTest.keyClick(place, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(MatchingDialog)))
    (dialog,) = window.findChildren(MatchingDialog)
    return dialog


def choose(dialog: MatchingDialog, heading: str, label: str) -> None:
    (box,) = [one for one in dialog.findChildren(ChoiceBox) if one.accessibleName() == f"What is in “{heading}”"]
    index = box.findText(label)
    box.setCurrentIndex(index)
    box.activated.emit(index)  # as a click in its list does


def shown(dialog: MatchingDialog) -> list[list[str]]:
    view = dialog.preview
    columns = [place for place in range(len(COLUMNS)) if not view.isColumnHidden(place)]
    model = view.model()
    return [[str(model.index(row, place).data()) for place in columns] for row in range(model.rowCount())]


def click(dialog: MatchingDialog, words: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def titles(window: MainWindow) -> list[str]:
    page = window.editing.page
    assert page is not None
    return [study.title or "" for study in page.study_list]


def test_dates_of_the_preview_begin_below_each_other_and_its_columns_fill_it(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    application.clipboard().setText("Title\tDate\nA trial\t2017\nAnother\tsome day\n")
    dialog = paste(window, qtbot)
    view = dialog.preview
    date = next(place for place, field in enumerate(COLUMNS) if field.name == "date")
    places = []
    for row in range(2):
        option = QStyleOptionViewItem()
        view.initViewItemOption(option)
        option.rect = view.visualRect(view.model().index(row, date))
        view.itemDelegate().initStyleOption(option, view.model().index(row, date))
        places.append(view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view).left())
    assert not option.icon.isNull(), "a flag"
    assert places[0] == places[1]
    assert view.horizontalHeader().length() >= view.viewport().width()
    dialog.reject()
    del dialog, view


def test_rows_are_matched_shown_and_added_below_the_chosen_study_in_one_step(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    before = titles(window)
    application.clipboard().setText(text_of(SHEET))
    dialog = paste(window, qtbot)
    assert dialog.windowTitle() == "Paste 3 rows"
    assert dialog.headings.isChecked()
    assert shown(dialog) == [["2018, Apr", "A trial", "Tang S"], ["2017", "针灸", "Mo Z"]]
    assert dialog.add.text() == "Add 2 studies"
    choose(dialog, "Rating", "Note for staff")
    assert dialog.add.text() == "Add 3 studies"
    assert shown(dialog)[1][-1] == "3"
    choose(dialog, "Rating", "Authors")
    assert shown(dialog)[0] == ["2018, Apr", "A trial", "5"]
    choose(dialog, "Author(s)", "Authors")
    assert shown(dialog)[0] == ["2018, Apr", "A trial", "Tang S"]
    assert titles(window) == before
    click(dialog, "Add 2 studies")
    assert titles(window) == [before[0], "A trial", "针灸", *before[1:]]
    assert [study.title for study in window.editing.studies] == ["A trial", "针灸"]
    window.editing.undo()
    assert titles(window) == before
    qtbot.waitUntil(lambda: not window.findChildren(MatchingDialog))


def test_the_first_row_can_be_a_study_and_nothing_happens_without_agreement(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    before = titles(window)
    application.clipboard().setText(text_of(SHEET))
    dialog = paste(window, qtbot)
    dialog.headings.click()
    assert dialog.windowTitle() == "Paste 4 rows"
    for number in range(1, 5):
        choose(dialog, f"Column {number}", "Leave out")
    assert not dialog.add.isEnabled()
    assert dialog.add.toolTip() == "Choose what at least one column is."
    choose(dialog, "Column 2", "Title")
    assert shown(dialog) == [["Article title"], ["A trial"], ["针灸"]]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(MatchingDialog))
    assert titles(window) == before
    assert window.session.history.next_undo is None


def test_rows_are_pasted_where_no_study_is_yet(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, application: QApplication, qtbot: QtBot
) -> None:
    (sample_folder / "conditions" / "aaa.yaml").write_text("name: Aaa\n", encoding="utf-8")
    window = open_window(sample_folder)
    window.editing.choose("conditions/aaa.yaml")
    application.clipboard().setText("A trial\t2018\tTang S\nAnother trial\t2017\tMo Z\n")
    dialog = paste(window, qtbot)
    assert not dialog.headings.isChecked()
    click(dialog, "Add 2 studies")
    assert titles(window) == ["A trial", "Another trial"]
    qtbot.waitUntil(lambda: not window.findChildren(MatchingDialog))


def test_rows_go_nowhere_else_where_the_page_is_deleted_while_one_is_asked(
    window: MainWindow, application: QApplication, qtbot: QtBot
) -> None:
    application.clipboard().setText(text_of(SHEET))
    dialog = paste(window, qtbot)
    window.session.put_records("a colleague", {window.editing.place: None})
    next_page = titles(window)
    with qtbot.waitSignal(window.editing.said) as said:
        click(dialog, "Add 2 studies")
    assert titles(window) == next_page
    assert said.args[0].startswith("The page was deleted or can't be changed by now, so nothing was pasted.")
    qtbot.waitUntil(lambda: not window.findChildren(MatchingDialog))


def test_a_long_block_shows_its_first_studies_and_how_many_there_are(qtbot: QtBot) -> None:
    dialog = MatchingDialog(CellBlock(tuple((f"Trial {number}", "2018", "") for number in range(1, 1001))))
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.add.text() == "Add 1000 studies"
    assert len(shown(dialog)) == 20
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))


@pytest.mark.parametrize("count", [101, 200_000])
def test_more_columns_than_a_study_can_have_are_refused_in_words(count: int, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.study_editing.rows.said) as said:
        assert window.study_editing.rows.offer(CellBlock((("x",) * count,)))
    assert f"has {count:,} columns, so nothing was pasted" in said.args[0]
    assert not window.findChildren(MatchingDialog)
