"""One open folder: every edit through one door, undo across pages and saves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.content.page_changes import add_study, move_study, put_study
from editor.content.site import Site
from editor.content.study import Study
from editor.session import NotEditable, Session, file_of, read_file
from editor.storage import ContentFolder
from tests.session.edits import NECK, WRIST, page, rename, renamed, save
from tests.session.layouts import COMMENTED, INDENTLESS, SITE


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

    def test_a_broken_file_read_again_is_not_called_what_was_deleted_there(self, session: Session, root: Path) -> None:
        session.delete_page(WRIST)
        (root / WRIST).write_bytes(b"name: 'Torn\n")
        session.receive(read_file(session.folder, WRIST))
        assert session.name_of(WRIST) == "wrist-pain"

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


def test_a_watcher_that_fails_keeps_the_others_from_nothing(sample_folder: Path) -> None:
    session, called = Session.open(sample_folder), []

    def fail() -> None:
        called.append("first")
        raise ZeroDivisionError

    session.watch(fail)
    session.watch(lambda: called.append("second"))
    with pytest.raises(ZeroDivisionError):
        session.new_page("Wrist pain")
    assert called == ["first", "second"]
