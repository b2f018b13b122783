"""Where everything stands in a page's form, and in which order the keyboard goes through it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.content.shared_on_page import SHARED_TEXTS
from editor.ui.forms.page_form import PageForm
from editor.ui.forms.quiet_words import QuietLine
from editor.ui.forms.text_box import LEAST_HEIGHT
from editor.ui.panes import LEAST_PAGE
from tests.ui.forms.page_desk import HEAD, UNLOCK, Desk, boxes


def test_the_form_reads_in_the_order_of_the_page(desk: Desk) -> None:
    wanted = ["Heading", "Introduction", "Research heading", "Research introduction", "Research insights"]
    wanted += ["Invitation to book", "Disclaimers", "References heading", "References introduction", "Quotation"]
    tops = {
        label.text(): label.mapTo(desk.form.widget(), label.rect().topLeft()).y()
        for label in desk.form.findChildren(QLabel)
        if label.text() in wanted and label.isVisible()
    }
    assert sorted(tops, key=lambda name: tops[name]) == wanted


def test_tab_goes_down_the_form_through_locked_texts_and_back(desk: Desk) -> None:
    desk.press("Research heading: " + UNLOCK.format(3))
    desk.box("Name").setFocus()
    seen: list[QWidget] = []
    focus = desk.form.focusWidget()
    while focus is not None and focus not in seen:
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        focus = desk.form.focusWidget()
    tops = [_corner(desk.form, widget) for widget in seen]
    assert tops == sorted(tops)
    reachable = set(boxes(desk.form)) | {
        button for button in desk.form.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()
    }
    assert reachable <= set(seen)
    QTest.keyClick(seen[0], Qt.Key.Key_Backtab)
    assert desk.form.focusWidget() is seen[-1]


def _corner(form: PageForm, widget: QWidget) -> tuple[int, int]:
    at = widget.mapTo(form.widget(), widget.rect().topLeft())
    return at.y(), at.x()


def test_everything_has_a_name_help_and_room_for_a_finger(desk: Desk) -> None:
    for shared in SHARED_TEXTS:
        desk.form.shared[shared.name].unlock()
    desk.editing.choose(HEAD)
    inputs = [*desk.form.findChildren(QPlainTextEdit), *desk.form.findChildren(QComboBox)]
    assert len(inputs) > len(SHARED_TEXTS) + 10
    assert all(box.accessibleName() and box.accessibleDescription() for box in inputs)
    buttons = [button for button in desk.form.findChildren(QAbstractButton) if button.isVisible()]
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert [button.text() for button in buttons if button.height() < LEAST_HEIGHT] == []
    names = [button.accessibleName() for button in buttons if button.accessibleName()]
    assert len(set(names)) == len(names)


def test_boxes_side_by_side_begin_at_one_height_whatever_their_help(desk: Desk) -> None:
    for width in (460, 560, 900):
        desk.form.resize(width, 700)
        one, other = desk.box("Last reviewed"), desk.box("Next review")
        assert _corner(desk.form, one)[0] == _corner(desk.form, other)[0]


def test_no_gap_is_left_above_a_box_beside_one_with_help_on_two_lines(desk: Desk) -> None:
    (one,) = [label for label in desk.form.findChildren(QuietLine) if label.text().startswith("As within")]
    (other,) = [label for label in desk.form.findChildren(QuietLine) if label.text().startswith("Only published")]
    for width in range(700, LEAST_PAGE, -10):
        desk.form.resize(width, 700)
        if other.heightForWidth(other.width()) > one.heightForWidth(one.width()):
            break
    else:
        pytest.fail("the help never stands on two lines beside one line")
    box = desk.box("Name in a sentence")
    assert _corner(desk.form, box)[0] - _corner(desk.form, one)[0] - one.heightForWidth(one.width()) <= 8


def test_nothing_is_cut_off_in_the_narrowest_pane(desk: Desk, qtbot: QtBot) -> None:
    desk.editing.choose(HEAD)
    desk.form.resize(LEAST_PAGE, 700)
    qtbot.waitUntil(lambda: desk.form.widget().width() <= LEAST_PAGE)
    assert desk.form.widget().minimumSizeHint().width() <= desk.form.viewport().width()
