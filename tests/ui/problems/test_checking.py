"""What is checked when, and what becomes of a process that takes too long, ends, or cannot be had."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.content.condition_page import ConditionPage
from editor.session import Session
from editor.ui.editing import Editing
from editor.ui.main_window import MainWindow
from editor.ui.problems.check_process import CheckProcess
from editor.ui.problems.checking import Checking
from tests.own_pack import PACK, write_own_pack

KNEE, NECK = "conditions/knee.yaml", "conditions/neck.yaml"
PATIENCE = 60_000


@pytest.fixture
def editing(tmp_path: Path) -> Editing:
    """A website with two pages, the first of them chosen."""
    (tmp_path / "conditions").mkdir()
    (tmp_path / "site.yaml").write_text(f"name: A clinic\nrule_packs: [{PACK}]\n", encoding="utf-8")
    (tmp_path / KNEE).write_text("name: Knee\nintro: It cures.\n", encoding="utf-8")
    (tmp_path / NECK).write_text("name: Neck\nintro: It cured.\n", encoding="utf-8")
    write_own_pack(tmp_path)
    editing = Editing(Session.open(tmp_path))
    editing.choose(KNEE)
    return editing


@pytest.fixture
def begin(editing: Editing) -> Iterator[Callable[..., Checking]]:
    """Begins to check, where wanted with a child made of a line of Python and a deadline in seconds."""
    begun: list[Checking] = []

    def begin_with(code: str = "", deadline: float = 30, command: list[str] | None = None) -> Checking:
        command = command or ([sys.executable, "-c", _BEGINNING + code + _SERVE] if code else None)
        begun.append(Checking(editing, process=CheckProcess(deadline=deadline, command=command)))
        begun[0].start()
        return begun[0]

    yield begin_with
    for checking in begun:
        checking.close()


_BEGINNING = """
import os, sys, time
from editor.session.checking import check_process
from editor.session.checking.messages import CheckPage

class Folder(check_process.CheckedFolder):
    def answer(self, request):
        if isinstance(request, CheckPage) and "cures" in request.page.intro:
            """
_SERVE = """
        return super().answer(request)

check_process.CheckedFolder = Folder
check_process.serve(sys.stdin.buffer, sys.stdout.buffer)
"""


def words(checking: Checking, place: str) -> list[str]:
    return [problem.words for problem in checking.problems(place).in_order]


def said(window: MainWindow) -> str:
    """What the list says in sentences."""
    return " ".join(label.text() for label in window.problems.list.findChildren(QLabel) if label.isVisible())


def say(editing: Editing, place: str, intro: str) -> None:
    editing.session.edit_page("edit", place, lambda page: replace(page, intro=intro))


def test_the_chosen_page_comes_first_and_is_followed(
    editing: Editing, begin: Callable[..., Checking], qtbot: QtBot
) -> None:
    checking = begin()
    seen: list[str] = []
    checking.changed.connect(seen.append)
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert seen == [KNEE, "site.yaml", NECK]
    assert (words(checking, KNEE), words(checking, NECK)) == (["cures"], ["cured"])
    assert checking.is_current(KNEE)
    say(editing, KNEE, "It is curative.")
    assert not checking.is_current(KNEE)
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert (seen[3:], words(checking, KNEE)) == ([KNEE], ["curative"])
    editing.session.undo()
    assert not checking.is_current(KNEE)
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert words(checking, KNEE) == ["cures"]
    editing.session.delete_page(NECK)
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert words(checking, NECK) == []
    assert NECK not in checking.places


@pytest.mark.parametrize("code", ["time.sleep(600)", "os._exit(3)"])
def test_a_page_that_the_process_comes_to_grief_over_is_left_until_it_changes(
    code: str, editing: Editing, begin: Callable[..., Checking], qtbot: QtBot
) -> None:
    checking = begin(code, deadline=5)
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert (words(checking, KNEE), words(checking, NECK)) == ([], ["cured"])
    assert (checking.is_given_up(KNEE), checking.is_given_up(NECK)) == (True, False)
    say(editing, KNEE, "It cured.")
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert words(checking, KNEE) == ["cured"]
    assert not checking.is_given_up(KNEE)


@pytest.mark.usefixtures("editing")
def test_the_list_says_which_page_could_not_be_checked(
    open_window: Callable[..., MainWindow],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = [sys.executable, "-c", _BEGINNING + "os._exit(3)" + _SERVE]
    monkeypatch.setattr("editor.ui.problems.checking.CheckProcess", functools.partial(CheckProcess, command=command))
    window = open_window(tmp_path, checks=True)
    window.editing.choose(KNEE)
    window.problems.show_list()
    problems = window.problems
    qtbot.waitUntil(lambda: problems.checking.is_given_up(KNEE) and not problems.checking.left, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "could not be checked as it is now" in said(window), timeout=PATIENCE)
    assert "Nothing was found" not in said(window)
    assert "could not be checked" in problems.signing_off.why_not(str)
    window.editing.choose(NECK)
    qtbot.waitUntil(lambda: problems.list.model.rowCount() == 1, timeout=PATIENCE)
    assert "could not be checked" not in said(window)
    assert problems.signing_off.why_not(str) == ""


class _Calendar(date):
    """A calendar on which days begin when a test wants them to."""

    day = date(2026, 11, 24)

    @classmethod
    def today(cls) -> date:
        return cls.day


@pytest.mark.usefixtures("editing")
def test_another_day_has_all_checked_again(
    begin: Callable[..., Checking], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.ui.problems.checking.date", _Calendar)
    monkeypatch.setattr("editor.ui.problems.checking._DAY_MS", 50)
    checking = begin()
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert checking.is_current(NECK)
    monkeypatch.setattr(_Calendar, "day", date(2026, 11, 25))
    assert not checking.is_current(NECK), "studies may be too old today that were not yesterday"
    with qtbot.waitSignals([checking.new_day, checking.rested], timeout=PATIENCE):
        pass
    assert checking.is_current(KNEE)
    assert checking.is_current(NECK)


def test_without_a_process_nothing_is_found_and_nothing_goes_on_for_ever(
    editing: Editing, begin: Callable[..., Checking], qtbot: QtBot
) -> None:
    checking = begin(command=["/nowhere/at/all"])
    with qtbot.waitSignal(checking.rested, timeout=PATIENCE):
        pass
    assert checking.places == ()
    assert all(map(checking.is_given_up, (KNEE, NECK)))
    assert editing.session.page(KNEE) == ConditionPage("knee", name="Knee", intro="It cures.")
