"""What somebody else saves: unedited pages follow, edited ones are merged, and a save loses nothing of either side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.page_changes import add_study
from editor.content.study import Study
from editor.session import (
    News,
    NotEditable,
    OpenFile,
    Session,
    follow,
    read_file,
    run_save,
    take_in_again,
    undecided,
)
from editor.storage import ContentFolder
from tests.session.edits import NECK, WRIST, changed_lines, delete, page, rename, retitle, save
from tests.session.layouts import COMMENTED, SITE
from tests.session.outside import SORE, news, outside


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

    def test_a_step_that_no_longer_fits_is_skipped_by_another_undo_and_redo_goes_on(self, session: Session) -> None:
        session.edit_page("Edit intro", NECK, lambda before: replace(before, intro="Mine"))
        rename(session, "Wrists")
        save(session)
        outside(session, COMMENTED.replace(b'"Wrist Pain"', b'"Their name"'))
        retitle(session, 0, "My title")
        assert session.undo() is None
        assert "Undo once more" in (session.undo() or "")
        assert session.history.can_skip
        session.skip_undo()
        assert page(session).name == "Their name"
        assert session.undo() is None
        assert page(session, NECK).intro != "Mine"
        assert session.undo() is None
        assert session.redo() is None
        assert session.redo() is None
        assert session.redo() is None
        assert page(session, NECK).intro == "Mine"
        assert page(session).name == "Their name"
        assert page(session).study_list[0].title == "My title"

    def test_a_step_is_skipped_only_right_after_it_was_refused(self, session: Session) -> None:
        rename(session, "Wrists")
        save(session)
        outside(session, COMMENTED.replace(b'"Wrist Pain"', b'"Their name"'))
        session.undo()
        outside(session, COMMENTED.replace(b'"Wrist Pain"', b'"Wrists"'))
        assert not session.history.can_skip
        assert session.undo() is None
        assert page(session).name == "Wrist Pain"

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
