"""Saving from the window, on real folders."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from editor.session import SITE_PLACE, Saved, read_file
from editor.ui.saving.not_saved_box import NotSavedBox
from tests.ui.office import BACK, HEAD, Office


@pytest.fixture
def office(sample_folder: Path, qtbot: QtBot) -> Iterator[Office]:
    office = Office(sample_folder, qtbot)
    yield office
    office.end()


def save_in_vain(office: Office, qtbot: QtBot, *places: str) -> NotSavedBox:
    """Save what cannot be saved."""
    for place in places:
        office.change(place, "Mine")
        office.block(place)
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save(places)
    return office.box(NotSavedBox)


def test_all_changed_pages_are_saved_one_after_the_other(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.change(HEAD, "Head")
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save(office.session.unsaved_places)
    assert ended.args == [True]
    assert office.session.unsaved_places == ()
    assert 'name: "Back"' in office.text_of(BACK)
    assert "name: Head" in office.text_of(HEAD)
    assert office.saving.last_saved is not None


def test_what_is_typed_during_a_save_is_not_lost(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
        office.change(BACK, "Back pain")
    assert office.session.unsaved_places == (BACK,)
    assert 'name: "Back"' in office.text_of(BACK)


def test_files_are_saved_one_at_a_time(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.change(HEAD, "Head")
    office.hold()
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
        office.saving.save([HEAD])
        assert office.saving.running == BACK
        office.let_go()
    assert office.session.unsaved_places == ()


def test_a_save_ends_a_run_of_typing(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
        office.change(BACK, "Back pain")
    office.session.undo()
    assert office.session.unsaved_places == ()


def test_a_save_asked_for_during_another_comes_after_it(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    office.hold()
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([BACK])
        office.change(BACK, "Back pain")
        office.saving.save([BACK])
        office.let_go()
    assert not office.has_box()
    assert office.session.unsaved_places == ()
    assert 'name: "Back pain"' in office.text_of(BACK)


def test_a_warning_is_said(office: Office, own_user_folders: Path, qtbot: QtBot) -> None:
    """The history of versions cannot be kept where a file stands in its folder's place."""
    (own_user_folders / "share").write_text("", encoding="utf-8")
    office.change(BACK, "Back")
    with qtbot.waitSignal(office.saving.said, check_params_cb=bool) as said:
        office.saving.save([BACK])
    assert "could not be kept" in said.args[0]
    qtbot.waitUntil(lambda: not office.saving.is_busy)
    assert 'name: "Back"' in office.text_of(BACK)


