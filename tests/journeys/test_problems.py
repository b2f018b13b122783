"""One problem is mended and one answered with a reason; Undo takes both back, and leaves no trace of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from editor.storage.record_files import ANSWERS
from editor.ui.main_window import MainWindow
from editor.ui.problems.answer_box import AnswerBox
from editor.ui.problems.fix_box import FixBox
from tests.journeys.content_under_git import changed_lines, git
from tests.journeys.driver import Journey, Until
from tests.journeys.hands import (
    CTRL,
    button,
    click,
    go_to_view,
    press,
    quit_program,
    row_at,
    save,
    type_words,
)
from tests.journeys.in_sight import message, nothing_is_unsaved, rows, stands, the_window, window_comes, words_in_sight
from tests.journeys.sending import send_on

PAGE = "conditions/back-hip-knee-leg-pain.yaml"
_LIST = "Problems, the worst first"
_BEFORE = "with time and gentle movement."
_FAULTY = "with time.It is cured by gentle movement."
_NO_SPACE, _CURE = "There is no space after the full stop", "“cured” "
_REASON = "Movement is meant, not acupuncture."
_LOOK_MS = 50


def mend_answer_and_undo() -> Journey:
    """See what the page promises, mend one problem, answer one, take both back; again with a save after each half."""
    yield from stands()
    yield from _mend_and_answer()
    _undo_both()
    assert nothing_is_unsaved()
    yield from _new_answers(0)

    yield from _mend_and_answer()
    yield from save()
    assert changed_lines(the_window().session.folder.root)
    _undo_both()
    yield from save()
    yield from _new_answers(0)
    quit_program()


def _mend_and_answer() -> Journey:
    yield from _found(_NO_SPACE, _CURE)
    go_to_view("Studies")
    assert "7 of 7 studies fit “last 15 years”." in words_in_sight(the_window())

    go_to_view("Problems")
    click(*row_at(_LIST, _NO_SPACE))
    click(button("Put in the space..."))
    yield from window_comes(FixBox)
    click(button("Change it"))
    yield from window_comes(MainWindow)
    assert message() == "Done: Put in the space. Undo takes it back."
    yield from _found(_CURE)
    assert not _listed(_NO_SPACE)

    click(*row_at(_LIST, _CURE))
    click(button("Not a problem here..."))
    yield from window_comes(AnswerBox)
    type_words(_REASON)
    click(button("Not a problem here"))
    yield from window_comes(MainWindow)
    assert not _listed(_CURE)
    yield from _new_answers(1)


def _undo_both() -> None:
    press(Qt.Key.Key_Z, CTRL)
    assert _listed(_CURE)
    press(Qt.Key.Key_Z, CTRL)


def _found(*beginnings: str) -> Journey:
    """Wait until the page is checked and these problems are found."""
    checking = the_window().problems.checking
    yield Until(checking.rested, lambda: not checking.left and checking.is_current(PAGE))
    found = [problem.message for problem in checking.problems(PAGE).in_order]
    assert all(any(words.startswith(begin) for words in found) for begin in beginnings), found


def _listed(beginning: str) -> bool:
    return any(f": {beginning}" in words for words in rows(_LIST))


def _new_answers(count: int) -> Journey:
    """Wait until the folder has so many answers that it did not have before."""
    folder = the_window().session.folder.root
    looks = QTimer(interval=_LOOK_MS)
    looks.start()
    yield Until(looks.timeout, lambda: len(_untracked(folder)) == count)
    looks.stop()


def _untracked(folder: Path) -> list[str]:
    return git(folder, "ls-files", "--others", ANSWERS).split()


def _with_faults(folder: Path) -> bytes:
    """Have the page say something that is found; what its file holds then."""
    page = folder / PAGE
    text = page.read_bytes()
    assert _BEFORE.encode() in text
    page.write_bytes(text.replace(_BEFORE.encode(), _FAULTY.encode()))
    git(folder, "-c", "user.name=Test", "-c", "user.email=test@clinic.example", "commit", "--quiet", "-am", "Faults")
    return page.read_bytes()


def test_a_problem_is_mended_and_one_answered_and_both_are_taken_back(tracked_folder: Path) -> None:
    before = _with_faults(tracked_folder)
    send_on(mend_answer_and_undo, tracked_folder)
    assert (tracked_folder / PAGE).read_bytes() == before
    assert git(tracked_folder, "status", "--porcelain") == ""
