"""Whatever stops a save, the message says what happened and that nothing is lost, and offers the ways out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.session import SaveFailed, SaveJob, Session
from editor.storage.faults import HeldOpen, LockHeld, OutsideFolder, SpecialFile, TooLarge, not_saved, unconfirmed
from editor.ui.saving.not_saved_box import NotSavedBox
from tests.ui.office import BACK, HEAD

BY_ITSELF = "tried again by itself"
NUMBERS = [
    *(errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EBUSY, errno.ENOENT, errno.ESTALE),
    *(errno.ENAMETOOLONG, errno.ELOOP, errno.EIO),
]
ERRORS = [OSError(number, os.strerror(number)) for number in NUMBERS]
OURS = [HeldOpen(), LockHeld(), OutsideFolder(), SpecialFile(), TooLarge()]
CALLED = "the page “Back pain”"


@pytest.fixture
def jobs(sample_folder: Path) -> list[SaveJob]:
    session = Session.open(sample_folder)
    return [session.prepare_save(place) for place in (BACK, HEAD)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def buttons(box: NotSavedBox) -> list[str]:
    return [button.text().replace("&", "") for button in box.findChildren(QPushButton)]


@pytest.mark.parametrize("error", [*ERRORS, *OURS], ids=repr)
def test_each_fault_is_explained_with_the_ways_out(window: QWidget, jobs: list[SaveJob], error: OSError) -> None:
    refused = not_saved(error, CALLED)
    box = NotSavedBox([SaveFailed(jobs[0], refused)], str, window)
    assert box.text() == f"Not saved. {refused.reason} Nothing was lost: your text is still here. {refused.advice}"
    assert CALLED in refused.reason
    assert buttons(box) == ["Try again", "Save a copy...", "Keep editing"]
    assert (BY_ITSELF in box.informativeText()) is bool(refused.passing)


def test_what_was_not_confirmed_is_not_called_unsaved(window: QWidget, jobs: list[SaveJob]) -> None:
    box = NotSavedBox([SaveFailed(jobs[0], unconfirmed(CALLED))], str, window)
    assert "Not saved" not in box.text()
    assert "probably in place" in box.text()
    assert BY_ITSELF in box.informativeText()


def test_several_are_listed_and_it_says_once_that_some_are_tried_again(window: QWidget, jobs: list[SaveJob]) -> None:
    errors = [OSError(errno.ENOSPC, ""), PermissionError(errno.EACCES, "")]
    failures = [SaveFailed(job, not_saved(error, CALLED)) for job, error in zip(jobs, errors, strict=True)]
    box = NotSavedBox(failures, str, window)
    assert box.informativeText().count(BY_ITSELF) == 1
    assert buttons(box) == ["Try again", "Save copies...", "Keep editing"]
