"""The question whose words shall stand where a person and a colleague have changed the same."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from editor.content.page_changes import move_study
from editor.session import Session, read_file
from editor.ui.main_window import MainWindow
from tests.ui.accessible import name_of
from tests.ui.outside.hands import BACK, HEAD, asked, colleague_writes, column, page, press, said, study, type_into
from tests.ui.recovery.crashes import crash_after
from tests.ui.window import CTRL, box, choose


class TestCards:
    """Where both changed the same words."""

    @pytest.fixture
    def in_conflict(self, window: MainWindow) -> MainWindow:
        choose(window, "Back")
        type_into(window, "Introduction", "Mine. ")
        colleague_writes(window, "Pain in the back", "Aches in the back")
        return window

    def test_they_show_both_sides_with_what_differs_marked(self, in_conflict: MainWindow) -> None:
        cards = asked(in_conflict)
        assert cards.texts.mine.toPlainText().startswith("Mine. Pain in the back")
        assert cards.texts.theirs.toPlainText().startswith("Aches in the back")
        assert cards.texts.mine.extraSelections()
        assert cards.texts.theirs.extraSelections()
        press(cards.later)

    def test_keys_meant_for_the_page_decide_nothing(self, in_conflict: MainWindow) -> None:
        cards = asked(in_conflict)
        assert cards.texts.mine.hasFocus()
        assert cards.later.isDefault()
        QTest.keyClicks(cards.texts.mine, "pain t k b")
        assert cards.isVisible()
        QTest.keyClick(cards.texts.mine, Qt.Key.Key_Return)
        assert in_conflict.following.box is None
        assert box(in_conflict, "Introduction").text().startswith("Mine. Pain in the back")
        assert "asked again before they are saved" in said(in_conflict)

    def test_by_the_keyboard_alone(self, in_conflict: MainWindow) -> None:
        cards = asked(in_conflict)
        order = []
        for _ in range(7):
            focus = cards.focusWidget()
            assert focus is not None
            order.append(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        expected = [cards.texts.mine, cards.texts.theirs, cards.mine, cards.theirs, cards.both, cards.later, cards.list]
        assert order == expected
        assert all(name_of(widget) for widget in expected)
        cards.theirs.setFocus()
        QTest.keyClick(cards.theirs, Qt.Key.Key_Space)
        assert in_conflict.following.box is None
        assert box(in_conflict, "Introduction").text().startswith("Aches in the back")

    def test_keep_theirs_is_one_step(self, in_conflict: MainWindow) -> None:
        press(asked(in_conflict).theirs)
        assert box(in_conflict, "Introduction").text().startswith("Aches in the back")
        in_conflict.commands["undo"].trigger()
        assert box(in_conflict, "Introduction").text().startswith("Mine. Pain in the back")

    def test_decided_later_they_come_back_before_a_save(
        self, in_conflict: MainWindow, sample_folder: Path, qtbot: QtBot
    ) -> None:
        QTest.keyClick(asked(in_conflict), Qt.Key.Key_Escape)
        with qtbot.waitSignal(in_conflict.saving.ended) as ended:
            in_conflict.save_page()
        assert ended.args == [False]
        assert "Mine." not in (sample_folder / BACK).read_text(encoding="utf-8")
        with qtbot.waitSignal(in_conflict.saving.ended) as ended:
            press(asked(in_conflict).mine)
        assert ended.args == [True]
        assert "Mine. Pain in the back" in (sample_folder / BACK).read_text(encoding="utf-8")

    def test_what_was_put_off_is_not_asked_again_for_another_change(self, in_conflict: MainWindow) -> None:
        press(asked(in_conflict).later)
        colleague_writes(in_conflict, "studies:\n", "studies:\n- title: Theirs\n")
        assert study(in_conflict, 0).title == "Theirs"
        assert in_conflict.following.box is None
        colleague_writes(in_conflict, "Aches in the back", "Soreness of the back")
        assert asked(in_conflict).texts.theirs.toPlainText().startswith("Soreness")
        press(asked(in_conflict).later)

    def test_a_page_moved_here_is_asked_about_where_it_is(self, window: MainWindow) -> None:
        choose(window, "Back")
        type_into(window, "Introduction", "Mine. ")
        moved = window.session.rename_page(BACK, "Backs", new_address=True)
        colleague_writes(window, "Pain in the back", "Aches in the back")
        assert asked(window).texts.mine.toPlainText().startswith("Mine. Pain")
        press(asked(window).theirs)
        assert (page(window, moved).intro or "").startswith("Aches in the back")

    def test_keeping_both_of_a_study_makes_two(self, window: MainWindow) -> None:
        choose(window, "Back")
        title = study(window, 0).title or ""
        window.show_studies()
        window.editing.choose_study(study(window, 0).key)
        into = window.view.studies.card.rows["title"].box
        into.setFocus()
        QTest.keyClick(into, Qt.Key.Key_Home, CTRL)
        QTest.keyClicks(into, "Mine: ")
        colleague_writes(window, title[:20], f"Theirs {title[:20]}")
        cards = asked(window)
        assert "two studies" in "\n".join(label.text() for label in cards.findChildren(QLabel))
        press(cards.both)
        titles = [one.title or "" for one in page(window).study_list]
        assert titles[0] == f"Mine: {title}"
        assert titles[1].startswith("Theirs")
        tabs = window.view.findChild(QTabWidget)
        assert f"Studies ({len(titles)})" in [tabs.tabText(number) for number in range(tabs.count())]

    def test_several_are_decided_one_after_the_other_in_one_step(self, in_conflict: MainWindow) -> None:
        press(asked(in_conflict).later)
        type_into(in_conflict, "Name in a sentence", "mine ")
        name = page(in_conflict).name_in_text or ""
        colleague_writes(in_conflict, name.removeprefix("mine "), f"their {name.removeprefix('mine ')}")
        cards = asked(in_conflict)
        assert sorted(column(cards, 0)) == ["Introduction", "Name in a sentence"]
        press(cards.theirs)
        assert cards.isVisible()
        assert column(cards, 1) == ["theirs is kept", ""]
        press(cards.theirs)
        assert in_conflict.following.box is None
        assert (page(in_conflict).intro or "").startswith("Aches")
        assert (page(in_conflict).name_in_text or "").startswith("their")
        in_conflict.commands["undo"].trigger()
        assert (page(in_conflict).intro or "").startswith("Mine")
        assert (page(in_conflict).name_in_text or "").startswith("mine")

    def test_an_order_is_one_or_the_other(self, window: MainWindow, sample_folder: Path) -> None:
        choose(window, "Back")
        colleague = Session.open(sample_folder)
        for session, number in ((colleague, 3), (window.session, 0)):
            record = session.page(BACK)
            assert record is not None
            key = record.study_list[number].key
            session.edit_page("Move", BACK, functools.partial(move_study, key=key, place=5))
        colleague.save(BACK)
        window.following.take([read_file(window.session.folder, BACK)])
        cards = asked(window)
        assert cards.list.currentItem().text(0) == "Order of the studies"
        assert not cards.both.isEnabled()
        assert "one order only" in cards.both.toolTip()
        press(cards.theirs)
        saved = colleague.page(BACK)
        assert saved is not None
        assert [one.title for one in page(window).study_list] == [one.title for one in saved.study_list]

    def test_what_is_noticed_while_the_question_is_open_waits(self, in_conflict: MainWindow, qtbot: QtBot) -> None:
        colleague_writes(in_conflict, "name:", "# by them\nname:", HEAD)
        assert b"by them" not in (in_conflict.session.files[HEAD].data or b"")
        with qtbot.waitSignal(in_conflict.following.read_again) as again:
            press(asked(in_conflict).later)
        assert again.args == [[HEAD]]


def test_beside_the_question_about_unsaved_work_no_page_changes(
    open_window: Callable[[Path], MainWindow], sample_folder: Path, qtbot: QtBot
) -> None:
    crash_after(sample_folder, "edit(BACK, heading='Mine')")
    window = open_window(sample_folder)
    qtbot.waitUntil(lambda: window.recovery.box is not None)
    colleague_writes(window, "Pain in the back", "Aches in the back")
    assert (page(window).intro or "").startswith("Pain in the back")
    assert window.recovery.box is not None
    with qtbot.waitSignal(window.following.read_again) as again:
        press(window.recovery.box.back)
    assert again.args == [[BACK]]
    window.following.take([read_file(window.session.folder, BACK)])
    assert (page(window).intro or "").startswith("Aches in the back")
    assert page(window).heading == "Mine"
