from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.session import Session
from editor.storage import ContentFolder
from editor.ui.background import Background
from editor.ui.opening import FILES_AT_A_TIME, PATIENCE_MS, Opening


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    background = Background(qapp)
    yield background
    background.close()
    background.deleteLater()


def read_all(folder: Path, background: Background, qtbot: QtBot) -> Session:
    session = Session(ContentFolder(folder))
    opening = Opening(session, background, background)
    progress: list[tuple[int, int]] = []
    opening.changed.connect(lambda: progress.append(opening.progress))
    opening.start()
    qtbot.waitUntil(lambda: not opening.is_reading)
    assert progress == sorted(progress)
    assert progress[-1][0] == progress[-1][1]
    return session


def test_everything_in_the_folder_is_read(sample_folder: Path, background: Background, qtbot: QtBot) -> None:
    session = read_all(sample_folder, background, qtbot)
    at_once = Session.open(sample_folder)
    assert {place: file.data for place, file in session.files.items()} == {
        place: file.data for place, file in at_once.files.items()
    }
    assert session.site == at_once.site


def test_many_pages_are_read_some_at_a_time(tmp_path: Path, background: Background, qtbot: QtBot) -> None:
    (tmp_path / "conditions").mkdir()
    count = 2 * FILES_AT_A_TIME + 1
    for number in range(count):
        (tmp_path / "conditions" / f"p{number}.yaml").write_text(f"name: P{number}\n", encoding="utf-8")
    assert len(read_all(tmp_path, background, qtbot).page_places) == count


@pytest.mark.parametrize("first", ["conditions/p30.yaml", "conditions/gone.yaml", "site.yaml", ""])
def test_the_page_to_begin_with_is_read_before_any_other(
    tmp_path: Path, background: Background, qtbot: QtBot, first: str
) -> None:
    (tmp_path / "conditions").mkdir()
    for number in range(2 * FILES_AT_A_TIME):
        (tmp_path / "conditions" / f"p{number}.yaml").write_text(f"name: P{number}\n", encoding="utf-8")
    session = Session(ContentFolder(tmp_path))
    opening = Opening(session, background, background)
    read: list[set[str]] = []
    opening.begun.connect(lambda: read.append(set(session.files)))
    opening.start(first)
    qtbot.waitUntil(lambda: not opening.is_reading)
    assert read == [{"site.yaml", first if first in session.page_places else "conditions/p0.yaml"}]
    assert len(session.page_places) == 2 * FILES_AT_A_TIME


def test_a_slow_disk_keeps_the_window_waiting_for_a_moment_only(
    sample_folder: Path, background: Background, qtbot: QtBot
) -> None:
    held = threading.Event()
    for _ in range(2):
        background.run(held.wait, print, print)
    opening = Opening(Session(ContentFolder(sample_folder)), background, background)
    begun: list[tuple[int, int]] = []
    opening.begun.connect(lambda: begun.append(opening.progress))
    opening.start()
    qtbot.waitUntil(lambda: bool(begun), timeout=10 * PATIENCE_MS)
    assert opening.is_reading
    held.set()
    qtbot.waitUntil(lambda: not opening.is_reading)
    assert begun == [(0, 0)]


def test_a_folder_that_is_gone_is_told(tmp_path: Path, background: Background, qtbot: QtBot) -> None:
    opening = Opening(Session(ContentFolder(tmp_path / "gone")), background, background)
    with qtbot.waitSignal(opening.begun):
        opening.start()
    assert "gone" in opening.failure
    assert not opening.is_reading
