"""The window takes in what was read anew: quietly where nobody edits, with a sentence and cards where somebody does."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.content.page_changes import move_study
from editor.content.study import Study
from editor.session import Session, read_file
from editor.ui.comparing.difference_list import rows_below
from editor.ui.main_window import MainWindow
from editor.ui.outside.conflict_box import ConflictBox
from tests.ui.accessible import name_of
from tests.ui.records import named
from tests.ui.recovery.crashes import crash_after
from tests.ui.test_composing import compose
from tests.ui.window import CTRL, box, choose

BACK = "conditions/back-hip-knee-leg-pain.yaml"
HEAD = "conditions/headache-and-migraine.yaml"


def colleague_writes(window: MainWindow, old: str, new: str, place: str = BACK) -> None:
    """A colleague changes words in a file, and that is noticed."""
    path = window.session.folder.root / place
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    window.following.take([read_file(window.session.folder, place)])


def said(window: MainWindow) -> str:
    return named(window, "Message", QLabel).text()


def page(window: MainWindow, place: str = BACK) -> ConditionPage:
    found = window.session.page(place)
    assert found is not None
    return found


def study(window: MainWindow, number: int) -> Study:
    return page(window).study_list[number]


def asked(window: MainWindow) -> ConflictBox:
    assert window.following.box is not None
    assert window.following.box.isVisible()
    return window.following.box


def column(cards: ConflictBox, number: int) -> list[str]:
    """What stands in a column of the list, beside the pages' names."""
    return [item.text(number) for page in cards.list.pages() for item in rows_below(page)]


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(window: MainWindow, name: str, words: str) -> None:
    """Type at the beginning of a box."""
    into = box(window, name)
    into.setFocus()
    QTest.keyClick(into, Qt.Key.Key_Home, CTRL)
    QTest.keyClicks(into, words)


class TestFollowing:
    """Where nobody edits, the window shows what the folder says."""

    def test_the_chosen_page_is_shown_as_it_is_now(self, window: MainWindow) -> None:
        choose(window, "Back")
        colleague_writes(window, "Pain in the back", "Aches in the back")
        assert box(window, "Introduction").text().startswith("Aches in the back")
        assert "is shown as it is now" in said(window)
        assert window.session.unsaved_places == ()
        assert not window.commands["undo"].isEnabled()

    def test_changed_comments_are_not_talked_about(self, window: MainWindow) -> None:
        colleague_writes(window, "name:", "# by them\nname:")
        assert said(window) == ""

    def test_cursor_selection_and_scroll_stay(self, window: MainWindow) -> None:
        choose(window, "Back")
        insights = box(window, "Research insights")
        insights.setFocus()
        QTest.keyClick(insights, Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier)
        bar = window.view.page_form.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        before, selected = bar.value(), insights.textCursor().selectedText()
        assert before
        assert selected
        colleague_writes(window, "Pain in the back", "Aches in the back")
        assert insights.hasFocus()
        assert insights.textCursor().selectedText() == selected
        assert bar.value() == before

    def test_the_chosen_study_stays_chosen(self, window: MainWindow) -> None:
        choose(window, "Back")
        window.show_studies()
        window.editing.choose_study(study(window, 2).key)
        chosen = window.editing.study_keys
        colleague_writes(window, "studies:\n", "studies:\n- title: Theirs\n")
        assert study(window, 0).title == "Theirs"
        assert window.editing.study_keys == chosen
        assert study(window, 3).key == chosen[0]

    def test_pages_come_into_the_list_and_go(self, window: MainWindow) -> None:
        choose(window, "Head")
        path = window.session.folder.root / "conditions/elbow.yaml"
        path.write_text("name: Elbow\n", encoding="utf-8")
        window.following.take([read_file(window.session.folder, "conditions/elbow.yaml")])
        assert said(window) == "“Elbow” was added on another computer."
        choose(window, "Elbow")
        path.unlink()
        window.following.take([read_file(window.session.folder, "conditions/elbow.yaml")])
        assert said(window) == "“Elbow” was deleted on another computer."
        assert window.editing.place != "conditions/elbow.yaml"

    def test_one_that_nobody_edits_and_nobody_can_read_is_told(self, window: MainWindow, sample_folder: Path) -> None:
        choose(window, "Back")
        (sample_folder / BACK).write_bytes(b"name: [\n")
        window.following.take([read_file(window.session.folder, BACK)])
        assert said(window).endswith("was changed on another computer and can't be read now.")
        assert "safe" not in window.view.problems.text()

    def test_a_page_that_a_colleague_deleted_can_be_brought_back(
        self, window: MainWindow, sample_folder: Path, qtbot: QtBot
    ) -> None:
        colleague = Session.open(sample_folder)
        colleague.delete_page(BACK)
        colleague.save(BACK)
        window.following.take([read_file(window.session.folder, BACK)])
        qtbot.waitUntil(lambda: [page.place for page in window.session.deleted_pages] == [BACK])

    def test_many_are_told_in_short(self, window: MainWindow) -> None:
        folder = window.session.folder
        for number in range(5):
            (folder.root / f"conditions/new-{number}.yaml").write_text(f"name: New {number}\n", encoding="utf-8")
        window.following.take([read_file(folder, f"conditions/new-{number}.yaml") for number in range(5)])
        assert said(window).endswith("3 other pages were changed on another computer.")

    def test_a_word_being_composed_is_taken_as_it_stands(self, window: MainWindow) -> None:
        choose(window, "Back")
        intro = box(window, "Introduction")
        intro.setFocus()
        compose(intro, "背")
        colleague_writes(window, "See a doctor first", "See a doctor at once")
        assert "背" in (page(window).intro or "")
        press(asked(window).later)


