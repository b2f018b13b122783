"""What somebody else saves: unedited pages follow, edited ones are merged, and a save loses nothing of either side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.conflict_choices import Keep
from editor.content.page_changes import add_study, move_study, put_study
from editor.content.study import Study
from editor.session import (
    Followed,
    News,
    NotEditable,
    OpenFile,
    Session,
    Undecided,
    decide,
    follow,
    read_file,
    run_save,
    take_in_again,
    undecided,
)
from editor.storage import ContentFolder
from tests.session.edits import NECK, WRIST, changed_lines, delete, page, rename, retitle, save
from tests.session.layouts import COMMENTED, SITE

SORE = COMMENTED.replace(b"Wrists get sore.", b"Wrists may get sore.")
"""What a colleague has made of the page on wrists."""


def outside(session: Session, data: bytes | None, place: str = WRIST) -> Followed:
    """Somebody else saves these bytes, or deletes the file, and that is noticed."""
    path = session.folder.root / place
    if data is None:
        path.unlink()
    else:
        path.write_bytes(data)
    return follow(session, [read_file(session.folder, place)])


def news(session: Session, data: bytes | None, place: str = WRIST) -> News:
    return outside(session, data, place).news[place]


def intro(session: Session, text: str) -> None:
    intro_at(session, WRIST, text)


def intro_at(session: Session, place: str, text: str) -> None:
    session.edit_page("Edit intro", place, lambda before: replace(before, intro=text))


def open_here(session: Session) -> Undecided:
    """The one page with something to decide."""
    (found,) = undecided(session, session.files)
    return found


def choose(session: Session, keep: Keep) -> None:
    """The same of everything that is open."""
    found = undecided(session, session.files)
    decide(session, [(one, dict.fromkeys(one.comparison.differences, keep)) for one in found])


class TestPagesThatNobodyEditsHere:
    """They say what the folder says."""

    def test_they_follow_without_a_step(self, session: Session) -> None:
        told: list[None] = []
        session.watch(lambda: told.append(None))
        assert news(session, SORE) is News.FOLLOWED
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        assert session.history.next_undo is None
        assert session.unsaved_places == ()
        assert len(told) == 1

    def test_several_are_told_once(self, root: Path, session: Session) -> None:
        told: list[None] = []
        session.watch(lambda: told.append(None))
        (root / WRIST).write_bytes(SORE)
        (root / NECK).write_bytes(b"name: Neck\n")
        followed = follow(session, [read_file(session.folder, place) for place in (WRIST, NECK)])
        assert dict(followed.news) == {WRIST: News.FOLLOWED, NECK: News.FOLLOWED}
        assert page(session, NECK).name == "Neck"
        assert len(told) == 1

    def test_what_is_read_unchanged_is_no_news(self, session: Session) -> None:
        told: list[None] = []
        session.watch(lambda: told.append(None))
        assert dict(follow(session, [read_file(session.folder, WRIST)]).news) == {}
        assert told == []

    def test_changed_comments_leave_the_page_as_it_is_and_are_kept_by_the_save(
        self, root: Path, session: Session
    ) -> None:
        was = page(session)
        commented = COMMENTED.replace(b"kept by hand", b"kept by them")
        assert news(session, commented) is News.SAME
        assert page(session) is was
        rename(session, "Wrists")
        save(session)
        assert (root / WRIST).read_bytes() == commented.replace(b'"Wrist Pain"', b'"Wrists"')

    def test_studies_keep_their_keys(self, session: Session) -> None:
        keys = [study.key for study in page(session).study_list]
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo's other title"))
        assert [study.key for study in page(session).study_list] == keys

    def test_a_step_undone_afterwards_leaves_theirs(self, session: Session) -> None:
        rename(session, "Wrists")
        save(session)
        outside(session, SORE.replace(b'"Wrist Pain"', b'"Wrists"'))
        assert session.undo() is None
        assert page(session).name == "Wrist Pain"
        assert (page(session).intro or "").startswith("Wrists may get sore.")

    def test_a_step_that_no_longer_fits_says_so(self, session: Session) -> None:
        rename(session, "Wrists")
        save(session)
        outside(session, COMMENTED.replace(b'"Wrist Pain"', b'"Their name"'))
        assert "no longer fits" in (session.undo() or "")
        assert page(session).name == "Their name"

    def test_pages_come_and_go(self, session: Session) -> None:
        elbow = "conditions/elbow.yaml"
        assert news(session, b"name: Elbow\n", elbow) is News.CAME
        assert elbow in session.page_places
        assert news(session, None, elbow) is News.WENT
        assert elbow not in session.page_places
        assert session.unsaved_places == ()
        assert news(session, b"name: Elbow\n", elbow) is News.CAME
        assert dict(follow(session, [OpenFile("conditions/none.yaml", None, None, None)]).news) == {}

    def test_a_step_on_a_page_that_is_gone_does_not_fit(self, session: Session) -> None:
        rename(session, "Wrists")
        save(session)
        assert news(session, None) is News.WENT
        assert "Nothing was changed" in (session.undo() or "")
        assert session.page(WRIST) is None

    def test_a_broken_page_that_is_gone_is_not_listed(self, session: Session) -> None:
        assert news(session, b"name: [\n") is News.SPOILT
        assert WRIST in session.page_places
        assert news(session, None) is News.WENT
        assert WRIST not in session.page_places

    def test_a_page_broken_and_mended_has_the_same_studies(self, session: Session) -> None:
        rename(session, "Wrists")
        save(session)
        keys = [study.key for study in page(session).study_list]
        outside(session, b"name: [\n")
        assert "mended" in (session.undo() or "")
        outside(session, SORE)
        assert [study.key for study in page(session).study_list] == keys
        assert session.unsaved_places == ()

    def test_the_shared_texts_too(self, session: Session) -> None:
        assert news(session, SITE.replace(b"The Clinic", b"Theirs"), "site.yaml") is News.FOLLOWED
        assert session.site.name == "Theirs"

    @pytest.mark.parametrize("gone", [OpenFile("site.yaml", None, None, None), None])
    def test_shared_texts_that_are_gone_are_empty_and_can_be_written(
        self, root: Path, session: Session, gone: OpenFile | None
    ) -> None:
        (root / "site.yaml").unlink()
        follow(session, [gone or read_file(session.folder, "site.yaml")])
        assert session.site.name is None
        session.edit_site("Edit", lambda site: replace(site, name="Anew"))
        save(session, "site.yaml")
        assert (root / "site.yaml").read_bytes() == b"name: Anew\n"

    @pytest.mark.parametrize("is_edited", [True, False])
    @pytest.mark.parametrize("order", [1, -1])
    def test_shared_texts_whose_file_has_another_name(
        self, root: Path, session: Session, is_edited: bool, order: int
    ) -> None:
        if is_edited:
            session.edit_site("Edit", lambda site: replace(site, language="mine"))
        (root / "site.yaml").rename(root / "site.yml")
        files = [OpenFile("site.yaml", None, None, None), read_file(session.folder, "site.yml")]
        follow(session, files[::order])
        assert session.site_place == "site.yml"
        assert session.site.name == "The Clinic"
        assert session.unsaved_places == (("site.yml",) if is_edited else ())
        assert (session.site.language == "mine") is is_edited


class TestPagesEditedHere:
    """Both sides' changes stand together, and that is a step."""

    def test_both_are_saved_without_a_question(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        assert news(session, SORE) is News.JOINED
        assert page(session).name == "Wrists"
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        save(session)
        assert (root / WRIST).read_bytes() == SORE.replace(b'"Wrist Pain"', b'"Wrists"')

    def test_undo_shows_mine_alone_and_redo_both(self, session: Session) -> None:
        rename(session, "Wrists")
        mine = page(session)
        outside(session, SORE)
        both = page(session)
        step = session.history.next_undo
        assert step is not None
        assert step.label == "take in changes to Wrists from another computer"
        assert session.undo() is None
        assert page(session) == mine
        assert session.redo() is None
        assert page(session) == both

    def test_what_undo_took_off_comes_back_before_a_save(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, SORE)
        session.undo()
        take_in_again(session, WRIST)
        save(session)
        assert (root / WRIST).read_bytes() == SORE.replace(b'"Wrist Pain"', b'"Wrists"')

    def test_also_where_more_is_undone(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, SORE)
        session.undo()
        session.undo()
        assert (page(session).intro or "").startswith("Wrists get sore.")
        take_in_again(session, WRIST)
        assert session.unsaved_places == ()
        assert (root / WRIST).read_bytes() == SORE

    def test_also_where_both_were_saved_before(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, SORE)
        retitle(session, 3, "delta later")
        save(session)
        session.undo()
        session.undo()
        take_in_again(session, WRIST)
        save(session)
        assert (root / WRIST).read_bytes() == SORE.replace(b'"Wrist Pain"', b'"Wrists"')

    def test_also_where_it_was_undone_while_both_were_being_saved(self, root: Path, session: Session) -> None:
        before = page(session).name
        rename(session, "Our wrists")
        news(session, SORE)
        job = session.prepare_save(WRIST)
        session.undo()
        session.finish_save(run_save(job))
        session.undo()
        assert take_in_again(session, WRIST)
        save(session)
        assert page(session).name == before, "what was undone stays undone"
        assert b"Wrists may get sore." in (root / WRIST).read_bytes()

    def test_redo_needs_no_taking_in(self, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, SORE)
        session.undo()
        assert session.is_apart(WRIST)
        session.redo()
        assert not session.is_apart(WRIST)
        step = session.history.next_undo
        take_in_again(session, WRIST)
        assert session.history.next_undo is step

    def test_their_next_change_comes_with_the_one_that_was_undone(self, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, SORE)
        session.undo()
        outside(session, SORE.replace(b"delta\n", b"delta, theirs\n", 1))
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        assert page(session).name == "Wrists"
        assert undecided(session, [WRIST]) == ()

    def test_the_same_change_is_no_step_and_needs_no_save(self, session: Session) -> None:
        rename(session, "Wrists")
        step = session.history.next_undo
        assert news(session, COMMENTED.replace(b'"Wrist Pain"', b'"Wrists"')) is News.SAME
        assert session.history.next_undo is step
        assert session.unsaved_places == ()

    def test_what_i_emptied_and_they_took_out_needs_no_save(self, session: Session) -> None:
        session.edit_page("Empty", WRIST, lambda before: replace(before, name_in_text=""))
        outside(session, COMMENTED.replace(b"name_in_text: wrist pain   # in a sentence\n", b""))
        assert session.unsaved_places == ()

    def test_only_their_comments_changed(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        step = session.history.next_undo
        commented = COMMENTED.replace(b"kept by hand", b"kept by them")
        assert news(session, commented) is News.SAME
        assert session.history.next_undo is step
        save(session)
        assert (root / WRIST).read_bytes() == commented.replace(b'"Wrist Pain"', b'"Wrists"')
        session.undo()
        save(session)
        assert (root / WRIST).read_bytes() == commented

    def test_typing_goes_on_as_a_step_of_its_own(self, root: Path) -> None:
        session = Session(ContentFolder(root), clock=lambda: 0.0)
        session.receive(*Session.open(root).files.values())
        for name in ("W", "Wr"):
            session.edit_page("Type", WRIST, lambda before, name=name: replace(before, name=name), "name")
        outside(session, SORE)
        session.edit_page("Type", WRIST, lambda before: replace(before, name="Wrists"), "name")
        session.undo()
        assert page(session).name == "Wr"
        assert (page(session).intro or "").startswith("Wrists may get sore.")

    def test_their_new_study_and_mine_are_two(self, root: Path, session: Session) -> None:
        session.edit_page("Add", WRIST, lambda before: add_study(before, Study(title="echo: mine"), 0))
        outside(session, COMMENTED.replace(b"studies:\n", b"studies:\n\n  - title: 'foxtrot: theirs'\n"))
        titles = [study.title for study in page(session).study_list]
        assert sorted(title or "" for title in titles[:2]) == ["echo: mine", "foxtrot: theirs"]
        assert len(titles) == 6
        save(session)
        data = (root / WRIST).read_bytes()
        assert data.count(b"echo: mine") == data.count(b"foxtrot: theirs") == 1

    def test_the_same_study_added_by_both_is_one(self, session: Session) -> None:
        mine = Study(title="Echo", doi="10.1000/echo", note="mine")
        session.edit_page("Add", WRIST, lambda before: add_study(before, mine))
        outside(session, COMMENTED + b"  - title: Echo\n    doi: 10.1000/echo\n    journal: Theirs\n")
        assert len(page(session).study_list) == 5
        last = page(session).study_list[-1]
        assert (last.key, last.note, last.journal) == (mine.key, "mine", "Theirs")

    def test_a_study_of_mine_that_they_deleted_is_kept_with_its_lines(self, root: Path, session: Session) -> None:
        colleague = Session.open(root)
        delete(colleague, 0)
        save(colleague)
        retitle(session, 0, "alpha: mine")
        outside(session, (root / WRIST).read_bytes())
        assert len(page(session).study_list) == 4
        save(session)
        assert (root / WRIST).read_bytes() == COMMENTED.replace(b"a review", b"mine", 1)

    def test_what_a_save_left_unconfirmed_is_no_news(self, session: Session) -> None:
        rename(session, "Wrists")
        mine = COMMENTED.replace(b'"Wrist Pain"', b'"Wrists"')
        session._earlier[WRIST].unconfirmed = mine
        assert dict(outside(session, mine).news) == {}

    def test_the_shared_texts_too(self, root: Path, session: Session) -> None:
        session.edit_site("Edit", lambda site: replace(site, language="mine"))
        theirs = SITE.replace(b"The Clinic", b"Theirs")
        assert news(session, theirs, "site.yaml") is News.JOINED
        assert (session.site.name, session.site.language) == ("Theirs", "mine")
        session.undo()
        assert session.site.name == "The Clinic"
        take_in_again(session, "site.yaml")
        save(session, "site.yaml")
        assert b"Theirs" in (root / "site.yaml").read_bytes()
        assert b"mine" in (root / "site.yaml").read_bytes()


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


class TestBrokenPages:
    """One's own words stay, nothing is applied, and they are merged when the file is mended."""

    @pytest.mark.parametrize("broken", [b"name: 'Torn\n", b"name: A\nname: B\n", b"\0"])
    def test_the_words_stay(self, root: Path, session: Session, broken: bytes) -> None:
        rename(session, "Wrists")
        mine = page(session)
        assert news(session, broken) is News.BROKEN
        assert page(session) == mine
        assert not session.is_editable(WRIST)
        assert session.unsaved_places == (WRIST,)
        assert session.files[WRIST].problems
        with pytest.raises(NotEditable):
            session.prepare_save(WRIST)
        assert (root / WRIST).read_bytes() == broken

    @pytest.mark.parametrize("broken", [b"name: 'Torn\n", b"name: A\nname: B\n"])
    def test_mended_they_are_merged(self, root: Path, session: Session, broken: bytes) -> None:
        rename(session, "Wrists")
        retitle(session, 0, "alpha: mine")
        outside(session, broken)
        assert news(session, SORE) is News.JOINED
        assert undecided(session, [WRIST]) == ()
        save(session)
        expected = SORE.replace(b'"Wrist Pain"', b'"Wrists"').replace(b"a review", b"mine", 1)
        assert (root / WRIST).read_bytes() == expected

    def test_gone_while_broken_the_words_can_be_saved(self, root: Path, session: Session) -> None:
        rename(session, "Wrists")
        outside(session, b"name: 'Torn\n")
        assert news(session, None) is News.STAYED
        save(session)
        assert b"Wrists" in (root / WRIST).read_bytes()
        assert b"alpha: a review" in (root / WRIST).read_bytes()


class TestConflicts:
    """Where both changed the same words somebody has to decide."""

    def conflict(self, session: Session) -> Followed:
        intro(session, "Mine.")
        return outside(session, SORE)

    def test_mine_stays_on_the_page_and_both_sides_are_told(self, session: Session) -> None:
        followed = self.conflict(session)
        assert len(followed.conflicts) == 1
        assert page(session).intro == "Mine."
        found = open_here(session)
        assert (found.place, found.called) == (WRIST, "Wrist Pain")
        (difference,) = found.comparison.differences
        assert difference.field is not None
        assert difference.field.name == "intro"
        assert difference.mine == "Mine."
        assert str(difference.theirs).startswith("Wrists may get sore.")

    def test_typing_on_changes_my_side(self, session: Session) -> None:
        self.conflict(session)
        intro(session, "Mine, and more.")
        (difference,) = open_here(session).comparison.differences
        assert difference.mine == "Mine, and more."

    @pytest.mark.parametrize("keep", [Keep.MINE, Keep.BOTH])
    def test_keep_mine_is_a_step_too(self, session: Session, keep: Keep) -> None:
        self.conflict(session)
        choose(session, keep)
        assert undecided(session, [WRIST]) == ()
        assert page(session).intro == "Mine."
        session.undo()
        assert page(session).intro == "Mine.", "what was typed is not the choice"
        assert len(open_here(session).conflicts) == 1
        session.redo()
        assert undecided(session, [WRIST]) == ()

    def test_keep_theirs_is_a_step_whose_undo_asks_again(self, session: Session) -> None:
        self.conflict(session)
        choose(session, Keep.THEIRS)
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        assert undecided(session, [WRIST]) == ()
        step = session.history.next_undo
        assert step is not None
        assert step.label == "decision about Wrist Pain"
        session.undo()
        assert page(session).intro == "Mine."
        assert len(open_here(session).conflicts) == 1
        session.redo()
        assert undecided(session, [WRIST]) == ()

    def test_after_a_decision_one_may_write_on(self, session: Session) -> None:
        self.conflict(session)
        choose(session, Keep.THEIRS)
        intro(session, "Something else.")
        assert undecided(session, [WRIST]) == ()

    def test_a_field_of_a_study_keep_both(self, root: Path, session: Session) -> None:
        retitle(session, 1, "bravo: mine")
        study = replace(page(session).study_list[1], publisher="Mine")
        session.edit_page("Edit", WRIST, lambda before: put_study(before, study))
        theirs = COMMENTED.replace(b"bravo's title", b"bravo, theirs").replace(
            b"publisher:                 #", b"publisher: Theirs          #"
        )
        outside(session, theirs)
        assert len(open_here(session).conflicts) == 2
        choose(session, Keep.BOTH)
        titles = [one.title for one in page(session).study_list]
        assert titles[1:3] == ["bravo: mine", "bravo, theirs"]
        assert len(titles) == 5
        assert [one.publisher for one in page(session).study_list[1:3]] == ["Mine", "Theirs"]
        session.undo()
        assert len(open_here(session).conflicts) == 2
        session.redo()
        assert undecided(session, [WRIST]) == ()
        save(session)
        assert all(words in (root / WRIST).read_bytes() for words in (b"bravo: mine", b"bravo, theirs"))

    def test_a_study_that_i_delete_after_all_is_over(self, session: Session) -> None:
        retitle(session, 1, "bravo: mine")
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs"))
        assert len(open_here(session).conflicts) == 1
        delete(session, 1)
        assert undecided(session, [WRIST]) == ()

    def test_a_study_that_they_delete_after_all_is_one_question(self, root: Path, session: Session) -> None:
        retitle(session, 1, "bravo: mine")
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs"))
        colleague = Session.open(root)
        delete(colleague, 1)
        save(colleague)
        outside(session, (root / WRIST).read_bytes())
        (difference,) = open_here(session).comparison.differences
        assert (difference.field, difference.theirs) == (None, None)

    def test_their_deleted_study_that_i_edited(self, root: Path, session: Session) -> None:
        colleague = Session.open(root)
        delete(colleague, 1)
        save(colleague)
        retitle(session, 1, "bravo: mine")
        outside(session, (root / WRIST).read_bytes())
        (difference,) = open_here(session).comparison.differences
        assert difference.theirs is None
        choose(session, Keep.THEIRS)
        assert [one.title for one in page(session).study_list][1] == "charlie's own"
        session.undo()
        choose(session, Keep.MINE)
        assert page(session).study_list[1].title == "bravo: mine"
        assert undecided(session, [WRIST]) == ()

    def test_my_deleted_study_that_they_edited_is_back_until_i_insist(self, session: Session) -> None:
        delete(session, 1)
        outside(session, COMMENTED.replace(b"bravo's title", b"bravo, theirs"))
        assert page(session).study_list[1].title == "bravo, theirs"
        (difference,) = open_here(session).comparison.differences
        assert difference.mine is None
        choose(session, Keep.MINE)
        assert len(page(session).study_list) == 3
        assert undecided(session, [WRIST]) == ()

    def test_a_text_that_i_emptied_and_they_wrote(self, session: Session) -> None:
        intro(session, "")
        outside(session, SORE)
        assert (page(session).intro or "").startswith("Wrists may get sore.")
        (difference,) = open_here(session).comparison.differences
        assert difference.mine == ""
        choose(session, Keep.MINE)
        assert not page(session).intro

    def test_orders(self, root: Path, session: Session) -> None:
        keys = [study.key for study in page(session).study_list]
        colleague = Session.open(root)
        colleague.edit_page("Move", WRIST, lambda now: move_study(now, now.study_list[3].key, 0))
        save(colleague)
        session.edit_page("Move", WRIST, lambda now: move_study(now, now.study_list[0].key, 2))
        session.edit_page("Add", WRIST, lambda now: add_study(now, Study(key="new", title="New"), 1))
        outside(session, (root / WRIST).read_bytes())
        (difference,) = open_here(session).comparison.differences
        assert difference.is_order
        assert isinstance(difference.theirs, tuple)
        order = [*difference.theirs, "new"]
        by_hand = tuple(sorted(page(session).study_list, key=lambda study: order.index(study.key)))
        session.edit_page("Sort", WRIST, lambda now: replace(now, studies=by_hand))
        assert undecided(session, [WRIST]) == ()
        session.undo()
        choose(session, Keep.THEIRS)
        order = [study.key for study in page(session).study_list if study.key != "new"]
        assert order == [keys[3], keys[0], keys[1], keys[2]]
        assert undecided(session, [WRIST]) == ()
        session.undo()
        choose(session, Keep.MINE)
        assert page(session).study_list[0].key == keys[1]
        assert undecided(session, [WRIST]) == ()

    def test_it_is_over_once_both_say_the_same_and_asked_again_where_they_change_it_again(
        self, session: Session
    ) -> None:
        self.conflict(session)
        outside(session, COMMENTED.replace(b"Wrists get sore.", b"Wrists can get sore."))
        (difference,) = open_here(session).comparison.differences
        assert str(difference.theirs).startswith("Wrists can get sore.")
        session.edit_page("Edit", WRIST, lambda before: replace(before, intro=difference.theirs))
        assert undecided(session, [WRIST]) == ()

    def test_another_change_of_theirs_leaves_it_open(self, session: Session) -> None:
        self.conflict(session)
        outside(session, SORE.replace(b"bravo's title", b"bravo, theirs"))
        assert page(session).study_list[1].title == "bravo, theirs"
        assert len(open_here(session).conflicts) == 1

    def test_one_of_several_is_decided(self, session: Session) -> None:
        intro(session, "Mine.")
        rename(session, "Wrists")
        outside(session, SORE.replace(b'"Wrist Pain"', b'"Theirs"'))
        found = open_here(session)
        name = next(one for one in found.comparison.differences if one.mine == "Wrists")
        decide(session, [(found, {name: Keep.THEIRS})])
        assert page(session).name == "Theirs"
        assert page(session).intro == "Mine."
        assert [one.mine for one in open_here(session).comparison.differences] == ["Mine."]

    @pytest.mark.parametrize(("keep", "name"), [(Keep.MINE, "Mine"), (Keep.THEIRS, "Theirs"), (Keep.BOTH, "Mine")])
    def test_the_shared_texts(self, root: Path, session: Session, keep: Keep, name: str) -> None:
        session.edit_site("Edit", lambda site: replace(site, name="Mine"))
        outside(session, SITE.replace(b"The Clinic", b"Theirs"), "site.yaml")
        assert open_here(session).called == "Shared texts"
        choose(session, keep)
        assert session.site.name == name
        save(session, "site.yaml")
        assert name.encode() in (root / "site.yaml").read_bytes()

    def test_a_save_ends_it(self, session: Session) -> None:
        self.conflict(session)
        theirs = open_here(session).comparison.differences[0].theirs
        session.edit_page("Edit", WRIST, lambda before: replace(before, intro=theirs))
        rename(session, "Wrists")
        save(session)
        intro(session, "Later.")
        assert undecided(session, [WRIST]) == ()


def test_a_save_changes_no_more_than_the_lines_of_both(root: Path, session: Session) -> None:
    retitle(session, 1, "bravo: mine")
    outside(session, SORE)
    save(session)
    after = (root / WRIST).read_bytes()
    assert changed_lines(COMMENTED, after) == [
        b"  Wrists get sore.",
        b"  - title: bravo's title       # bravo: plain",
        b"  Wrists may get sore.",
        b"  - title: 'bravo: mine'       # bravo: plain",
    ]
