"""The window takes in what was read anew: quietly where nobody edits, with a sentence and cards where somebody does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.session import Session, read_file
from editor.ui.main_window import MainWindow
from tests.ui.outside.hands import BACK, HEAD, asked, colleague_writes, page, press, said, study, type_into
from tests.ui.records import named
from tests.ui.test_composing import compose
from tests.ui.window import CTRL, box, choose


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

    def test_words_go_along_to_the_new_address_of_their_page(self, window: MainWindow, sample_folder: Path) -> None:
        choose(window, "Back")
        type_into(window, "Introduction", "Mine. ")
        colleague = Session.open(sample_folder)
        moved = colleague.rename_page(BACK, "Zones of pain", new_address=True)
        for place in colleague.saved_together(moved):
            colleague.save(place)
        window.following.take([read_file(window.session.folder, BACK), read_file(window.session.folder, moved)])
        assert said(window) == "“Zones of pain” was given a new address on another computer. Your changes went along."
        assert window.editing.place == moved
        assert box(window, "Introduction").text().startswith("Mine. ")
        assert box(window, "Name").text() == "Zones of pain"

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
