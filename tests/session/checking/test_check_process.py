"""The process that checks pages: what it is told of a page, and that it answers only what is new."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editor.content.condition_page import ConditionPage
from editor.content.site import Site
from editor.content.study import Study
from editor.paths import CHECK_ARGUMENT
from editor.session.checking.check_process import CheckedFolder, serve
from editor.session.checking.messages import (
    GREETING,
    LENGTH,
    MOST_AT_A_TIME,
    Checked,
    CheckPage,
    CheckSite,
    ForgetPage,
    UseSite,
    message,
)
from tests.conftest import ROOT
from tests.own_pack import PACK, RULE, write_own_pack

TODAY = date(2026, 11, 22)
SITE = Site(rule_packs=(PACK,))
PAGE = ConditionPage("knee", name="Knee pain", intro="It cures.")
ONE, OTHER = Study("one", title="One", summary="It cured them."), Study("other", title="Other", summary="They walked.")


def page_request(page: ConditionPage, studies: Sequence[Study], sent: Sequence[Study], number: int = 1) -> CheckPage:
    return CheckPage(number, "knee", page, tuple(study.key for study in studies), tuple(sent), TODAY)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content folder with the clinic's own set of checks."""
    write_own_pack(tmp_path)
    return tmp_path


@pytest.fixture
def folder(root: Path) -> CheckedFolder:
    made = CheckedFolder()
    made.answer(UseSite(root, SITE))
    return made


def words(answer: Checked | None) -> dict[str | None, list[str]]:
    """The words that the problems are about, by study."""
    assert answer is not None
    return {study: [one.words for one in problems] for study, problems in answer.groups.items()}


def test_problems_come_by_study_with_what_a_reader_needs(folder: CheckedFolder) -> None:
    answer = folder.answer(page_request(PAGE, (ONE, OTHER), (ONE, OTHER)))
    assert words(answer) == {None: ["cures"], "one": ["cured"]}
    assert answer is not None
    (problem,) = answer.groups["one"]
    assert (problem.rule, problem.name, problem.severity.value) == (RULE, "cure_promised", "stop")
    assert problem.message.startswith("“cured”")
    assert (problem.spot.field, problem.spot.study) == ("summary", "one")
    assert problem.sources == ("The practice manager",)


def test_only_what_is_found_otherwise_is_told_again(folder: CheckedFolder) -> None:
    folder.answer(page_request(PAGE, (ONE, OTHER), (ONE, OTHER)))
    assert words(folder.answer(page_request(PAGE, (ONE, OTHER), ()))) == {}
    changed = replace(OTHER, summary="It is curative.")
    assert words(folder.answer(page_request(PAGE, (ONE, changed), (changed,)))) == {"other": ["curative"]}
    mended = replace(PAGE, intro="It may help.")
    assert words(folder.answer(page_request(mended, (ONE, changed), ()))) == {None: []}


def test_what_was_found_in_a_study_goes_with_it(folder: CheckedFolder) -> None:
    folder.answer(page_request(PAGE, (ONE, OTHER), (ONE, OTHER)))
    assert words(folder.answer(page_request(PAGE, (OTHER,), ()))) == {"one": []}


def test_other_rules_count_at_once(folder: CheckedFolder, root: Path) -> None:
    folder.answer(page_request(PAGE, (), ()))
    (root / ".clinic-editor" / "rules" / f"{PACK}.yaml").unlink()
    folder.answer(UseSite(root, SITE))
    assert words(folder.answer(page_request(PAGE, (), ()))) == {None: []}


def test_the_shared_texts_are_checked_too(folder: CheckedFolder, root: Path) -> None:
    folder.answer(UseSite(root, replace(SITE, research=replace(SITE.research, lead="This cures."))))
    assert words(folder.answer(CheckSite(1, "site.yaml"))) == {None: ["cures"]}


def test_an_archived_page_which_nobody_sees_has_no_problems(folder: CheckedFolder) -> None:
    folder.answer(page_request(PAGE, (), ()))
    assert words(folder.answer(page_request(replace(PAGE, status="archived"), (), ()))) == {None: []}


def test_a_page_that_has_gone_is_new_when_it_comes_back(folder: CheckedFolder) -> None:
    folder.answer(page_request(PAGE, (), ()))
    assert folder.answer(ForgetPage("knee")) is None
    assert words(folder.answer(page_request(PAGE, (), ()))) == {None: ["cures"]}


def answers_in(data: bytes) -> list[Checked]:
    found = []
    while data:
        (length,) = LENGTH.unpack_from(data)
        found.append(pickle.loads(data[LENGTH.size : LENGTH.size + length]))
        data = data[LENGTH.size + length :]
    return found


def sent(root: Path) -> bytes:
    """Two questions."""
    requests = (UseSite(root, SITE), page_request(PAGE, (ONE,), (ONE,), 7), page_request(PAGE, (ONE,), (), 8))
    return b"".join(map(message, requests))


def test_requests_are_answered_in_their_order_until_they_end(root: Path) -> None:
    answers = io.BytesIO()
    serve(io.BytesIO(sent(root) + message(UseSite(root, SITE))[:-1]), answers)
    assert [answer.number for answer in answers_in(answers.getvalue())] == [GREETING, 7, 8]


def test_much_is_told_in_pieces_and_nothing_twice(folder: CheckedFolder) -> None:
    studies = [Study(str(number), title=str(number), summary="It cures. " * 9) for number in range(100)]
    answer = folder.answer(page_request(PAGE, studies, studies))
    assert answer is not None
    pieces = list(answer.in_pieces())
    counts = [sum(map(len, piece.groups.values())) for piece in pieces]
    assert sum(counts) == 901
    assert max(counts) <= MOST_AT_A_TIME + 9
    assert [piece.is_last for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert sum(len(piece.groups) for piece in pieces) == 101
    assert [len(piece.groups) for piece in Checked(1, {}).in_pieces()] == [0]


def test_an_answer_to_a_study_holds_for_the_study_as_it_is_called_now(folder: CheckedFolder) -> None:
    first = folder.answer(page_request(PAGE, (ONE,), (ONE,)))
    other = folder.answer(page_request(PAGE, (replace(ONE, title="New"),), (replace(ONE, title="New"),)))
    assert first is not None
    assert other is not None
    assert other.groups["one"][0].marks != first.groups["one"][0].marks


def test_the_program_is_its_own_checking_process(root: Path) -> None:
    command = [sys.executable, "-P", "-m", "editor", CHECK_ARGUMENT]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, input=sent(root), capture_output=True, check=True, cwd=root, env=environment)
    _, first, second = answers_in(done.stdout)
    assert (words(first), words(second)) == ({None: ["cures"], "one": ["cured"]}, {})
    assert done.stderr == b""


def test_the_process_does_without_qt_and_without_what_renders() -> None:
    code = "import editor.session.checking.check_process, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"PySide6", "editor.ui"} & set(done.stdout.split())
