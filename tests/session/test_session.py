"""One open folder: every edit through one door, undo across pages and saves, nothing lost on the way to the disk."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.comparison import page_words
from editor.content.condition_page import ConditionPage
from editor.content.page_changes import add_study, duplicate_study, move_study, put_study, remove_study
from editor.content.reading import read_page
from editor.content.site import Site
from editor.content.study import Study
from editor.session import NotEditable, NotTaken, Saved, SaveFailed, Session, copy_of, file_of, read_file, run_save
from editor.storage import ChangedOnDisk, ContentFolder, NotSaved, Unconfirmed
from tests.session.layouts import COMMENTED, INDENTLESS, SITE

WRIST = "conditions/wrist-pain.yaml"
NECK = "conditions/neck-pain.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content folder with two pages and a site."""
    folder = tmp_path / "content"
    (folder / "conditions").mkdir(parents=True)
    (folder / "site.yaml").write_bytes(SITE)
    (folder / WRIST).write_bytes(COMMENTED)
    (folder / NECK).write_bytes(INDENTLESS)
    return folder


@pytest.fixture
def session(root: Path) -> Session:
    return Session.open(root)


def page(session: Session, place: str = WRIST) -> ConditionPage:
    found = session.page(place)
    assert found is not None
    return found


def renamed(name: str) -> Callable[[ConditionPage], ConditionPage]:
    return lambda before: replace(before, name=name)


def rename(session: Session, name: str, place: str = WRIST) -> None:
    session.edit_page("Edit name", place, renamed(name))


def retitle(session: Session, number: int, title: str, place: str = WRIST) -> None:
    study = replace(page(session, place).study_list[number], title=title)
    session.edit_page("Edit title", place, lambda before: put_study(before, study))


def delete(session: Session, number: int, place: str = WRIST) -> None:
    key = page(session, place).study_list[number].key
    session.edit_page("Delete study", place, lambda before: remove_study(before, key))


def save(session: Session, place: str = WRIST) -> None:
    result = session.save(place)
    assert isinstance(result, Saved), result