class TestMerging:
    """Where somebody edits, theirs comes beside one's own."""

    def test_both_are_on_the_page_and_undo_shows_mine_alone(
        self, window: MainWindow, sample_folder: Path, qtbot: QtBot
    ) -> None:
        choose(window, "Back")
        type_into(window, "Name in a sentence", "Mine")
        colleague_writes(window, "Pain in the back", "Aches in the back")
        assert "Your own changes are kept and theirs were added; Undo shows yours alone." in said(window)
        assert box(window, "Introduction").text().startswith("Aches in the back")
        assert box(window, "Name in a sentence").text().startswith("Mine")
        assert window.following.box is None
        window.commands["undo"].trigger()
        assert box(window, "Introduction").text().startswith("Pain in the back")
        assert box(window, "Name in a sentence").text().startswith("Mine")
        with qtbot.waitSignal(window.saving.ended) as ended:
            window.save_page()
        assert ended.args == [True]
        data = (sample_folder / BACK).read_text(encoding="utf-8")
        assert "Aches in the back" in data
        assert "name_in_text: Mine" in data

    def test_the_cursor_stays_at_its_words(self, window: MainWindow) -> None:
        choose(window, "Back")
        type_into(window, "Introduction", "Mine. ")
        intro = box(window, "Introduction")
        place = intro.textCursor().position()
        colleague_writes(window, "studies:\n", "studies:\n- title: Theirs\n")
        assert intro.textCursor().position() == place
        QTest.keyClicks(intro, "More. ")
        assert intro.text().startswith("Mine. More. ")

    def test_a_page_deleted_elsewhere_stays_and_is_saved(
        self, window: MainWindow, sample_folder: Path, qtbot: QtBot
    ) -> None:
        choose(window, "Back")
        type_into(window, "Name in a sentence", "Mine")
        (sample_folder / BACK).unlink()
        window.following.take([read_file(window.session.folder, BACK)])
        assert "Your changes keep it here; saving puts it back." in said(window)
        with qtbot.waitSignal(window.saving.ended):
            window.save_page()
        assert "name_in_text: Mine" in (sample_folder / BACK).read_text(encoding="utf-8")

    def test_a_page_broken_elsewhere_shows_the_words_and_lets_nobody_change_them(
        self, window: MainWindow, sample_folder: Path
    ) -> None:
        choose(window, "Back")
        type_into(window, "Name in a sentence", "Mine")
        whole = (sample_folder / BACK).read_bytes()
        (sample_folder / BACK).write_bytes(b"name: [\n")
        window.following.take([read_file(window.session.folder, BACK)])
        assert "its file has to be mended. What you changed is safe here." in said(window)
        assert "What you changed is safe, and shown below." in window.view.problems.text()
        title = box(window, "Name in a sentence")
        assert title.isVisible()
        assert title.isReadOnly()
        assert title.text().startswith("Mine")
        assert named(window, "Is my work safe?", QLabel).text().endswith("has changes not saved yet.")
        (sample_folder / BACK).write_bytes(whole.replace(b"Pain in the back", b"Aches in the back"))
        window.following.take([read_file(window.session.folder, BACK)])
        assert not title.isReadOnly()
        assert title.text().startswith("Mine")
        assert box(window, "Introduction").text().startswith("Aches in the back")
        assert not window.view.problems.isVisible()

    def test_during_a_save_nothing_is_taken_in_and_the_places_are_asked_for_afterwards(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        choose(window, "Back")
        type_into(window, "Name in a sentence", "Mine")
        with qtbot.waitSignal(window.following.read_again) as again:
            window.save_page()
            colleague_writes(window, "name:", "# by them\nname:", HEAD)
            assert b"by them" not in (window.session.files[HEAD].data or b"")
        assert again.args == [[HEAD]]
        qtbot.waitUntil(lambda: not window.saving.is_busy)


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
