"""Saving through a session: nothing lost on the way to the disk, and nothing said that is not so."""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.comparison import page_words
from editor.content.conflict_choices import Keep
from editor.content.page_changes import add_study
from editor.content.reading import read_page
from editor.session import (
    SaveFailed,
    Session,
    copy_of,
    decide,
    follow,
    read_file,
    run_save,
    take_in_again,
    undecided,
)
from editor.storage import ChangedOnDisk, NotSaved, Unconfirmed
from tests.session.edits import NECK, WRIST, changed_lines, delete, page, rename, retitle, save
from tests.session.layouts import COMMENTED, SITE


class TestSaving:
    def test_only_the_edited_words_change(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        retitle(session, 1, "bravo's new title")
        save(session)
        assert changed_lines(COMMENTED, (root / WRIST).read_bytes()) == [
            b'name: "Wrist Pain"',
            b"  - title: bravo's title       # bravo: plain",
            b'name: "Wrists"',
            b"  - title: bravo's new title       # bravo: plain",
        ]
        assert not session.is_unsaved(WRIST)

    def test_undo_after_a_save_gives_the_first_bytes(self, root: Path, session: Session) -> None:
        delete(session, 0)
        save(session)
        assert b"alpha" not in (root / WRIST).read_bytes()
        session.undo()
        assert session.is_unsaved(WRIST)
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED

    def test_any_number_of_saves_can_be_undone(self, root: Path, session: Session) -> None:
        retitle(session, 1, "bravo: quoted from now on")
        save(session)
        for number in range(60):
            rename(session, f"Wrist pain {number}")
            save(session)
        while session.history.next_undo is not None:
            session.undo()
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED

    def test_a_deleted_study_comes_back_with_its_comments_and_keys(self, root: Path, session: Session) -> None:
        delete(session, 0)
        save(session)
        session.undo()
        rename(session, "Wrists")
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b"Wrist Pain", b"Wrists")

    def test_a_study_that_came_back_can_be_edited_before_the_save(self, root: Path, session: Session) -> None:
        delete(session, 0)
        save(session)
        session.undo()
        retitle(session, 0, "alpha: corrected")
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b"alpha: a review", b"alpha: corrected")

    def test_a_copy_takes_the_known_fields_only(self, root: Path, session: Session) -> None:
        original = page(session).study_list[0]
        session.edit_page("Copy study", WRIST, lambda before: add_study(before, original.duplicate(), 1))
        save(session)
        data = (root / WRIST).read_bytes()
        assert data.count(b"x_alpha_id: 0017") == 1
        assert data.count(b"10.1000/alpha") == 2
        session.undo()
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED

    def test_typing_during_a_save_stays_and_is_unsaved(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        job = session.prepare_save(WRIST)
        rename(session, "Both wrists")
        session.finish_save(run_save(job))
        assert page(session).name == "Both wrists"
        assert session.is_unsaved(WRIST)
        assert b'name: "Wrists"' in (root / WRIST).read_bytes()
        save(session)
        assert b'name: "Both wrists"' in (root / WRIST).read_bytes()

    def test_a_failed_save_loses_nothing(self, root: Path, session: Session) -> None:
        theirs = COMMENTED.replace(b"Wrists get sore.", b"Wrists may get sore.")
        (root / WRIST).write_bytes(theirs)
        rename(session, "Wrists")
        result = session.save(WRIST)
        assert isinstance(result, SaveFailed)
        assert isinstance(result.error, ChangedOnDisk)
        assert "changed the page “Wrists” since" in str(result.error)
        assert WRIST not in str(result.error)
        assert (root / WRIST).read_bytes() == theirs
        assert page(session).name == "Wrists"
        assert session.is_unsaved(WRIST)
        session.undo()
        assert not session.is_unsaved(WRIST)

    def test_a_save_that_would_touch_something_else_is_refused_and_a_copy_has_all_words(self, root: Path) -> None:
        shared = b"name: &shared Knees\ntitle: *shared\nstudies:\n- title: alpha\n"
        (root / WRIST).write_bytes(shared)
        session = Session.open(root)
        rename(session, "Sore knees")
        retitle(session, 0, "alpha, corrected")
        result = session.save(WRIST)
        assert isinstance(result, SaveFailed)
        assert str(result.error).count("Nothing was lost") == 1
        assert "would also change: “Browser title”." in str(result.error)
        assert (root / WRIST).read_bytes() == shared
        assert session.is_unsaved(WRIST)
        copy = read_page(copy_of(result.job), "wrist-pain").page
        assert copy is not None
        assert page_words(copy) == page_words(page(session))

    def test_a_copy_that_no_file_can_hold_is_explained(self, session: Session) -> None:
        rename(session, "Half of \ud800")
        result = session.save(WRIST)
        assert isinstance(result, SaveFailed)
        with pytest.raises(NotSaved, match="a broken character, often shown as a box"):
            copy_of(result.job)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
    def test_typing_on_after_an_unconfirmed_save_is_no_clash_with_oneself(
        self, root: Path, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename(session, "Wrists")
        self.save_unconfirmed(session, monkeypatch)
        rename(session, "Both wrists")
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b"Wrist Pain", b"Both wrists")
        (root / WRIST).write_bytes(COMMENTED.replace(b"Wrist Pain", b"Wrists"))
        rename(session, "Wrist pain")
        assert isinstance(session.save(WRIST), SaveFailed)

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
    def test_undo_after_an_unconfirmed_save_is_not_taken_for_saved(
        self, root: Path, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[bool] = []
        rename(session, "Wrists")
        session.watch(lambda: seen.append(session.is_unsaved(WRIST)))
        self.save_unconfirmed(session, monkeypatch)
        session.undo()
        assert seen == [True, True]
        assert session.unsaved_places == (WRIST,)
        assert b"Wrists" in (root / WRIST).read_bytes()
        save(session)
        assert not session.is_unsaved(WRIST)
        assert (root / WRIST).read_bytes() == COMMENTED

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows does not confirm folders")
    @pytest.mark.parametrize("got_through", [True, False])
    def test_put_off_for_a_drive_that_did_not_confirm_it_words_undone_meanwhile_are_not_written(
        self, root: Path, session: Session, monkeypatch: pytest.MonkeyPatch, got_through: bool
    ) -> None:
        rename(session, "Wrists")
        job = session.prepare_save(WRIST)
        self.save_unconfirmed(session, monkeypatch)
        if not got_through:
            (root / WRIST).write_bytes(COMMENTED)
        session.undo()
        assert session.is_unsaved(WRIST)
        session.finish_save(run_save(session.prepare_again(job)))
        assert (root / WRIST).read_bytes() == COMMENTED
        assert session.unsaved_places == ()

    def save_unconfirmed(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        really = os.fsync

        def fsync(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            really(descriptor)

        with monkeypatch.context() as doubtful_drive:
            doubtful_drive.setattr(os, "fsync", fsync)
            result = session.save(WRIST)
        assert isinstance(result, SaveFailed)
        assert isinstance(result.error, Unconfirmed)

    def test_a_page_without_a_change_is_not_written(self, root: Path, session: Session) -> None:
        theirs = COMMENTED.replace(b"Wrist Pain", b"Theirs")
        (root / WRIST).write_bytes(theirs)
        save(session)
        assert (root / WRIST).read_bytes() == theirs
        before = (root / NECK).stat()
        save(session, NECK)
        assert (root / NECK).stat().st_ino == before.st_ino
        rename(session, "Mine")
        assert isinstance(session.save(WRIST), SaveFailed)


class TestTryingAgain:
    """A save that failed, done once more while its user goes on."""

    def test_it_writes_what_was_to_be_saved_then(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        failed = session.prepare_save(WRIST)
        rename(session, "Wrists and ha")
        session.finish_save(run_save(session.prepare_again(failed)))
        assert b'name: "Wrists"' in (root / WRIST).read_bytes()
        assert page(session).name == "Wrists and ha"
        assert session.unsaved_places == (WRIST,)
        save(session)
        assert b"Wrists and ha" in (root / WRIST).read_bytes()

    def test_words_that_a_file_held_before_are_written_as_they_were(self, root: Path, session: Session) -> None:
        retitle(session, 1, "bravo: quoted from now on")
        save(session)
        session.undo()
        failed = session.prepare_save(WRIST)
        rename(session, "Wrists")
        session.finish_save(run_save(session.prepare_again(failed)))
        assert (root / WRIST).read_bytes() == COMMENTED

    def test_words_that_are_as_they_once_were_meanwhile_do_not_take_their_place(
        self, root: Path, session: Session
    ) -> None:
        rename(session, "Wrists")
        save(session)
        rename(session, "Hands")
        failed = session.prepare_save(WRIST)
        session.undo()
        session.undo()
        session.finish_save(run_save(session.prepare_again(failed)))
        assert b'name: "Hands"' in (root / WRIST).read_bytes()

    def test_where_another_save_came_between_it_takes_nothing_back(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        failed = session.prepare_save(WRIST)
        rename(session, "Wrists and hands")
        save(session)
        session.finish_save(run_save(session.prepare_again(failed)))
        assert b"Wrists and hands" in (root / WRIST).read_bytes()
        assert session.unsaved_places == ()

    def test_a_page_that_was_deleted_meanwhile_is_deleted(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        failed = session.prepare_save(WRIST)
        session.delete_page(WRIST)
        session.finish_save(run_save(session.prepare_again(failed)))
        assert not (root / WRIST).exists()

    def test_a_page_that_came_back_meanwhile_is_not_deleted(self, root: Path, session: Session) -> None:
        session.delete_page(WRIST)
        failed = session.prepare_save(WRIST)
        session.undo()
        rename(session, "Wrists")
        session.finish_save(run_save(session.prepare_again(failed)))
        assert b'name: "Wrists"' in (root / WRIST).read_bytes()


class TestTryingAgainWhereAColleagueWasThere:
    """A save that was put off writes nothing over what somebody else has saved and undo took off the page."""

    def test_what_undo_took_off_the_page_is_kept(self, root: Path) -> None:
        (root / NECK).write_bytes(b"name: Neck\nintro: Sore.\n")
        session = Session.open(root)
        rename(session, "Necks", NECK)
        change(session, NECK, b"name: Neck\nintro: Sore, theirs.\n")
        session.undo()
        failed = session.prepare_save(NECK)
        assert take_in_again(session, NECK)
        session.finish_save(run_save(session.prepare_again(failed)))
        assert (root / NECK).read_bytes() == b"name: Necks\nintro: Sore, theirs.\n"

    def test_also_of_the_shared_texts(self, root: Path, session: Session) -> None:
        session.edit_site("Edit", lambda site: replace(site, language="mine"))
        change(session, "site.yaml", SITE.replace(b"The Clinic", b"Theirs"))
        session.undo()
        failed = session.prepare_save("site.yaml")
        assert take_in_again(session, "site.yaml")
        session.finish_save(run_save(session.prepare_again(failed)))
        assert b"Theirs" in (root / "site.yaml").read_bytes()
        assert b"mine" in (root / "site.yaml").read_bytes()

    @pytest.mark.parametrize("by_hand", [True, False])
    def test_where_theirs_was_chosen_meanwhile_mine_is_not_written(
        self, root: Path, session: Session, by_hand: bool
    ) -> None:
        rename(session, "Mine")
        change(session, WRIST, COMMENTED.replace(b'"Wrist Pain"', b'"Theirs"'))
        failed = session.prepare_save(WRIST)
        if by_hand:
            rename(session, "Theirs")
        else:
            (found,) = undecided(session, [WRIST])
            decide(session, [(found, dict.fromkeys(found.comparison.differences, Keep.THEIRS))])
        assert undecided(session, [WRIST]) == ()
        session.finish_save(run_save(session.prepare_again(failed)))
        assert b'name: "Theirs"' in (root / WRIST).read_bytes()


def change(session: Session, place: str, data: bytes) -> None:
    """A colleague saves these bytes, and that is noticed."""
    (session.folder.root / place).write_bytes(data)
    follow(session, [read_file(session.folder, place)])
