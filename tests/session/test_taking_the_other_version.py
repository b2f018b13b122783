"""Where a colleague's save stands in the way, theirs becomes the page and mine is one undo away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.session import NotTaken, SaveFailed, Session, read_file
from tests.session.edits import WRIST, delete, page, rename, retitle, save
from tests.session.layouts import COMMENTED, SITE


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
