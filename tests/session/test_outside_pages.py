"""Pages that come and go here and in the folder: a delete never beats an edit, and both sides' words stay somewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.page_changes import put_study
from editor.session import (
    News,
    OpenFile,
    Session,
    follow,
    read_file,
    take_in_again,
    undecided,
)
from tests.session.edits import WRIST, page, rename, save
from tests.session.layouts import COMMENTED
from tests.session.outside import SORE, intro_at, news, open_here, outside


class TestPagesThatComeAndGo:
    """A delete never beats an edit."""

    def test_deleted_elsewhere_and_edited_here_it_stays(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        assert news(session, None) is News.STAYED
        assert page(session).name == "Wrists"
        assert session.unsaved_places == (WRIST,)
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b'"Wrist Pain"', b'"Wrists"')

    def test_back_again_it_is_merged(self, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, None)
        assert news(session, SORE) is News.JOINED
        assert page(session).name == "Wrists"
        assert undecided(session, [WRIST]) == ()
        assert (page(session).intro or "").startswith("Wrists may get sore.")

    def test_deleted_here_and_changed_elsewhere_it_is_back_with_both(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        session.delete_page(WRIST)
        assert news(session, SORE) is News.CAME_BACK
        assert page(session).name == "Wrists"
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        for _ in range(3):  # the merge, the coming back, the deletion
            assert session.undo() is None
        assert page(session).name == "Wrists"
        take_in_again(session, WRIST)
        save(session)
        assert (root / WRIST).read_bytes() == SORE.replace(b'"Wrist Pain"', b'"Wrists"')

    def test_deleted_here_and_no_more_than_its_comments_changed_it_stays_deleted(
        self, root: Path, session: Session
    ) -> None:
        rename(session, "Wrists")
        session.delete_page(WRIST)
        assert news(session, COMMENTED.replace(b"kept by hand", b"kept by them")) is News.SAME
        assert session.page(WRIST) is None
        save(session)
        assert not (root / WRIST).exists()
        (trashed,) = session.deleted_pages
        assert trashed.name == "Wrists", "its last words"

    def test_deleted_on_both_sides_nothing_is_left_to_save(self, session: Session) -> None:
        session.delete_page(WRIST)
        assert news(session, None) is News.SAME
        assert session.unsaved_places == ()

    def test_deleted_here_and_broken_elsewhere_it_is_back(self, session: Session) -> None:
        session.delete_page(WRIST)
        assert news(session, b"name: [\n") is News.CAME_BACK
        assert WRIST in session.page_places

    def test_moved_here_and_broken_elsewhere_both_are_there(self, session: Session) -> None:
        moved = session.rename_page(WRIST, "Wrists", new_address=True)
        assert news(session, b"name: [\n") is News.PARTED
        assert {WRIST, moved} <= set(session.page_places)

    def test_begun_on_both_sides_it_has_the_words_of_both(self, root: Path, session: Session) -> None:
        place = session.new_page("Elbow")
        session.edit_page("Edit", place, lambda before: replace(before, intro="Mine."))
        assert news(session, b"name: Elbow\ndescription: Theirs.\n", place) is News.JOINED
        assert undecided(session, [place]) == ()
        assert page(session, place).status is None, "theirs is published"
        save(session, place)
        data = (root / place).read_bytes()
        assert b"Mine." in data
        assert b"Theirs." in data

    def test_another_page_at_the_address_that_mine_moves_to_takes_nothing_away(self, session: Session) -> None:
        mine = page(session)
        moved = session.rename_page(WRIST, "Pain", new_address=True)
        theirs = COMMENTED.replace(b"Wrist Pain", b"Pain").replace(b"Wrists get sore.", b"Necks get sore.")
        news(session, theirs.replace(b"alpha", b"omega").replace(b"beta", b"psi"), moved)
        (found,) = undecided(session, [moved])
        assert (page(session, moved).intro or "") == mine.intro
        assert {study.title for study in mine.study_list} <= {study.title for study in page(session, moved).study_list}
        assert any("Necks get sore." in str(one.theirs) for one in found.comparison.differences)

    @pytest.mark.parametrize("order", [1, -1])
    def test_both_addresses_changed_at_once_and_nothing_of_either_is_lost(
        self, root: Path, session: Session, order: int
    ) -> None:
        moved = session.rename_page(WRIST, "Pain", new_address=True)
        session.edit_page("Edit", moved, lambda before: replace(before, insights="Mine."))
        (root / WRIST).write_bytes(SORE)
        (root / moved).write_bytes(b"name: Another page\nstudies:\n- title: Theirs\n")
        follow(session, [read_file(session.folder, place) for place in (WRIST, moved)[::order]])
        now = page(session, moved)
        assert now.insights == "Mine."
        assert (now.intro or "").startswith("Wrists may get sore.")
        assert [study.title for study in now.study_list].count("Theirs") == 1
        assert len(now.study_list) == 5

    def test_the_same_page_moved_to_the_same_address_by_both_is_one(self, root: Path, session: Session) -> None:
        colleague = Session.open(root)
        there = colleague.rename_page(WRIST, "Pain", new_address=True)
        save(colleague, there)
        save(colleague)
        moved = session.rename_page(WRIST, "Pain", new_address=True)
        intro_at(session, moved, "Mine.")
        files = [read_file(session.folder, moved), OpenFile(WRIST, None, None, None)]
        assert follow(session, files).conflicts == ()
        assert page(session, moved).intro == "Mine."

    def test_a_new_page_at_the_address_of_one_brought_back_takes_nothing_away(self, session: Session) -> None:
        mine = page(session)
        session.delete_page(WRIST)
        save(session)
        (deleted,) = session.deleted_pages
        assert session.restore_page(deleted) == WRIST
        news(session, b"name: Quite another page\nintro: Theirs.\n")
        assert page(session).intro == mine.intro
        assert page(session).study_list == mine.study_list
        assert len(open_here(session).conflicts) > 1

    def test_moved_here_and_changed_elsewhere_the_change_moves_along(self, root: Path, session: Session) -> None:
        moved = session.rename_page(WRIST, "Wrists", new_address=True)
        assert news(session, SORE) is News.JOINED
        assert session.page(WRIST) is None
        assert (page(session, moved).intro or "").startswith("Wrists may get sore.")
        save(session, moved)
        save(session)
        assert not (root / WRIST).exists()
        assert not session.is_apart(WRIST)
        assert b"Wrists may get sore." in (root / moved).read_bytes()
        assert b"kept by hand" in (root / moved).read_bytes()

    def test_moved_and_undone_the_change_is_not_lost(self, root: Path, session: Session) -> None:
        rename(session, "Our wrists")
        session.rename_page(WRIST, "Wrists", new_address=True)
        outside(session, SORE)
        for _ in range(2):
            assert session.undo() is None
        assert page(session).name == "Our wrists"
        take_in_again(session, WRIST)
        save(session)
        assert (root / WRIST).read_bytes() == SORE.replace(b'"Wrist Pain"', b'"Our wrists"')

    def moved_but_for_its_old_file(self, root: Path, session: Session) -> str:
        """The page is saved at its new address, and its old file is in use."""
        moved = session.rename_page(WRIST, "Wrists", new_address=True)
        intro_at(session, moved, "Mine.")
        save(session, moved)
        assert (root / WRIST).exists()
        return moved

    def test_saved_at_the_new_address_what_they_write_at_the_old_one_comes_there(
        self, root: Path, session: Session
    ) -> None:
        moved = self.moved_but_for_its_old_file(root, session)
        assert news(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs")) is News.JOINED
        assert dict(follow(session, [read_file(session.folder, moved)]).news) == {}
        assert page(session, moved).study_list[1].title == "bravo, theirs"
        assert session.unsaved_places == (moved, WRIST)
        save(session, WRIST)
        assert (root / WRIST).exists(), "their words are nowhere else yet"
        save(session, moved)
        save(session, WRIST)
        assert not (root / WRIST).exists()
        assert b"bravo, theirs" in (root / moved).read_bytes()
        assert b"kept by hand" in (root / moved).read_bytes()

    def test_undone_there_it_comes_back_before_the_old_file_goes(self, root: Path, session: Session) -> None:
        moved = self.moved_but_for_its_old_file(root, session)
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs"))
        assert session.undo() is None
        assert page(session, moved).study_list[1].title == "bravo's title"
        assert session.unsaved_places == (WRIST,)
        assert session.saved_first(WRIST) == (moved,)
        save(session)
        assert (root / WRIST).exists(), "their words are nowhere else yet"
        assert take_in_again(session, moved) == {moved: News.JOINED}
        assert page(session, moved).study_list[1].title == "bravo, theirs"
        save(session, moved)
        assert not take_in_again(session, moved)
        save(session)
        assert not (root / WRIST).exists()
        assert b"bravo, theirs" in (root / moved).read_bytes()

    def test_undone_and_done_again_nothing_waits(self, root: Path, session: Session) -> None:
        moved = self.moved_but_for_its_old_file(root, session)
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs"))
        session.undo()
        session.redo()
        assert session.saved_first(WRIST) == ()
        study = page(session, moved).study_list[1]
        session.edit_page("Edit", moved, lambda now: put_study(now, replace(study, title="bravo: mine")))
        assert not take_in_again(session, moved), "mine was typed over theirs"
        save(session, moved)
        save(session)
        assert not (root / WRIST).exists()

    def test_undone_and_typed_over_theirs_stays_a_page_of_its_own(self, root: Path, session: Session) -> None:
        moved = self.moved_but_for_its_old_file(root, session)
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs"))
        session.undo()
        study = page(session, moved).study_list[1]
        session.edit_page("Edit", moved, lambda now: put_study(now, replace(study, title="bravo: mine")))
        assert take_in_again(session, moved) == {WRIST: News.PARTED}
        assert page(session).study_list[1].title == "bravo, theirs"
        assert page(session, moved).study_list[1].title == "bravo: mine"

    def test_what_clashes_there_stays_a_page_of_its_own(self, root: Path, session: Session) -> None:
        moved = self.moved_but_for_its_old_file(root, session)
        assert news(session, SORE) is News.PARTED
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        assert page(session, moved).intro == "Mine."
        assert session.unsaved_places == ()
        assert session.undo() is None
        assert session.unsaved_places == (WRIST,)
