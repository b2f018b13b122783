"""What is remembered between two starts, and that nothing wrong with it stops one."""

from __future__ import annotations

import errno
import json
import os
import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from editor.paths import app_data
from editor.storage.settings import (
    MOST_COPIES,
    MOST_FOLDERS,
    UNREADABLE_COPY,
    FolderSettings,
    Settings,
    SettingsFile,
    WindowSettings,
)

BACK_PAIN = FolderSettings("/clinic/content", "The Clinic", "conditions/back-pain.yaml", shows_studies=True, study="A")
WINDOW = WindowSettings(
    (10, 20, 1200, 700),
    pane_sizes=(240, 500, 460),
    hidden_panes=("preview",),
    is_maximised=True,
    list_order="STATUS",
    study_order=("title", "date"),
    study_widths=(("title", 300), ("date", 90)),
)


@pytest.fixture
def file() -> SettingsFile:
    return SettingsFile()


def full_disk(_descriptor: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def put(file: SettingsFile, data: bytes) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_bytes(data)


def with_window(window: WindowSettings, settings: Settings) -> Settings:
    return replace(settings, window=window)


def with_folder(folder: FolderSettings, settings: Settings) -> Settings:
    return settings.with_folder(folder)


def copies_beside(file: SettingsFile) -> list[bytes]:
    """What is kept of files that made no sense, the oldest first."""
    return [path.read_bytes() for path in sorted(file.path.parent.glob(f"{UNREADABLE_COPY}-20*.json"))]


def names_beside(file: SettingsFile) -> list[str]:
    return sorted(path.name for path in file.path.parent.iterdir())


def test_before_the_first_start_nothing_is_remembered(file: SettingsFile) -> None:
    assert file.read() == Settings()
    assert not file.path.exists()
    assert file.path.parent == app_data()


def test_what_was_written_is_read_again(file: SettingsFile) -> None:
    file.update(partial(with_folder, BACK_PAIN))
    file.update(partial(with_window, WINDOW))
    assert SettingsFile().read() == Settings((BACK_PAIN,), WINDOW)
    assert names_beside(file) == [file.path.name]


def test_only_what_differs_from_the_defaults_is_written(file: SettingsFile) -> None:
    file.update(partial(with_folder, FolderSettings("/clinic/content")))
    assert json.loads(file.path.read_bytes()) == {"folders": [{"root": "/clinic/content"}]}


def test_the_folder_opened_last_comes_first_and_the_eleventh_is_forgotten(file: SettingsFile) -> None:
    for number in range(MOST_FOLDERS + 1):
        file.update(partial(with_folder, FolderSettings(f"/{number}")))
    file.update(partial(with_folder, FolderSettings("/5", "Five")))
    roots = [folder.root for folder in file.read().folders]
    assert roots == ["/5", "/10", "/9", "/8", "/7", "/6", "/4", "/3", "/2", "/1"]
    assert file.read().folder(Path("/5")).clinic == "Five"
    assert file.read().folder(Path("/0")) == FolderSettings("/0")


@pytest.mark.parametrize(
    "data",
    [b"", b"\0\xff\xfe", b"{", b"[]", b"null", b'"text"', b"[" * 100_000, b'{"folders": 5}', b'{"window": [1]}'],
    ids=repr,
)
def test_nonsense_means_the_defaults_and_is_kept_as_a_copy(file: SettingsFile, data: bytes) -> None:
    put(file, data)
    assert file.read() == Settings()
    assert file.was_unreadable
    assert copies_beside(file) == [data]
    file.update(partial(with_folder, BACK_PAIN))
    assert file.read().folders == (BACK_PAIN,)
    assert not SettingsFile().was_unreadable
    assert copies_beside(file) == [data]


def test_the_last_few_copies_are_kept_each_once(file: SettingsFile) -> None:
    for number in range(MOST_COPIES + 2):
        put(file, b"nonsense %d" % number)
        file.read()
        file.read()
    assert copies_beside(file) == [b"nonsense %d" % number for number in range(2, MOST_COPIES + 2)]


def test_a_copy_that_cannot_be_read_hinders_no_other(file: SettingsFile) -> None:
    put(file, b"nonsense")
    file.path.with_name(f"{UNREADABLE_COPY}-19990101.json").mkdir()
    file.update(partial(with_folder, BACK_PAIN))
    assert copies_beside(file) == [b"nonsense"]
    assert file.read().folders == (BACK_PAIN,)


def test_a_file_too_large_to_be_settings_becomes_a_copy(file: SettingsFile) -> None:
    put(file, b" " * 1_000_001)
    assert file.read() == Settings()
    assert file.was_unreadable
    assert copies_beside(file) == [b" " * 1_000_001]
    file.update(partial(with_folder, BACK_PAIN))
    assert file.read().folders == (BACK_PAIN,)


def test_half_of_a_file_is_kept_too(file: SettingsFile) -> None:
    file.update(partial(with_folder, BACK_PAIN))
    put(file, file.path.read_bytes()[:40])
    assert file.read() == Settings()
    assert copies_beside(file) == [file.path.read_bytes()]


def test_a_disk_that_takes_no_copy_stops_nothing(file: SettingsFile, monkeypatch: pytest.MonkeyPatch) -> None:
    put(file, b"nonsense")
    monkeypatch.setattr("os.fsync", full_disk)
    assert file.read() == Settings()
    assert file.was_unreadable
    assert names_beside(file) == [file.path.name]
    file.update(partial(with_folder, BACK_PAIN))
    assert file.path.read_bytes() == b"nonsense"


def test_one_wrong_value_costs_no_other(file: SettingsFile) -> None:
    wrong = {
        "folders": [{"root": "/a", "page": 5, "clinic": "A"}, {"root": ""}, {"clinic": "lost"}, "/b", {"root": "/c"}],
        "window": {"place": [1, True, "2", 10**30, 3.5, 4], "is_maximised": 1, "hidden_panes": ["list", None]}
        | {"study_widths": [["date", 90], ["title"], ["doi", "9"], [5, 5], 7, ["url", True]]},
        "of_a_later_version": {"kept": False},
    }
    put(file, json.dumps(wrong).encode())
    settings = file.read()
    assert settings.folders == (FolderSettings("/a", "A"), FolderSettings("/c"))
    assert settings.window == WindowSettings((1, 4), hidden_panes=("list",), study_widths=(("date", 90),))
    assert copies_beside(file) == [file.path.read_bytes()]


def test_what_a_later_version_adds_is_no_nonsense(file: SettingsFile) -> None:
    put(file, b'{"folders": [{"root": "/a", "colour": "red"}], "more": 1}')
    assert file.read().folders == (FolderSettings("/a"),)
    assert not file.was_unreadable
    assert names_beside(file) == [file.path.name]


def test_settings_that_the_disk_does_not_give_are_left_alone(file: SettingsFile) -> None:
    file.path.mkdir(parents=True)
    (file.path / "inside").write_bytes(b"")
    assert file.read() == Settings()
    assert file.was_unreadable
    file.update(partial(with_folder, BACK_PAIN))
    assert names_beside(file) == [file.path.name]


def test_a_place_where_nothing_can_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_bytes(b"")
    file = SettingsFile(tmp_path / "blocked" / "settings.json")
    file.update(partial(with_folder, BACK_PAIN))
    assert file.read() == Settings()
    assert (tmp_path / "blocked").read_bytes() == b""


def test_threads_lose_nothing_of_each_other(file: SettingsFile) -> None:
    def add(letter: str) -> None:
        for number in range(4):
            file.update(partial(with_folder, FolderSettings(f"/{letter}{number}")))

    threads = [threading.Thread(target=add, args=(letter,)) for letter in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {folder.root for folder in file.read().folders} == {f"/{letter}{n}" for letter in "ab" for n in range(4)}


def test_reading_takes_no_time_that_a_start_would_notice(file: SettingsFile) -> None:
    for number in range(MOST_FOLDERS):
        file.update(partial(with_folder, replace(BACK_PAIN, root=f"/clinic/{number}", study="Study title " * 20)))
    times = []
    for _ in range(20):
        began = time.thread_time()
        file.read()
        times.append(time.thread_time() - began)
    assert sorted(times)[10] < 0.005
