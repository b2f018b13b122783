"""Where both have changed the same words somebody has to decide, and undo takes the decision back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.conflict_choices import Keep
from editor.content.page_changes import add_study, move_study, put_study
from editor.content.study import Study
from editor.session import (
    Followed,
    Session,
    decide,
    undecided,
)
from tests.session.edits import WRIST, delete, page, rename, retitle, save
from tests.session.layouts import COMMENTED, SITE
from tests.session.outside import SORE, choose, intro, open_here, outside


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