def test_where_saving_fails_a_copy_can_be_saved(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    save_in_vain(office, qtbot, BACK)
    office.click("Save a copy...")
    (dialog,) = office.window.findChildren(QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    target = tmp_path / "copy.yaml"
    with qtbot.waitSignal(office.saving.said):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert 'name: "Mine"' in target.read_text(encoding="utf-8")
    assert office.session.unsaved_places == (BACK,)


def test_the_name_suggested_for_a_copy_is_free(office: Office, qtbot: QtBot) -> None:
    (Path.home() / Path(BACK).name).write_text("", encoding="utf-8")
    save_in_vain(office, qtbot, BACK)
    office.click("Save a copy...")
    (dialog,) = office.window.findChildren(QFileDialog)
    assert [Path(file).name for file in dialog.selectedFiles()] == ["back-hip-knee-leg-pain (2).yaml"]
    dialog.close()


def test_several_failures_stand_in_one_box_and_all_copies_go_into_one_folder(
    office: Office, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / Path(BACK).name).write_text("mine already", encoding="utf-8")
    box = save_in_vain(office, qtbot, BACK, HEAD)
    assert box.text().startswith("2 files were not saved. Nothing was lost")
    assert box.informativeText().count("Mine: ") == 2
    assert office.buttons() == ["Try again", "Save copies...", "Keep editing"]
    office.click("Save copies...")
    (dialog,) = office.window.findChildren(QFileDialog)
    with qtbot.waitSignal(office.saving.said) as said:
        dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert said.args[0].startswith("2 copies were saved in ")
    copies = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.yaml")}
    assert copies.pop(Path(BACK).name) == "mine already"
    assert sorted(copies) == ["back-hip-knee-leg-pain (2).yaml", "headache-and-migraine.yaml"]
    assert all("Mine" in copy for copy in copies.values())


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be taken away while it is read there")
def test_save_again_tries_once_more(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    conditions = office.folder / "conditions"
    conditions.rename(office.folder / "away")
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save([BACK])
    assert ended.args == [False]
    (office.folder / "away").rename(conditions)
    with qtbot.waitSignal(office.saving.ended):
        office.click("Try again")
    assert office.session.unsaved_places == ()


class FaultyPane:
    """Fails to show the next change."""

    def __init__(self, office: Office) -> None:
        self._is_faulty = True
        office.session.watch(self._show)

    def _show(self) -> None:
        faulty, self._is_faulty = self._is_faulty, False
        if faulty:
            raise ZeroDivisionError


@pytest.mark.parametrize("somebody_was_quicker", [False, True])
def test_a_fault_of_a_pane_does_not_stop_saving_for_good(
    office: Office, qtbot: QtBot, *, somebody_was_quicker: bool
) -> None:
    office.change(BACK, "Back")
    office.change(HEAD, "Head")
    if somebody_was_quicker:
        text = office.text_of(BACK).replace("Pain in the back", "Aches in the back", 1)
        (office.folder / BACK).write_text(text, encoding="utf-8")
    FaultyPane(office)
    with qtbot.captureExceptions() as told, qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save([BACK, HEAD])
    assert ended.args == [False]
    assert [kind for kind, *_ in told] == [ZeroDivisionError]
    assert not office.saving.is_busy
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save([BACK, HEAD])
    assert ended.args == [True]
    assert office.session.unsaved_places == ()


def test_nor_does_one_of_a_pane_that_shows_what_comes_back_before_a_save(office: Office, qtbot: QtBot) -> None:
    office.change(BACK, "Back")
    text = office.text_of(BACK).replace("Pain in the back", "Aches in the back", 1)
    (office.folder / BACK).write_text(text, encoding="utf-8")
    office.following.take([read_file(office.session.folder, BACK)])
    office.session.undo()
    FaultyPane(office)
    with qtbot.waitSignal(office.saving.ended), pytest.raises(ZeroDivisionError):
        office.saving.save([BACK])
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save([BACK])
    assert ended.args == [True]
    assert "Aches in the back" in office.text_of(BACK)


def test_a_save_that_brought_nothing_to_the_disk_brought_no_shared_texts(office: Office, qtbot: QtBot) -> None:
    office.session.edit_site("Edit", lambda site: replace(site, name="Clinic"))
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save([SITE_PLACE])
    assert office.saving.has_saved_shared_texts_alone
    save_in_vain(office, qtbot, BACK)
    office.click("Keep editing")
    assert not office.saving.has_saved_shared_texts_alone


def test_a_file_at_an_old_address_goes_once_what_undo_took_off_is_saved_at_the_new_one(
    office: Office, qtbot: QtBot
) -> None:
    moved = office.session.rename_page(BACK, "Sore back", new_address=True)
    assert isinstance(office.session.save(moved), Saved)
    old = office.folder / BACK
    old.write_text(old.read_text(encoding="utf-8").replace("Pain in the back", "Aches in the back"), encoding="utf-8")
    office.following.take([read_file(office.session.folder, BACK)])
    office.session.undo()
    assert office.session.unsaved_places == (BACK,)
    with qtbot.waitSignal(office.saving.ended) as ended:
        office.saving.save(office.session.unsaved_places)
    assert ended.args == [True]
    assert office.session.unsaved_places == ()
    assert not old.exists()
    assert "Aches in the back" in office.text_of(moved)


def test_where_both_can_no_longer_be_one_page_that_is_said(office: Office, qtbot: QtBot) -> None:
    moved = office.session.rename_page(BACK, "Sore back", new_address=True)
    assert isinstance(office.session.save(moved), Saved)
    old = office.folder / BACK
    old.write_text(old.read_text(encoding="utf-8").replace("Pain in the back", "Aches in the back"), encoding="utf-8")
    office.following.take([read_file(office.session.folder, BACK)])
    office.session.undo()
    office.session.edit_page("Edit", moved, lambda page: replace(page, intro="Mine"))
    said: list[str] = []
    office.saving.said.connect(said.append)
    office.following.said.connect(said.append)
    with qtbot.waitSignal(office.saving.ended):
        office.saving.save(office.session.unsaved_places)
    assert "yours at the new address, theirs at the old one" in "".join(said)
    assert "Mine" in office.text_of(moved)
    assert "Aches in the back" in office.text_of(BACK)
    assert office.session.unsaved_places == ()
