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
    LENGTH,
    Checked,
    CheckPage,
    CheckSite,
    ForgetPage,
    Request,
    UseSite,
    message,
)
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)
SITE = UseSite(Path("nowhere"), Site(rule_packs=("advertising-au",)))
PAGE = ConditionPage("knee", name="Knee pain", intro="It cures.")
ONE, OTHER = Study("one", title="One", summary="It cured them."), Study("other", title="Other", summary="They walked.")


def page_request(page: ConditionPage, studies: Sequence[Study], sent: Sequence[Study], number: int = 1) -> CheckPage:
    return CheckPage(number, "knee", page, tuple(study.key for study in studies), tuple(sent), TODAY)


@pytest.fixture
def folder() -> CheckedFolder:
    made = CheckedFolder()
    made.answer(SITE)
    return made


def words(answer: Checked | None) -> dict[str | None, list[str]]:
    """The words of the promised cures, by study."""
    assert answer is not None
    groups = answer.groups.items()
    return {study: [one.words for one in problems if one.rule == "A01"] for study, problems in groups}


def test_problems_come_by_study_with_what_a_reader_needs(folder: CheckedFolder) -> None:
    answer = folder.answer(page_request(PAGE, (ONE, OTHER), (ONE, OTHER)))
    assert words(answer) == {None: ["cures"], "one": ["cured"]}
    assert answer is not None
    (problem,) = answer.groups["one"]
    assert (problem.rule, problem.name, problem.severity.value) == ("A01", "cure_promised", "stop")
    assert problem.message.startswith("“cured”")
    assert (problem.spot.field, problem.spot.study) == ("summary", "one")
    assert problem.sources


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


def test_other_packs_of_the_site_count_at_once(folder: CheckedFolder) -> None:
    folder.answer(page_request(PAGE, (), ()))
    folder.answer(UseSite(Path("nowhere"), Site(rule_packs=("text",))))
    assert words(folder.answer(page_request(PAGE, (), ()))).get(None) == []


def test_the_shared_texts_are_checked_too(folder: CheckedFolder) -> None:
    site = Site(rule_packs=("advertising-au",))
    folder.answer(UseSite(Path("nowhere"), replace(site, research=replace(site.research, lead="This cures."))))
    assert words(folder.answer(CheckSite(1, "site.yaml"))) == {None: ["cures"]}


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


REQUESTS: tuple[Request, ...] = (SITE, page_request(PAGE, (ONE,), (ONE,), 7), page_request(PAGE, (ONE,), (), 8))


def test_requests_are_answered_in_their_order_until_they_end() -> None:
    answers = io.BytesIO()
    serve(io.BytesIO(b"".join(map(message, REQUESTS)) + message(SITE)[:-1]), answers)
    assert [answer.number for answer in answers_in(answers.getvalue())] == [7, 8]


def test_the_program_is_its_own_checking_process(tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "editor", CHECK_ARGUMENT]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    sent = b"".join(map(message, REQUESTS))
    done = subprocess.run(command, input=sent, capture_output=True, check=True, cwd=tmp_path, env=environment)
    first, second = answers_in(done.stdout)
    assert (words(first), words(second)) == ({None: ["cures"], "one": ["cured"]}, {})
    assert done.stderr == b""


def test_the_process_does_without_qt_and_without_what_renders() -> None:
    code = "import editor.session.checking.check_process, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"PySide6", "editor.ui"} & set(done.stdout.split())
