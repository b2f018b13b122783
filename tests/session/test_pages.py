"""Pages that come and go: new, duplicated, renamed, deleted, brought back; undo, and what a save does on the disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor.content.reading import read_page
from editor.session import NotEditable, SaveFailed, Session, list_folder, read_file
from editor.storage import ContentFolder, VersionHistory
from tests.session.edits import NECK, WRIST, delete, page, rename, save
from tests.session.layouts import COMMENTED, INDENTLESS


def files(root: Path) -> dict[str, bytes]:
    """Every file of the folder but the lock's and the trash's, by name."""
    found = (path for path in root.rglob("*") if path.is_file() and ".clinic-editor" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def trash(root: Path) -> list[bytes]:
    folder = root / ".clinic-editor/trash"
    return [path.read_bytes() for path in sorted(folder.iterdir())] if folder.exists() else []


def save_all(session: Session) -> None:
    for place in session.unsaved_places:
        save(session, place)


class TestNewPage:
    def test_it_is_a_draft_that_a_save_writes(self, session: Session, root: Path) -> None:
        before = files(root)
        place = session.new_page("Tennis Elbow & Arm Pain")
        assert place == "conditions/tennis-elbow-arm-pain.yaml"
        assert session.page_places == (NECK, place, WRIST)
        assert session.unsaved_places == (place,)
        assert files(root) == before
        save(session, place)
        written = files(root)[place]
        assert written.startswith(b"name: Tennis Elbow & Arm Pain\n")
        read = read_page(written, "tennis-elbow-arm-pain").page
        assert read == page(session, place)
        assert read is not None
        assert read.status == "draft"
        assert not session.unsaved_places

    def test_it_gets_no_address_from_which_visitors_are_sent_on_to_another_page(self, session: Session) -> None:
        session.edit_page("Move", WRIST, lambda before: replace(before, old_slugs=("hand-pain",)))
        assert session.new_page("Hand Pain") == "conditions/hand-pain-2.yaml"

    def test_undo_takes_it_back_also_after_a_save(self, session: Session, root: Path) -> None:
        before = files(root)
        place = session.new_page("Elbow")
        save(session, place)
        assert session.undo() is None
        assert session.page_places == (NECK, WRIST)
        assert session.unsaved_places == (place,)
        save(session, place)
        assert files(root) == before
        assert session.redo() is None
        save(session, place)
        assert page(session, place).name == "Elbow"
        assert trash(root) == []

    @pytest.mark.parametrize("name", ["Neck Pain", "NECK pain!", "Nèck Pain"])
    def test_its_address_is_nobody_elses(self, session: Session, name: str) -> None:
        assert session.new_page(name) == "conditions/neck-pain-2.yaml"
        assert session.new_page(name) == "conditions/neck-pain-3.yaml"

    def test_an_address_that_visitors_are_sent_on_from_is_not_free(self, session: Session) -> None:
        session.rename_page(WRIST, "Hand Pain", new_address=True)
        save_all(session)
        assert session.new_page("Wrist Pain") == "conditions/wrist-pain-2.yaml"


class TestDuplicate:
    def test_the_wording_stays_and_studies_and_review_go(self, session: Session, root: Path) -> None:
        session.edit_page("", WRIST, lambda old: replace(old, last_reviewed="2026-01-01"))
        place = session.duplicate_page(WRIST, "Elbow Pain")
        copy, original = page(session, place), page(session)
        assert (copy.name, copy.slug, copy.status) == ("Elbow Pain", "elbow-pain", "draft")
        assert copy.intro == original.intro
        assert copy.insights == original.insights
        assert copy.study_list == ()
        assert copy.last_reviewed is None
        save(session, place)
        assert b"studies" not in files(root)[place]
        assert files(root)[WRIST] == COMMENTED


class TestRename:
    def test_the_address_stays(self, session: Session, root: Path) -> None:
        assert session.rename_page(WRIST, "Hand Pain") == WRIST
        save(session)
        assert page(session).name == "Hand Pain"
        assert set(files(root)) == {WRIST, NECK, "site.yaml"}

    def test_a_new_address_keeps_comments_and_notes_the_old_one(self, session: Session, root: Path) -> None:
        place = session.rename_page(WRIST, "Hand Pain", new_address=True)
        assert place == "conditions/hand-pain.yaml"
        assert session.page_places == (place, NECK)
        assert session.saved_together(place) == (place, WRIST)
        for each in session.saved_together(place):
            save(session, each)
        now = files(root)
        assert set(now) == {place, NECK, "site.yaml"}
        assert b"hand-pain" not in now[place]
        read = read_page(now[place], "hand-pain").page
        assert read is not None
        assert read.old_slugs == ("wrist-pain",)
        kept = [line for line in COMMENTED.splitlines() if line in now[place].splitlines()]
        assert len(kept) >= len(COMMENTED.splitlines()) - 1
        assert trash(root) == []
        assert session.deleted_pages == ()
        assert VersionHistory().versions(root, WRIST)

    def test_undo_gives_the_first_bytes_back(self, session: Session, root: Path) -> None:
        before = files(root)
        session.rename_page(WRIST, "Hand Pain", new_address=True)
        save_all(session)
        assert session.undo() is None
        save_all(session)
        assert files(root) == before
        assert trash(root) == []

    def test_twice_before_a_save_leaves_one_page(self, session: Session, root: Path) -> None:
        middle = session.rename_page(WRIST, "Hand Pain", new_address=True)
        last = session.rename_page(middle, "Finger Pain", new_address=True)
        for each in session.saved_together(last):
            save(session, each)
        assert set(files(root)) == {last, NECK, "site.yaml"}
        assert page(session, last).old_slugs == ("wrist-pain",)  # nobody has seen it in between
        assert not session.unsaved_places
        assert trash(root) == []

    def test_back_again_it_has_its_first_address(self, session: Session, root: Path) -> None:
        first = files(root)[WRIST]
        moved = session.rename_page(WRIST, "Hand Pain", new_address=True)
        for each in session.saved_together(moved):
            save(session, each)
        assert session.rename_page(moved, "Wrist Pain", new_address=True) == WRIST
        for each in session.saved_together(WRIST):
            save(session, each)
        assert set(files(root)) == {WRIST, NECK, "site.yaml"}
        assert page(session).old_slugs == ("hand-pain",)
        while session.undo() is None and session.history.next_undo is not None:
            pass
        save_all(session)
        assert files(root)[WRIST] == first

    def test_a_study_that_had_left_the_old_file_comes_back_with_its_lines(self, session: Session, root: Path) -> None:
        was = page(session)
        delete(session, 0)
        save(session)
        moved = session.rename_page(WRIST, "Hand Pain", new_address=True)
        session.edit_page("Put back", moved, lambda now: replace(now, studies=was.studies))
        save_all(session)
        lines = [line for line in COMMENTED.splitlines() if b"alpha" in line]
        assert [line for line in files(root)[moved].splitlines() if b"alpha" in line] == lines

    def test_the_old_file_stays_until_the_new_one_is_there(self, session: Session, root: Path) -> None:
        moved = session.rename_page(WRIST, "Hand Pain", new_address=True)
        (root / moved).write_bytes(b"name: Of a colleague\n")
        results = [session.save(each) for each in session.saved_together(moved)]
        assert isinstance(results[0], SaveFailed)
        assert files(root)[WRIST] == COMMENTED
        assert files(root)[moved] == b"name: Of a colleague\n"
        assert set(session.unsaved_places) == {moved, WRIST}
        assert trash(root) == []


class TestWhileReading:
    def test_a_new_page_gets_no_address_of_a_page_not_read_yet(self, root: Path) -> None:
        folder = ContentFolder(root)
        session = Session(folder)
        session.receive_listing(list_folder(folder))
        assert session.new_page("Wrist Pain") == "conditions/wrist-pain-2.yaml"

    def test_a_page_begun_here_is_not_replaced_by_one_read_later(self, root: Path) -> None:
        folder = ContentFolder(root)
        session = Session(folder)
        place = session.new_page("Wrist Pain")
        assert place == WRIST
        session.receive(read_file(folder, WRIST))
        assert page(session).study_list == ()
        result = session.save(WRIST)
        assert isinstance(result, SaveFailed)
        assert files(root)[WRIST] == COMMENTED


class TestDelete:
    def test_a_save_moves_the_file_into_the_trash_as_it_was(self, session: Session, root: Path) -> None:
        session.delete_page(WRIST)
        assert session.page_places == (NECK,)
        assert session.unsaved_places == (WRIST,)
        (deleted,) = session.deleted_pages
        assert (deleted.name, deleted.when) == ("Wrist Pain", None)
        assert WRIST in files(root)
        save(session, WRIST)
        assert set(files(root)) == {NECK, "site.yaml"}
        assert trash(root) == [COMMENTED]
        (deleted,) = session.deleted_pages
        assert deleted.when is not None
        assert abs((datetime.now(UTC) - deleted.when).total_seconds()) < 60
        assert not session.unsaved_places

    def test_undo_brings_it_back_before_and_after_the_save(self, session: Session, root: Path) -> None:
        before = files(root)
        session.delete_page(WRIST)
        assert session.undo() is None
        assert not session.unsaved_places
        assert session.deleted_pages == ()
        session.redo()
        save(session, WRIST)
        assert session.undo() is None
        assert session.deleted_pages == ()
        assert session.unsaved_places == (WRIST,)
        save(session, WRIST)
        assert files(root) == before
        assert trash(root) == []

    def test_it_survives_a_restart_and_comes_back_with_its_bytes(self, session: Session, root: Path) -> None:
        before = files(root)
        session.delete_page(WRIST)
        save(session, WRIST)
        again = Session.open(root)
        (deleted,) = again.deleted_pages
        assert deleted.name == "Wrist Pain"
        assert again.restore_page(deleted) == WRIST
        assert again.deleted_pages == ()
        assert trash(root) == [COMMENTED]  # until the page is on the disk
        save(again, WRIST)
        assert files(root) == before
        assert trash(root) == []
        assert again.undo() is None
        save(again, WRIST)
        assert trash(root) == [COMMENTED]

    def test_a_page_that_took_its_address_keeps_it(self, session: Session, root: Path) -> None:
        session.delete_page(WRIST)
        save(session, WRIST)
        again = Session.open(root)
        again.new_page("Wrist Pain")
        (deleted,) = again.deleted_pages
        place = again.restore_page(deleted)
        assert place == "conditions/wrist-pain-2.yaml"
        save_all(again)
        assert files(root)[place] == COMMENTED
        assert page(again, WRIST).study_list == ()

    def test_unsaved_words_come_back_too(self, session: Session) -> None:
        rename(session, "Sore wrist")
        session.delete_page(WRIST)
        (deleted,) = session.deleted_pages
        session.restore_page(deleted)
        assert page(session).name == "Sore wrist"

    def test_words_not_saved_before_go_into_the_trash_too(self, session: Session, root: Path) -> None:
        before = files(root)
        rename(session, "Sore wrist")
        session.delete_page(WRIST)
        save(session, WRIST)
        (deleted,) = session.deleted_pages
        assert deleted.name == "Sore wrist"
        assert trash(root) == [COMMENTED.replace(b"Wrist Pain", b"Sore wrist")]
        again = Session.open(root)
        again.restore_page(again.deleted_pages[0])
        assert page(again).name == "Sore wrist"
        while session.history.next_undo is not None:
            assert session.undo() is None
        save_all(session)
        assert files(root) == before

    def test_after_a_new_address_the_last_words_come_back(self, session: Session, root: Path) -> None:
        moved = session.rename_page(WRIST, "Hand Pain", new_address=True)
        session.edit_page("Type", moved, lambda old: replace(old, intro="typed after"))
        session.delete_page(moved)
        (deleted,) = session.deleted_pages
        assert deleted.name == "Hand Pain"
        save_all(session)
        again = Session.open(root)
        place = again.restore_page(again.deleted_pages[0])
        assert page(again, place).intro == "typed after"
        assert page(again, place).name == "Hand Pain"
        assert not page(again, place).old_slugs

    def test_a_colleagues_save_in_between_is_not_deleted(self, session: Session, root: Path) -> None:
        session.delete_page(WRIST)
        (root / WRIST).write_bytes(COMMENTED + b"# theirs\n")
        result = session.save(WRIST)
        assert isinstance(result, SaveFailed)
        assert files(root)[WRIST] == COMMENTED + b"# theirs\n"
        assert trash(root) == []
        assert session.unsaved_places == (WRIST,)

    def test_a_file_that_is_gone_already_is_no_fault(self, session: Session, root: Path) -> None:
        session.delete_page(WRIST)
        (root / WRIST).unlink()
        save(session, WRIST)
        assert session.deleted_pages == ()

    def test_a_broken_page_is_left_alone(self, root: Path) -> None:
        (root / NECK).write_bytes(b"name: 'Torn\n")
        session = Session.open(root)
        with pytest.raises(NotEditable):
            session.delete_page(NECK)
        with pytest.raises(NotEditable):
            session.rename_page(NECK, "Other")
        assert session.page_places == (NECK, WRIST)

    def test_a_new_page_never_saved_leaves_nothing(self, session: Session, root: Path) -> None:
        before = files(root)
        place = session.new_page("Elbow")
        session.delete_page(place)
        assert not session.unsaved_places
        assert session.deleted_pages == ()
        assert files(root) == before
        assert session.undo() is None
        assert page(session, place).name == "Elbow"


def test_other_pages_keep_their_bytes_all_along(session: Session, root: Path) -> None:
    place = session.duplicate_page(WRIST, "Elbow")
    session.delete_page(WRIST)
    session.rename_page(place, "Lower arm", new_address=True)
    save_all(session)
    assert files(root)[NECK] == INDENTLESS
    assert set(files(root)) == {NECK, "conditions/lower-arm.yaml", "site.yaml"}
    while session.history.next_undo is not None:
        assert session.undo() is None
    save_all(session)
    assert files(root)[WRIST] == COMMENTED
    assert set(files(root)) == {NECK, WRIST, "site.yaml"}


def test_it_is_known_before_a_page_is_deleted_whether_it_will_be_among_the_deleted_pages(session: Session) -> None:
    begun = session.new_page("Elbow")
    moved = session.rename_page(WRIST, "Hand", new_address=True)
    kept = {}
    for place in (begun, moved, NECK):
        kept[place] = session.has_been_saved(place)
        session.delete_page(place)
    assert kept == {begun: False, moved: True, NECK: True}
    assert len(session.deleted_pages) == 2
    save_all(session)
    again = session.restore_page(session.deleted_pages[0])
    assert session.has_been_saved(again)
    session.delete_page(again)
    assert len(session.deleted_pages) == 2
