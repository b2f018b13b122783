"""A page that is edited here and given another address elsewhere: what was changed here goes along."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.session import Followed, News, OpenFile, Session, file_of, follow, take_in_again, undecided
from tests.session.edits import WRIST, page, rename, retitle, save
from tests.session.layouts import COMMENTED

HAND = "conditions/hand-pain.yaml"
MOVED = COMMENTED.replace(b'"Wrist Pain"', b'"Hand Pain"') + b"old_slugs: [wrist-pain]\n"
GONE = OpenFile(WRIST, None, None, None)


def move(session: Session, data: bytes = MOVED) -> tuple[OpenFile, OpenFile]:
    """Somebody else gives the page another address; what a look at the folder then finds."""
    (session.folder.root / WRIST).unlink()
    (session.folder.root / HAND).write_bytes(data)
    return GONE, file_of(HAND, data)


def assert_moved(session: Session, followed: Followed) -> None:
    assert followed.news[HAND] is News.MOVED
    assert not session.is_there(WRIST)
    assert session.unsaved_places == (HAND,)
    assert page(session, HAND).study_list[0].title == "My title"


@pytest.fixture
def edited(session: Session) -> Session:
    retitle(session, 0, "My title")
    return session


def test_changes_go_along_and_are_saved_once(root: Path, edited: Session) -> None:
    assert_moved(edited, follow(edited, move(edited)))
    assert page(edited, HAND).name == "Hand Pain"
    assert take_in_again(edited, HAND) == {}
    save(edited, HAND)
    saved = (root / HAND).read_text()
    assert "My title" in saved
    assert "kept by hand" in saved
    assert not (root / WRIST).exists()
    assert edited.unsaved_places == ()


@pytest.mark.parametrize("new_first", [True, False])
def test_the_two_files_may_be_noticed_one_after_the_other(edited: Session, new_first: bool) -> None:
    gone, came = move(edited)
    first, last = (came, gone) if new_first else (gone, came)
    follow(edited, [first])
    assert page(edited).study_list[0].title == "My title"
    assert_moved(edited, follow(edited, [last]))


def test_a_new_file_that_was_changed_since_is_taken_as_it_is_now(edited: Session) -> None:
    gone, came = move(edited)
    follow(edited, [came])
    assert_moved(edited, follow(edited, [gone, file_of(HAND, MOVED.replace(b"Wrists get sore.", b"Hands get sore."))]))
    assert (page(edited, HAND).intro or "").startswith("Hands get sore.")


def test_a_file_that_was_renamed_by_hand_is_known_by_its_words(edited: Session) -> None:
    assert_moved(edited, follow(edited, move(edited, COMMENTED)))


def test_another_page_that_comes_is_not_the_one_that_goes(edited: Session) -> None:
    followed = follow(edited, move(edited, b"name: Hand Pain\n"))
    assert dict(followed.news) == {WRIST: News.STAYED, HAND: News.CAME}
    assert page(edited).study_list[0].title == "My title"


def test_undo_and_redo(edited: Session) -> None:
    mine = page(edited)
    follow(edited, move(edited))
    assert edited.undo() is None
    assert page(edited) == mine
    assert page(edited, HAND).name == "Hand Pain"
    assert edited.unsaved_places == (WRIST,)
    assert follow(edited, [file_of(HAND, MOVED)]).news == {}
    assert edited.redo() is None
    assert edited.unsaved_places == (HAND,)


def test_what_both_have_changed_is_asked(session: Session) -> None:
    rename(session, "My name")
    followed = follow(session, move(session))
    assert followed.news[HAND] is News.MOVED
    (open_here,) = undecided(session, [HAND])
    (difference,) = open_here.comparison.differences
    assert (difference.mine, difference.theirs) == ("My name", "Hand Pain")


def test_a_page_that_nobody_edits_here_is_told_once(session: Session) -> None:
    followed = follow(session, move(session))
    assert dict(followed.news) == {HAND: News.READDRESSED}
    assert (session.is_there(WRIST), session.is_there(HAND), session.unsaved_places) == (False, True, ())
