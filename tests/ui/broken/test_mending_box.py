"""The question whether a file shall be mended: what has to be chosen, and all that would change, is asked and shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot

from editor.session.mending import mending_of
from editor.ui.broken.mending_box import MOST_CARDS, MendingBox
from editor.ui.main_window import MainWindow
from tests.ui.broken.boxes import ask_to_mend, break_file, no_box, opened, press, texts, words
from tests.ui.office import BACK, HEAD
from tests.ui.window import choose

Open = Callable[[Path], MainWindow]


def test_of_two_texts_one_is_chosen_first(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    good = (sample_folder / BACK).read_bytes()
    break_file(sample_folder, BACK, line, line + b"name: Backs\n")
    window = open_window(sample_folder)
    choose(window, "Back")
    box_ = ask_to_mend(window, qtbot)
    assert texts(box_) == ["Back, Hip, Knee & Leg Pain", "Backs"]
    assert "“Name” (name) stands in the file twice and says two things. Which one stays?" in words(box_)
    assert not box_.mend.isEnabled()
    assert "Choose first which text stays." in words(box_)
    (keep, other) = box_.findChildren(QRadioButton)
    assert (keep.text(), other.text()) == ("Keep line 6", "Keep line 7")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton, pos=QPoint(12, other.height() // 2))
    QTest.keyClick(other, Qt.Key.Key_Left)
    assert keep.isChecked()
    assert "Choose first" not in words(box_)
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(BACK))
    assert (sample_folder / BACK).read_bytes() == good
    qtbot.waitUntil(lambda: no_box(window))


def test_the_other_text_can_stay(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    broken = break_file(sample_folder, BACK, line, line + b"name: Backs\n")
    window = open_window(sample_folder)
    choose(window, "Back")
    box_ = ask_to_mend(window, qtbot)
    box_.findChildren(QRadioButton)[1].click()
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(BACK))
    assert (sample_folder / BACK).read_bytes() == broken.replace(line, b"")
    qtbot.waitUntil(lambda: no_box(window))


def mending_box(window: MainWindow, qtbot: QtBot, *, but: str = "") -> MendingBox:
    """The box that is open, once its choices are other ones than these."""

    def is_there() -> bool:
        boxes = [one for one in window.findChildren(MendingBox) if one.isVisible()]
        return len(boxes) == 1 and choices_of(boxes[0]) != but

    qtbot.waitUntil(is_there)
    return opened(window, MendingBox, qtbot)


def choices_of(box_: MendingBox) -> str:
    return ", ".join(button.text() for button in box_.findChildren(QRadioButton))


def test_nothing_is_written_that_a_choice_brought_up_and_was_not_shown(
    open_window: Open, sample_folder: Path, qtbot: QtBot
) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    broken = break_file(sample_folder, BACK, line, b"name: A\nname: B\nname: Backs\n")
    window = open_window(sample_folder)
    choose(window, "Back")
    box_ = ask_to_mend(window, qtbot)
    shown = choices_of(box_)
    assert shown == "Keep line 6, Keep line 7, Keep line 6, Keep line 8"
    buttons = box_.findChildren(QRadioButton)
    buttons[1].click()
    buttons[3].click()
    press(box_, "Mend and save")
    box_ = mending_box(window, qtbot, but=shown)
    assert (sample_folder / BACK).read_bytes() == broken
    assert choices_of(box_) == "Keep line 6, Keep line 7, Keep line 7, Keep line 8"
    assert "What was chosen changes what is to be mended." in words(box_)
    buttons = box_.findChildren(QRadioButton)
    assert [button.isChecked() for button in buttons] == [False, True, False, False]
    assert not box_.mend.isEnabled()
    buttons[2].click()
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(BACK))
    assert (sample_folder / BACK).read_bytes() == broken.replace(b"name: A\n", b"").replace(b"name: Backs\n", b"")
    qtbot.waitUntil(lambda: no_box(window))


def test_a_mend_that_a_choice_brought_up_is_shown_first(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    twice = b"quotation:\n  text: A\nquotation:\n  text: B\n  source: C\n  source: C\n"
    broken = break_file(sample_folder, BACK, line, line + twice)
    window = open_window(sample_folder)
    choose(window, "Back")
    box_ = ask_to_mend(window, qtbot)
    assert "This line goes." not in words(box_)
    box_.findChildren(QRadioButton)[1].click()
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: any("This line goes." in words(one) for one in window.findChildren(MendingBox)))
    box_ = opened(window, MendingBox, qtbot)
    assert (sample_folder / BACK).read_bytes() == broken
    assert box_.mend.isEnabled()
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(BACK))
    assert b"  text: B\n  source: C\n" in (sample_folder / BACK).read_bytes()
    qtbot.waitUntil(lambda: no_box(window))


def test_a_choice_with_which_it_cannot_be_read_is_told_as_that(
    open_window: Open, sample_folder: Path, qtbot: QtBot
) -> None:
    line = b'name: "Back, Hip, Knee & Leg Pain"\n'
    broken = break_file(sample_folder, BACK, line, line + b"quotation:\n  text: A\nquotation: B\n")
    window = open_window(sample_folder)
    choose(window, "Back")
    box_ = ask_to_mend(window, qtbot)
    box_.findChildren(QRadioButton)[1].click()
    press(box_, "Mend and save")
    told = opened(window, QMessageBox, qtbot)
    assert told.text().startswith("With this choice the file still can't be read.")
    press(told, "Close")
    assert (sample_folder / BACK).read_bytes() == broken
    qtbot.waitUntil(lambda: no_box(window))
    box_ = ask_to_mend(window, qtbot)
    box_.findChildren(QRadioButton)[0].click()
    press(box_, "Mend and save")
    qtbot.waitUntil(lambda: window.session.is_editable(BACK))
    assert b"quotation: B" not in (sample_folder / BACK).read_bytes()
    qtbot.waitUntil(lambda: no_box(window))


def with_tabs(folder: Path, count: int) -> None:
    """Break so many lines of the headache page, none of them beside another."""
    studies = "".join(f"- title: Study {number}\n\tdoi: '{number}'\n" for number in range(count))
    (folder / HEAD).write_text(f"name: Headache\nstudies:\n{studies}", encoding="utf-8")


def test_every_line_that_would_change_can_be_scrolled_to(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    with_tabs(sample_folder, MOST_CARDS)
    window = open_window(sample_folder)
    choose(window, "headache")
    box_ = ask_to_mend(window, qtbot)
    assert texts(box_)[::2] == [f"\tdoi: '{number}'" for number in range(MOST_CARDS)]
    QTest.keyClick(box_, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: no_box(window))


def test_more_than_anybody_looks_at_is_not_offered(open_window: Open, sample_folder: Path, qtbot: QtBot) -> None:
    with_tabs(sample_folder, MOST_CARDS + 1)
    window = open_window(sample_folder)
    choose(window, "headache")
    file = window.session.files[HEAD]
    assert mending_of(file) is not None
    with qtbot.assertNotEmitted(window.view.problems.changed, wait=500):
        pass  # it would be offered by then
    assert not window.view.problems.mend.isVisible()
