from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.forms.choice_box import STATUS_CHOICES, STUDY_TYPE_CHOICES, ChoiceBox


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    box = ChoiceBox(STATUS_CHOICES)
    qtbot.addWidget(box)
    return box


@pytest.mark.parametrize("text", ["draft", "published", "archived"])
def test_a_status_is_shown_in_words(box: ChoiceBox, text: str) -> None:
    box.show_text(text)
    assert box.text() == text
    assert box.currentText().startswith(text.capitalize())


def test_no_status_means_published(box: ChoiceBox) -> None:
    box.show_text("draft")
    box.show_text("")
    assert box.currentText().startswith("Published")


def test_another_word_is_shown_as_it_is_written(box: ChoiceBox) -> None:
    box.show_text("hidden")
    assert box.currentText() == "hidden (as written in the file)"
    assert box.text() == "hidden"


def test_choosing_is_told_and_showing_is_not(box: ChoiceBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    box.show_text("draft")
    assert told == []
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert told == ["archived"]


def test_the_wheel_changes_nothing(box: ChoiceBox) -> None:
    box.show_text("draft")
    box.show()
    QTest.wheelEvent(box.windowHandle(), QPointF(5, 5), QPoint(0, -120))
    assert box.text() == "draft"


def test_a_read_only_choice_cannot_be_changed(box: ChoiceBox) -> None:
    box.set_read_only(read_only=True)
    assert not box.isEnabled()
    assert box.currentText().startswith("Published")


def test_a_text_stays_as_it_is_written_until_something_else_is_chosen(box: ChoiceBox) -> None:
    told: list[str] = []
    box.edited.connect(told.append)
    for text in (" draft ", "", "  ", " hidden "):
        box.show_text(text)
        box.activated.emit(box.currentIndex())
        assert (box.text(), told) == (text, [])
    box.show_text(" draft ")
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert (box.text(), told) == ("published", ["published"])


def test_the_kind_of_a_study_may_be_left_open(qtbot: QtBot) -> None:
    box = ChoiceBox(STUDY_TYPE_CHOICES)
    qtbot.addWidget(box)
    box.show_text("cohort")
    box.show_text("")
    assert box.text() == ""