def changed_lines(before: bytes, after: bytes) -> list[bytes]:
    """The lines of `after` that `before` does not have, and the other way round, in order."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new] + [line for line in new if line not in old]


class TestOpening:
    def test_everything_in_the_folder_is_there(self, session: Session) -> None:
        assert session.page_places == (NECK, WRIST)
        assert session.site.name == "The Clinic"
        assert page(session).name == "Wrist Pain"
        assert session.unsaved_places == ()

    def test_a_broken_page_is_listed_and_left_alone(self, root: Path) -> None:
        (root / "conditions/broken.yaml").write_bytes(b"name: Broken\nname: Twice\nintro: words\n")
        (root / "conditions/torn.yaml").write_bytes(b"name: 'Torn\n")
        session = Session.open(root)
        for place in ("conditions/broken.yaml", "conditions/torn.yaml"):
            assert place in session.page_places
            assert session.files[place].problems
            assert not session.is_editable(place)
            with pytest.raises(NotEditable):
                session.edit_page("Edit name", place, renamed("Mended"))
            with pytest.raises(NotEditable):
                session.prepare_save(place)
        assert session.page("conditions/torn.yaml") is None
        assert page(session, "conditions/broken.yaml").intro == "words"

    def test_the_site_may_have_its_other_name(self, root: Path) -> None:
        (root / "site.yaml").rename(root / "site.yml")
        session = Session.open(root)
        assert session.site_place == "site.yml"
        session.edit_site("Edit name", lambda site: replace(site, name="Our Clinic"))
        save(session, "site.yml")
        assert not (root / "site.yaml").exists()
        assert (root / "site.yml").read_bytes() == SITE.replace(b"The Clinic", b"Our Clinic")

    def test_what_is_wrong_with_names_is_known_for_each_file_concerned(self, root: Path) -> None:
        (root / "site.yml").write_bytes(SITE)
        (root / "conditions/wrist-pain.YML").write_bytes(COMMENTED)
        session = Session.open(root)
        assert session.site_place == "site.yaml"
        for place, other in (
            ("site.yaml", "site.yml"),
            (WRIST, "wrist-pain.YML"),
            ("conditions/wrist-pain.YML", WRIST),
        ):
            (problem,) = session.name_problems(place)
            assert other in problem.message
            assert session.is_editable(place)
        assert session.name_problems(NECK) == ()

    def test_nothing_can_be_changed_before_it_is_read(self, root: Path) -> None:
        session = Session(ContentFolder(root))
        assert session.site == Site()
        assert not session.is_editable("site.yaml")
        with pytest.raises(NotEditable):
            session.edit_site("Edit name", lambda site: replace(site, name="Typed too early"))
        with pytest.raises(NotEditable):
            session.prepare_save("site.yaml")
        with pytest.raises(NotEditable):
            rename(session, "Typed too early")
        assert session.unsaved_places == ()

    def test_a_site_that_comes_late_is_not_taken_for_a_missing_one(self, root: Path) -> None:
        (root / "site.yaml").rename(root / "site.yml")
        session = Session(ContentFolder(root))
        session.receive(file_of(WRIST, COMMENTED))
        assert not session.is_editable(session.site_place)
        session.receive(read_file(session.folder, "site.yml"))
        assert session.is_editable("site.yml")
        assert session.site.name == "The Clinic"

    def test_a_folder_without_a_site_gets_one_when_it_is_saved(self, root: Path) -> None:
        (root / "site.yaml").unlink()
        session = Session.open(root)
        assert session.site == Site()
        assert session.unsaved_places == ()
        save(session, "site.yaml")
        assert not (root / "site.yaml").exists()
        session.edit_site("Edit name", lambda site: replace(site, name="The Clinic"))
        save(session, "site.yaml")
        assert (root / "site.yaml").read_bytes() == b"name: The Clinic\n"


class TestEditing:
    def test_watchers_are_told_of_every_change(self, session: Session) -> None:
        seen: list[str | None] = []
        session.watch(lambda: seen.append(page(session).name))
        rename(session, "Wrists")
        rename(session, "Wrists")
        session.undo()
        session.redo()
        session.redo()
        assert seen == ["Wrists", "Wrist Pain", "Wrists"]

    def test_a_value_put_back_is_no_unsaved_change(self, session: Session) -> None:
        rename(session, "Wrists")
        assert session.unsaved_places == (WRIST,)
        rename(session, "Wrist Pain")
        assert not session.is_unsaved(WRIST)

    def test_what_was_filled_in_and_emptied_again_is_no_unsaved_change(self, session: Session) -> None:
        session.edit_page("Edit title", WRIST, lambda before: replace(before, title="A title"))
        session.edit_page("Edit title", WRIST, lambda before: replace(before, title=""))
        assert not session.is_unsaved(WRIST)
        study = page(session).study_list[0]
        for note in ("A note", ""):
            noted = replace(study, note=note)
            session.edit_page("Edit note", WRIST, lambda before, noted=noted: put_study(before, noted))
        assert not session.is_unsaved(WRIST)

    def test_undo_goes_back_across_pages_and_the_site(self, session: Session) -> None:
        rename(session, "Wrists")
        rename(session, "Necks", NECK)
        session.edit_site("Edit name", lambda site: replace(site, name="Our Clinic"))
        steps = []
        while (step := session.history.next_undo) is not None:
            steps.append((step.label, step.place))
            assert session.undo() is None
        assert steps == [("Edit name", "site.yaml"), ("Edit name", NECK), ("Edit name", WRIST)]
        assert session.unsaved_places == ()
        for _ in steps:
            session.redo()
        assert session.unsaved_places == (NECK, WRIST, "site.yaml")

    def test_nothing_to_undo_is_no_error(self, session: Session) -> None:
        assert session.undo() is None
        assert session.redo() is None


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
        session.edit_page(
            "Copy study", WRIST, lambda before: duplicate_study(before, original.key, original.duplicate())
        )
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
        with pytest.raises(NotSaved, match="half of a character"):
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


class TestUndoAfterAColleaguesChange:
    """A colleague's version that came in between stays: undo takes back my step alone, or says why it cannot."""

    def test_my_step_goes_and_theirs_stays(self, session: Session) -> None:
        rename(session, "Wrists")
        theirs = COMMENTED.replace(b"Wrist Pain", b"Wrists").replace(b"Wrists get sore.", b"Wrists may get sore.")
        session.receive(file_of(WRIST, theirs))
        assert session.undo() is None
        assert page(session).name == "Wrist Pain"
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        assert session.redo() is None
        assert page(session).name == "Wrists"

    def test_a_clash_changes_nothing_and_says_why(self, session: Session) -> None:
        rename(session, "Wrists")
        session.receive(file_of(WRIST, COMMENTED.replace(b"Wrist Pain", b"Sore wrists")))
        reason = session.undo()
        assert reason is not None
        assert "the same words have been changed" in reason
        assert "Nothing was changed" in reason
        assert page(session).name == "Sore wrists"
        assert session.history.next_undo is not None

    def test_a_page_that_was_broken_since_is_not_touched(self, session: Session) -> None:
        rename(session, "Wrists")
        broken = COMMENTED.replace(b"layout: condition ", b"name: Twice ")
        session.receive(file_of(WRIST, broken))
        reason = session.undo()
        assert reason is not None
        assert "until the problems in the page's file have been mended" in reason
        assert not session.is_unsaved(WRIST)

    def test_typing_on_does_not_join_the_typing_before(self, root: Path) -> None:
        session = Session(ContentFolder(root), clock=lambda: 0.0)
        session.receive(file_of(WRIST, COMMENTED))
        session.edit_page("Edit name", WRIST, renamed("Wrists"), merge_key="name")
        theirs = COMMENTED.replace(b"Wrist Pain", b"Wrists").replace(b"Wrists get sore.", b"Wrists may get sore.")
        session.receive(file_of(WRIST, theirs))
        session.edit_page("Edit name", WRIST, renamed("Wrists!"), merge_key="name")
        session.undo()
        assert page(session).name == "Wrists"
        assert (page(session).intro or "").startswith("Wrists may get sore.")


