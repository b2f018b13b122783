"""A save over what a colleague has saved meanwhile takes that in, and asks only where both changed the same words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.storage import VersionHistory
from editor.ui.outside.conflict_box import ConflictBox
from editor.ui.saving.not_saved_box import NotSavedBox
from editor.ui.saving.saving import MOST_CATCHING_UP
from tests.ui.office import BACK, HEAD, Office


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.end()


def colleague_writes(office: Office, old: str, new: str, place: str = BACK) -> None:
    text = office.text_of(place)
    assert old in text
    (office.folder / place).write_text(text.replace(old, new, 1), encoding="utf-8")


def save(office: Office, qtbot: QtBot, *places: str) -> bool:
    """Save, and tell whether it went well."""
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save(places)
    return bool(ended.args[0])


def asked(office: Office) -> ConflictBox:
    assert office.following.box is not None
    return office.following.box


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_their_change_and_mine_are_both_in_the_file(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    colleague_writes(office, "Pain in the back", "Aches in the back")
    with qtbot.waitSignal(office.following.said) as said:
        assert save(office, qtbot, BACK)
    assert "Your own changes are kept and theirs were added" in said.args[0]
    assert 'name: "Mine"' in office.text_of(BACK)
    assert "Aches in the back" in office.text_of(BACK)
    assert office.session.unsaved_places == ()
    assert not office.has_box()


def test_what_is_typed_while_theirs_is_taken_in_is_not_lost(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    colleague_writes(office, "Pain in the back", "Aches in the back")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
        office.change(BACK, "Mine, later")
    assert "Aches in the back" in office.text_of(BACK)
    assert 'name: "Mine, later"' in office.text_of(BACK)


def test_other_pages_are_saved_all_the_same(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    office.change(HEAD, "Mine too")
    office.colleague_saves(BACK)
    assert not save(office, qtbot, BACK, HEAD)
    assert "Mine too" in office.text_of(HEAD)
    assert office.session.unsaved_places == (BACK,)
    asked(office).reject()


@pytest.mark.parametrize(("choice", "name"), [("mine", "Mine"), ("theirs", "Colleague's"), ("both", "Mine")])
def test_the_same_words_are_asked_about_and_then_saved(office: Office, qtbot: QtBot, choice: str, name: str) -> None:
    office.change(BACK, "Mine")
    colleague_writes(office, 'name: "Back, Hip, Knee & Leg Pain"', 'name: "Colleague\'s"')
    assert not save(office, qtbot, BACK)
    assert "Colleague's" in office.text_of(BACK), "nothing is overwritten unasked"
    with qtbot.waitSignal(office.saving.ended) as ended:
        press({"mine": asked(office).mine, "theirs": asked(office).theirs, "both": asked(office).both}[choice])
    assert ended.args == [True]
    assert f'name: "{name}"' in office.text_of(BACK)
    assert office.following.box is None
    history = VersionHistory()
    qtbot.waitUntil(lambda: len(history.versions(office.folder, BACK)) >= 2)
    kept = b"".join(history.read(version) for version in history.versions(office.folder, BACK))
    assert b'"Mine"' in kept
    assert b'"Colleague\'s"' in kept


def test_decided_later_nothing_is_saved_and_it_is_asked_before_the_next_save(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    office.colleague_saves(BACK)
    assert not save(office, qtbot, BACK)
    with qtbot.waitSignal(office.following.said) as said:
        press(asked(office).later)
    assert "asked again" in said.args[0]
    page = office.session.page(BACK)
    assert page is not None
    assert page.name == "Mine"
    assert not save(office, qtbot, BACK)
    assert office.text_of(BACK) == "name: Colleague's\n"
    press(asked(office).later)


def test_what_undo_took_off_the_page_is_in_the_file_after_the_save(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    colleague_writes(office, "Pain in the back", "Aches in the back")
    assert save(office, qtbot, BACK)
    office.session.undo()
    with qtbot.waitSignal(office.following.said) as said:
        assert save(office, qtbot, BACK)
    assert "again, so that a save keeps it" in said.args[0]
    assert "Aches in the back" in office.text_of(BACK)
    assert 'name: "Mine"' in office.text_of(BACK)


def test_a_file_that_is_gone_is_put_back_with_what_was_changed(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    (office.folder / BACK).unlink()
    with qtbot.waitSignal(office.following.said) as said:
        assert save(office, qtbot, BACK)
    assert "deleted on another computer" in said.args[0]
    assert 'name: "Mine"' in office.text_of(BACK)


def test_a_file_that_was_broken_meanwhile_is_not_touched(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    (office.folder / BACK).write_text("name: [\n", encoding="utf-8")
    assert not save(office, qtbot, BACK)
    assert "has to be mended first" in office.box(NotSavedBox).text()
    assert "often it can be mended at once" in office.box(NotSavedBox).text()
    assert "Nothing was lost" in office.box(NotSavedBox).text()
    assert office.session.unsaved_places == (BACK,)
    assert office.text_of(BACK) == "name: [\n"
    office.click("Keep editing")
    assert not save(office, qtbot, BACK), "nor the next time"
    office.click("Keep editing")


def test_a_page_deleted_here_that_they_have_changed_is_back(office: Office, qtbot: QtBot) -> None:
    office.session.delete_page(BACK)
    colleague_writes(office, "Pain in the back", "Aches in the back")
    with qtbot.waitSignal(office.following.said) as said:
        assert save(office, qtbot, BACK)
    assert "so it is back" in said.args[0]
    assert "Aches in the back" in office.text_of(BACK)
    assert office.session.page(BACK) is not None


def test_where_somebody_is_always_quicker_the_save_ends_with_a_message(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Mine")
    rival = Rival(office)
    office.following.said.connect(rival.write)
    rival.write()
    assert not save(office, qtbot, BACK)
    assert rival.written == MOST_CATCHING_UP + 1
    assert "Somebody else has changed" in office.box(NotSavedBox).text()
    assert "Try again: their changes are taken in" in office.box(NotSavedBox).text()
    page = office.session.page(BACK)
    assert page is not None
    assert page.name == "Mine"
    office.following.said.disconnect(rival.write)
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.click("Try again")
    assert ended.args == [True]
    assert f"Theirs {rival.written}" in office.text_of(BACK)
    assert 'name: "Mine"' in office.text_of(BACK)


class Rival(QObject):
    """Writes to a page again as soon as that was noticed."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._office = office
        self.written = 0

    def write(self) -> None:
        self.written += 1
        text = self._office.text_of(BACK)
        before = "Pain in the back" if self.written == 1 else f"Theirs {self.written - 1}"
        (self._office.folder / BACK).write_text(text.replace(before, f"Theirs {self.written}"), encoding="utf-8")


def test_what_is_decided_by_typing_while_another_failure_is_told_is_saved_after_it(
    office: Office, qtbot: QtBot
) -> None:
    office.change(HEAD, "Mine too")
    office.change(BACK, "Mine")
    office.colleague_saves(BACK)
    office.block(HEAD)
    assert not save(office, qtbot, HEAD, BACK)
    office.change(BACK, "Colleague's")
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.click("Keep editing", NotSavedBox)
    assert ended.args == [True]
    assert office.following.box is None
    assert office.session.unsaved_places == (HEAD,)
