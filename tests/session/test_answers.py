"""Findings answered as no problem: at once here, in the folder for colleagues, a step that can be undone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editor.checks.answers import Answer
from editor.session import Session
from editor.session.answers import Answers, keep_answers, read_answers
from editor.storage.record_files import ANSWERS, RecordFiles

ANSWER = Answer("a1", "A01", "Knee pain", "cures", "A promise.", "A quotation.", "Mei", date(2026, 11, 23))
OTHER = replace(ANSWER, mark="b2", reason="A name.")
PLACE = "conditions/knee.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "conditions").mkdir()
    (tmp_path / PLACE).write_text("name: Knee pain\n", encoding="utf-8")
    return tmp_path


def files(root: Path) -> RecordFiles:
    return RecordFiles(root, ANSWERS)


def test_an_answer_is_a_step_that_is_undone_and_done_again(root: Path) -> None:
    session = Session.open(root)
    told: list[Answer | None] = []
    session.watch(lambda: told.append(session.answers.of(("a1",))))
    session.answer("answer", PLACE, "a1", ANSWER)
    step = session.history.next_undo
    assert step is not None
    assert (step.place, step.label) == (PLACE, "answer")
    assert session.undo() is None
    assert session.redo() is None
    session.answer("take back", PLACE, "a1", None)
    assert session.undo() is None
    assert told == [ANSWER, None, ANSWER, None, ANSWER]
    assert session.unsaved_places == ()


def test_what_one_pc_answers_another_knows_and_can_take_back(root: Path) -> None:
    mine, theirs = Answers(), Answers()
    my_files, their_files = files(root), files(root)
    mine.put("a1", ANSWER)
    mine.put("b2", OTHER)
    wanted = mine.wanted
    keep_answers(my_files, wanted)
    mine.kept(wanted)
    assert mine.wanted == {}
    assert theirs.take(read_answers(their_files))
    assert [theirs.of((mark,)) for mark in ("a1", "b2", "c3")] == [ANSWER, OTHER, None]
    assert not theirs.take(read_answers(their_files))

    theirs.put("a1", None)
    keep_answers(their_files, theirs.wanted)
    assert mine.take(read_answers(my_files))
    assert [mine.of((mark,)) for mark in ("a1", "b2")] == [None, OTHER]


def test_an_answer_whose_file_was_away_for_a_moment_is_known_again(root: Path) -> None:
    my_files, answers = files(root), Answers()
    keep_answers(my_files, {"a1": ANSWER, "b2": OTHER})
    answers.take(read_answers(my_files))
    file = root / ANSWERS / "a1.json"
    file.rename(root / "elsewhere")
    answers.take(read_answers(my_files))
    assert answers.of(("a1",)) is None
    (root / "elsewhere").rename(file)
    answers.take(read_answers(my_files))
    assert [answers.of((mark,)) for mark in ("a1", "b2")] == [ANSWER, OTHER]


_TAKES_BACK = """
import sys
from pathlib import Path
from editor.session.answers import keep_answers
from editor.storage.record_files import ANSWERS, RecordFiles
files = RecordFiles(Path(sys.argv[1]), ANSWERS)
print(flush=True)
while True:
    files.write("c3.json", b"{}")
    files.remove("c3.json")
"""


def test_no_answer_is_lost_while_another_pc_takes_others_back(root: Path) -> None:
    my_files, answers = files(root), Answers()
    keep_answers(my_files, {"a1": ANSWER, "b2": OTHER})
    with subprocess.Popen([sys.executable, "-c", _TAKES_BACK, str(root)], stdout=subprocess.PIPE) as other:
        try:
            assert other.stdout is not None
            other.stdout.readline()
            for _ in range(3000):
                answers.take(read_answers(my_files))
                assert [answers.of((mark,)) for mark in ("a1", "b2")] == [ANSWER, OTHER]
        finally:
            other.kill()


def test_a_conflicted_copy_brings_no_answer_back_that_was_taken_back(root: Path) -> None:
    keep_answers(files(root), {"a1": ANSWER})
    (root / ANSWERS / "a1 (Mei's conflicted copy).json").write_bytes((root / ANSWERS / "a1.json").read_bytes())
    keep_answers(files(root), {"a1": None})
    answers = Answers()
    answers.take(read_answers(files(root)))
    assert answers.of(("a1",)) is None


def test_what_was_answered_while_it_was_written_is_still_to_be_kept() -> None:
    answers = Answers()
    answers.put("a1", ANSWER)
    wanted = answers.wanted
    answers.put("a1", None)
    answers.kept(wanted)
    assert answers.wanted == {"a1": None}
    assert answers.of(("a1",)) is None


def test_a_folder_that_is_away_says_so_and_takes_nothing_back(root: Path, tmp_path: Path) -> None:
    away = files(tmp_path / "away")
    with pytest.raises(OSError):
        read_answers(away)
    assert read_answers(files(root)).names == frozenset()