class TestTakingTheOtherVersion:
    """Where a colleague's save stands in the way: theirs becomes the page, mine is one undo away."""

    THEIRS = COMMENTED.replace(b"Wrists get sore.", b"Wrists may get sore.")

    def take(self, session: Session, root: Path, theirs: bytes = THEIRS, place: str = WRIST) -> None:
        (root / place).write_bytes(theirs)
        assert isinstance(session.save(place), SaveFailed)
        session.take_other(read_file(session.folder, place))

    def test_theirs_is_the_page_and_nothing_is_unsaved(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        self.take(session, root)
        assert page(session).name == "Wrist Pain"
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        assert not session.is_unsaved(WRIST)
        step = session.history.next_undo
        assert step is not None
        assert step.label == "take the other version of Wrists"

    def test_undo_brings_my_changes_back_beside_theirs(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        self.take(session, root)
        assert session.undo() is None
        assert page(session).name == "Wrists"
        assert session.is_unsaved(WRIST)
        save(session)
        assert (root / WRIST).read_bytes() == self.THEIRS.replace(b"Wrist Pain", b"Wrists")
        assert session.undo() is None
        assert page(session).name == "Wrist Pain"
        assert session.redo() is None
        assert session.redo() is None
        assert (page(session).intro or "").startswith("Wrists may get sore.")

    def test_studies_keep_their_keys_so_that_undo_keeps_their_lines(self, root: Path, session: Session) -> None:
        keys = [study.key for study in page(session).study_list]
        retitle(session, 0, "alpha: mine")
        theirs = self.THEIRS.replace(b"0017 ", b"0018 ").replace(b"delta\n", b"delta, theirs\n", 1)
        self.take(session, root, theirs)
        assert [study.key for study in page(session).study_list] == keys
        session.undo()
        save(session)
        assert (root / WRIST).read_bytes() == theirs.replace(b"a review", b"mine", 1)

    def test_a_study_of_mine_that_they_deleted_comes_back_with_its_lines(self, root: Path, session: Session) -> None:
        colleague = Session.open(root)
        delete(colleague, 0)
        save(colleague)
        retitle(session, 0, "alpha: mine")
        self.take(session, root, (root / WRIST).read_bytes())
        assert len(page(session).study_list) == 3
        session.undo()
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b"a review", b"mine", 1)

    def test_where_both_changed_the_same_words_undo_brings_mine(self, root: Path, session: Session) -> None:
        session.edit_page("Edit intro", WRIST, lambda before: replace(before, intro="Mine."))
        self.take(session, root)
        session.undo()
        assert page(session).intro == "Mine."

    def test_what_was_saved_before_theirs_is_not_written_byte_for_byte(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        save(session)
        rename(session, "Both wrists")
        theirs = (root / WRIST).read_bytes().replace(b"kept by hand", b"kept by them")
        self.take(session, root, theirs)
        while session.history.next_undo is not None:
            assert session.undo() is None
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b"kept by hand", b"kept by them")

    def test_one_that_says_the_same_is_no_step(self, root: Path, session: Session) -> None:
        session.edit_page("Empty", WRIST, lambda before: replace(before, name_in_text=""))
        step = session.history.next_undo
        self.take(session, root, COMMENTED.replace(b"name_in_text: wrist pain   # in a sentence\n", b""))
        assert session.history.next_undo is step
        assert not session.is_unsaved(WRIST)

    def test_the_shared_texts_too(self, root: Path, session: Session) -> None:
        session.edit_site("Edit name", lambda site: replace(site, name="Mine"))
        assert session.prepare_save("site.yaml").called == "the shared texts"
        self.take(session, root, SITE.replace(b"The Clinic", b"Theirs"), "site.yaml")
        assert session.site.name == "Theirs"
        session.undo()
        assert session.site.name == "Mine"
        assert session.unsaved_places == ("site.yaml",)

    @pytest.mark.parametrize("theirs", [b"name: 'Torn\n", b"name: A\nname: B\n", None])
    def test_one_that_cannot_be_edited_is_not_taken(self, root: Path, session: Session, theirs: bytes | None) -> None:
        rename(session, "Wrists")
        if theirs is None:
            (root / WRIST).unlink()
        else:
            (root / WRIST).write_bytes(theirs)
        with pytest.raises(NotTaken, match="Nothing was lost"):
            session.take_other(read_file(session.folder, WRIST))
        assert page(session).name == "Wrists"
        assert session.is_editable(WRIST)
        assert session.unsaved_places == (WRIST,)


def test_moves_and_new_studies_reach_the_file(root: Path, session: Session) -> None:
    first = page(session, NECK).study_list[0].key
    session.edit_page("Move study", NECK, lambda before: move_study(before, first, 3))
    session.edit_page("Add study", NECK, lambda before: add_study(before, Study(title="echo", date="2016"), 0))
    save(session, NECK)
    again = Session.open(root)
    assert [study.title for study in page(again, NECK).study_list] == [
        "echo",
        "bravo",
        "charlie",
        "delta\u2019s title",
        "alpha",
    ]
    session.undo()
    session.undo()
    save(session, NECK)
    assert (root / NECK).read_bytes() == INDENTLESS
